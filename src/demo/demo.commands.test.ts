import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { setClock } from '../foundation/clock.ts'
import type { Actor } from '../foundation/world.ts'
import { queueFor } from '../inbox/queue.queries.ts'
import { activityOf } from '../measures/activity/activity.queries.ts'
import { openSignIn } from '../people/sign-in.client.ts'
import { approvalsFor } from '../posting/approval/approval.queries.ts'
import { postRecord } from '../posting/record/record.queries.ts'
import { todayFor } from '../posting/today/today.queries.ts'
import { accounts as registered } from '../register/register.queries.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { factsTellTheTables } from './audit-replay.testbed.ts'
import { DemoUnfinished, playDemo } from './demo.commands.ts'
import { demoPassword, emailOf, type PersonKey, people } from './force.ts'

const silent = () => {}

async function openEmpty(): Promise<Testbed> {
  const bed = await openTestbed({ at: '2026-11-21T11:26:00.000Z', config: { pace: 'real' } })
  await bed.db.deleteFrom('force').execute()
  return bed
}

describe('the demo, played once', () => {
  let bed: Testbed
  const said: string[] = []
  let forceId = ''
  const as = async (key: PersonKey): Promise<Actor> => {
    const { id } = await bed.db
      .selectFrom('person')
      .select('id')
      .where('name', '=', people[key].name)
      .executeTakeFirstOrThrow()
    return { forceId, personId: id, roles: people[key].roles }
  }

  beforeAll(async () => {
    bed = await openEmpty()
    expect(await playDemo(bed, (line) => said.push(line))).toBe(true)
    forceId = (await bed.db.selectFrom('force').select('id').executeTakeFirstOrThrow()).id
  }, 300_000)
  afterAll(() => bed[Symbol.asyncDispose]())

  test('it says which week it lives, and closes with a fact', async () => {
    expect(said.filter((line) => line.startsWith('Week'))).toEqual([1, 2, 3, 4, 5].map((n) => `Week ${n} of 5 …`))
    const chain = await verifyChain(bed.db, forceId)
    expect(chain.whole).toBe(true)
    const last = await bed.db.selectFrom('fact').select(['kind', 'at']).orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect([last.kind, last.at]).toEqual(['demo.finished', bed.clock.now()])
  })

  test('its weeks, replayed from facts alone, arrive where the tables are', () => factsTellTheTables(bed))

  test('a second start leaves it as it is', async () => {
    expect(await playDemo(bed, silent)).toBe(false)
    expect(await bed.db.selectFrom('force').select('demo').execute()).toEqual([{ demo: true }])
  })

  test('nothing went out twice, and nothing is left on its way', async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from practice_record where account_id is not null group by account_id, key having count(*) > 1`.execute(
      bed.db,
    )
    expect(rows).toEqual([])
    const states = await bed.db
      .selectFrom('delivery')
      .select(['state', sql<number>`count(*)::int`.as('n')])
      .groupBy('state')
      .execute()
    const count = Object.fromEntries(states.map((s) => [s.state, s.n]))
    expect(count).toMatchObject({ held: 1, refused: 1, 'needs-person': 1 })
    expect(count.sent).toBeGreaterThan(150)
    expect(count.waiting).toBeGreaterThan(4)
    expect([count.sending, count.checking]).toEqual([undefined, undefined])
  })

  test('the first page of the duty officer has what a real one has', async () => {
    const today = await todayFor(bed.db, await as('ffion'), bed.clock.now())
    const kinds = new Set(today.needs.map((n) => n.kind))
    expect([...kinds].sort()).toEqual(['afterlook', 'alarm', 'approval'])
    expect(today.needs.filter((n) => n.kind === 'alarm').length).toBe(2)
    expect(today.approvals.length).toBeGreaterThan(3)
    expect(today.approvals.some((w) => w.minutesLeft !== null && w.minutesLeft > 10 && w.minutesLeft < 30)).toBe(true)
    expect(today.health).toMatchObject({ sentTwice: 0, needsPerson: 1, refused: 1, held: 1 })
    expect(today.health.onTime / today.health.due).toBeGreaterThan(0.85)
    expect(today.next24.waiting).toBeGreaterThan(4)
    expect(today.noCover.accounts.length).toBeGreaterThan(0)
  })

  test('a chief officer and a supervisor each find something that only they decide', async () => {
    for (const key of ['marian', 'nadia'] as const) {
      const { mine } = await approvalsFor(bed.db, await as(key), bed.clock.now())
      expect(mine.length, key).toBeGreaterThan(0)
    }
  })

  test('the chief officers’ account: five voices, one that says most, one that is silent, and the past ones', async () => {
    const chiefs = await bed.db
      .selectFrom('account')
      .select('id')
      .where('handle', '=', 'Chiefs_Westshire')
      .executeTakeFirstOrThrow()
    const activity = await activityOf(bed.db, forceId, chiefs.id, bed.clock.now())
    if (!activity.ok) throw new Error(activity.refusal.id)
    const speakers = ['David Penrose', 'Marian Jessop', 'Ruth Halloran', 'Sunita Rao', 'Tomos Adair']
    const signing = activity.value.voices.filter((v) => v.mark !== null)
    expect(signing.map((v) => v.person.name).sort()).toEqual(speakers)
    expect(activity.value.voices.map((v) => v.person.name)).not.toContain('Huw Bellis')
    expect((await registered(bed.db, forceId, bed.clock.now())).find((a) => a.id === chiefs.id)?.people).toBe(5)
    expect(activity.value.voices[0]?.person.name).toBe('David Penrose')
    expect(activity.value.balance.quiet).toEqual([(await as('sunita')).personId])
    const marks = await bed.db
      .selectFrom('signature')
      .select(['mark', 'until_at'])
      .where('account_id', '=', chiefs.id)
      .execute()
    expect(marks.filter((m) => m.until_at !== null).map((m) => m.mark)).toEqual(['ACC JK'])
    const fives = await bed.db
      .selectFrom('piece')
      .select(['text', 'sent_at'])
      .where('text', 'like', 'ACC MJ: 5am%')
      .executeTakeFirstOrThrow()
    expect(fives.sent_at?.toISOString()).toBe('2026-11-21T05:06:00.000Z')
  })

  test('one officer says more than half on a neighbourhood account', async () => {
    const central = await bed.db
      .selectFrom('account')
      .select('id')
      .where('handle', '=', 'WestportCentral')
      .executeTakeFirstOrThrow()
    const activity = await activityOf(bed.db, forceId, central.id, bed.clock.now())
    expect(activity.ok && activity.value.balance.oneOverHalf).toBe((await as('leah')).personId)
  })

  test('the missing man’s appeal has its whole life', async () => {
    const { id } = await bed.db
      .selectFrom('post')
      .select('id')
      .where('words', 'like', 'Dilwyn Hales, 67%')
      .executeTakeFirstOrThrow()
    const record = await postRecord(bed.db, await as('ffion'), bed.clock.now(), id)
    if (!record.ok) throw new Error(record.refusal.id)
    expect(record.value.deliveries.map((d) => [d.state, d.removal])).toEqual(Array(4).fill(['withdrawn', 'gone']))
    expect(record.value.correctedBy.length).toBe(1)
    expect(record.value.life.length).toBeGreaterThan(8)
  })

  test('the register shows who answers, and who does not', async () => {
    const accounts = await registered(bed.db, forceId, bed.clock.now())
    expect(accounts.length).toBe(21)
    const flags = new Set(accounts.flatMap((a) => a.flags))
    for (const flag of [
      'ownerVacant',
      'ownerNew',
      'keysMissing',
      'noContributors',
      'noCover',
      'reviewOverdue',
    ] as const)
      expect(flags, flag).toContain(flag)
  })

  test('about 30 wait at the desk, by risk: one may be in danger, two are in two people’s hands, one answer is begun', async () => {
    const page = await queueFor(bed.db, await as('danny'), bed.clock.now(), { show: 'all', most: 100 })
    expect(page.waiting).toBeGreaterThan(24)
    expect(page.waiting).toBeLessThan(40)
    expect(page.inDanger).toBe(1)
    expect(page.rows[0]?.incidentRef).toBe('0412')
    expect(page.mine).toBe(1)
    expect(new Set(page.rows.flatMap((r) => (r.holder ? [r.holder.person.name] : []))).size).toBe(3)
    expect(page.overdue).toBeGreaterThan(3)
    const waiting = new Map(page.byCategory.map((c) => [c.category, c.waiting]))
    for (const category of ['callForService', 'intelligence', 'complaint', 'informationRequest'] as const)
      expect(waiting.get(category), category).toBeGreaterThan(0)
    expect(page.rows.filter((r) => r.words === null).length).toBe(1)
    expect(page.rows.some((r) => r.language === 'cy')).toBe(true)
    expect(page.notHeard).toEqual([])
    const drafts = bed.db.selectFrom('conversation').select('id').where('draft_post_id', 'is not', null)
    expect((await drafts.execute()).length).toBe(1)
  })

  test('the desk of three weeks: every outcome, answers signed by who gave them, one crime recorded, one appeal decided', async () => {
    const outcomes = await bed.db
      .selectFrom('outcome')
      .select(['kind', sql<number>`count(*)::int`.as('n')])
      .groupBy('kind')
      .execute()
    const kinds = ['answered', 'incidentRaised', 'moderated', 'noAnswerNeeded', 'referred']
    expect(outcomes.map((o) => o.kind).sort()).toEqual(kinds)
    const { rows: signed } = await sql<{ text: string; language: string }>`
      select p.text, c.language from answer a join conversation c on c.force_id = a.force_id and c.id = a.conversation_id
        join delivery d on d.force_id = a.force_id and d.post_id = a.post_id join piece p on p.force_id = d.force_id and p.delivery_id = d.id
      where a.sent_at is not null`.execute(bed.db)
    expect(signed.filter((a) => a.text.includes('^DW')).length).toBeGreaterThan(3)
    expect(signed.some((a) => a.language === 'cy' && a.text.includes('^OP'))).toBe(true)
    const crimes = bed.db.selectFrom('conversation').select('crime_ref').where('crime_ref', 'is not', null)
    expect(await crimes.execute()).toEqual([{ crime_ref: 'CR/20418' }])
    const moderated = await bed.db
      .selectFrom('moderation')
      .select(['standard_code', 'state', 'appeal_outcome'])
      .orderBy('at')
      .execute()
    expect(moderated.map((m) => [m.standard_code, m.state, m.appeal_outcome]).sort()).toEqual([
      ['CS4', 'done', null],
      ['CS4', 'done', null],
      ['CS7', 'done', null],
      ['CS8', 'lifted', 'lifted'],
    ])
  })

  test('everybody who can sign in does so with the one password', async () => {
    const signIn = openSignIn({ ...bed, clock: setClock(new Date()) })
    for (const name of ['Ffion Maddox', 'Bryn Castell', 'Marian Jessop']) {
      const answer = await signIn.handler(
        new Request('http://counter.test/api/auth/sign-in/email', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'http://counter.test', 'x-front-counter': '1' },
          body: JSON.stringify({ email: emailOf(name), password: demoPassword }),
        }),
        '192.0.2.7',
      )
      expect(answer.status, name).toBe(200)
    }
  })
})

test('a store in which anybody is, is left alone', async () => {
  await using real = await openTestbed()
  expect(await playDemo(real, silent)).toBe(false)
  expect(await real.db.selectFrom('person').select('id').execute()).toEqual([])

  await using signedIn = await openEmpty()
  await signedIn.db.insertInto('auth_user').values({ id: 'u1', name: 'Real', email: 'real@force.example' }).execute()
  expect(await playDemo(signedIn, silent)).toBe(false)
  expect(await signedIn.db.selectFrom('force').select('id').execute()).toEqual([])
})

test('a demo that was broken off is known, and the words say how to begin anew', async () => {
  await using bed = await openEmpty()
  const breaksOff = (line: string) => {
    if (line.startsWith('This store is empty')) return
    throw new Error('the power is gone')
  }
  await expect(playDemo(bed, breaksOff)).rejects.toThrow('the power is gone')
  await expect(playDemo(bed, silent)).rejects.toThrow(DemoUnfinished)
  await expect(playDemo(bed, silent)).rejects.toThrow(/Nothing real is in it\. Delete the folder .* DEMO=no/)
})
