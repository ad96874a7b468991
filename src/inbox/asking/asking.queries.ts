import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { inForceAt } from '../../strategy/objective.ts'
import { type Reader, readerOf, worksOn } from '../desk.queries.ts'
import { momentWords } from '../duty/unmonitored.ts'
import { shownName } from '../queue-rows.queries.ts'
import type { Category } from '../triage/category.ts'
import { choicesOf, hasPoll } from './asking.commands.ts'
import type { listQuestions, questionEndpoint } from './asking.contract.ts'
import { askingRefusals as no } from './asking.refusals.ts'
import { countsByTheme, type QuestionRow, themesOf } from './asking.store.ts'
import { beforeSession, outOfSession, type questionStages, sessionAt, unanswered } from './question.ts'

type List = z.input<typeof listQuestions.output>
type Question = List['questions'][number]
type Whole = z.input<typeof questionEndpoint.output>

const mostListed = 200
const pageSize = 50
const order = ['open', 'closed', 'planned', 'answered'] satisfies (typeof questionStages)[number][]

const teamOf = (row: QuestionRow): string[] =>
  Array.isArray(row.team) ? row.team.filter((id) => typeof id === 'string') : []

export async function questionsFor(db: Db, actor: Actor, now: Date): Promise<List> {
  const { forceId } = actor
  const rows = await db
    .selectFrom('public_question')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('made_at', 'desc')
    .limit(mostListed)
    .execute()
  const mayAsk = may(actor, 'askPublic')
  const questions = await shown(db, forceId, rows)
  const people = mayAsk
    ? await db
        .selectFrom('person')
        .select(['id', 'rank', 'name'])
        .where('force_id', '=', forceId)
        .where('left_at', 'is', null)
        .orderBy('name')
        .execute()
    : []
  const objectives = mayAsk
    ? await db.selectFrom('objective').selectAll().where('force_id', '=', forceId).orderBy('title').execute()
    : []
  return {
    now: now.toISOString(),
    questions: questions.sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage)),
    people,
    objectives: objectives
      .filter((o) => inForceAt({ startsAt: o.starts_at, endsAt: o.ends_at }, now))
      .map(({ id, title }) => ({ id, title })),
    may: { ask: mayAsk },
  }
}

async function shown(db: Db, forceId: string, rows: readonly QuestionRow[]): Promise<Question[]> {
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const { rows: facts } = await sql<{
    id: string
    post: string | null
    answers: number
    asked: boolean
    objective: string | null
  }>`
    select q.id, case when p.stage <> 'discarded' then p.id end as post, p.stage = 'released' as asked, o.title as objective,
      (select count(*)::int from conversation c join message m on m.force_id = c.force_id and m.conversation_id = c.id
        where c.force_id = q.force_id and c.about_post_id = q.post_id and c.kind = 'public') as answers
    from public_question q left join post p on p.force_id = q.force_id and p.id = q.post_id
      left join objective o on o.force_id = q.force_id and o.id = q.objective_id
    where q.force_id = ${forceId} and q.id = any(${ids}::text[])`.execute(db)
  const themes = await countsByTheme(db, forceId, ids)
  const person = await peopleBy(
    db,
    forceId,
    rows.flatMap((r) => [r.made_by, ...teamOf(r)]),
  )
  return rows.map((r) => {
    const of = facts.find((f) => f.id === r.id)
    const own = themes.filter((t) => t.question === r.id)
    return {
      id: r.id,
      kind: r.kind,
      title: r.title,
      words: r.words,
      objective: r.objective_id && of?.objective ? { id: r.objective_id, title: of.objective } : null,
      area: r.area,
      postId: of?.post ?? null,
      asked: of?.asked === true,
      opensAt: r.opens_at?.toISOString() ?? null,
      closesAt: r.closes_at?.toISOString() ?? null,
      stage: r.stage,
      team: teamOf(r).map(person),
      madeBy: person(r.made_by),
      answers: of?.answers ?? 0,
      themes: own.length,
      unanswered: unanswered(own).length,
    }
  })
}

