import { sql } from 'kysely'
import { systemClock } from '../src/foundation/clock.ts'
import type { Db } from '../src/foundation/database.ts'
import { newId } from '../src/foundation/identity.ts'
import { nudge } from '../src/foundation/live.ts'
import { makeServer } from '../src/foundation/server.ts'
import type { World } from '../src/foundation/world.ts'
import { stormMessage } from '../src/networks/practice/storm.ts'
import { rooms } from '../src/rooms.ts'
import { diceOf } from './dice.ts'

/** A force with a desk of many years: filled by statements, worked on by people over the real server. */
export const forceId = 'bench'
const network = 'practice'
const accounts = 12
export const agents = 20
export const asWhom = 'x-bench-person'

/** The real server with every route; only who asks is taken from a header instead of a session. */
export const serverOf = (world: World) =>
  makeServer(
    world,
    rooms.flatMap((room) => room.routes),
    async (request) => ({ forceId, personId: request.headers.get(asWhom) ?? 'agent0', roles: ['deskAgent'] }),
  )

/** Texts of 40 to 200 characters; which one stands where is a matter of counting. */
const opening = sql`(array[
  'When does the counter in Tollgate Street open on Saturday? The website says one thing and the door says another.',
  'Thank you to the two officers who helped my mother at the bus station.',
  'you are a joke of a force and everybody here knows it',
  'Four hours for a call back, and then it rang once. Who do I complain to?',
  'Quad bikes on the recreation ground again, every evening since Sunday. Is anyone coming out at all?',
  'A van comes to the garages behind the flats at seven most evenings, and boys walk off with small bags.',
  'I would like to know how many speeding fines there were on the bypass last year.',
  'Diolch am y wybodaeth. Pryd fydd y cownter yn agor eto?'])[1 + n % 8]`
const categoryOf = (n: ReturnType<typeof sql>) => sql`case
  when ${n} % 1000 < 450 then 'comment' when ${n} % 1000 < 700 then 'question' when ${n} % 1000 < 820 then 'abuse'
  when ${n} % 1000 < 900 then 'complaint' when ${n} % 1000 < 960 then 'callForService' when ${n} % 1000 < 990 then 'intelligence'
  when ${n} % 1000 < 995 then 'threatOrVulnerable' when ${n} % 1000 < 997 then 'informationRequest' else 'media' end`
const rankOf = sql`case category when 'threatOrVulnerable' then 0 when 'callForService' then 2 when 'intelligence' then 3 when 'complaint' then 4
  when 'informationRequest' then 5 when 'question' then 6 when 'comment' then 7 when 'abuse' then 8 else 9 end`

/** Everything that stands in the store before the first new message: the force, its accounts and people, and years of conversations. */
export async function fill(db: Db, size: { messages: number; conversations: number; open: number }): Promise<void> {
  const at = systemClock.now()
  await db.insertInto('force').values({ id: forceId, name: 'Bench', created_at: at }).execute()
  await sql`insert into person (force_id, id, name, rank, initials, roles, joined_at)
    select ${forceId}, 'agent' || n, 'Agent ' || n, '', 'A' || n, '{deskAgent}', ${at} from generate_series(0, ${agents - 1}::int) n`.execute(
    db,
  )
  await sql`insert into account (force_id, id, network, handle, name, class, kind, status, purpose, signature_place, created_at)
    select ${forceId}, 'account' || n, ${network}, 'bench' || n, 'Account ' || n, 'corporate', 'collective', 'live', '', 'suffix', ${at}
    from generate_series(0, ${accounts - 1}::int) n`.execute(db)
  await sql`insert into listening (force_id, account_id, state, next_at, heard_at) select ${forceId}, id, 'hearing', ${at}, ${at} from account`.execute(
    db,
  )
  const { conversations, open, messages } = size
  const every = Math.max(1, Math.floor(conversations / open))
  for (let from = 0; from < conversations; from += perStatement)
    await fillConversations(db, at, { from, until: Math.min(conversations, from + perStatement), every })
  const more = messages - conversations
  for (let from = 0; from < messages; from += perStatement)
    await fillMessages(db, at, { from, until: Math.min(messages, from + perStatement), conversations, more })
  for (const table of ['conversation', 'message', 'outcome', 'conversation_act', 'account', 'person'])
    await sql`analyze ${sql.table(table)}`.execute(db)
}

const perStatement = 50_000
type Share = { from: number; until: number }

