import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { AccountRef, PersonRef } from '../../posting/facts.ts'
import { openedBy } from '../../posting/open-to.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { isRestricted } from '../conversation.ts'
import type { Category } from '../triage/category.ts'
import { liftFrom } from './lift.ts'
import type { listModeration, moderation } from './moderation.contract.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { copyOf, type Moderation } from './moderation.store.ts'
import { fromReference, mayLift, referenceOf, reviewLeadDays } from './moderation.ts'
import { standardsOf } from './standard.store.ts'
import { endWords, type InBoth, inLanguage, tellAppeal, tellThem } from './told.ts'

type Input = z.output<typeof listModeration.input>
type List = z.input<typeof listModeration.output>
type Row = z.input<typeof moderation>

/** A review is put before people a week before what is hidden has to have one; for the rest the day is early enough already. */
const reviewDue = (now: Date) =>
  sql<boolean>`m.state = 'done' and m.reviewed_at is null and m.review_at <= case when m.act = 'hide' then ${new Date(now.getTime() + reviewLeadDays * 86_400_000)}::timestamptz else ${now}::timestamptz end`
const appealOpen = sql<boolean>`m.appeal_at is not null and m.appeal_decided_at is null`
const stuck = sql<boolean>`(m.state = 'needsPerson' or (m.state = 'refused' and exists (
  select 1 from alarm a where a.force_id = m.force_id and a.kind = 'notModerated' and a.subject = 'moderation:' || m.id and a.settled_at is null)))`

/** What was moderated and why. Read by those who moderate and by those who answer for the record. */
export async function moderationList(db: Db, actor: Actor, now: Date, input: Input): Promise<Outcome<List>> {
  if (!may(actor, 'moderate') && !may(actor, 'seeAudit')) return refuse(no.mayNotModerate)
  const forceId = actor.forceId
  const chance = input.reference ? (fromReference(input.reference) ?? ' ') : null
  const wanted = {
    all: sql`true`,
    standing: sql`m.state not in ('refused', 'lifted')`,
    waiting: sql`((${reviewDue(now)}) or (${appealOpen}) or (${stuck}))`,
  }[input.show]
  const { rows } = await sql<Found>`
    select m.*, c.category, c.language, c.kind from moderation m
      join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where m.force_id = ${forceId} and ${chance === null ? wanted : sql`right(m.id, 8) = ${chance}`}
      ${input.conversation ? sql`and m.conversation_id = ${input.conversation}` : sql``}
      ${input.after ? sql`and m.id < ${input.after}` : sql``}
    order by m.id desc limit ${input.most + 1}`.execute(db)
  const page = rows.slice(0, input.most)
  const counts = await countsNow(db, forceId, now)
  const show = await showing(db, actor, now, page)
  return ok({
    now: now.toISOString(),
    ...counts,
    rows: page.map(show),
    next: rows.length > input.most ? (page.at(-1)?.id ?? null) : null,
  })
}

async function countsNow(db: Db, forceId: string, now: Date) {
  const { rows } = await sql<{ standing: number; due: number; late: number; appeals: number; stuck: number }>`
    select count(*) filter (where m.state not in ('refused', 'lifted'))::int as standing,
      count(*) filter (where ${reviewDue(now)})::int as due,
      count(*) filter (where m.state = 'done' and m.reviewed_at is null and m.act = 'hide' and m.review_at < ${now})::int as late,
      count(*) filter (where ${appealOpen})::int as appeals,
      count(*) filter (where ${stuck})::int as stuck
    from moderation m where m.force_id = ${forceId}`.execute(db)
  const [n] = rows
  return {
    standing: n?.standing ?? 0,
    reviewsDue: n?.due ?? 0,
    reviewsLate: n?.late ?? 0,
    appealsOpen: n?.appeals ?? 0,
    stuck: n?.stuck ?? 0,
  }
}

type Found = Moderation & { category: Category; language: string; kind: 'public' | 'direct' }

async function showing(db: Db, actor: Actor, now: Date, page: readonly Found[]): Promise<(m: Found) => Row> {
  const [people, accounts, standards, opened] = await Promise.all([
    peopleBy(
      db,
      actor.forceId,
      page.flatMap((m) => [m.by_id, m.reviewed_by, m.appeal_by, m.lifted_by]),
    ),
    accountsBy(
      db,
      actor.forceId,
      page.map((m) => m.account_id),
    ),
    standardsOf(db, actor.forceId),
    openedBy(
      db,
      actor,
      now,
      page.flatMap((m) => (isRestricted(m.category) ? [m.conversation_id] : [])),
    ),
  ])
  const titles = new Map(standards.map((s) => [s.code, s.title]))
  return (m) => shownOf(m, actor, { people, accounts, titles, opened })
}