/** Messages below the post, without what this reader may not see: other accounts, and intelligence. */
const answersOf = (row: QuestionRow): RawBuilder<unknown> => sql`
  from conversation c join message m on m.force_id = c.force_id and m.conversation_id = c.id
  where c.force_id = ${row.force_id} and c.about_post_id = ${row.post_id} and c.kind = 'public'`
const visible = (reader: Reader): RawBuilder<unknown> => sql`(${reader.accounts === null}::boolean
  or c.account_id = any(${[...(reader.accounts ?? [])]}::text[])) and c.category <> 'intelligence'`

export async function questionFor(
  db: Db,
  actor: Actor,
  now: Date,
  input: { id: string; theme?: string | undefined; after?: string | undefined },
): Promise<Outcome<Whole>> {
  const row = await db
    .selectFrom('public_question')
    .selectAll()
    .where('force_id', '=', actor.forceId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  const [question] = row ? await shown(db, actor.forceId, [row]) : []
  if (!row || !question) return refuse(no.noQuestion)
  const reader = await readerOf(db, actor, now)
  const counts = await countsByTheme(db, actor.forceId, [row.id])
  const themes = await themesOf(db, actor.forceId, row.id)
  const person = await peopleBy(
    db,
    actor.forceId,
    themes.map((t) => t.did_by),
  )
  const messagesOf = (id: string) => counts.find((t) => t.id === id)?.messages ?? 0
  const own = noticeOf(row)
  const usual = usualNotice(row, await zoneOf(db, actor.forceId), now)
  const byHand = row.kind === 'poll' && !(await db.transaction().execute((tx) => hasPoll({ tx }, row)))
  return ok({
    now: now.toISOString(),
    question,
    ownNotice: own,
    usualNotice: usual,
    notice: { en: own.en || usual.en, cy: own.cy || usual.cy },
    choices: choicesOf(row).map(({ words, votes }) => ({
      words,
      votes,
      messages: messagesOf(themes.find((t) => t.title === words)?.id ?? ''),
    })),
    countedByHand: byHand,
    themes: themes.map((t) => ({
      id: t.id,
      title: t.title,
      messages: messagesOf(t.id),
      did: t.did,
      noAction: t.no_action,
      didAt: t.did_at?.toISOString() ?? null,
      didBy: t.did_by === null ? null : person(t.did_by),
      didPostId: t.did_post_id,
    })),
    ...(await answersFor(db, row, reader, input)),
    live: row.kind === 'live' ? await boardOf(db, row, actor, reader, now) : null,
    may: { ask: may(actor, 'askPublic') },
  })
}

/** Before it begins they are told when; by the wall clock of the force. */
const usualNotice = (row: QuestionRow, zone: string, now: Date): { en: string; cy: string } =>
  row.opens_at && row.opens_at > now ? beforeSession(momentWords(row.opens_at, zone, now)) : outOfSession

function noticeOf(row: QuestionRow): { en: string; cy: string } {
  const kept = row.notice as { en?: unknown; cy?: unknown } | null
  const words = (of: unknown) => (typeof of === 'string' ? of : '')
  return { en: words(kept?.en), cy: words(kept?.cy) }
}

type Said = {
  id: string
  conversation: string
  account_id: string
  from: string
  text: string
  said_at: Date
  danger: boolean
  themes: string[]
}

/** Newest first, page by page. Nothing about a person but these words; nobody is counted. */
async function answersFor(
  db: Db,
  row: QuestionRow,
  reader: Reader,
  { theme, after }: { theme?: string | undefined; after?: string | undefined },
): Promise<Pick<Whole, 'answers' | 'next' | 'notShown' | 'withoutTheme'>> {
  if (row.post_id === null) return { answers: [], next: null, notShown: 0, withoutTheme: 0 }
  const under = sql`(select coalesce(array_agg(t.id), '{}') from theme_message x
    join theme t on t.force_id = x.force_id and t.id = x.theme_id and t.question_id = ${row.id}
    where x.force_id = m.force_id and x.message_id = m.id)`
  const wanted =
    theme === undefined
      ? sql`true`
      : theme === 'none'
        ? sql`${under} = '{}'`
        : sql`${theme}::text = any(${under}::text[])`
  const { rows } = await sql<Said>`
    select m.id, c.id as conversation, c.account_id, coalesce(nullif(trim(m.author_name), ''), m.author_handle) as from,
      m.text, m.said_at, c.rank = 0 as danger, ${under} as themes ${answersOf(row)} and ${visible(reader)} and ${wanted}
      and (${after ?? null}::text is null or m.id < ${after ?? ''}) order by m.id desc limit ${pageSize + 1}`.execute(
    db,
  )
  const { rows: sums } = await sql<{ hidden: number; without: number }>`
    select count(*) filter (where not (${visible(reader)}))::int as hidden,
      count(*) filter (where ${under} = '{}')::int as without ${answersOf(row)}`.execute(db)
  const page = rows.slice(0, pageSize)
  const accounts = await accountsBy(
    db,
    row.force_id,
    page.map((r) => r.account_id),
  )
  return {
    answers: page.flatMap((r) => {
      const account = accounts.get(r.account_id)
      const { id: messageId, conversation: conversationId, from, text, danger, themes } = r
      return account
        ? [{ messageId, conversationId, account, from, text, saidAt: r.said_at.toISOString(), danger, themes }]
        : []
    }),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    notShown: sums[0]?.hidden ?? 0,
    withoutTheme: sums[0]?.without ?? 0,
  }
}

/** Who waits in a live session, who of the team has whom, and whether the time is enough. */
async function boardOf(
  db: Db,
  row: QuestionRow,
  actor: Actor,
  reader: Reader,
  now: Date,
): Promise<NonNullable<Whole['live']>> {
  const times = { opensAt: row.opens_at, closesAt: row.closes_at }
  if (row.post_id === null)
    return { ...sessionAt({ ...times, answered: 0, waiting: 0 }, now), answered: 0, waiting: [] }
  const { rows } = await sql<{
    id: string
    account_id: string
    category: Category
    author_name: string
    author_handle: string
    text: string
    since: Date
    danger: boolean
    holder: string | null
  }>`
    select c.id, c.account_id, c.category, c.author_name, c.author_handle, c.opening as text,
      c.waiting_since as since, c.rank = 0 as danger,
      case when c.held_until > ${now} then c.holder_id end as holder
    from conversation c where c.force_id = ${row.force_id} and c.about_post_id = ${row.post_id} and c.kind = 'public'
      and c.stage = 'open' and c.waiting_since is not null and ${visible(reader)}
    order by (c.rank = 0) desc, c.waiting_since, c.id limit 200`.execute(db)
  const { rows: done } = await sql<{ n: number }>`
    select count(distinct c.id)::int as n from conversation c
      join answer a on a.force_id = c.force_id and a.conversation_id = c.id and a.sent_at is not null
    where c.force_id = ${row.force_id} and c.about_post_id = ${row.post_id}`.execute(db)
  const answered = done[0]?.n ?? 0
  const person = await peopleBy(
    db,
    row.force_id,
    rows.map((r) => r.holder),
  )
  return {
    ...sessionAt({ ...times, answered, waiting: rows.length }, now),
    answered,
    waiting: rows.map((r) => ({
      conversationId: r.id,
      from: shownName(r),
      text: r.text,
      since: r.since.toISOString(),
      danger: r.danger,
      holder: r.holder === null ? null : person(r.holder),
      mine: r.holder !== null && r.holder === actor.personId,
      mayTake: r.holder === null && worksOn(reader, r),
    })),
  }
}
