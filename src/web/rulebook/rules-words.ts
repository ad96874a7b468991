import type { Rule, SourceKind } from '../../rulebook/rule.ts'
import type { Severity } from '../../rulebook/season.ts'
import type { Severity as Mark } from '../parts/state-mark.tsx'
import { Count } from '../say.ts'

export const markOf: Readonly<Record<Severity, Mark>> = {
  block: 'blocked',
  needsApproval: 'approval',
  advise: 'advice',
}

/** All, or those that a filter leaves. */
export const rulesHeading = (all: number, shown: number, force: string): string => {
  if (shown === all) return `${all} posting rules${force ? ` for ${force}` : ''}, each with its source`
  if (shown === 0) return `None of the ${all} rules fits`
  return shown === 1 ? `One of ${all} rules` : `${Count(shown)} of ${all} rules`
}

export const rulesWords = {
  reading: 'Reading the rulebook',
  failed: 'The rulebook was not read',
  lede: (blocks: number, approvals: number, advice: number, version: string) =>
    `${blocks} block until somebody decides, ${approvals} need approval, ${advice} advise. Version ${version}.`,
  sought: 'Find in the rules',
  weight: 'What it does',
  any: 'Everything',
  weights: { block: 'Blocked until decided', needsApproval: 'Needs approval', advise: 'Advice' } satisfies Record<
    Severity,
    string
  >,
  off: 'Not looked at in this force',
  own: (ours: string, theirs: string) =>
    `This force weighs it so: ${ours}. The rulebook says: ${theirs.toLowerCase()}.`,
  why: 'Why',
  fix: 'What to do',
  source: 'Source',
  kinds: { official: 'Official', press: 'Press', computed: 'Computed', ours: 'Ours' } satisfies Record<
    SourceKind,
    string
  >,
  decides: 'May decide',
  anybody: 'Whoever writes may leave it',
  nobody: 'Nobody: it must be put right',
  looks: 'Looks at',
  modes: { auto: 'the words', meta: 'what is stored with the post', ask: 'what a person confirms' } satisfies Record<
    Rule['mode'],
    string
  >,
  where: 'Where',
  jurisdictions: { englandWales: 'England and Wales', scotland: 'Scotland', northernIreland: 'Northern Ireland' },
  everywhere: 'England and Wales, Scotland, Northern Ireland',
  changed: 'Last changed',
  examples: (n: number) => `${n} examples`,
  noticed: 'It is noticed',
  fine: 'It is fine',
  noWords: '(no words)',
} as const
