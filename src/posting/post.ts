import type { CheckResult, DecidingRole, Finding } from '../rulebook/finding.ts'
import { said } from './facts.ts'

/** Where a post stands, and which move leads where. Everything that changes a stage asks here. */
export const stages = {
  draft: { edit: 'draft', ask: 'asked', release: 'released', discard: 'discarded' },
  asked: {
    edit: 'draft',
    ask: 'asked',
    approve: 'released',
    release: 'released',
    sendBack: 'sentBack',
    refuse: 'discarded',
    discard: 'discarded',
  },
  sentBack: { edit: 'sentBack', ask: 'asked', release: 'released', discard: 'discarded' },
  released: { reopen: 'draft' },
  discarded: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type Stage = keyof typeof stages
export type Move = 'edit' | 'ask' | 'approve' | 'release' | 'sendBack' | 'refuse' | 'discard' | 'reopen'

/** Null when the move is not possible from there. */
export const afterMove = (stage: Stage, move: Move): Stage | null => {
  const moves: Readonly<Partial<Record<Move, Stage>>> = stages[stage]
  return moves[move] ?? null
}

/** How a post was released: by somebody else beforehand, or at once and perhaps looked at afterwards. */
export type Path = 'approved' | 'lowRisk' | 'emergency'

/**
 * What saving does to a post. A change of something covered, to what was put before somebody, ends the asking and makes a new version;
 * a change of something else leaves the asking as it is.
 */
export function afterEdit(
  post: { stage: Stage; version: number; frozen: boolean },
  coveredChanged: boolean,
): { stage: Stage; version: number; ended: boolean } | null {
  const to = afterMove(post.stage, 'edit')
  if (to === null) return null
  if (!coveredChanged) return { stage: post.stage, version: post.version, ended: false }
  return { stage: to, version: post.frozen ? post.version + 1 : post.version, ended: post.stage === 'asked' }
}

/** The first words, for lists. */
export function titleOf(pieces: readonly string[]): string {
  const words = pieces.join(' ').replace(/\s+/g, ' ').trim()
  if (words === '') return 'No words yet'
  if (words.length <= 72) return words
  const cut = words.slice(0, 72)
  const space = cut.lastIndexOf(' ')
  return `${(space > 40 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/u, '')}…`
}

export type Needing = {
  result: CheckResult
  /** What makes it impossible as it stands: too long, no words, a time that is past. */
  troubles: readonly string[]
  /** The author may let clear posts out alone on every one of these accounts. */
  trusted: boolean
  lowRiskAtOnce: boolean
  /** In whose name it goes out when that person must release it; null otherwise. */
  mustRelease: { rank: string; name: string } | null
  targets: number
  /** When it goes out: `Wed 7 Oct, 08:00`; null for now. */
  when: string | null
}

/** What it takes to publish, and the words of the one filled button. `roles`: of each finding that waits, who may decide it. */
export type Needs = {
  kind: 'publishAtOnce' | 'approval' | 'decision' | 'blocked'
  label: string
  detail: string
  /** The keys of the findings that wait for a person. */
  findings: readonly string[]
  roles: readonly DecidingRole[]
}

const open = (result: CheckResult, severity: Finding['severity']): Finding[] =>
  result.findings.filter((f) => f.state === 'open' && f.severity === severity)

export function needs(n: Needing): Needs {
  const blocks = open(n.result, 'block')
  const approvals = open(n.result, 'needsApproval')
  const waiting = [...blocks, ...approvals]
  const rest = { findings: waiting.map((f) => f.key), roles: [...new Set(waiting.flatMap((f) => f.decidedBy))] }
  const hard = blocks.find((f) => f.decidedBy.length === 0)
  const stop = n.troubles[0] ?? hard?.says
  if (stop !== undefined) return { kind: 'blocked', label: 'Not ready', detail: stop, ...rest }
  const on = n.targets === 1 ? 'on 1 account' : `on ${n.targets} accounts`
  const then = `then publish ${n.when ? `${n.when}, ` : ''}${on}`
  if (blocks.length > 0) return { kind: 'decision', label: decisionLabel(n, blocks, approvals), detail: then, ...rest }
  if (n.mustRelease)
    return {
      kind: 'approval',
      label: `Ask ${said(n.mustRelease)} to release it`,
      detail: then,
      ...rest,
    }
  if (approvals.length === 0 && n.trusted && n.lowRiskAtOnce)
    return {
      kind: 'publishAtOnce',
      label: n.when ? `Publish ${n.when} ${on}` : `Publish now ${on}`,
      detail: 'without waiting; somebody may look at it afterwards',
      ...rest,
    }
  return { kind: 'approval', label: 'Ask for approval', detail: then, ...rest }
}

function decisionLabel(n: Needing, blocks: readonly Finding[], approvals: readonly Finding[]): string {
  const numbers = blocks.map((b) => n.result.findings.indexOf(b) + 1).join(', ')
  return `Ask for a decision on ${numbers} and for approval${approvals.length > 0 ? ' of the rest' : ''}`
}
