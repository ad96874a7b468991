import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { answeringOf } from '../../posting/answering.ts'
import { sheetOf } from '../../posting/approval/digest.ts'
import { type Standing, standingsOf } from '../../posting/approval/standing.queries.ts'
import { checkDraft, isTrusted, troublesOf } from '../../posting/check-draft.ts'
import { content as contentSchema } from '../../posting/content.ts'
import { type DeliveryState, stateWords } from '../../posting/delivery/state.ts'
import { draftFactsOf } from '../../posting/facts.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { answered, messageOf } from '../answering/answer.store.ts'
import { answeringTo } from '../answering/answer.ts'
import { isRestricted } from '../conversation.ts'
import { readerOf } from '../desk.queries.ts'
import { shownName } from '../queue-rows.queries.ts'
import type { Category } from '../triage/category.ts'
import { answersAt, type BatchRow, batchById } from './batch.store.ts'
import { type LeftWhy, leftWhy, mostInBatch } from './batch.ts'
import { sheetsOf, sumOf } from './decide.commands.ts'
import type { batchEndpoint, checkGroupEndpoint } from './surge.contract.ts'
import { surgeRefusals as no } from './surge.refusals.ts'

type Whole = z.input<typeof batchEndpoint.output>
type Shown = Whole['batch']

/** Answers to many of these groups, or this one, the newest first, each with what became of it. */
export async function batchesOf(
  db: Db,
  forceId: string,
  which: { groups: readonly string[] } | { id: string },
): Promise<Map<string, Shown[]>> {
  const of = db.selectFrom('surge_batch').selectAll().where('force_id', '=', forceId)
  const rows =
    'id' in which
      ? await of.where('id', '=', which.id).execute()
      : which.groups.length === 0
        ? []
        : await of
            .where('group_id', 'in', [...which.groups])
            .orderBy('at', 'desc')
            .orderBy('id', 'desc')
            .execute()
  const person = await peopleBy(
    db,
    forceId,
    rows.map((r) => r.by_id),
  )
  const results = await resultsOf(
    db,
    forceId,
    rows.map((r) => r.id),
  )
  const found = new Map<string, Shown[]>()
  for (const row of rows) {
    const { id, group_id: groupId, words, how, stage } = row
    const shown = {
      id,
      groupId,
      words,
      how,
      stage,
      by: person(row.by_id),
      at: row.at.toISOString(),
      results: results(id),
    }
    found.set(groupId, [...(found.get(groupId) ?? []), shown])
  }
  return found
}

type Results = Shown['results']

async function resultsOf(db: Db, forceId: string, ids: readonly string[]): Promise<(id: string) => Results> {
  const nothing: Results = {
    taken: 0,
    begun: 0,
    waitingForApproval: 0,
    sentBack: 0,
    onTheWay: 0,
    sent: 0,
    needsPerson: 0,
    givenUp: 0,
    leftOut: 0,
  }
  if (ids.length === 0) return () => nothing
  const stuck = sql`exists (select 1 from delivery d where d.force_id = a.force_id and d.post_id = a.post_id and d.state in ('needs-person', 'refused', 'held'))`
  const out = sql`exists (select 1 from surge_batch_left l where l.force_id = a.force_id and l.batch_id = b.id and l.conversation_id = a.conversation_id)`
  const running = sql`a.sent_at is null and a.given_up_at is null`
  const { rows } = await sql<Results & { id: string }>`
    select b.id, count(a.post_id)::int as taken,
      count(*) filter (where ${running} and p.stage = 'draft' and not ${out})::int as begun,
      count(*) filter (where ${running} and p.stage = 'asked')::int as "waitingForApproval",
      count(*) filter (where ${running} and p.stage = 'sentBack')::int as "sentBack",
      count(*) filter (where ${running} and p.stage = 'released' and not ${stuck})::int as "onTheWay",
      count(*) filter (where a.sent_at is not null)::int as sent,
      count(*) filter (where ${running} and p.stage = 'released' and ${stuck})::int as "needsPerson",
      count(*) filter (where a.given_up_at is not null)::int as "givenUp",
      (select count(*)::int from surge_batch_left l where l.force_id = b.force_id and l.batch_id = b.id) as "leftOut"
    from surge_batch b left join answer a on a.force_id = b.force_id and a.batch_id = b.id
      left join post p on p.force_id = a.force_id and p.id = a.post_id
    where b.force_id = ${forceId} and b.id = any(${[...ids]}::text[]) group by b.force_id, b.id`.execute(db)
  return (id) => {
    const row = rows.find((r) => r.id === id)
    if (!row) return nothing
    const { id: _, ...results } = row
    return results
  }
}

