import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import type { ConversationRow } from '../conversation.store.ts'
import { isRestricted, lookFirst, mustBeDecided } from '../conversation.ts'
import { readerOf, readerWith } from '../desk.queries.ts'
import { dutiesBetween } from '../duty/duty.store.ts'
import { onDutyAt } from '../duty/rota.ts'
import { shownName } from '../queue-rows.queries.ts'
import { categories, needsPerson } from '../triage/category.ts'
import { batchesOf } from './batch.queries.ts'
import { type Judged, leftWhy, mostInBatch, whyLeftOut } from './batch.ts'
import { judged } from './judged.queries.ts'
import { linesSince, rumoursShown } from './rumour.queries.ts'
import type { groupEndpoint, surgeNow } from './surge.contract.ts'
import { surgeRefusals as no } from './surge.refusals.ts'
import { currentSurge, type SurgeRow, waitingIn } from './surge.store.ts'
import { why as whyShape } from './surge.ts'

type Now = z.input<typeof surgeNow.output>
type Group = Now['groups'][number]

const mostGroups = 50
const mostEarlier = 5
const mostTitle = 140

/** The surge as this one may see it. Who reads only some accounts is shown its figures and no groups. */
export async function surgeFor(db: Db, actor: Actor, now: Date): Promise<Now> {
  const { forceId } = actor
  const reader = await readerOf(db, actor, now)
  const row = await currentSurge(db, forceId)
  const mayAdd = may(actor, 'runSurge') && may(actor, 'changeDuty')
  const earlier = await earlierOf(db, forceId, row?.id ?? '')
  const rumours = await rumoursShown(db, forceId, [...(row ? [row.id] : []), ...earlier.map((e) => e.id)])
  const since = earlier.at(-1)?.began_at ?? row?.began_at
  const groups = row?.mode_at && reader.accounts === null ? await groupsOf(db, actor, row, now) : []
  return {
    now: now.toISOString(),
    surge: row ? { ...(await shownSurge(db, row)), rumour: rumours.get(row.id) ?? null } : null,
    groups,
    ...(await figuresOf(db, forceId, row)),
    onDuty: await dutyNow(db, forceId, now),
    earlier: earlier.map((e) => ({
      id: e.id,
      beganAt: e.began_at.toISOString(),
      endedAt: (e.ended_at ?? e.began_at).toISOString(),
      heard: whyShape.parse(e.why).heard,
      rumour: rumours.get(e.id) ?? null,
    })),
    lines: since && may(actor, 'runSurge') ? await linesSince(db, forceId, since) : [],
    people: mayAdd && row ? await couldHelp(db, forceId) : [],
    may: { run: may(actor, 'runSurge'), addHands: mayAdd },
  }
}

async function shownSurge(db: Db, row: SurgeRow): Promise<Omit<NonNullable<Now['surge']>, 'rumour'>> {
  const why = whyShape.parse(row.why)
  const accounts = await accountsBy(
    db,
    row.force_id,
    why.accounts.map((a) => a.accountId),
  )
  const posts =
    why.posts.length === 0
      ? []
      : await db
          .selectFrom('post')
          .select(['id', 'words'])
          .where('force_id', '=', row.force_id)
          .where(
            'id',
            'in',
            why.posts.map((p) => p.postId),
          )
          .execute()
  const person = await peopleBy(db, row.force_id, [row.mode_by])
  const titleOf = (postId: string) =>
    [...(posts.find((p) => p.id === postId)?.words ?? '')].slice(0, mostTitle).join('')
  return {
    id: row.id,
    beganAt: row.began_at.toISOString(),
    noticedAt: row.noticed_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    why: {
      ...why,
      posts: why.posts.map((p) => ({ ...p, words: titleOf(p.postId) })),
      accounts: why.accounts.flatMap(({ accountId, n }) => {
        const account = accounts.get(accountId)
        return account ? [{ account, n }] : []
      }),
    },
    mode: row.mode_at && { on: row.mode_ended_at === null, at: row.mode_at.toISOString(), by: person(row.mode_by) },
  }
}

