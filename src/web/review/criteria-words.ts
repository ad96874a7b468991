import type { Basis, Criterion, Setting } from '../../review/criteria.ts'
import { Count, count, plural } from '../say.ts'

/** The answer of the page of criteria: how many tests are in use, and how many lines are the force's own. */
export const criteriaHeading = (settings: readonly Setting[]): string => {
  const used = settings.filter((s) => s.used).length
  const own = settings.filter((s) => s.used && s.basis === 'force').length
  const tests = `${Count(used)} ${plural(used, 'test')} ${used === 1 ? 'judges' : 'judge'} our accounts`
  return own === 0 ? `${tests}, all as proposed` : `${tests}, ${count(own)} of them changed by the force`
}

export const criteriaWords = {
  reading: 'Reading the criteria',
  failed: 'The criteria were not read',
  reviews: 'Reviews',
  criteria: 'Criteria',
  lede: (version: number) =>
    `${version === 0 ? 'As we propose them, until the force writes its own' : `Version ${version}`}. A round keeps the criteria that it began with. They recommend; a person decides.`,
  test: 'Test',
  from: 'Read from',
  line: 'Stands out',
  source: 'Where the line comes from',
  edit: 'Change',
  editLabel: (name: string) => `Change ${name}`,
  grave: (lines: string) => `for closing ${lines}`,
  notUsed: 'Not in use',
  speaks: {
    improve: 'Past the line, something is to be mended',
    overlap: 'Past the line, accounts may be merged',
    support: 'Past the line, one more reason to merge where accounts overlap',
    imitation: 'Past the line, the network is asked to end it',
  } satisfies Record<Criterion['speaks'], string>,
  bases: {
    field: 'A source of the field sets it',
    data: 'Published data show it',
    proposed: 'Our own proposal',
    force: 'The force’s own',
  } satisfies Record<Basis, string>,
  versions: 'Versions that the force wrote',
  noVersions: 'None yet: what stands above is proposed.',
  version: 'Version',
  why: 'Why',
  by: 'Written by',
  used: 'In use',
  lineLabel: (unit: string) => `The line, ${unit}`,
  graveLabel: (unit: string) => `From where it speaks for closing, ${unit}`,
  byClass: 'Another line for a class',
  byClassHint: 'Leave empty where the line above holds.',
  units: { share: 'in hundredths', days: 'in days', hours: 'in hours', count: 'as a number' } satisfies Record<
    Criterion['unit'],
    string
  >,
  sourceLabel: 'Where this line comes from',
  whyLabel: 'Why it is changed, kept with the version',
  act: (version: number) => `Write version ${version}`,
  heading: (name: string) => `Change “${name}”`,
  number: 'Write a number, nought or more.',
  short: 'Write at least three letters.',
} as const