type Person = {
  conversation: string
  post: string | null
  author_name: string
  author_handle: string
  account_id: string
  category: Category
  words: string
  stage: string | null
  delivery: DeliveryState | null
  sent: boolean
  given_up: boolean
  why: LeftWhy | null
  left_words: string | null
}

/** Everybody in a batch with what became of it, those that were left out among them. */
async function peopleOf(db: Db, batch: BatchRow): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select c.id as conversation, a.post_id as post, c.author_name, c.author_handle, c.account_id, c.category,
      coalesce(m.text, c.opening) as words, p.stage, (select d.state from delivery d
        where d.force_id = a.force_id and d.post_id = a.post_id order by d.id desc limit 1) as delivery,
      a.sent_at is not null as sent, a.given_up_at is not null as given_up, l.why, l.words as left_words
    from (select conversation_id from answer where force_id = ${batch.force_id} and batch_id = ${batch.id}
      union select conversation_id from surge_batch_left where force_id = ${batch.force_id} and batch_id = ${batch.id}) o
    join conversation c on c.force_id = ${batch.force_id} and c.id = o.conversation_id
    left join answer a on a.force_id = c.force_id and a.conversation_id = c.id and a.batch_id = ${batch.id}
    left join message m on m.force_id = a.force_id and m.id = a.message_id
    left join post p on p.force_id = a.force_id and p.id = a.post_id
    left join surge_batch_left l on l.force_id = c.force_id and l.batch_id = ${batch.id} and l.conversation_id = c.id
    order by (l.why is not null) desc, c.id limit ${mostInBatch * 2}`.execute(db)
  return rows
}

function stateOf(p: Person): string {
  if (p.why) return p.why === 'refused' ? `${leftWhy.refused}: ${p.left_words}` : leftWhy[p.why]
  if (p.sent) return stateWords.sent
  if (p.given_up) return 'Put away'
  if (p.delivery) return stateWords[p.delivery]
  if (p.stage === 'asked') return 'Waits for approval'
  return p.stage === 'sentBack' ? 'Sent back' : 'Being put forward'
}

export async function batchFor(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<Whole>> {
  const reader = await readerOf(db, actor, now)
  const row = await batchById(db, actor.forceId, id)
  // Whoever may approve reads what they approve, and to whom it goes.
  const reads = reader.accounts === null && (may(actor, 'runSurge') || mayApprove(actor, row))
  if (!reads) return refuse(no.mayNotRunSurge)
  const [batch] = [...(await batchesOf(db, actor.forceId, { id })).values()].flat()
  if (!row || !batch) return refuse(no.noBatch)
  const people = await peopleOf(db, row)
  const accounts = await accountsBy(
    db,
    actor.forceId,
    people.map((p) => p.account_id),
  )
  const asked = await answersAt(db, row, ['asked'], mostInBatch)
  const frozen = await sheetsOf(db, actor.forceId, asked)
  const sums = new Map([...frozen].map(([postId, sheet]) => [postId, sumOf(sheet)]))
  return ok({
    batch,
    sheets: await sheetsShown(db, actor, now, frozen, sums, accounts),
    people: people.flatMap((p) => {
      const account = accounts.get(p.account_id)
      const open = !isRestricted(p.category)
      const said = open ? { from: shownName(p), words: p.words } : { from: '', words: '' }
      const shown = { conversationId: p.conversation, postId: p.post, ...said }
      return account ? [{ ...shown, account, state: stateOf(p), sum: sums.get(p.post ?? '') ?? null }] : []
    }),
    ready: await readyToClose(db, row),
    may: {
      approve: row.by_id !== actor.personId && mayApprove(actor, row),
      giveUp: may(actor, 'runSurge'),
      close: may(actor, 'runSurge'),
    },
  })
}

const mayApprove = (actor: Actor, row: BatchRow | undefined): boolean =>
  may(actor, 'approve', { authorId: row?.by_id ?? '', speaksForId: null })

/** One sheet for each wording, with what the rules say of the first of them now. */
async function sheetsShown(
  db: Db,
  actor: Actor,
  now: Date,
  frozen: Awaited<ReturnType<typeof sheetsOf>>,
  sums: ReadonlyMap<string, string>,
  accounts: Awaited<ReturnType<typeof accountsBy>>,
): Promise<Whole['sheets']> {
  const bySum = Map.groupBy(frozen, ([postId]) => sums.get(postId) ?? '')
  const firsts = [...bySum.values()].flatMap((all) => all[0]?.[0] ?? [])
  const posts =
    firsts.length === 0
      ? []
      : await db
          .selectFrom('post')
          .selectAll()
          .where('force_id', '=', actor.forceId)
          .where('id', 'in', firsts)
          .execute()
  const standing = new Map((await standingsOf(db, actor.forceId, posts, now)).map((s) => [s.post.id, s]))
  return [...bySum].map(([sum, all]) => {
    const [first] = all
    const target = first?.[1].targets[0]
    return {
      sum,
      pieces: target?.pieces.map((p) => p.text) ?? [],
      signature: target?.signature?.mark ?? null,
      accounts: [...new Set(all.map(([, sheet]) => sheet.targets[0]?.accountId ?? ''))].flatMap(
        (accountId) => accounts.get(accountId) ?? [],
      ),
      n: all.length,
      says: saidByRules(standing.get(first?.[0] ?? '')),
    }
  })
}

const saidByRules = (s: Standing | undefined): string[] =>
  s ? [...new Set(s.check('willAsk').findings.flatMap((f) => (f.state === 'open' ? [f.says] : [])))] : []

const readyToClose = async (db: Db, batch: BatchRow): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from answer a join conversation c on c.force_id = a.force_id and c.id = a.conversation_id
    where a.force_id = ${batch.force_id} and a.batch_id = ${batch.id} and a.sent_at is not null and c.stage = 'open'
      and c.waiting_since is null`.execute(db)
  return rows[0]?.n ?? 0
}

