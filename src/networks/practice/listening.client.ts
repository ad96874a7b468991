import type { Db } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import {
  type Custody,
  type HeardMessage,
  hearingWindowDays,
  type Line,
  type ModerationAct,
  type ModerationSubject,
} from '../network.ts'
import { endingOf } from './answers.ts'
import type { FaultRow, RecordRow } from './practice.store.ts'
import * as store from './practice.store.ts'
import { usualSeconds, waited } from './wait.client.ts'

type Tools = { db: Db; now(): Date }
type Hearing = Pick<Line, 'hear' | 'recheck' | 'moderate'>

const pageSize = 500
/** A message may become visible so much later than its identifier says, while its writer is still at it. */
const settlesMs = 30_000
const dayMs = 86_400_000

/** What an account hears on the practice network, and what it does about it. Identifiers sort by time, so the cursor is one. */
export const listening = (account: Custody['account'], { db, now }: Tools): Hearing => ({
  hear: async (cursor, signal) => {
    if (signal.aborted) return quiet
    const fault = await store.takeFault(db, account.forceId, account.id, null, 'hear')
    const instead = fault && (await insteadOf(fault, now(), signal))
    if (instead) return instead
    const from = cursor ?? firstIdAt(new Date(now().getTime() - hearingWindowDays * dayMs))
    const rows = await store.heardAfter(db, account.forceId, account.id, from, pageSize + 1)
    if (signal.aborted) return quiet
    const page = rows.slice(0, pageSize)
    const more = rows.length > pageSize
    const newest = page.at(-1)?.id ?? from
    const settled = firstIdAt(new Date(now().getTime() - settlesMs))
    // The newest half minute is read again next time; what is older stands still.
    const next = more ? newest : later(from, newest < settled ? newest : settled)
    return { kind: 'heard', messages: page.map(messageOf), cursor: next, more, missing: null }
  },
  recheck: async (externalIds, signal) => {
    if (signal.aborted) return quiet
    const rows = await store.recordsByIds(db, account.forceId, externalIds)
    const known = new Map(rows.map((row) => [row.id, row]))
    const stands = (id: string) => {
      const row = known.get(id)
      return !row || row.removed_at ? goneState : liveState(row)
    }
    return { kind: 'seen', messages: Object.fromEntries(externalIds.map((id) => [id, stands(id)])) }
  },
  moderate: async (act, subject, undo, reason, signal) => {
    if (signal.aborted) return endingOf({ status: 'silence' })
    if (act === 'report' && undo)
      return endingOf({ status: 422, words: 'A report cannot be taken back. Tell the network’s moderators instead.' })
    const row = await store.recordById(db, account.forceId, subject.externalId)
    if (!row || row.to_account !== account.id)
      return endingOf({ status: 422, words: 'This message was not said to this account. Nothing was done.' })
    if (act === 'hide' && row.root_id === null)
      return endingOf({ status: 422, words: 'Only what stands below another post can be hidden. Nothing was done.' })
    const on = subjectOf(act, subject)
    const which = { force_id: account.forceId, account_id: account.id, act, subject: on }
    if (undo) await store.deleteModeration(db, which)
    else await store.insertModeration(db, { ...which, reason, at: now() })
    return { kind: 'done', externalId: on, url: null, proof: { act, subject: on, undone: undo, practice: true } }
  },
})

const quiet = { kind: 'unknown', words: 'The practice network did not answer. We ask again shortly.' } as const
const goneState = { state: 'gone' } as const
const liveState = (row: RecordRow) => ({ state: 'live', text: row.text, version: String(row.version) }) as const
const later = (a: string, b: string): string => (a > b ? a : b)

/** No identifier made since then sorts before this. */
const firstIdAt = (at: Date): string => newId(at).slice(0, 9)

const subjectOf = (act: ModerationAct, subject: ModerationSubject): string =>
  act === 'mute' || act === 'block' ? subject.authorExternalId : subject.externalId

async function insteadOf(fault: FaultRow, now: Date, signal: AbortSignal) {
  const ms = (fault.seconds || usualSeconds) * 1000
  if (fault.act === 'slow') return (await waited(ms, signal)) ? null : quiet
  if (fault.act === 'keysEnded')
    return {
      kind: 'later',
      until: null,
      keyEnded: true,
      words: 'The practice network no longer accepts our keys. Nothing is heard. Clear its faults to go on.',
    } as const
  if (fault.act !== 'tooMany') return quiet
  const words = 'The practice network asks us to slow down. What was said meanwhile is heard afterwards.'
  return { kind: 'later', until: new Date(now.getTime() + ms), keyEnded: false, words } as const
}

const messageOf = (row: RecordRow): HeardMessage => {
  const author = row.author ?? `public:${row.name.toLowerCase()}`
  return {
    externalId: row.id,
    kind: row.kind === 'post' ? 'mention' : row.kind,
    author: { externalId: author, handle: author.replace(/^public:/u, '').replaceAll(' ', '.'), name: row.name },
    text: row.text,
    languages: row.languages,
    saidAt: (row.created_at < row.arrived_at ? row.created_at : row.arrived_at).toISOString(),
    url: row.conversation === null ? `/practice?post=${row.id}` : null,
    parent: row.reply_to ?? row.quotes,
    root: row.root_id,
    thread: row.conversation ?? row.root_id ?? row.id,
    proof: { id: row.id, practice: true },
    rootProof: row.root_id === null ? null : { id: row.root_id, practice: true },
    version: String(row.version),
    pictures: [],
  }
}
