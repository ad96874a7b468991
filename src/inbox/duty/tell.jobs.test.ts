import { expect, test } from 'vitest'
import { command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import { openAlarm } from '../../posting/delivery/alarm.store.ts'
import { must } from '../../register/register.testbed.ts'
import { dueOf } from '../desk.queries.ts'
import { alarmsNow, oneAlarm } from './alarms.queries.ts'
import { type DutyBed, openDutyBed, secretWords } from './duty.testbed.ts'
import { addEmail, addPush, seeAlarm } from './reach.commands.ts'
import { addDuty } from './rota.commands.ts'
import { plan, tell } from './tell.jobs.ts'
import { watchDanger, watchDesk } from './watch.jobs.ts'

const minute = 60_000

/** Rhys is on call, Asha at the desk, all with an e-mail address; Rhys with a browser too. */
async function everybodyReachable(bed: DutyBed): Promise<void> {
  const span = { from: '2026-09-07T08:00', until: '2026-09-08T08:00' }
  must(await addDuty(bed, bed.head, { personId: bed.rhys.personId, kind: 'onCall', ...span }))
  must(await addDuty(bed, bed.head, { personId: bed.asha.personId, kind: 'desk', ...span }))
  must(await addEmail(bed, bed.rhys, 'rhys@westshire.example'))
  must(await addEmail(bed, bed.asha, 'asha@westshire.example'))
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  must(await addPush(bed, bed.rhys, { ...bed.service.subscription, label: 'Phone' }))
}

const raise = (bed: DutyBed, kind: string, subject: string) =>
  command(bed, bed.actor, async (c) => {
    await openAlarm(c, kind, subject, 'Something happened.')
    return ok(null)
  })

const to = (bed: DutyBed): string[] =>
  bed.mailbox.mails
    .flatMap((m) => m.to)
    .map((a) => a.split('@')[0] ?? '')
    .sort()

test('somebody may be in danger: the one on call is told at once by every way, once; then the desk, then the head', async () => {
  await using bed = await openDutyBed()
  await everybodyReachable(bed)
  const id = await bed.conversation({ rank: 0, due_at: new Date(bed.clock.now().getTime() + 15 * minute) })
  await watchDanger(bed)
  await watchDanger(bed)
  await Promise.all([tell(bed), tell(bed)])
  await tell(bed)
  expect(to(bed)).toEqual(['rhys'])
  expect(bed.service.pushed).toHaveLength(1)
  const [mail] = bed.mailbox.mails
  const [alarm] = await alarmsNow(bed.db, bed.forceId)
  expect(alarm).toMatchObject({ kind: 'danger', conversationId: id, step: 1, seen: null })
  expect(mail?.subject).toBe('Alarm: Somebody may be in danger')
  expect(mail?.text).toContain('Chiefs_Westshire, since Mon 7 Sep, 10:00.')
  expect(mail?.text).toContain(`https://counter.westshire.example/duty?alarm=${alarm?.id}`)
  expect(bed.service.pushed[0]).toMatchObject({ urgency: 'high', ttl: '1800', data: { tag: alarm?.id } })
  for (const left of [mail?.raw, JSON.stringify(bed.service.pushed[0]?.data)])
    for (const word of [secretWords, 'crowbar', '@somebody']) expect(left).not.toContain(word)
  bed.clock.forward(5 * minute)
  await tell(bed)
  expect(to(bed)).toEqual(['asha', 'rhys', 'rhys'])
  bed.clock.forward(5 * minute)
  await tell(bed)
  expect(to(bed)).toEqual(['asha', 'asha', 'priya', 'rhys', 'rhys', 'rhys'])
  const facts = await bed.db.selectFrom('fact').select('kind').where('kind', '=', 'alarm.told').execute()
  expect(facts).toHaveLength(9)
})

test('seen by one, nobody else is called; danger goes on by its aim until somebody has looked', async () => {
  await using bed = await openDutyBed()
  await everybodyReachable(bed)
  const start = bed.clock.now()
  const id = await bed.conversation({ rank: 0, due_at: new Date(start.getTime() + 20 * minute) })
  await watchDanger(bed)
  await tell(bed)
  const [alarm] = await alarmsNow(bed.db, bed.forceId)
  // Who can do nothing about it may read it; the others are called as before.
  const reader = { ...bed.rhys, personId: 'reader', roles: ['reviewer'] }
  expect(must(await seeAlarm(bed, reader, alarm?.id ?? ''))).toEqual({ seenAt: null })
  expect((await oneAlarm(bed.db, bed.forceId, alarm?.id ?? ''))?.seen).toBeNull()
  must(await seeAlarm(bed, bed.rhys, alarm?.id ?? ''))
  bed.clock.forward(9 * minute)
  await tell(bed)
  expect(to(bed)).toEqual(['rhys'])
  bed.clock.forward(minute)
  await tell(bed)
  expect(to(bed)).toEqual(['asha', 'rhys', 'rhys'])
  bed.clock.forward(10 * minute)
  await tell(bed)
  expect(to(bed)).toContain('priya')
  await bed.db
    .updateTable('conversation')
    .set({ first_look_at: bed.clock.now(), first_look_by: bed.asha.personId })
    .where('id', '=', id)
    .execute()
  await watchDanger(bed)
  expect(await bed.alarms()).toEqual([])
  const settled = await oneAlarm(bed.db, bed.forceId, alarm?.id ?? '')
  expect(settled).toMatchObject({ seen: { by: { name: 'Rhys Bevan' } }, settledAt: expect.any(String) })
  bed.clock.forward(60 * minute)
  const before = bed.mailbox.mails.length
  await tell(bed)
  expect(bed.mailbox.mails).toHaveLength(before)
})

test('nobody on duty: the head of communications is told; nobody reachable: that is said where everybody looks', async () => {
  await using bed = await openDutyBed()
  await raise(bed, 'noWorker', `force:${bed.forceId}`)
  await tell(bed)
  await tell(bed)
  await tell(bed)
  expect(await bed.alarms()).toEqual(['cannotTell', 'noWorker'])
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  bed.clock.forward(15 * minute)
  await tell(bed)
  expect(to(bed)).toEqual(['priya'])
  expect(bed.mailbox.mails[0]?.subject).toBe('Alarm: Nothing is sent or heard')
  expect(await bed.alarms()).toEqual(['noWorker'])
})

test('a server that is down is asked again, later and later, and in the end it is an alarm itself', async () => {
  let code: number | null = 451
  await using bed = await openDutyBed({ refuse: () => code })
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  await raise(bed, 'surge', 'surge:1')
  await tell(bed)
  const tries = async () =>
    (await bed.db.selectFrom('telling').select('tries').orderBy('step').execute()).map((t) => t.tries)
  expect(await tries()).toEqual([1])
  await tell(bed)
  expect(await tries()).toEqual([1])
  bed.clock.forward(5000)
  await tell(bed)
  expect(await tries()).toEqual([2])
  code = null
  bed.clock.forward(10_000)
  await tell(bed)
  expect(to(bed)).toEqual(['priya'])
  expect(await bed.alarms()).toEqual(['surge'])
  code = 451
  await raise(bed, 'notHeard', `account:${bed.account}`)
  for (let n = 0; n < 40; n += 1) {
    await tell(bed)
    bed.clock.forward(minute)
  }
  expect(await bed.alarms()).toEqual(['cannotTell', 'notHeard', 'surge'])
  const said = (await alarmsNow(bed.db, bed.forceId)).find((a) => a.kind === 'cannotTell')
  expect(said?.words).toMatch(
    /could not be told to Manager Priya Nandakumar\. The mail server did not take it \(451\)\./,
  )
})

test('a push service that is busy is given the time it asks for; a browser that is gone is let go', async () => {
  await using bed = await openDutyBed()
  await tell(bed)
  must(await addPush(bed, bed.head, { ...bed.service.subscription, label: 'Phone' }))
  bed.service.answers(429, { 'retry-after': '90' })
  await raise(bed, 'surge', 'surge:1')
  await tell(bed)
  bed.service.answers(201)
  bed.clock.forward(60_000)
  await tell(bed)
  expect(bed.service.pushed).toHaveLength(0)
  bed.clock.forward(30_000)
  await tell(bed)
  expect(bed.service.pushed).toHaveLength(1)
  bed.service.answers(404)
  await raise(bed, 'notHeard', `account:${bed.account}`)
  await tell(bed)
  expect(await bed.db.selectFrom('reach').select('id').where('ended_at', 'is', null).execute()).toEqual([])
  expect(await bed.alarms()).toContain('cannotTell')
})

test('a process that dies while it tells: another one tells when the lease has run out', async () => {
  await using bed = await openDutyBed()
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  await raise(bed, 'surge', 'surge:1')
  await plan(bed, bed.forceId)
  const until = new Date(bed.clock.now().getTime() + 3000)
  await bed.db
    .updateTable('telling')
    .set({ state: 'telling', tries: 1, lease_token: 'of the dead', lease_until: until, next_at: until })
    .execute()
  await tell(bed)
  expect(to(bed)).toEqual([])
  bed.clock.forward(3000)
  await tell(bed)
  expect(to(bed)).toEqual(['priya'])
})

test('clocks that ran out are one alarm, told again after a quarter of an hour when there are more', async () => {
  await using bed = await openDutyBed()
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  const over = () => bed.conversation({ due_at: new Date(bed.clock.now().getTime() - 1000) })
  await over()
  await over()
  await watchDesk(bed)
  await tell(bed)
  expect((await alarmsNow(bed.db, bed.forceId))[0]).toMatchObject({
    kind: 'overdue',
    words: '2 conversations are over their clock, the first since 09:59.',
  })
  must(await seeAlarm(bed, bed.head, (await alarmsNow(bed.db, bed.forceId))[0]?.id ?? ''))
  bed.clock.forward(14 * minute)
  await over()
  await watchDesk(bed)
  await tell(bed)
  expect(to(bed)).toEqual(['priya'])
  bed.clock.forward(2 * minute)
  await watchDesk(bed)
  await tell(bed)
  expect(to(bed)).toEqual(['priya', 'priya'])
  await bed.db.updateTable('conversation').set({ stage: 'closed' }).execute()
  await watchDesk(bed)
  expect(await bed.alarms()).toEqual([])
})

test('when an account is covered at other hours, its open clocks run by them', async () => {
  await using bed = await openDutyBed()
  const dueAt = async () => {
    const row = await bed.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
    return { kept: row.due_at, counted: await dueOf(bed.db, bed.forceId, row, bed.clock.now()) }
  }
  const cover = (days: number[]) =>
    bed.db
      .updateTable('account')
      .set({ cover: JSON.stringify(days.map((day) => ({ day, from: '08:00', to: '18:00' }))) })
      .where('id', '=', bed.account)
      .execute()
  await cover([1, 2, 3, 4, 5])
  await watchDesk(bed)
  const now = bed.clock.now()
  await bed.conversation({ waiting_since: now, opened_at: now, due_at: now })
  await watchDesk(bed)
  expect((await dueAt()).kept).toEqual(now)
  await cover([4])
  await watchDesk(bed)
  const thursdays = await dueAt()
  expect(thursdays.kept).toEqual(thursdays.counted)
  expect(thursdays.kept?.toISOString()).toMatch(/^2026-09-10T/)
  expect(await bed.alarms()).toEqual([])
})

test('what is not heard and what rises are raised, and settle by themselves', async () => {
  await using bed = await openDutyBed()
  const now = bed.clock.now()
  await bed.db
    .insertInto('listening')
    .values({ force_id: bed.forceId, account_id: bed.account, state: 'behind', behind_since: now, next_at: now })
    .execute()
  await bed.db
    .insertInto('surge')
    .values({ force_id: bed.forceId, id: 's', began_at: now, noticed_at: now, why: '{}' })
    .execute()
  await watchDesk(bed)
  expect(await bed.alarms()).toEqual(['surge'])
  bed.clock.forward(6 * minute)
  await watchDesk(bed)
  await watchDesk(bed)
  expect(await bed.alarms()).toEqual(['notHeard', 'surge'])
  await bed.db.updateTable('listening').set({ state: 'hearing', behind_since: null }).execute()
  await bed.db.updateTable('surge').set({ ended_at: bed.clock.now() }).execute()
  await watchDesk(bed)
  expect(await bed.alarms()).toEqual([])
})

test('a flood of one kind is one telling, and nobody in danger is lost in it', async () => {
  await using bed = await openDutyBed()
  must(await addEmail(bed, bed.head, 'priya@westshire.example'))
  for (let n = 0; n < 30; n += 1) await raise(bed, 'tooLong', `delivery:${n}`)
  await tell(bed)
  await tell(bed)
  expect(bed.mailbox.mails).toHaveLength(1)
  expect(bed.mailbox.mails[0]?.text).toContain('And 29 more of the kind.')
  const ids = []
  for (let n = 0; n < 8; n += 1) ids.push(await bed.conversation({ rank: 0 }))
  await watchDanger(bed)
  await tell(bed)
  expect(bed.mailbox.mails).toHaveLength(6)
  await bed.db
    .updateTable('conversation')
    .set({ first_look_at: bed.clock.now(), first_look_by: bed.head.personId })
    .where('id', 'in', ids.slice(0, 5))
    .execute()
  bed.clock.forward(61_000)
  await watchDanger(bed)
  await tell(bed)
  expect(bed.mailbox.mails).toHaveLength(9)
})