type Places = z.input<typeof checkGroupEndpoint.output>['places']

/** How the words would read on each account of the group, in the asking one's name. */
export async function checkWords(
  db: Db,
  actor: Actor,
  now: Date,
  input: { id: string; words: string },
): Promise<Outcome<{ places: Places }>> {
  if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
  const { rows } = await sql<{
    account: string
    conversation: string
    thread: string
    language: 'en' | 'cy'
    n: number
  }>`
    select c.account_id as account, min(c.id) as conversation, (array_agg(c.thread order by c.id))[1] as thread,
      (array_agg(c.language order by c.id))[1] as language, count(*)::int as n
    from surge_member m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where m.force_id = ${actor.forceId} and m.group_id = ${input.id} and c.stage = 'open' group by c.account_id
    order by n desc, c.account_id`.execute(db)
  if (rows.length === 0) return refuse(no.noGroup)
  const accounts = await accountsBy(
    db,
    actor.forceId,
    rows.map((r) => r.account),
  )
  const places: Places = []
  for (const row of rows) {
    const account = accounts.get(row.account)
    const message = await db.transaction().execute((tx) => messageOf(tx, actor.forceId, row.conversation, null))
    if (!account || !message) continue
    const content = contentSchema.parse({
      pieces: [input.words],
      language: row.language,
      targets: [row.account],
      intent: 'engage',
    })
    const to = answeringOf({ answering: answeringTo(answered(message, row.thread)) })
    const facts = await draftFactsOf(db, actor.forceId, content, actor.personId ?? '', now, [], to)
    const result = checkDraft(content, facts, { now, writtenAt: now, consent: 'standing' })
    const isTrustedThere = isTrusted(facts.accounts, facts, now)
    places.push({
      account,
      n: row.n,
      pieces: sheetOf(content, facts).targets[0]?.pieces.map((p) => p.text) ?? [],
      outcome: result.outcome,
      says: [...new Set(result.findings.flatMap((f) => (f.state === 'open' ? [f.says] : [])))],
      troubles: troublesOf(content, facts),
      atOnce:
        facts.settings.lowRiskAtOnce &&
        may(actor, 'releaseAtOnce', { isTrusted: isTrustedThere, outcome: result.outcome }),
    })
  }
  return ok({ places })
}