type Counted = {
  id: string
  sample: string
  language: 'en' | 'cy'
  size: number
  waiting: number
  held: number
  in_danger: number
  stand_alone: number
}

/** What stands for a group `g`: public words alone. Once any of it is intelligence, those of another that is not; without such, none. */
const sampleShown = sql<string>`case when not exists (select 1 from surge_member n
    join conversation o on o.force_id = n.force_id and o.id = n.conversation_id
    where n.force_id = g.force_id and n.group_id = g.id and o.category = 'intelligence') then g.sample
  else coalesce((select o.opening from surge_member n join conversation o on o.force_id = n.force_id and o.id = n.conversation_id
    where n.force_id = g.force_id and n.group_id = g.id and o.category <> 'intelligence' and o.kind = 'public' order by o.id limit 1), '') end`

/** Groups of two and more, those in which most wait first. What is answered alone is counted beside what waits and never in it. */
async function groupsOf(
  db: Db,
  actor: Actor,
  surge: SurgeRow,
  now: Date,
  only: string | null = null,
): Promise<Group[]> {
  const danger = sql`c.rank <= ${lookFirst}`
  const alone = sql`(${danger} or c.category = any(${categories.filter(needsPerson)}::text[]))`
  const others = sql`(c.holder_id is not null and c.held_until > ${now} and c.holder_id <> ${actor.personId ?? ''})`
  const waits = sql`(c.stage = 'open' and c.waiting_since is not null and c.draft_post_id is null)`
  const { rows } = await sql<Counted>`
    select g.id, ${sampleShown} as sample, g.language, g.size,
      count(*) filter (where ${waits} and not ${alone} and not ${others})::int as waiting,
      count(*) filter (where ${waits} and not ${alone} and ${others})::int as held,
      count(*) filter (where c.stage = 'open' and ${danger})::int as in_danger,
      count(*) filter (where c.stage = 'open' and ${alone} and not ${danger})::int as stand_alone
    from surge_group g join surge_member m on m.force_id = g.force_id and m.group_id = g.id
      join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where g.force_id = ${surge.force_id} and g.surge_id = ${surge.id}
      and ${only === null ? sql`g.size > 1` : sql`g.id = ${only}`}
    group by g.force_id, g.id
    order by count(*) filter (where ${waits} and not ${others}) desc, g.size desc, g.id limit ${mostGroups}`.execute(db)
  const batches = await batchesOf(db, surge.force_id, { groups: rows.map((r) => r.id) })
  return rows.map(({ in_danger, stand_alone, ...g }) => ({
    ...g,
    inDanger: in_danger,
    standAlone: stand_alone,
    batch: batches.get(g.id)?.[0] ?? null,
  }))
}

async function figuresOf(
  db: Db,
  forceId: string,
  row: SurgeRow | undefined,
): Promise<Pick<Now, 'open' | 'alone' | 'inDanger'>> {
  if (!row) return { open: 0, alone: 0, inDanger: 0 }
  const { rows } = await sql<{ open: number; alone: number; danger: number }>`
    select count(*)::int as open, count(*) filter (where c.rank = 0)::int as danger,
      count(*) filter (where not exists (select 1 from surge_member m
        join surge_group g on g.force_id = m.force_id and g.id = m.group_id and g.surge_id = ${row.id} and g.size > 1
        where m.force_id = c.force_id and m.conversation_id = c.id))::int as alone
    from conversation c where c.force_id = ${forceId} and c.stage = 'open' and c.last_said_at >= ${row.began_at}`.execute(
    db,
  )
  const { open = 0, alone = 0, danger = 0 } = rows[0] ?? {}
  return { open, alone, inDanger: danger }
}

