import { expect, test } from 'vitest'
import { must, refusalOf } from '../../register/register.testbed.ts'
import { handOversOf, linesOf, rotaOf, watchOfAccount, waysOfMine } from './duty.queries.ts'
import { openDutyBed } from './duty.testbed.ts'
import { addEmail, addPush, removeWay, seeAlarm, testWay } from './reach.commands.ts'
import { resealWays } from './reach.store.ts'
import { addDuty, addHandOver, changeLines, endDuty, readHandOver } from './rota.commands.ts'
import { tell } from './tell.jobs.ts'
import { ordinaryLines } from './unmonitored.ts'

test('people are put on duty by the clock on the wall; who is on, who is next and the gaps follow', async () => {
  await using bed = await openDutyBed()
  const rhys = bed.rhys.personId
  const add = (personId: string, kind: 'desk' | 'onCall', from: string, until: string) =>
    addDuty(bed, bed.head, { personId, kind, from, until })
  const { id, from } = must(await add(rhys, 'desk', '2026-09-07T08:00', '2026-09-07T17:00'))
  expect(from).toBe('2026-09-07T07:00:00.000Z')
  must(await add(bed.asha.personId, 'onCall', '2026-09-07T17:00', '2026-09-12T22:00'))
  const rota = await rotaOf(bed, bed.head, 0, bed.clock.now())
  expect(rota.onDuty.map((d) => [d.person.name, d.reachable])).toEqual([['Rhys Bevan', false]])
  expect(rota.next.map((d) => d.person.name)).toEqual(['Asha Rao'])
  expect(rota.gapWords).toEqual(['nobody from Sat 22:00 on'])
  expect(rota.cover).toEqual([])
  expect(rota.coverOf).toBe(1)
  expect(rota.anybodyReachable).toBe(false)
  must(await endDuty(bed, bed.head, id))
  const after = await rotaOf(bed, bed.head, 0, bed.clock.now())
  expect(after.onDuty).toEqual([])
  expect(after.leaders.map((p) => p.name)).toEqual(['Priya Nandakumar'])
  expect(after.cover).toMatchObject([{ stated: 8, staffed: 1, missing: ['nobody from Mon 10:00 to Mon 17:00'] }])
  expect(refusalOf(await endDuty(bed, bed.head, id))).toBe('dutyOver')
  expect((await rotaOf(bed, bed.nobody, 1, bed.clock.now())).mayChange).toBe(false)
})

test('the rota refuses in words', async () => {
  await using bed = await openDutyBed()
  const good = {
    personId: bed.rhys.personId,
    kind: 'desk' as const,
    from: '2026-09-08T08:00',
    until: '2026-09-08T17:00',
  }
  const add = async (change: Partial<typeof good>, who = bed.head) =>
    refusalOf(await addDuty(bed, who, { ...good, ...change }))
  expect(await add({}, bed.rhys)).toBe('mayNotChangeDuty')
  expect(await add({ personId: 'nobody' })).toBe('personNotHere')
  expect(await add({ from: '2026-02-30T08:00' })).toBe('timeUnknown')
  expect(await add({ until: '2026-09-08T08:00' })).toBe('datesWrong')
  expect(await add({ from: '2026-09-01T08:00', until: '2026-09-02T08:00' })).toBe('datesWrong')
  expect(await add({ until: '2026-09-23T08:00' })).toBe('datesWrong')
  expect(await add({})).toBe('none')
  expect(await add({ from: '2026-09-08T16:59', until: '2026-09-08T18:00' })).toBe('onDutyAlready')
  expect(await add({ from: '2026-09-08T17:00', until: '2026-09-08T18:00' })).toBe('none')
  expect(refusalOf(await endDuty(bed, bed.rhys, 'x'))).toBe('mayNotChangeDuty')
  expect(refusalOf(await endDuty(bed, bed.head, 'x'))).toBe('noDuty')
})

test('two people who fill the same place at once: one of them does', async () => {
  await using bed = await openDutyBed()
  const duty = {
    personId: bed.rhys.personId,
    kind: 'desk' as const,
    from: '2026-09-08T08:00',
    until: '2026-09-08T17:00',
  }
  const both = await Promise.all([addDuty(bed, bed.head, duty), addDuty(bed, bed.head, duty)])
  expect(both.map(refusalOf).sort()).toEqual(['none', 'onDutyAlready'])
})

