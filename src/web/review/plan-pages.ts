import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { inFrame } from '../roots.tsx'

const plans = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/plans',
  component: lazyRouteComponent(() => import('./plans.page.tsx'), 'PlansPage'),
  /** Ids of the plans that stand side by side, with commas between. */
  validateSearch: z.object({ compare: z.string().max(200).optional().catch(undefined) }),
})
const plan = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/plans/$id',
  component: lazyRouteComponent(() => import('./plan.page.tsx'), 'PlanPage'),
  /** The round with whose decisions and recommendations a new plan begins. */
  validateSearch: z.object({ round: z.string().max(64).optional().catch(undefined) }),
})
const talk = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/plans/talk/$id',
  component: lazyRouteComponent(() => import('./talk.page.tsx'), 'TalkPage'),
})
const carryingOut = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/carrying-out',
  component: lazyRouteComponent(() => import('./carrying-out.page.tsx'), 'CarryingOutPage'),
  /** The account that is to be closed: its list is about to be begun. */
  validateSearch: z.object({ close: z.string().max(64).optional().catch(undefined) }),
})
const checklist = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/carrying-out/$id',
  component: lazyRouteComponent(() => import('./checklist.page.tsx'), 'ChecklistPage'),
})

/** The addresses of plans and of carrying them out. */
export const planPages = [plans, plan, talk, carryingOut, checklist] as const
