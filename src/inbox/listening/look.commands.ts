import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Rechecked } from '../../networks/network.ts'
import { aroundOf } from '../desk.queries.ts'
import { changed, type Grown, type Said } from './growth.ts'
import { changeConversations, insertActs, lookAtAgain, standingOf } from './heard.store.ts'
import { type Listening, lockLeased } from './listening.store.ts'
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
    if (!(await lockLeased(c, of))) return ok(null)
    const rows = await lockMessages(c, of, asked)
    const edited: Looked[] = []
    for (const row of rows) if (await keepLook(c, row, answer.messages[row.external_id])) edited.push(row)
    await setLooks(
      c,
      rows.map((row) => ({
        id: row.id,
        look_at: nextLook(row.heard_at, row.open, c.now),
        looked: answer.messages[row.external_id] !== undefined,
      })),
    )
    const at = { forceId: of.force_id, accountId: of.account_id, network: of.network }
    if (edited.length > 0) await weighAnew(c, at, edited, answer)
    return ok(null)
  })
}

/** True when its words are others now. */
async function keepLook(c: Commanding, row: Looked, seen: Rechecked['messages'][string] | undefined): Promise<boolean> {
  if (!seen) return false
  const tell = (to: Looked['state']) =>
    c.record('message.moved', `conversation:${row.conversation_id}`, { message: row.id, from: row.state, to })
  if (seen.state === 'gone') {
    if (row.state === 'gone') return false
    await setMessage(c, row, { state: 'gone', state_since: c.now })
    tell('gone')
    return false
  }
  if (seen.text !== row.text) {
    await changeWords(c, row, seen.text, seen.version)
    tell('changed')
    return true
  }
  if (row.state === 'gone') {
    await setMessage(c, row, { state: 'live', state_since: c.now, network_version: seen.version })
    tell('live')
  } else if (seen.version !== row.network_version) await setMessage(c, row, { network_version: seen.version })
  return false
}

/** What is said otherwise now may weigh more; it never weighs less without a person. */
async function weighAnew(c: Commanding, at: Place, edited: readonly Looked[], answer: Rechecked): Promise<void> {
  const groups = Map.groupBy(edited, (row) => row.conversation_id)
  const rows = await lockConversations(c.tx, at.forceId, [...groups.keys()])
  const after = new Map<string, { now: Grown; row: (typeof rows)[number] }>()
  for (const row of rows) {
    const said = (groups.get(row.id) ?? []).flatMap((m): Said[] => {
      const seen = answer.messages[m.external_id]
      return seen?.state === 'live'
        ? [{ id: m.id, saidAt: m.said_at, ...weighed({ text: seen.text, kind: m.kind, language: m.language }) }]
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
}