async function dutyNow(db: Db, forceId: string, now: Date): Promise<Now['onDuty']> {
  const on = onDutyAt(await dutiesBetween(db, forceId, now, new Date(now.getTime() + 1)), now)
  const person = await peopleBy(
    db,
    forceId,
    on.map((d) => d.personId),
  )
  return on.filter((d) => d.kind === 'desk').map((d) => ({ person: person(d.personId), until: d.until.toISOString() }))
}

/** Those that are over, the last first. */
const earlierOf = (db: Db, forceId: string, except: string) =>
  db
    .selectFrom('surge')
    .select(['id', 'began_at', 'ended_at', 'why'])
    .where('force_id', '=', forceId)
    .where('id', '<>', except)
    .where('ended_at', 'is not', null)
    .orderBy('began_at', 'desc')
    .limit(mostEarlier)
    .execute()

/** Everybody whose role works at the desk, whatever the account. */
async function couldHelp(db: Db, forceId: string): Promise<Now['people']> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'rank', 'name', 'roles'])
    .where('force_id', '=', forceId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows
    .filter((p) => readerWith({ forceId, personId: p.id, roles: p.roles }, new Set()).mayWork(''))
    .map(({ id, rank, name }) => ({ id, rank, name }))
}

type GroupAnswer = z.input<typeof groupEndpoint.output>
const mostMembers = 500

/** A group and everybody in it; for who runs the surge. */
export async function groupFor(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<GroupAnswer>> {
  const reader = await readerOf(db, actor, now)
  if (!may(actor, 'runSurge') || reader.accounts !== null) return refuse(no.mayNotRunSurge)
  const found = await db
    .selectFrom('surge_group as g')
    .innerJoin('surge as s', (j) => j.onRef('s.force_id', '=', 'g.force_id').onRef('s.id', '=', 'g.surge_id'))
    .selectAll('s')
    .select(['g.sample', 'g.size'])
    .where('g.force_id', '=', actor.forceId)
    .where('g.id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse(no.noGroup)
  const { sample, size, ...surge } = found
  const [group] = await groupsOf(db, actor, surge, now, id)
  if (!group) return refuse(no.noGroup)
  const rows = await membersOf(db, actor.forceId, id)
  const waiting = await waitingIn(
    db,
    actor.forceId,
    rows.map((r) => r.id),
  )
  const accounts = await accountsBy(
    db,
    actor.forceId,
    rows.map((r) => r.account_id),
  )
  return ok({
    group,
    members: rows.flatMap((row) => {
      const account = accounts.get(row.account_id)
      const of = judged({ actor, now }, row, reader, waiting.get(row.id) ?? [])
      return account ? [{ account, ...memberOf(row, of, sample) }] : []
    }),
    more: Math.max(0, size - mostInBatch),
  })
}

const membersOf = (db: Db, forceId: string, groupId: string): Promise<ConversationRow[]> =>
  db
    .selectFrom('surge_member as m')
    .innerJoin('conversation as c', (j) =>
      j.onRef('c.force_id', '=', 'm.force_id').onRef('c.id', '=', 'm.conversation_id'),
    )
    .selectAll('c')
    .where('m.force_id', '=', forceId)
    .where('m.group_id', '=', groupId)
    .orderBy('c.last_said_at', 'desc')
    .orderBy('c.id')
    .limit(mostMembers)
    .execute()

/** Intelligence is read in its conversation, where the reading is recorded. */
function memberOf(row: ConversationRow, of: Judged, sample: string): Omit<GroupAnswer['members'][number], 'account'> {
  const left = whyLeftOut(of, sample)
  const intelligence = isRestricted(row.category)
  const weighed = { category: row.category, decidedBy: row.category_by, rank: row.rank }
  return {
    conversationId: row.id,
    from: intelligence ? '' : shownName(row),
    words: intelligence ? '' : of.waiting.map((m) => m.text).join('\n') || row.opening,
    saidAt: row.last_said_at.toISOString(),
    danger: row.rank <= lookFirst,
    toLook: of.open && of.works && !intelligence && mustBeDecided(weighed),
    left: left && leftWhy[left],
  }
}