test('a note carries how the desk stands, and somebody else reads it', async () => {
  await using bed = await openDutyBed()
  await bed.conversation({ rank: 0 })
  await bed.conversation({ due_at: new Date(bed.clock.now().getTime() - 1) })
  const { id } = must(await addHandOver(bed, bed.rhys, 'Quay Street: the family has been told.'))
  expect(refusalOf(await addHandOver(bed, bed.nobody, 'Hello there'))).toBe('notYourDesk')
  expect(refusalOf(await readHandOver(bed, bed.nobody, id))).toBe('notYourDesk')
  expect(refusalOf(await readHandOver(bed, bed.asha, 'x'))).toBe('noHandOver')
  expect(refusalOf(await readHandOver(bed, bed.rhys, id))).toBe('ownHandOver')
  const first = must(await readHandOver(bed, bed.asha, id))
  bed.clock.forward(60_000)
  expect(must(await readHandOver(bed, bed.head, id))).toEqual(first)
  const { notes, now } = await handOversOf(bed, bed.rhys, bed.clock.now())
  expect(notes).toMatchObject([
    { words: 'Quay Street: the family has been told.', yours: true, read: { by: { name: 'Asha Rao' } } },
  ])
  expect(notes[0]?.stand).toEqual({ waiting: 2, inDanger: 1, overdue: 1, notHeard: 0, held: 0, holds: 0 })
  expect(now.waiting).toBe(2)
})

test('somebody on duty may leave a note, whatever their role', async () => {
  await using bed = await openDutyBed()
  const writer = { ...bed.asha, roles: ['contributor'] }
  expect(refusalOf(await addHandOver(bed, writer, 'All quiet here'))).toBe('notYourDesk')
  const span = { from: '2026-09-07T09:00', until: '2026-09-07T17:00' }
  must(await addDuty(bed, bed.head, { personId: writer.personId, kind: 'desk', ...span }))
  expect(refusalOf(await addHandOver(bed, writer, 'All quiet here'))).toBe('none')
})

test('ways to be reached: sealed at rest, tested for real, removed with their address', async () => {
  await using bed = await openDutyBed()
  await tell(bed)
  const mine = must(await addEmail(bed, bed.rhys, 'rhys.bevan@westshire.example')).id
  const browser = must(await addPush(bed, bed.rhys, { ...bed.service.subscription, label: 'Chromium, phone' })).id
  const stored = JSON.stringify(await bed.db.selectFrom('reach').selectAll().execute())
  const facts = JSON.stringify(await bed.db.selectFrom('fact').selectAll().execute())
  for (const secret of ['rhys.bevan', bed.service.subscription.endpoint, bed.service.subscription.keys.auth])
    for (const text of [stored, facts]) expect(text).not.toContain(secret)
  const { ways, pushKey, mail } = await waysOfMine(bed, bed.rhys)
  expect(ways.map((w) => [w.way, w.label])).toEqual([
    ['email', 'r…@westshire.example'],
    ['push', 'Chromium, phone'],
  ])
  expect([pushKey?.length, mail]).toEqual([87, true])
  must(await testWay(bed, bed.rhys, mine))
  must(await testWay(bed, bed.rhys, browser))
  expect(bed.mailbox.mails).toMatchObject([{ to: ['rhys.bevan@westshire.example'], subject: 'This is a test' }])
  expect(bed.service.pushed).toMatchObject([
    {
      data: { title: 'This is a test', address: 'https://counter.westshire.example/duty' },
      signer: pushKey,
      claims: { aud: 'https://push.test', sub: 'mailto:counter@westshire.example' },
    },
  ])
  expect(refusalOf(await testWay(bed, bed.rhys, mine))).toBe('testedJustNow')
  expect(refusalOf(await testWay(bed, bed.asha, mine))).toBe('noWay')
  expect(refusalOf(await removeWay(bed, bed.asha, mine))).toBe('noWay')
  expect(must(await addEmail(bed, bed.rhys, 'Rhys.Bevan@westshire.example')).id).not.toBe(mine)
  expect((await waysOfMine(bed, bed.rhys)).ways).toHaveLength(2)
  must(await removeWay(bed, bed.rhys, browser))
  const gone = await bed.db.selectFrom('reach').select('sealed').where('id', '=', browser).executeTakeFirstOrThrow()
  expect(gone.sealed).toBe('')
  expect(await resealWays(bed.db, bed.seal)).toBe(0)
})

test('an address that is added again and again is not written to without end', async () => {
  await using bed = await openDutyBed()
  const tests: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const { id } = must(await addEmail(bed, bed.rhys, 'somebody.else@example.org'))
    const tested = await testWay(bed, bed.rhys, id)
    tests.push(tested.ok ? 'sent' : tested.refusal.id)
  }
  expect(tests).toEqual(['sent', 'sent', 'sent', 'testedJustNow', 'testedJustNow'])
  expect(bed.mailbox.mails).toHaveLength(3)
})

