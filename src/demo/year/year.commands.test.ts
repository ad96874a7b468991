import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../audit/audit.queries.ts'
import { standing } from '../../measures/earns/discovery.ts'
import { verdictOf } from '../../measures/earns/effect.ts'
import { trainingOf } from '../../people/training/training.queries.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { calendarOf } from '../calendar.ts'
import { forceZone, people } from '../force.ts'
import { done, fillForce, makeForce } from '../start.commands.ts'
import { agreements } from '../training.commands.ts'
import { year } from './year.commands.ts'

const now = new Date('2026-11-21T11:26:00.000Z')
const calendar = calendarOf(now, forceZone)

describe('a year, lived without the weeks', () => {
  let bed: Testbed
  const folder = mkdtempSync(join(tmpdir(), 'fc-year-'))
  const said: string[] = []

  beforeAll(async () => {
    bed = await openTestbed({ at: now.toISOString(), config: { pace: 'real', dataDir: folder } })
    await bed.db.deleteFrom('force').execute()
    const world = done(await makeForce(bed, calendar), 'the force')
    const { clock } = world
    await fillForce(world, now)
    const telling = { world, calendar, seed: 1829, say: (line: string) => said.push(line) }
    const told = await year(telling)
    await agreements(telling)
    for (const { at, run } of told.moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      clock.set(at)
      await run()
    }
    clock.set(now)
    await told.end()
  }, 300_000)
  afterAll(async () => {
    await bed[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  const forceId = async () => (await bed.db.selectFrom('force').select('id').executeTakeFirstOrThrow()).id

  const figures = async (measure: string, span = 'weeks13') => {
    const rows = await bed.db
      .selectFrom('measured as m')
      .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 'm.force_id').onRef('a.id', '=', 'm.account_id'))
      .select(['a.handle', 'a.class', 'm.figure', 'm.more', 'm.look'])
      .where('m.measure', '=', measure)
      .where('m.span', '=', span as 'weeks13')
      .execute()
    return new Map(rows.map((r) => [r.handle, { ...r, more: r.more as Record<string, number> }]))
  }

  test('about 75 accounts stand on the register by class, six more are not ours yet, and ten have no owner', async () => {
    const rows = await bed.db.selectFrom('account').select(['class', 'status']).execute()
    const of = (c: string) => rows.filter((r) => ['live', 'closing'].includes(r.status) && r.class === c).length
    const classes = ['contactDesk', 'chiefOfficer', 'district', 'neighbourhood', 'specialist', 'individual', 'campaign']
    expect(classes.map(of)).toEqual([1, 1, 6, 40, 10, 8, 3])
    expect(rows.filter((r) => r.status === 'unofficial').length).toBe(6)
    const { rows: ownerless } = await sql<{ n: number }>`
      select count(*)::int as n from account a left join office o on o.force_id = a.force_id and o.id = a.owner_office_id
      where a.status in ('live', 'closing') and o.holder_id is null`.execute(bed.db)
    expect(ownerless[0]?.n).toBe(10)
  })

  test('20,000 to 30,000 posts came in by three files, through upload, reading and confirming', async () => {
    const imports = await bed.db.selectFrom('archive_import').select(['stage', 'oddities', 'decided_by']).execute()
    expect(imports.map((i) => [i.stage, i.oddities])).toEqual(Array(3).fill(['confirmed', []]))
    const { rows } = await sql<{ n: number; accounts: number }>`
      select count(*)::int as n, count(distinct account_id)::int as accounts from published`.execute(bed.db)
    expect(rows[0]?.n).toBeGreaterThan(20_000)
    expect(rows[0]?.n).toBeLessThan(32_000)
    expect(rows[0]?.accounts).toBe(75)
    expect(
      (await verifyChain(bed.db, (await bed.db.selectFrom('force').select('id').executeTakeFirstOrThrow()).id)).whole,
    ).toBe(true)
  })

  test('everybody was trained; of two it has ended, of four it ends within the month, and whoever signs in has agreed', async () => {
    const { people: kept } = await trainingOf(bed, { ...bed.actor, forceId: await forceId() }, now)
    const of = (standing: string) => kept.filter((p) => p.standing === standing).length
    expect([of('none'), of('ended'), of('soon')]).toEqual([0, 2, 4])
    const has = (subject: string) =>
      kept.filter((p) => p.subjects.some((s) => s.subject === subject && s.until !== null)).length
    expect([has('mediaLaw'), has('operationalSecurity')]).toEqual([kept.length, kept.length])
    expect(has('agreement')).toBe(Object.values(people).filter((p) => p.signIn).length)
  })

  test('who follows an account is known month by month; the chief officers began at seventy', async () => {
    const { rows } = await sql<{ handle: string; n: number; least: number; most: number }>`
      select a.handle, count(*)::int as n, min(c.followers) as least, max(c.followers) as most
      from account_count c join account a on a.force_id = c.force_id and a.id = c.account_id group by 1`.execute(bed.db)
    const chiefs = rows.find((r) => r.handle === 'Chiefs_Westshire')
    expect(chiefs?.n).toBeGreaterThan(8)
    expect(chiefs?.least).toBeLessThan(300)
    expect(rows.find((r) => r.handle === 'PCLeahCorrigan')?.most).toBeGreaterThan(13_000)
  })

  test('the measures find who must be found', async () => {
    const dormant = [...(await figures('M03')).values()].filter((r) => r.class === 'neighbourhood' && r.look)
    expect(dormant.filter((r) => r.more.reshareOnly === 1).length).toBe(6)
    expect(dormant.filter((r) => r.more.reshareOnly === 0).length).toBe(10)
    expect((await figures('M03')).get('WestshireEvents')?.look).toBe(false)
    expect((await figures('M01')).get('WestshireEvents')?.figure).toBeGreaterThan(60)
    const drowned = (await figures('M16')).get('WestportDocks')
    expect(drowned?.look).toBe(true)
    expect(drowned?.figure).toBeGreaterThan(0.6)
    expect((await figures('M18')).get('WestportDocks')?.figure).toBe(1)
    const echoes = [...(await figures('M06')).values()].filter((r) => r.class === 'neighbourhood' && r.look)
    expect(echoes.length).toBeGreaterThan(3)
    expect((await figures('M05')).get('AshmoorPolice')?.figure).toBeGreaterThan(0.1)
    const dialogue = await figures('M07')
    expect(dialogue.get('EastbyNorthNPT')?.figure).toBe(0)
    expect(dialogue.get('PCLeahCorrigan')?.figure).toBeGreaterThan(0.4)
    const unread = await figures('M14')
    expect([...unread.values()].filter((r) => r.figure > 0).map((r) => r.handle)).toEqual(['HarrowfieldPolice'])
  })

  test('half of the round is decided, in three names, some of it against what was recommended', async () => {
    const rounds = await bed.db.selectFrom('review_round').select('name').execute()
    expect(rounds).toEqual([{ name: 'Autumn review' }])
    const reviews = await bed.db
      .selectFrom('review')
      .select(['outcome', 'recommendation', 'decided_by', 'why_other'])
      .execute()
    const decided = reviews.filter((r) => r.outcome !== null)
    expect(decided.length / reviews.length).toBeGreaterThan(0.4)
    expect(decided.length / reviews.length).toBeLessThan(0.6)
    expect(new Set(decided.map((r) => r.decided_by)).size).toBe(3)
    const against = decided.filter((r) => r.outcome !== r.recommendation)
    expect(against.length).toBeGreaterThan(4)
    expect(against.every((r) => (r.why_other ?? '').length > 20)).toBe(true)
    const looks = await bed.db.selectFrom('second_look').select('result').orderBy('asked_at').execute()
    expect(looks).toEqual([{ result: 'changed' }, { result: null }])
    const plans = await bed.db
      .selectFrom('plan_account')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .groupBy('plan_id')
      .execute()
    expect(plans.length).toBe(2)
  })

  test('what was decided is being carried out: lists of closing and one of adoption, everybody told, one step overdue', async () => {
    const lists = await bed.db.selectFrom('carrying_out').select(['id', 'kind', 'ending']).execute()
    expect(lists.filter((l) => l.kind === 'adoption').map((l) => l.ending)).toEqual([null])
    expect(lists.filter((l) => l.kind === 'closing' && l.ending === null).length).toBeGreaterThan(4)
    expect(lists.filter((l) => l.ending === 'stopped').length).toBe(1)
    const { rows: late } = await sql<{ handle: string; step: string }>`
      select a.handle, s.step from carrying_step s join carrying_out o on o.force_id = s.force_id and o.id = s.carrying_out_id
        join account a on a.force_id = o.force_id and a.id = o.account_id
      where o.ended_at is null and s.done_at is null and s.due_on < '2026-11-21'`.execute(bed.db)
    expect(late).toEqual([{ handle: 'StannerHillNPT', step: 'notice' }])
  })

  test('what earns answers: questions and places do, days of something do not, pictures make no difference to others', async () => {
    const rows = standing(await bed.db.selectFrom('earned').selectAll().where('span', '=', 'year').execute())
    const verdict = (group: string, reaction: string, feature: string) => {
      const row = rows.find((r) => r.accounts_of === group && r.reaction === reaction && r.feature === feature)
      return row && verdictOf(row)
    }
    for (const feature of ['question', 'place', 'signature'])
      expect([feature, verdict('others', 'replies', feature)]).toEqual([feature, 'more'])
    for (const feature of ['place', 'day'])
      expect([feature, verdict('others', 'reshares', feature)]).toEqual([feature, 'more'])
    expect(verdict('others', 'reshares', 'evening')).toBe('less')
    expect(rows.some((r) => r.accounts_of === 'corporate' && verdictOf(r) === 'more')).toBe(true)
    expect(verdict('others', 'replies', 'picture')).toBe('unclear')
    const effects = rows.flatMap((r) => r.effect ?? [])
    expect(Math.max(...effects)).toBeLessThan(0.75)
    const counted = await bed.db.selectFrom('earned_count').select('lessons').where('span', '=', 'year').execute()
    const lessons = counted.flatMap((c) => c.lessons as { feature: string; examples: unknown[] }[])
    expect(lessons.length).toBeGreaterThan(0)
    expect(lessons.every((l) => l.examples.length === 3)).toBe(true)
  })
})
