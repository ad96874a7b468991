import type { IconName } from '../parts/icon.tsx'
import { words } from '../words.ts'

export type EntryId =
  | 'write'
  | 'today'
  | 'desk'
  | 'approvals'
  | 'duty'
  | 'posts'
  | 'register'
  | 'objectives'
  | 'measures'
  | 'archive'
  | 'reviews'
  | 'questions'
  | 'standards'
  | 'subjectAccess'
  | 'lines'
  | 'practice'
  | 'rules'
  | 'people'
  | 'health'
  | 'settings'

export type Entry = { id: EntryId; to: EntryAddress; name: string; icon: IconName }

/** The addresses of the rail; routes.tsx has a page for each. */
export type EntryAddress =
  | '/'
  | '/write'
  | '/desk'
  | '/approvals'
  | '/duty'
  | '/posts'
  | '/register'
  | '/objectives'
  | '/measures'
  | '/archive'
  | '/reviews'
  | '/questions'
  | '/standards'
  | '/subject-access'
  | '/lines'
  | '/practice'
  | '/rules'
  | '/people'
  | '/health'
  | '/settings'

const w = words.rail

export const writeEntry: Entry = { id: 'write', to: '/write', name: w.write, icon: 'write' }
const today: Entry = { id: 'today', to: '/', name: w.today, icon: 'today' }
const desk: Entry = { id: 'desk', to: '/desk', name: w.desk, icon: 'desk' }
const approvals: Entry = { id: 'approvals', to: '/approvals', name: w.approvals, icon: 'approve' }

/** The rail, in its order: what is happening, what the force answers for, what is set up. */
export const groups: readonly { heading: string; entries: readonly Entry[] }[] = [
  {
    heading: w.now,
    entries: [
      today,
      desk,
      approvals,
      { id: 'duty', to: '/duty', name: w.duty, icon: 'clock' },
      { id: 'posts', to: '/posts', name: w.posts, icon: 'posts' },
    ],
  },
  {
    heading: w.answerFor,
    entries: [
      { id: 'register', to: '/register', name: w.register, icon: 'register' },
      { id: 'objectives', to: '/objectives', name: w.objectives, icon: 'objectives' },
      { id: 'measures', to: '/measures', name: w.measures, icon: 'measures' },
      { id: 'archive', to: '/archive', name: w.archive, icon: 'earlier' },
      { id: 'reviews', to: '/reviews', name: w.reviews, icon: 'scales' },
      { id: 'questions', to: '/questions', name: w.questions, icon: 'reply' },
      { id: 'standards', to: '/standards', name: w.standards, icon: 'shield' },
      { id: 'subjectAccess', to: '/subject-access', name: w.subjectAccess, icon: 'people' },
    ],
  },
  {
    heading: w.setUp,
    entries: [
      { id: 'practice', to: '/practice', name: w.practice, icon: 'practice' },
      { id: 'lines', to: '/lines', name: w.lines, icon: 'reply' },
      { id: 'rules', to: '/rules', name: w.rules, icon: 'rules' },
      { id: 'people', to: '/people', name: w.people, icon: 'people' },
      { id: 'health', to: '/health', name: w.health, icon: 'health' },
      { id: 'settings', to: '/settings', name: w.settings, icon: 'settings' },
    ],
  },
]

/** The foot of a phone; the rest is behind More. */
export const footEntries: readonly Entry[] = [today, desk, writeEntry, { ...approvals, name: w.approve }]