test('a test that does not get through says why, and the way is marked', async () => {
  let code: number | null = 550
  await using bed = await openDutyBed({ refuse: () => code })
  await tell(bed)
  const mail = must(await addEmail(bed, bed.rhys, 'rhys@westshire.example')).id
  const browser = must(await addPush(bed, bed.rhys, { ...bed.service.subscription, label: 'Phone' })).id
  const refused = await testWay(bed, bed.rhys, mail)
  expect(!refused.ok && refused.refusal).toMatchObject({
    id: 'notReached',
    words: 'The test did not get through. The mail server refused it (550).',
  })
  expect((await waysOfMine(bed, bed.rhys)).ways[0]?.failedAt).not.toBeNull()
  code = null
  bed.clock.forward(30_000)
  must(await testWay(bed, bed.rhys, mail))
  expect((await waysOfMine(bed, bed.rhys)).ways[0]?.failedAt).toBeNull()
  bed.service.answers(410)
  expect(refusalOf(await testWay(bed, bed.rhys, browser))).toBe('notReached')
  expect((await waysOfMine(bed, bed.rhys)).ways.map((w) => w.id)).toEqual([mail])
})

test('e-mail goes over STARTTLS with a name and a password', async () => {
  await using bed = await openDutyBed({ user: 'counter', password: 'p@ss', tls: true })
  const way = must(await addEmail(bed, bed.rhys, 'rhys@westshire.example')).id
  must(await testWay(bed, bed.rhys, way))
  expect(bed.mailbox.mails).toMatchObject([{ tls: true, user: 'counter' }])
  const wrong = { ...bed, config: { ...bed.config, mail: { ...bed.mailbox.config, password: 'guess' } } }
  bed.clock.forward(30_000)
  const refused = await testWay(wrong, bed.rhys, way)
  expect(!refused.ok && refused.refusal.words).toMatch(/does not accept our name and password/)
})

test('ways are refused in words', async () => {
  await using bed = await openDutyBed()
  const push = (change: object) =>
    addPush(bed, bed.rhys, { ...bed.service.subscription, label: 'Phone', ...change }).then(refusalOf)
  for (const endpoint of ['http://push.test/1', 'nonsense', 'https://a:b@push.test/1'])
    expect(await push({ endpoint })).toBe('notAPushAddress')
  expect(await push({ keys: { p256dh: 'AAAA', auth: bed.service.subscription.keys.auth } })).toBe('notAPushAddress')
  expect(await push({ keys: { p256dh: bed.service.subscription.keys.p256dh, auth: 'AAAA' } })).toBe('notAPushAddress')
  const mail = { ...bed, config: { ...bed.config, mail: null } }
  expect(refusalOf(await addEmail(mail, bed.rhys, 'rhys@westshire.example'))).toBe('noMailServer')
  for (let n = 0; n < 10; n += 1) must(await addEmail(bed, bed.rhys, `rhys${n}@westshire.example`))
  expect(refusalOf(await addEmail(bed, bed.rhys, 'one.more@westshire.example'))).toBe('tooManyWays')
  const way = (await waysOfMine(bed, bed.rhys)).ways[0]?.id ?? ''
  expect(refusalOf(await testWay(mail, bed.rhys, way))).toBe('noMailServer')
  expect(refusalOf(await seeAlarm(bed, bed.rhys, 'x'))).toBe('noAlarm')
})

test('the automatic line: who may switch it on, and never without 999 and 101', async () => {
  await using bed = await openDutyBed()
  const on = { ...ordinaryLines, enabled: true }
  expect(refusalOf(await changeLines(bed, bed.rhys, on))).toBe('mayNotChangeLines')
  const without = { ...on, words: { ...on.words, cy: 'Ffoniwch ni yfory os gwelwch yn dda.' } }
  const refused = await changeLines(bed, bed.head, without)
  expect(!refused.ok && [refused.refusal.id, refused.facts]).toEqual(['numbersMissing', { languages: ['cy'] }])
  expect(await linesOf(bed.db, bed.forceId)).toEqual(ordinaryLines)
  must(await changeLines(bed, bed.head, on))
  expect(await linesOf(bed.db, bed.forceId)).toEqual(on)
})

test('an account says honestly whether somebody looks', async () => {
  await using bed = await openDutyBed()
  const watch = () => watchOfAccount(bed.db, bed.forceId, bed.account, bed.clock.now())
  expect(await watch()).toMatchObject({ watched: false, why: 'nobodyOnDuty', nextAt: null })
  const span = { from: '2026-09-07T10:30', until: '2026-09-07T17:00' }
  must(await addDuty(bed, bed.head, { personId: bed.rhys.personId, kind: 'desk', ...span }))
  expect(await watch()).toMatchObject({ watched: false, nextAt: '2026-09-07T09:30:00.000Z' })
  bed.clock.forward(3_600_000)
  expect(await watch()).toMatchObject({ watched: true, profile: { en: expect.stringContaining('Mon 9–17') } })
  expect(await watchOfAccount(bed.db, bed.forceId, 'x', bed.clock.now())).toBeNull()
})
