import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { BrokenPage } from './frame/broken.page.tsx'
import { deskSearch } from './inbox/desk-search.ts'
import { measurePages } from './measures/pages.ts'
import { Waiting } from './parts/section.tsx'
import { postsSearch } from './posting/posts-search.ts'
import { registerPages } from './register/pages.ts'
import { reviewPages } from './review/pages.ts'
import { planPages } from './review/plan-pages.ts'
import { type Context, framed, inFrame, root } from './roots.tsx'

/*
 * The addresses. A page is one file that exports one component with its room's words in its name. To add one, give its
 * address a component that is read when first needed, and put a new address into the list below:
 *   const posts = createRoute({ getParentRoute: inFrame, path: '/posts',
 *     component: lazyRouteComponent(() => import('./posting/posts.page.tsx'), 'PostsPage'),
 *     validateSearch: z.object({ state: z.string().optional() }) })
 * The page reads `useParams({ from: '/staff/posts/$id' })` and `useSearch({ from: '/staff/posts' })`, both typed.
 */

const today = createRoute({
  getParentRoute: inFrame,
  path: '/',
  component: lazyRouteComponent(() => import('./posting/today.page.tsx'), 'TodayPage'),
})
/** One component for both addresses: a new draft gets its own address while somebody types, and the page stays as it is. */
const composePage = lazyRouteComponent(() => import('./posting/compose.page.tsx'), 'ComposePage')
const write = createRoute({
  getParentRoute: inFrame,
  path: '/write',
  component: composePage,
  validateSearch: z.object({
    /** The account that is ticked from the beginning. */
    account: z.string().optional().catch(undefined),
  }),
})
const draft = createRoute({ getParentRoute: inFrame, path: '/write/$id', component: composePage })
/** One component for both addresses: the list stays where it is while another conversation is opened. */
const deskPage = lazyRouteComponent(() => import('./inbox/desk.page.tsx'), 'DeskPage')
const surge = createRoute({
  getParentRoute: inFrame,
  path: '/desk/surge',
  component: lazyRouteComponent(() => import('./inbox/surge.page.tsx'), 'SurgePage'),
  validateSearch: z.object({ group: z.string().optional(), batch: z.string().optional() }),
})
const howDeskWorks = createRoute({
  getParentRoute: inFrame,
  path: '/desk/settings',
  component: lazyRouteComponent(() => import('./inbox/desk-settings.page.tsx'), 'DeskSettingsPage'),
})
const questions = createRoute({
  getParentRoute: inFrame,
  path: '/questions',
  component: lazyRouteComponent(() => import('./inbox/asking.page.tsx'), 'AskingPage'),
})
const question = createRoute({
  getParentRoute: inFrame,
  path: '/questions/$id',
  component: lazyRouteComponent(() => import('./inbox/question.page.tsx'), 'QuestionPage'),
  validateSearch: z.object({ theme: z.string().optional() }),
})
const desk = createRoute({ getParentRoute: inFrame, path: '/desk', component: deskPage, validateSearch: deskSearch })
const oneConversation = createRoute({
  getParentRoute: inFrame,
  path: '/desk/$id',
  component: deskPage,
  validateSearch: deskSearch,
})
const approvals = createRoute({
  getParentRoute: inFrame,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./posting/approvals.page.tsx'), 'ApprovalsPage'),
})
const approval = createRoute({
  getParentRoute: inFrame,
  path: '/approvals/$id',
  component: lazyRouteComponent(() => import('./posting/approval.page.tsx'), 'ApprovalPage'),
})
const posts = createRoute({
  getParentRoute: inFrame,
  path: '/posts',
  component: lazyRouteComponent(() => import('./posting/posts.page.tsx'), 'PostsPage'),
  validateSearch: postsSearch,
})
const post = createRoute({
  getParentRoute: inFrame,
  path: '/posts/$id',
  component: lazyRouteComponent(() => import('./posting/post.page.tsx'), 'PostPage'),
})
const duty = createRoute({
  getParentRoute: inFrame,
  path: '/duty',
  component: lazyRouteComponent(() => import('./inbox/duty.page.tsx'), 'DutyPage'),
  validateSearch: z.object({
    /** The alarm that led here. */
    alarm: z.string().max(64).optional().catch(undefined),
  }),
})
const objectives = createRoute({
  getParentRoute: inFrame,
  path: '/objectives',
  component: lazyRouteComponent(() => import('./strategy/objectives.page.tsx'), 'ObjectivesPage'),
  validateSearch: z.object({ which: z.enum(['inForce', 'all']).default('inForce').catch('inForce') }),
})
const standards = createRoute({
  getParentRoute: inFrame,
  path: '/standards',
  component: lazyRouteComponent(() => import('./inbox/standards.page.tsx'), 'StandardsPage'),
  validateSearch: z.object({
    show: z.enum(['waiting', 'standing', 'all']).default('waiting').catch('waiting'),
    reference: z.string().max(20).optional().catch(undefined),
    after: z.string().max(64).optional().catch(undefined),
  }),
})
const subjectAccess = createRoute({
  getParentRoute: inFrame,
  path: '/subject-access',
  component: lazyRouteComponent(() => import('./inbox/subject.page.tsx'), 'SubjectPage'),
})
const lines = createRoute({
  getParentRoute: inFrame,
  path: '/lines',
  component: lazyRouteComponent(() => import('./inbox/lines.page.tsx'), 'LinesPage'),
  validateSearch: z.object({ which: z.enum(['inForce', 'all']).default('inForce').catch('inForce') }),
})
const practice = createRoute({
  getParentRoute: inFrame,
  path: '/practice',
  component: lazyRouteComponent(() => import('./networks/practice.page.tsx'), 'PracticePage'),
  validateSearch: z.object({ account: z.string().optional(), post: z.string().optional() }),
})
const rules = createRoute({
  getParentRoute: inFrame,
  path: '/rules',
  component: lazyRouteComponent(() => import('./rulebook/rules.page.tsx'), 'RulesPage'),
  validateSearch: z.object({
    sought: z.string().optional(),
    weight: z.enum(['block', 'needsApproval', 'advise']).optional().catch(undefined),
  }),
})
const people = createRoute({
  getParentRoute: inFrame,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people.page.tsx'), 'PeoplePage'),
  validateSearch: z.object({ left: z.enum(['no', 'yes']).default('no').catch('no') }),
})
const training = createRoute({
  getParentRoute: inFrame,
  path: '/people/training',
  component: lazyRouteComponent(() => import('./people/training.page.tsx'), 'TrainingPage'),
})
const held = createRoute({
  getParentRoute: inFrame,
  path: '/people/$id/holds',
  component: lazyRouteComponent(() => import('./people/held.page.tsx'), 'HeldPage'),
})
const health = createRoute({
  getParentRoute: inFrame,
  path: '/health',
  component: lazyRouteComponent(() => import('./posting/health.page.tsx'), 'HealthPage'),
})
const holds = createRoute({
  getParentRoute: inFrame,
  path: '/holds',
  component: lazyRouteComponent(() => import('./posting/holds.page.tsx'), 'HoldsPage'),
})
const settings = createRoute({
  getParentRoute: inFrame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./people/me.page.tsx'), 'MePage'),
})
const force = createRoute({
  getParentRoute: inFrame,
  path: '/settings/force',
  component: lazyRouteComponent(() => import('./people/force.page.tsx'), 'ForcePage'),
})
const find = createRoute({
  getParentRoute: inFrame,
  path: '/find',
  component: lazyRouteComponent(() => import('./find/find.page.tsx'), 'FindPage'),
  // The router reads `101` and `true` in an address as what they look like; here they are words.
  validateSearch: z.object({
    words: z
      .union([z.string(), z.number(), z.boolean()])
      .transform((words) => String(words).slice(0, 200))
      .default('')
      .catch(''),
  }),
})