type Known = {
  people: (id: string | null) => PersonRef
  accounts: Map<string, AccountRef>
  titles: ReadonlyMap<string, InBoth>
  /** Intelligence that this reader has opened within a shift. */
  opened: ReadonlySet<string>
}

const restricted = 'This is intelligence. Open the conversation to read it.'
const inPrivate = 'This was said in private. Who reads the desk can read it.'

/** What stands in place of their words for somebody who may not read them; null: they may. */
function closedTo(m: Found, actor: Actor, opened: ReadonlySet<string>): string | null {
  if (isRestricted(m.category) && !(may(actor, 'readRestricted') && opened.has(m.conversation_id))) return restricted
  return m.kind === 'direct' && !may(actor, 'readDesk', { belongs: false }) ? inPrivate : null
}

function shownOf(m: Found, actor: Actor, { people, accounts, titles, opened }: Known): Row {
  const account = accounts.get(m.account_id)
  if (!account) throw new Error(`The account of moderation ${m.id} is gone.`)
  const copy = copyOf(m)
  const title = titles.get(m.standard_code) ?? { en: '', cy: '' }
  const closed = closedTo(m, actor, opened)
  return {
    id: m.id,
    reference: referenceOf(m.id),
    conversationId: m.conversation_id,
    messageId: m.message_id,
    account,
    act: m.act,
    standard: { code: m.standard_code, title: title.en },
    reason: m.words,
    copy: {
      text: closed ?? copy.text,
      from: closed ? '' : copy.authorName.trim() || copy.authorHandle,
      saidAt: copy.saidAt,
      url: closed ? null : copy.url,
      pictures: copy.pictures,
    },
    by: people(m.by_id),
    at: m.at.toISOString(),
    state: m.state,
    stateSince: m.state_since.toISOString(),
    networkWords: m.network_words,
    tries: m.tries,
    expiresAt: iso(m.expires_at),
    review: m.review_at && {
      dueAt: m.review_at.toISOString(),
      at: iso(m.reviewed_at),
      by: m.reviewed_by ? people(m.reviewed_by) : null,
      words: m.review_words,
    },
    appeal: m.appeal_at && {
      at: m.appeal_at.toISOString(),
      words: closed ?? m.appeal_words,
      outcome: m.appeal_outcome,
      decidedAt: iso(m.appeal_decided_at),
      by: m.appeal_by ? people(m.appeal_by) : null,
      reason: m.appeal_reason,
    },
    lift: liftOf(m, people),
    tellThem: toldOf(m, title),
    may: mayOf(m, actor, closed !== null),
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const liftOf = (m: Found, people: Known['people']): Row['lift'] =>
  m.lift_asked_at &&
  m.lift_why && {
    askedAt: m.lift_asked_at.toISOString(),
    why: m.lift_why,
    by: m.lifted_by ? people(m.lifted_by) : null,
    words: m.lift_words,
    at: iso(m.lifted_at),
  }

function toldOf(m: Found, title: InBoth): string {
  const language = inLanguage(m.language)
  const reference = referenceOf(m.id)
  if (m.appeal_outcome) return tellAppeal(language, { outcome: m.appeal_outcome, reference })
  const until = m.expires_at ? endWords(language, m.expires_at) : null
  return tellThem(language, { act: m.act, code: m.standard_code, title: title[language], reference, until })
}

const mayOf = (m: Found, actor: Actor, closed: boolean): Row['may'] => {
  const moderates = !closed && may(actor, 'moderate')
  return {
    lift: moderates && liftFrom(m) !== 'nothing',
    review:
      moderates && m.state === 'done' && m.review_at !== null && m.reviewed_at === null && m.by_id !== actor.personId,
    appeal: moderates && mayLift(m.act) && m.appeal_at === null && m.state !== 'lifted',
    decideAppeal:
      !closed && m.appeal_at !== null && m.appeal_decided_at === null && may(actor, 'decideAppeal', { byId: m.by_id }),
    settle: moderates && (m.state === 'needsPerson' || m.state === 'refused'),
  }
}