/** Closed ones lie in the last two years, open ones in the last three days. */
async function fillConversations(db: Db, at: Date, { from, until, every }: Share & { every: number }): Promise<void> {
  const range = sql`generate_series(${from}::int, ${until - 1}::int) n`
  await sql`
    insert into conversation (force_id, id, account_id, network, kind, thread, author_external_id, author_handle, author_name, opening, language,
      stage, stage_since, category, category_by, category_at, suggestion, rank, due_at, opened_at, last_said_at, last_from, waiting_since, messages,
      first_look_at, first_look_by)
    select ${forceId}, id, 'account' || n % ${accounts}, ${network}, case when n % 20 = 3 then 'direct' else 'public' end, 't' || id,
      'public:' || n % 90000, 'person' || n % 90000, 'Person ' || n % 90000, opening, case when n % 8 = 7 then 'cy' else 'en' end,
      case when open then 'open' else 'closed' end, opened + interval '40 minutes', category, case when open then null else 'agent' || n % ${agents} end,
      case when open then null else opened + interval '20 minutes' end, jsonb_build_object('category', category, 'danger', rank = 0, 'because', '[]'::jsonb),
      rank, case when open then opened + make_interval(mins => 15 + n % 240) end, opened, opened, case when open then 'public' else 'us' end,
      case when open then opened end, 1, case when not open or n % 3 = 0 then opened + interval '11 minutes' end,
      case when not open or n % 3 = 0 then 'agent' || n % ${agents} end
    from (select *, ${rankOf} as rank from (select n, 'c' || lpad(n::text, 9, '0') as id, ${opening} as opening, n % ${every} = 0 as open,
      ${categoryOf(sql`(n / ${every})`)} as category,
      ${at}::timestamptz - (case when n % ${every} = 0 then make_interval(secs => 3600 + (n::bigint * 7919) % 259200)
        else make_interval(secs => 300000 + (n::bigint * 7919) % 62000000) end) as opened
      from ${range}) a) b`.execute(db)
  await sql`
    insert into outcome (force_id, id, conversation_id, kind, reason, category, by_id, at)
    select force_id, 'o' || id, id, 'noAnswerNeeded', 'Read.', category, category_by, stage_since from conversation
    where force_id = ${forceId} and stage = 'closed' and id >= ${idAt(from)} and id < ${idAt(until)}`.execute(db)
  await sql`
    insert into conversation_act (force_id, id, conversation_id, kind, by_id, at)
    select force_id, 'a' || id, id, 'closed', category_by, stage_since from conversation
    where force_id = ${forceId} and stage = 'closed' and id >= ${idAt(from)} and id < ${idAt(until)}`.execute(db)
}

const idAt = (n: number): string => `c${String(n).padStart(9, '0')}`

/** One message opens each; the rest say more in the first ones. */
async function fillMessages(
  db: Db,
  at: Date,
  { from, until, conversations, more }: Share & { conversations: number; more: number },
): Promise<void> {
  await sql`
    insert into message (force_id, id, conversation_id, account_id, network, external_id, kind, author_external_id, author_handle, author_name,
      text, language, parent, root, said_at, heard_at, state_since, look_at)
    select c.force_id, 'm' || n, c.id, c.account_id, c.network, 'x' || n, case when c.kind = 'direct' then 'direct' when n >= ${conversations} then 'reply' else 'mention' end,
      c.author_external_id, c.author_handle, c.author_name, c.opening || ' ' || n, c.language,
      case when n >= ${conversations} and c.kind <> 'direct' then 'x' || n - ${conversations} end,
      case when n >= ${conversations} and c.kind <> 'direct' then 'x' || n - ${conversations} end,
      c.opened_at + said, c.opened_at + said + interval '3 seconds', c.opened_at,
      case when c.stage = 'open' then ${at}::timestamptz + make_interval(secs => n % 21600) end
    from (select n, case when n < ${conversations} then n else n - ${conversations} end as of,
      case when n < ${conversations} then interval '0' else interval '6 minutes' end as said from generate_series(${from}::int, ${until - 1}::int) n) s
    join conversation c on c.force_id = ${forceId} and c.id = 'c' || lpad(s.of::text, 9, '0')`.execute(db)
  if (until > conversations)
    await sql`
      update conversation set messages = 2, last_said_at = opened_at + interval '6 minutes'
      where force_id = ${forceId} and id >= ${idAt(Math.max(0, from - conversations))} and id < ${idAt(Math.min(more, until - conversations))}`.execute(
      db,
    )
}

/** What was said on the network, and when its writing was seen to be done, in ms of this process. */
export type Spoken = Map<string, number>