const archive = createRoute({
  getParentRoute: inFrame,
  path: '/archive',
  component: lazyRouteComponent(() => import('./archive/archive.page.tsx'), 'ArchivePage'),
  validateSearch: z.object({ account: z.string().max(64).optional().catch(undefined) }),
})
const newImport = createRoute({
  getParentRoute: inFrame,
  path: '/archive/new',
  component: lazyRouteComponent(() => import('./archive/import-new.page.tsx'), 'ImportNewPage'),
  validateSearch: z.object({ account: z.string().max(64).optional().catch(undefined) }),
})
const followers = createRoute({
  getParentRoute: inFrame,
  path: '/archive/followers/$id',
  component: lazyRouteComponent(() => import('./archive/audience.page.tsx'), 'AudiencePage'),
})
const oneImport = createRoute({
  getParentRoute: inFrame,
  path: '/archive/$id',
  component: lazyRouteComponent(() => import('./archive/import.page.tsx'), 'ImportPage'),
})

/** Pages without the frame. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./people/sign-in.page.tsx'), 'SignInPage'),
  validateSearch: z.object({
    /** An address of ours to go back to; anything else is left out. */
    back: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
    ended: z.boolean().optional().catch(undefined),
    step: z.literal('change').optional().catch(undefined),
  }),
})
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  component: lazyRouteComponent(() => import('./people/first-run.page.tsx'), 'FirstRunPage'),
})
const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('./gallery/gallery.page.tsx'), 'GalleryPage'),
})

const staff = framed.addChildren([
  today,
  write,
  draft,
  desk,
  surge,
  howDeskWorks,
  questions,
  question,
  oneConversation,
  approvals,
  approval,
  posts,
  post,
  ...registerPages,
  ...measurePages,
  ...planPages,
  ...reviewPages,
  duty,
  objectives,
  standards,
  subjectAccess,
  lines,
  practice,
  rules,
  people,
  training,
  held,
  health,
  holds,
  settings,
  force,
  find,
  archive,
  followers,
  newImport,
  oneImport,
])

export const makeRouter = (context: Context) =>
  createRouter({
    routeTree: root.addChildren([staff, signIn, firstRun, gallery]),
    context,
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
