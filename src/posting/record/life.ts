import { z } from 'zod'
import type { Fact } from '../../audit/fact.ts'
import type { CheckResult } from '../../rulebook/finding.ts'
import { type DeliveryState, stateWords } from '../delivery/state.ts'
import { clockWords, whenWords } from '../schedule.ts'
import { asSentence, sentences } from '../sentence.ts'

/** One entry of the life of a post, ready to be read. `icon` is a kind of act, not a picture. */
export const lifeEntry = z.object({
  id: z.string(),
  at: z.string(),
  icon: z.enum(['written', 'checked', 'asked', 'decided', 'sent', 'back', 'reply', 'corrected', 'down', 'looked']),
  title: z.string(),
  detail: z.string(),
  state: z.enum(['done', 'now', 'person']),
})

export type LifeEntry = z.output<typeof lifeEntry>

export type Lived = {
  facts: readonly Fact[]
  /** 'PC Leah Corrigan' by id. */
  nameOf(id: string | null): string
  decisions: readonly {
    kind: string
    person_id: string
    role: string | null
    reason: string
    version: number
    finding: string | null
    at: Date
  }[]
  checks: readonly { at: Date; result: CheckResult }[]
  deliveries: readonly {
    id: string
    handle: string
    state: DeliveryState
    state_since: Date
    sent_at: Date | null
    next_at: Date
    looks: number
    words: string
    removal: string | null
  }[]
  dueAt: Date | null
  zone: string
  now: Date
}

type Entry = Omit<LifeEntry, 'id' | 'state'> & { state?: LifeEntry['state'] }

/** The life of a post as sentences, oldest first. */
export function lifeOf(l: Lived): LifeEntry[] {
  const entries = [
    ...l.facts.flatMap((f) => ofFact(f, l)),
    ...l.checks.flatMap(ofCheck),
    ...l.decisions.flatMap((d) => ofDecision(d, l)),
    ...ofDeliveries(l),
  ]
  return entries
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((entry, n) => ({ state: 'done', ...entry, id: `${n}` }))
}

const by = (l: Lived, f: Fact): string => l.nameOf(f.actor)

function ofFact(f: Fact, l: Lived): Entry[] {
  const entry = (icon: LifeEntry['icon'], title: string, detail = ''): Entry[] => [{ at: f.at, icon, title, detail }]
  const version = typeof f.data.version === 'number' ? f.data.version : 0
  switch (f.kind) {
    case 'post.drafted':
      return f.data.corrects
        ? entry('corrected', `Begun as a correction by ${by(l, f)}`)
        : entry('written', `Begun by ${by(l, f)}`)
    case 'post.edited':
      return f.data.from === 'asked'
        ? entry(
            'back',
            `Changed by ${by(l, f)}, so what was asked no longer counts`,
            `Version ${version} takes its place.`,
          )
        : entry('written', `Changed by ${by(l, f)}`, `Version ${version}.`)
    case 'post.asked':
      return entry(
        'asked',
        `Put before an approver by ${by(l, f)}`,
        `Version ${version}, frozen ${clockWords(new Date(f.at), l.zone)}.`,
      )
    case 'post.discarded':
      return entry('down', `Put away by ${by(l, f)}`, 'Its words are kept.')
    case 'post.correctionBegun':
      return entry('corrected', `A correction was begun by ${by(l, f)}`)
    default:
      return []
  }
}

function ofCheck(c: Lived['checks'][number]): Entry[] {
  const found = c.result.findings.length
  const rules = c.result.checkedRules.length
  const title =
    found === 0
      ? `${rules} rules checked. Nothing found`
      : `${rules} rules checked. ${found === 1 ? 'One thing found' : `${found} things found`}`
  return [
    {
      at: c.at.toISOString(),
      icon: 'checked',
      title,
      detail: c.result.findings
        .slice(0, 3)
        .map((f) => asSentence(`${f.rule} ${f.says}`))
        .join(' '),
    },
  ]
}

function ofDecision(d: Lived['decisions'][number], l: Lived): Entry[] {
  const who = l.nameOf(d.person_id)
  const titles: { readonly [kind: string]: [LifeEntry['icon'], string] } = {
    approve: ['decided', `Approved exactly as it stood: ${who}`],
    refuse: ['back', `Refused by ${who}`],
    sendBack: ['back', `Sent back by ${who}`],
    override: ['decided', `${who} decided that it may stand: ${(d.finding ?? '').split('|')[0] ?? ''}`],
    releaseAtOnce: ['decided', `Released without a second person by ${who}`],
    reviewAfterwards: ['looked', `Looked at afterwards by ${who}`],
    withdraw: ['down', `Withdrawn by ${who}`],
    reopen: ['back', `Taken back before anything left, by ${who}`],
  }
  const [icon, title] = titles[d.kind] ?? ['decided', `${d.kind} by ${who}`]
  return [
    {
      at: d.at.toISOString(),
      icon,
      title,
      detail: [d.kind === 'approve' ? `Version ${d.version}.` : '', d.reason].filter(Boolean).join(' '),
    },
  ]
}

/** One entry for all that went out, and one for each that has something of its own to say. */
function ofDeliveries(l: Lived): Entry[] {
  const sent = l.deliveries.filter((d) => d.sent_at !== null)
  const entries: Entry[] = []
  const last = sent
    .map((d) => d.sent_at)
    .filter((at) => at !== null)
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1)
  if (last) {
    const delay = l.dueAt ? Math.max(0, Math.round((last.getTime() - l.dueAt.getTime()) / 1000)) : 0
    const all = sent.length === l.deliveries.length
    entries.push({
      at: last.toISOString(),
      icon: 'sent',
      title: all
        ? `Sent once to ${sent.length === 1 ? '1 account' : `each of ${sent.length} accounts`}, all live by ${clockWords(last, l.zone)}`
        : `Live on ${sent.length} of ${l.deliveries.length} accounts`,
      detail: delay === 0 ? '' : `Largest delay ${delay} ${delay === 1 ? 'second' : 'seconds'}.`,
    })
  }
  return [...entries, ...l.deliveries.flatMap((d) => ofDelivery(d, l))]
}

function ofDelivery(d: Lived['deliveries'][number], l: Lived): Entry[] {
  const at = d.state_since.toISOString()
  if (d.removal === 'gone' || (d.state === 'withdrawn' && d.sent_at))
    return [{ at, icon: 'down', title: `Gone from ${d.handle}, seen to be gone`, detail: d.words }]
  if (d.state === 'sent' && d.removal)
    return [{ at, icon: 'down', title: `Being removed from ${d.handle}`, detail: d.words, state: 'now' }]
  if (d.state === 'sent' || d.state === 'withdrawn') return []
  const state = d.state === 'needs-person' || d.state === 'refused' || d.state === 'held' ? 'person' : 'now'
  const next =
    d.state === 'checking'
      ? `We look again at ${clockWords(d.next_at, l.zone)}.`
      : d.state === 'waiting'
        ? `Goes out ${whenWords(d.next_at, l.zone, l.now)}.`
        : ''
  return [
    {
      at,
      icon: d.state === 'checking' ? 'looked' : 'sent',
      title: `${stateWords[d.state]}: ${d.handle}`,
      detail: sentences(d.words, next),
      state,
    },
  ]
}