/** Says so many, as many a second, in lots; resolves when all are out. */
export async function speak(world: World, spoken: Spoken, total: number, perSecond: number): Promise<void> {
  const began = performance.now()
  for (let said = 0; said < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    if (due > said) {
      const rows = Array.from({ length: Math.min(due - said, 500) }, (_, i) => recordOf(said + i))
      await world.db.transaction().execute(async (tx) => {
        await tx.insertInto('practice_record').values(rows).execute()
        await nudge(tx, [{ forceId, topic: network }])
      })
      const out = performance.now()
      for (const { id } of rows) spoken.set(id, out)
      said += rows.length
    }
    await pause(100)
  }
}

const scenarios = ['everyday', 'appeal', 'rumour', 'abuse'] as const

function recordOf(n: number) {
  const now = systemClock.now()
  const { name, text, languages, kind } = stormMessage(scenarios[n % scenarios.length] ?? 'everyday', 5, n)
  const account = `account${n % accounts}`
  const author = `public:${name.toLowerCase()}`
  return {
    force_id: forceId,
    id: newId(now),
    name,
    author,
    text,
    languages,
    kind: kind === 'direct' ? ('direct' as const) : ('mention' as const),
    to_account: account,
    conversation: kind === 'direct' ? `${account}~${author}` : null,
    created_at: now,
    arrived_at: now,
  }
}

/** Notes how long each took from being on the network to standing in an open conversation, until `over` and nothing is left or moves. */
export async function watchVisible(db: Db, spoken: Spoken, over: () => boolean): Promise<number[]> {
  const took: number[] = []
  const seen = new Set<string>()
  for (let since = performance.now(); ; ) {
    const waiting = [...spoken.keys()].filter((id) => !seen.has(id)).slice(0, 2000)
    if (waiting.length === 0 && over()) return took
    const { rows } = await sql<{ id: string }>`
      select m.external_id as id from message m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
      where m.force_id = ${forceId} and m.network = ${network} and m.external_id = any(${waiting}::text[])`.execute(db)
    const now = performance.now()
    for (const { id } of rows) {
      seen.add(id)
      took.push(now - (spoken.get(id) ?? now))
    }
    if (rows.length > 0 || !over()) since = now
    if (now - since > 60_000) return took
    await pause(100)
  }
}

/** What every practice record became. */
export async function judge(db: Db): Promise<{ lost: number; doubled: number }> {
  const { rows } = await sql<{ lost: number; doubled: number }>`
    select count(*) filter (where n = 0)::int as lost, count(*) filter (where n > 1)::int as doubled from (
      select (select count(*) from message m where m.force_id = r.force_id and m.network = ${network} and m.external_id = r.id) as n
      from practice_record r where r.force_id = ${forceId} and r.account_id is null) k`.execute(db)
  return rows[0] ?? { lost: -1, doubled: -1 }
}

export type Asking = (path: string, person: string, body?: unknown) => Promise<Response>
type Page = { rows: { id: string; holder: unknown; danger: boolean; category: string }[]; next: string | null }

/** One person at the desk, until told to stop: looks at the queue, opens one, takes it, leaves a note, closes it. Times are of the queue page alone. */
export async function work(ask: Asking, n: number, times: number[], isOver: () => boolean): Promise<void> {
  const dice = diceOf(n + 1)
  const person = `agent${n}`
  const think = () => pause(500 + dice.next() * 2000)
  const page = async (query = ''): Promise<Page> => {
    const began = performance.now()
    const answer = await ask(`/api/desk/queue${query}`, person)
    const read = (await answer.json()) as Page
    times.push(performance.now() - began)
    if (!answer.ok) throw new Error(`The queue answered ${answer.status}: ${JSON.stringify(read)}`)
    return read
  }
  const act = async (id: string, what: string, body: unknown) => {
    const answer = await ask(`/api/desk/conversations/${id}/${what}`, person, body)
    await answer.arrayBuffer()
    return answer.ok
  }
  await think()
  while (!isOver()) {
    let { rows, next } = await page(dice.pick(['', '', '', '?show=nobodys', '?category=question', '?show=mine']))
    if (next && dice.next() < 0.2) ({ rows, next } = await page(`?after=${encodeURIComponent(next)}`))
    const free = rows.filter((row) => row.holder === null)
    if (free.length > 0) {
      const { id } = dice.pick(free)
      await think()
      await (await ask(`/api/desk/conversations/${id}`, person)).arrayBuffer()
      await act(id, 'look', {})
      if (await act(id, 'take', {})) {
        await think()
        await act(id, 'note', { words: 'Looked at, nothing more is known.' })
        await page()
        await act(id, 'category', { category: 'comment' })
        await think()
        await act(id, 'close', { outcome: 'noAnswerNeeded', reason: 'Read. Nothing was asked.' })
      }
    }
    await think()
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
