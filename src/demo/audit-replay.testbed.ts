import { expect } from 'vitest'
import type { Fact } from '../audit/fact.ts'
import type { Testbed } from '../testbed.ts'

/** Where a post stands after a fact about it; null: where it stood. */
const stageAfter: Readonly<Record<string, string | null>> = {
  'post.drafted': 'draft',
  'post.asked': 'asked',
  'post.approved': 'released',
  'post.releasedAtOnce': 'released',
  'post.releasedEmergency': 'released',
  'post.sentBack': 'sentBack',
  'post.refused': 'discarded',
  'post.discarded': 'discarded',
  'post.reopened': 'draft',
  'post.overridden': null,
  'post.withdrawn': null,
  'post.lookedAfterwards': null,
  'post.correctionBegun': null,
}

type Told = Pick<Fact, 'kind' | 'subject' | 'actor' | 'data'>

const read = async (bed: Testbed): Promise<Told[]> =>
  (await bed.db.selectFrom('fact').select(['kind', 'subject', 'actor', 'data']).orderBy('seq').execute()).map((f) => ({
    ...f,
    data: JSON.parse(f.data) as Fact['data'],
  }))

const idIn = (subject: string): string => subject.slice(subject.indexOf(':') + 1)
const sorted = (pairs: Iterable<readonly [string, unknown]>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))

type Talks = { stages: Map<string, string>; outcomes: Map<string, number> }

/** Where each conversation stands, and how often they ended how. */
function replayTalks(facts: readonly Told[]): Talks {
  const stages = new Map<string, string>()
  const outcomes = new Map<string, number>()
  for (const { kind, subject, data } of facts) {
    const id = idIn(subject)
    if (kind === 'message.heard') {
      for (const opened of data.opened as string[]) stages.set(opened, 'open')
      for (const kept of (data.history ?? []) as string[]) stages.set(kept, 'closed')
      for (const from of Object.keys(data.joined ?? {})) stages.delete(from)
    }
    if (kind === 'conversation.reopened') stages.set(id, 'open')
    if (kind !== 'conversation.closed') continue
    stages.set(id, 'closed')
    outcomes.set(String(data.outcome), (outcomes.get(String(data.outcome)) ?? 0) + 1)
  }
  return { stages, outcomes }
}

function replay(facts: readonly Told[]) {
  const [stages, states, alarms, looks, holds] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, boolean>(),
    new Map<string, string>(),
    new Map<string, boolean>(),
  ]
  const pieces = new Map<string, 'live' | 'gone'>()
  for (const { kind, subject, data } of facts) {
    const id = idIn(subject)
    if (kind === 'post.edited') stages.set(id, String(data.to))
    else if (kind.startsWith('post.')) {
      const to = stageAfter[kind]
      if (to === undefined) throw new Error(`Nobody has said where ${kind} leads.`)
      if (to !== null) stages.set(id, to)
      if (kind === 'post.lookedAfterwards') looks.set(id, String(data.verdict))
    }
    if (kind === 'delivery.moved') states.set(id, String(data.to))
    if (kind === 'piece.live') pieces.set(`${id}/${data.n}`, 'live')
    if (kind === 'piece.gone') pieces.set(`${id}/${data.n}`, 'gone')
    if (kind === 'alarm.raised') alarms.set(id, true)
    if (kind === 'alarm.settled') alarms.set(id, false)
    if (kind === 'hold.placed') holds.set(id, true)
    if (kind === 'hold.released') holds.set(id, false)
  }
  return { stages, states, alarms, looks, holds, pieces }
}

/** What the facts tell, replayed, arrives where the tables are; and no fact holds words or names. */
export async function factsTellTheTables(bed: Testbed): Promise<void> {
  const facts = await read(bed)
  const from = replay(facts)

  const posts = await bed.db.selectFrom('post').select(['id', 'stage']).execute()
  expect(posts.length).toBeGreaterThan(150)
  expect(sorted(from.stages)).toEqual(sorted(posts.map((p) => [p.id, p.stage])))

  const deliveries = await bed.db.selectFrom('delivery').select(['id', 'state']).execute()
  expect(sorted(from.states)).toEqual(sorted(deliveries.map((d) => [d.id, d.state])))

  const pieces = await bed.db
    .selectFrom('piece')
    .select(['delivery_id', 'n', 'removed_at'])
    .where('external_id', 'is not', null)
    .execute()
  expect(sorted(from.pieces)).toEqual(
    sorted(pieces.map((p) => [`${p.delivery_id}/${p.n}`, p.removed_at ? 'gone' : 'live'])),
  )

  const alarms = await bed.db.selectFrom('alarm').select(['id', 'settled_at']).execute()
  expect(sorted(from.alarms)).toEqual(sorted(alarms.map((a) => [a.id, a.settled_at === null])))

  const looks = await bed.db
    .selectFrom('afterlook')
    .select(['post_id', 'verdict'])
    .where('done_at', 'is not', null)
    .execute()
  expect(sorted(from.looks)).toEqual(sorted(looks.map((l) => [l.post_id, l.verdict])))

  const holds = await bed.db.selectFrom('hold').select(['id', 'released_at']).execute()
  expect(sorted(from.holds)).toEqual(sorted(holds.map((h) => [h.id, h.released_at === null])))

  const talks = replayTalks(facts)
  const conversations = await bed.db.selectFrom('conversation').select(['id', 'stage']).execute()
  expect(conversations.length).toBeGreaterThan(150)
  expect(sorted(talks.stages)).toEqual(sorted(conversations.map((c) => [c.id, c.stage])))
  const outcomes = await bed.db.selectFrom('outcome').select('kind').execute()
  expect(sorted(talks.outcomes)).toEqual(
    sorted([...Map.groupBy(outcomes, (o) => o.kind)].map(([kind, all]) => [kind, all.length])),
  )
  await factsHoldNoWords(bed, facts)
}

/** Words and names live in the tables, so that they can be erased and the chain stays whole. */
async function factsHoldNoWords(bed: Testbed, facts: readonly Told[]): Promise<void> {
  const told = JSON.stringify(facts)
  for (const { name } of await bed.db.selectFrom('person').select('name').execute()) expect(told).not.toContain(name)
  for (const { words } of await bed.db.selectFrom('post').select('words').execute())
    if (words.length > 0) expect(told).not.toContain(JSON.stringify(words.slice(0, 40)).slice(1, -1))
  for (const { text } of await bed.db.selectFrom('message').select('text').execute())
    if (text.length > 12) expect(told).not.toContain(JSON.stringify(text.slice(0, 40)).slice(1, -1))
}
