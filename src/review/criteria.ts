import { z } from 'zod'
import { type AccountClass, accountClasses } from '../register/account.ts'

/** The tests of an account, in the order in which a scorecard lists them. */
export const criterionIds = [
  'answers',
  'dialogue',
  'ownWords',
  'repeats',
  'silent',
  'dormant',
  'near',
  'samePlace',
  'unattended',
  'unwatched',
  'waited',
  'people',
  'balance',
  'owner',
  'record',
  'objective',
  'strategy',
  'imitates',
] as const
export const criterionId = z.enum(criterionIds)
export type CriterionId = z.output<typeof criterionId>

/** How one test reads. `rightlySilent`: silent between events, for a reason that a named person recorded. */
export const readings = [
  'strong',
  'inOrder',
  'rightlySilent',
  'gap',
  'silent',
  'overlaps',
  'onePerson',
  'imitates',
  'notMeasured',
] as const
export const reading = z.enum(readings)
export type Reading = z.output<typeof reading>

export const readingWords: Readonly<Record<Reading, string>> = {
  strong: 'Strong',
  inOrder: 'In order',
  rightlySilent: 'Rightly silent',
  gap: 'Gap',
  silent: 'Silent',
  overlaps: 'Overlaps',
  onePerson: 'One person',
  imitates: 'Looks like ours',
  notMeasured: 'Not measured',
}

/** Which tests are made of whom: an account of ours, one that somebody else runs in our name, one that only looks like ours. */
export const subjects = ['ours', 'unofficial', 'lookAlike'] as const
export const subject = z.enum(subjects)
export type Subject = z.output<typeof subject>

/** Where a line comes from. `force`: the force set it itself. */
export const bases = ['field', 'data', 'proposed', 'force'] as const
export type Basis = (typeof bases)[number]

/** What a test is, which the force does not edit; its lines are in `Setting`. */
export type Criterion = {
  name: string
  /** The measure it reads, or what the register or the desk knows, in words. */
  from: { measure: string } | { record: string }
  better: 'more' | 'less'
  unit: 'share' | 'days' | 'hours' | 'count'
  /** How it reads past its line. */
  past: Extract<Reading, 'gap' | 'silent' | 'overlaps' | 'onePerson' | 'imitates'>
  /** What it speaks for past its line: a fault to mend, an overlap, one more reason to merge where there is one, or asking the network. */
  speaks: 'improve' | 'overlap' | 'support' | 'imitation'
  /** A fault that joining another account mends; any other is a reason to improve and none to merge. */
  eased?: true
  of: readonly Subject[]
}

const ours = ['ours'] as const
const both = ['ours', 'unofficial'] as const

export const criteria: Readonly<Record<CriterionId, Criterion>> = {
  answers: testOf('Public questions answered', { measure: 'M08' }, 'more', 'share', both),
  dialogue: testOf('Dialogue share', { measure: 'M07' }, 'more', 'share', both),
  ownWords: testOf('Own words', { measure: 'M04' }, 'more', 'share', both),
  repeats: testOf('Repeats of itself', { measure: 'M05' }, 'less', 'share', both),
  silent: { ...testOf('Silent days', { measure: 'M01' }, 'less', 'days', both), past: 'silent', eased: true },
  dormant: {
    ...testOf('Dormant, or only passing on', { measure: 'M03' }, 'less', 'count', both),
    past: 'silent',
    eased: true,
  },
  near: {
    ...testOf('Said by another account here too', { measure: 'M06' }, 'less', 'share', both),
    past: 'overlaps',
    speaks: 'overlap',
  },
  samePlace: {
    ...testOf(
      'Accounts for the same place',
      { record: 'the register: same area, same network' },
      'less',
      'count',
      both,
    ),
    past: 'overlaps',
    speaks: 'overlap',
  },
  unattended: { ...testOf('Waiting unseen', { measure: 'M02' }, 'less', 'hours', ours), eased: true },
  unwatched: { ...testOf('Hours a week with nobody looking', { measure: 'M15' }, 'less', 'hours', ours), eased: true },
  waited: {
    ...testOf('Messages of risk that waited over 12 hours', { record: 'the desk' }, 'less', 'count', ours),
    eased: true,
  },
  people: {
    ...testOf('People who write there', { record: 'the register' }, 'more', 'count', ours),
    past: 'onePerson',
    speaks: 'support',
  },
  balance: testOf('The busiest voice’s share', { measure: 'M16' }, 'less', 'share', ours),
  owner: {
    ...testOf('Offices held that answer for it', { record: 'the register' }, 'more', 'count', ours),
    eased: true,
  },
  record: testOf('Record in order', { measure: 'M29' }, 'more', 'share', ours),
  objective: testOf('Objectives it serves', { record: 'the register' }, 'more', 'count', ours),
  strategy: testOf('Posts that serve an objective', { measure: 'M22' }, 'more', 'share', ours),
  imitates: {
    ...testOf('May be taken for ours', { record: 'the list of look-alikes' }, 'less', 'count', ['lookAlike']),
    past: 'imitates',
    speaks: 'imitation',
  },
}

