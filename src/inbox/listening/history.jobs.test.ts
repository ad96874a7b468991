import { expect, test } from 'vitest'
import { value } from '../../posting/posting.testbed.ts'
import { conversationFor } from '../conversation.queries.ts'
import { lookFirst } from '../conversation.ts'
import { watchDanger, watchDesk } from '../duty/watch.jobs.ts'
import { queue } from '../inbox.contract.ts'
import { queueFor } from '../queue.queries.ts'
import { begun } from './growth.ts'
import { beforeWeListened, historyWords } from './history.ts'
import { at, type ListenBed, openListenBed } from './listening.testbed.ts'

const day = 86_400_000
const danger = 'There is a man with a knife attacking somebody in Mill Lane right now, please help'

const desk = (bed: ListenBed) => ({ forceId: bed.forceId, personId: 'p', roles: ['deskAgent'] })
const queued = (bed: ListenBed, show: 'all' | 'closed') =>
  queueFor(bed.db, desk(bed), bed.clock.now(), queue.input.parse({ show }))

/** An account is connected: its network still has what was said in the last weeks, a page at a time. */
async function connected() {
  const bed = await openListenBed()
  const said = (text: string, by: string, daysAgo: number, more = {}) =>
    bed.say(text, { by, saidAt: at(bed, daysAgo * day), ...more })
  const old = said('When does the front counter open on Sunday?', 'old', 20)
  const grave = said(danger, 'grave', 19)
  const young = said('When does the front counter open on Monday?', 'young', 2)
  said('Or on Saturday?', 'old', 18, { parent: old, root: old })
  const now = said('When does the front counter open today?', 'now', 0)
  await bed.hear()
  return Object.assign(bed, { old, grave, young, now })
}

test('what was said before we listened is history: the young is asked from now on, the old is kept, the grave waits first', async () => {
  await using bed = await connected()
  const begunAt = (await bed.row()).begun_at
  const [old, grave, young, now] = await Promise.all(
    [bed.old, bed.grave, bed.young, bed.now].map((id) => bed.conversation(id)),
  )
  expect(old).toMatchObject({ stage: 'closed', messages: 2, waiting_since: null, due_at: null, offered_to_id: null })
  expect(grave).toMatchObject({ stage: 'open', rank: 0, aims_from: begunAt })
  expect(young).toMatchObject({ stage: 'open', aims_from: begunAt, waiting_since: young?.opened_at })
  expect(now).toMatchObject({ stage: 'open', aims_from: null })
  for (const open of [grave, young]) expect(open?.due_at?.getTime()).toBeGreaterThan(begunAt?.getTime() ?? 0)

  const all = await queued(bed, 'all')
  expect(all).toMatchObject({ waiting: 3, inDanger: 1, overdue: 0, before: 2 })
  expect(all.rows.map((r) => [r.id, r.before])).toEqual([
    [grave?.id, true],
    [young?.id, true],
    [now?.id, false],
  ])
  const closed = await queued(bed, 'closed')
  expect(closed.rows.map((r) => [r.id, r.before])).toEqual([[old?.id, true]])
  expect(await bed.db.selectFrom('outcome').select('id').execute()).toEqual([])
  const shown = value(await conversationFor(bed.db, desk(bed), bed.clock.now(), old?.id ?? ''))
  expect(shown.entries).toMatchObject([
    { what: 'theirs', before: true },
    { what: 'theirs', before: true },
    { what: 'act', kind: 'closed', by: null, words: historyWords },
  ])
  const heard = await bed.db.selectFrom('fact').select('data').where('kind', '=', 'message.heard').execute()
  expect(heard.flatMap((f) => JSON.parse(f.data).history ?? [])).toEqual([old?.id])
})

test('history rings no alarm of a clock, danger in it does; who writes again is asked like anybody', async () => {
  await using bed = await connected()
  await watchDanger(bed)
  bed.clock.forward(7 * day)
  await watchDesk(bed)
  const alarms = () => bed.db.selectFrom('alarm').select(['kind', 'words']).where('settled_at', 'is', null).execute()
  expect((await alarms()).map((a) => a.kind).sort()).toEqual(['danger', 'overdue'])
  expect((await alarms()).find((a) => a.kind === 'overdue')?.words).toMatch(/^One conversation is over its clock/)
  const before = await bed.conversation(bed.old)
  bed.say('Still nobody?', { by: 'old', parent: bed.old, root: bed.old })
  await bed.hear()
  const again = await bed.conversation(bed.old)
  expect(again).toMatchObject({ id: before.id, stage: 'open', messages: 3 })
  expect(again.reopened_at?.getTime()).toBeGreaterThan(again.aims_from?.getTime() ?? Number.POSITIVE_INFINITY)
  expect((await queued(bed, 'all')).rows.find((r) => r.id === again.id)?.before).toBe(false)
})

test('nothing is history where nobody wrote down since when we listen, or what was said since', () => {
  const suggestion = { category: 'question', danger: false, because: [] } as const
  const saidAt = new Date('2026-09-01T10:00:00Z')
  const now = new Date('2026-10-01T10:00:00Z')
  const said = begun([{ id: 'm', saidAt, suggestion: { ...suggestion, because: [] }, language: 'en' }], now)
  expect(beforeWeListened(said, null, true, now)).toBe(said)
  expect(beforeWeListened(said, saidAt, true, now)).toBe(said)
  const later = new Date(saidAt.getTime() + 8 * day)
  // It came in long after we began, and says that it is older.
  expect(beforeWeListened(said, later, true, now)).toMatchObject({ stage: 'open', aimsFrom: later })
  const soon = new Date(later.getTime() + 3_600_000)
  expect(beforeWeListened(said, later, true, soon)).toMatchObject({ stage: 'closed', aimsFrom: later })
  // A person has it in hand, or has said what it is.
  expect(beforeWeListened(said, later, false, soon)).toMatchObject({ stage: 'open', aimsFrom: later })
  expect(beforeWeListened({ ...said, decided: true }, later, true, soon).stage).toBe('open')
  expect(beforeWeListened({ ...said, category: 'callForService' }, later, true, soon).stage).toBe('open')
  for (const rank of [0, lookFirst]) expect(beforeWeListened({ ...said, rank }, later, true, soon).stage).toBe('open')
})
