import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Rechecked } from '../../networks/network.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { type CameTo, noteMeanwhile } from '../answering/meanwhile.store.ts'
import { aroundOf } from '../desk.queries.ts'
import { ownDangerWords } from '../settings/settings.queries.ts'
import { changed, type Grown, type Said } from './growth.ts'
import { alarmSubject } from './hear.commands.ts'
import { changeConversations, insertActs, lookAtAgain, standingOf } from './heard.store.ts'
import { type Listening, lockLeased, setListening } from './listening.store.ts'
import { changeWords, type Looked, lockMessages, setLooks, setMessage } from './look.store.ts'
import { tellOf, weighed } from './message.commands.ts'
import { dueWith } from './message.store.ts'
import { nextLook } from './pace.ts'
import { lockConversations, type Place } from './surroundings.queries.ts'

/**
 * Keeps what the network said of messages that were heard before. Changed: the words of before are kept beside. Gone: our copy stays.
 * One about which nothing was said is only asked about again later.
 */
export async function keepLooks(
  world: World,
  of: Listening,
  asked: readonly string[],
  answer: Rechecked,
): Promise<void> {
  await command(world, { forceId: of.force_id, personId: null, roles: [] }, async (c) => {
    const listening = await lockLeased(c, of)
    if (!listening) return ok(null)
    if (listening.looks_failing_since) await looksAgain(c, listening)
    const rows = await lockMessages(c, of, asked)
    const edited: Looked[] = []
    const gone: Looked[] = []
    for (const row of rows) {
      const to = await keepLook(c, row, answer.messages[row.external_id])
      if (to === 'changed') edited.push(row)
      if (to === 'gone') gone.push(row)
    }
    await setLooks(
      c,
      rows.map((row) => ({
        id: row.id,
        look_at: nextLook(row.heard_at, row.open, c.now, row.is_answered),
        looked: answer.messages[row.external_id] !== undefined,
      })),
    )
    const at = { forceId: of.force_id, accountId: of.account_id, network: of.network }
    const danger = edited.length > 0 ? await weighAnew(c, at, edited, answer) : new Set<string>()
    await noteMeanwhile(c, [
      ...edited.map((row) => cameTo(c, row, 'changed', danger)),
      ...gone.map((row) => cameTo(c, row, 'gone', danger)),
    ])
    return ok(null)
  })
}

/** Notes that the network did not say how things stand, since when and why. `watchHearing` tells somebody when it lasts. */
export async function keepNotLooked(world: World, of: Listening, words: string): Promise<void> {
  await command(world, { forceId: of.force_id, personId: null, roles: [] }, async (c) => {
    const row = await lockLeased(c, of)
    if (!row) return ok(null)
    if (row.looks_failing_since === null)
      c.record('listening.looksStopped', alarmSubject(of.account_id), { since: c.now.toISOString() })
    await setListening(c, of.account_id, { looks_failing_since: row.looks_failing_since ?? c.now, looks_words: words })
    return ok(null)
  })
}

async function looksAgain(c: Commanding, row: Listening): Promise<void> {
  await setListening(c, row.account_id, { looks_failing_since: null, looks_words: '' })
  await closeAlarms(c, alarmSubject(row.account_id), ['notLooked'])
  c.record('listening.looksAgain', alarmSubject(row.account_id), {
    since: row.looks_failing_since?.toISOString() ?? null,
  })
}

const cameTo = (c: Commanding, row: Looked, what: 'changed' | 'gone', danger: ReadonlySet<string>): CameTo => ({
  conversationId: row.conversation_id,
  postId: row.draft_post_id,
  said: [{ author: row.author_external_id, what, at: c.now }],
  danger: what === 'changed' && danger.has(row.id),
})

/** What became of it: other words, or nothing any more; null: it is as it was, or there again. */
async function keepLook(
  c: Commanding,
  row: Looked,
  seen: Rechecked['messages'][string] | undefined,
): Promise<'changed' | 'gone' | null> {
  if (!seen) return null
  const tell = (to: Looked['state']) =>
    c.record('message.moved', `conversation:${row.conversation_id}`, { message: row.id, from: row.state, to })
  if (seen.state === 'gone') {
    if (row.state === 'gone') return null
    await setMessage(c, row, { state: 'gone', state_since: c.now })
    tell('gone')
    return 'gone'
  }
  if (seen.text !== row.text) {
    await changeWords(c, row, seen.text, seen.version)
    tell('changed')
    return 'changed'
  }
  if (row.state === 'gone') {
    await setMessage(c, row, { state: 'live', state_since: c.now, network_version: seen.version })
    tell('live')
  } else if (seen.version !== row.network_version) await setMessage(c, row, { network_version: seen.version })
  return null
}

/** What is said otherwise now may weigh more; it never weighs less without a person. Returns the messages that may now speak of danger. */
async function weighAnew(
  c: Commanding,
  at: Place,
  edited: readonly Looked[],
  answer: Rechecked,
): Promise<ReadonlySet<string>> {
  const groups = Map.groupBy(edited, (row) => row.conversation_id)
  const rows = await lockConversations(c.tx, at.forceId, [...groups.keys()])
  const own = await ownDangerWords(c.tx, at.forceId)
  const after = new Map<string, { now: Grown; row: (typeof rows)[number] }>()
  for (const row of rows) {
    const said = (groups.get(row.id) ?? []).flatMap((m): Said[] => {
      const seen = answer.messages[m.external_id]
      return seen?.state === 'live'
        ? [{ id: m.id, saidAt: m.said_at, ...weighed({ text: seen.text, kind: m.kind, language: m.language }, own) }]
        : []
    })
    const [first, ...others] = said
    if (first) after.set(row.id, { now: changed(standingOf(row), [first, ...others], c.now), row })
  }
  const hours = await aroundOf(
    c.tx,
    at.forceId,
    rows.map((r) => r.account_id),
  )
  await changeConversations(
    c,
    [...after.values()].map(({ now, row }) => ({ ...row, ...dueWith(hours, row, now, c.now) })),
  )
  const reopened = [...after].filter(([, { now }]) => now.reopened).map(([id]) => id)
  await lookAtAgain(c, reopened)
  await insertActs(
    c,
    reopened.map((id) => ({
      force_id: at.forceId,
      id: newId(c.now),
      conversation_id: id,
      kind: 'reopened',
      by_id: null,
      at: c.now,
      words: 'They changed what they had said, and it may now speak of danger.',
    })),
  )
  for (const [id, { now }] of after) tellOf(c, id, now)
  return new Set([...after.values()].flatMap(({ now }) => now.newDanger ?? []))
}