function testOf(
  name: string,
  from: Criterion['from'],
  better: Criterion['better'],
  unit: Criterion['unit'],
  of: readonly Subject[],
): Criterion {
  return { name, from, better, unit, of, past: 'gap', speaks: 'improve' }
}

const line = z.number().min(0).max(10_000)
/** One line for all, and others for the classes named. */
export const lines = z.object({ all: line, byClass: z.partialRecord(z.enum(accountClasses), line).default({}) })
export type Lines = z.output<typeof lines>

/** What the force may edit. `grave`: from where silence speaks for closing; null where a test knows no such line. */
export const setting = z.object({
  used: z.boolean(),
  line: lines,
  grave: lines.nullable(),
  basis: z.enum(bases),
  source: z.string().trim().min(3).max(500),
})
export type Setting = z.output<typeof setting>

export const settings = z.record(criterionId, setting)
export type Settings = z.output<typeof settings>

/** The line that holds for a class. */
export const lineFor = (of: Lines, accountClass: AccountClass | null): number =>
  (accountClass === null ? undefined : of.byClass[accountClass]) ?? of.all

const set = (all: number, basis: Basis, source: string, byClass: Lines['byClass'] = {}): Setting => ({
  used: true,
  line: { all, byClass },
  grave: null,
  basis,
  source,
})

/** Version 0: what we propose until the force writes its own, each with where it comes from. Shares are 0 to 1. */
export const proposedSettings: Settings = {
  answers: set(0.2, 'proposed', 'The force sets its aim; before reform some accounts never answered anybody.'),
  dialogue: set(
    0.05,
    'data',
    'Five large forces ran from 1% to 42% in 2019 to 2021; the inspectorate asks for dialogue.',
  ),
  ownWords: set(0.5, 'data', 'Three London accounts have 71% own words, Helsinki 68%.'),
  repeats: set(0.1, 'data', 'Five large forces ran from 0.5% to 40%; over a tenth needs a reason.'),
  silent: {
    ...set(
      30,
      'proposed',
      'Two London force accounts paused for at most 3 and 9 days. Purpose sets the line: event-driven accounts are left out.',
      {
        corporate: 3,
        contactDesk: 3,
      },
    ),
    grave: { all: 90, byClass: { corporate: 7, contactDesk: 7 } },
  },
  dormant: set(
    0,
    'proposed',
    'Silent past the day to act, or only passing on what others say, as measure M03 reads it.',
  ),
  near: set(
    0.3,
    'proposed',
    'Over 30% of what it says is said on the same network by another account of the force within a week.',
  ),
  samePlace: set(0, 'proposed', 'Same area on the same network: people there have two accounts to follow.'),
  unattended: set(
    24,
    'field',
    'Not looking daily was one force’s stated reason to close accounts; elsewhere a serious report lay unseen from Thursday to Sunday.',
  ),
  unwatched: set(128, 'proposed', 'Fewer than 40 hours a week. What is stated must be what is done.'),
  waited: set(0, 'field', 'A serious report lay unseen from Thursday to Sunday.'),
  people: set(2, 'proposed', 'An account that hangs on one person ends when that person moves.'),
  balance: set(0.7, 'proposed', 'With three or more who sign: over 70% by one of them.'),
  owner: set(1, 'field', 'Ownership attaches to an office that somebody holds.'),
  record: set(1, 'field', 'Owner, training, cover, keys and review, all of them in order.'),
  objective: set(1, 'field', 'The inspectorate found accounts that were not linked to a strategy.'),
  strategy: set(0.9, 'proposed', 'Nine posts in ten; the inspectorate asks for the link, the figure is ours.'),
  imitates: set(0, 'field', 'Unofficial and look-alike accounts are listed with what became of them.'),
}

/** Better than the middle of its class by a fifth of it reads strong. */
export const strongBy = 1.2
