import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { readForceSettings } from '../people/force.ts'
import type { Answering } from './answering.ts'
import type { Content } from './content.ts'
import type { AccountFacts, DraftFacts, SpeakerFacts } from './facts.ts'

/** Which accounts: these by id, or those that a person contributes to. */
export type Which = { ids: readonly string[] } | { contributor: string }

const isoOf = (at: string | null): string | null => at && new Date(at).toISOString()

/** Accounts with everything that composing and checking need, as it is at `now`; one statement, however many there are. */
export async function accountFactsOf(db: Db, forceId: string, which: Which, now: Date): Promise<AccountFacts[]> {
  const chosen =
    'ids' in which
      ? sql`a.id = any(${[...which.ids]}::text[])`
      : sql`a.status <> 'closed' and exists (select 1 from contributor c where c.force_id = a.force_id and c.account_id = a.id and c.person_id = ${which.contributor}
          and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}))`
  const { rows } = await sql<AccountFacts>`
    select a.id, a.network, a.handle, a.name, a.class, a.area, a.kind, a.status, a.signature_place as "signaturePlace", a.cover, a.lateness_minutes as "latenessMinutes", a.unanswered_risk as "unansweredRisk",
      coalesce((select json_agg(json_build_object('personId', s.person_id, 'mark', s.mark) order by s.mark) from signature s
        where s.force_id = a.force_id and s.account_id = a.id and s.from_at <= ${now} and (s.until_at is null or s.until_at > ${now})), '[]') as signatures,
      coalesce((select json_agg(json_build_object('personId', c.person_id, 'voice', c.voice, 'trusted', c.trusted, 'until',
          (select max(coalesce(n.until_at, 'infinity')) from contributor n where n.force_id = c.force_id and n.account_id = c.account_id
            and n.person_id = c.person_id and (n.id = c.id or n.from_at <= c.until_at))) order by c.person_id) from contributor c
        where c.force_id = a.force_id and c.account_id = a.id and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now})), '[]') as contributors,
      coalesce((select json_agg(json_build_object('by', d.by_person_id, 'to', d.to_person_id, 'until', d.until_at) order by d.id) from delegation d
        where d.force_id = a.force_id and d.account_id = a.id and d.from_at <= ${now} and d.until_at > ${now}), '[]') as delegations,
      coalesce((select json_agg(o.holder_id order by o.id) from office o
        where o.force_id = a.force_id and o.id in (a.owner_office_id, a.supervisor_office_id) and o.holder_id is not null), '[]') as "answerFor",
      (select h.reason from hold h where h.force_id = a.force_id and h.released_at is null and (h.scope = 'everything' or h.target = case h.scope when 'account' then a.id when 'network' then a.network else a.area end)
        order by h.placed_at limit 1) as hold
    from account a where a.force_id = ${forceId} and ${chosen} order by a.name, a.network, a.id`.execute(db)
  return rows.map((row) => ({
    ...row,
    // Another place that begins before this one ends carries it on.
    contributors: row.contributors.map((c) => ({ ...c, until: c.until === 'infinity' ? null : isoOf(c.until) })),
    delegations: row.delegations.map((d) => ({ ...d, until: new Date(d.until).toISOString() })),
  }))
}

export async function speakersOf(db: Db, forceId: string, ids: readonly string[]): Promise<SpeakerFacts[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select(['id', 'rank', 'name', 'left_at', 'trained_until'])
    .where('force_id', '=', forceId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((p) => ({
    id: p.id,
    rank: p.rank,
    name: p.name,
    leftAt: p.left_at?.toISOString() ?? null,
    trainedUntil: p.trained_until?.toISOString() ?? null,
  }))
}

export const forceOf = async (db: Db, forceId: string) => {
  const row = await db
    .selectFrom('force')
    .select(['time_zone', 'settings'])
    .where('id', '=', forceId)
    .executeTakeFirstOrThrow()
  return { zone: row.time_zone, settings: readForceSettings(row.settings) }
}

const noSpeaker = (id: string): SpeakerFacts => ({
  id,
  rank: '',
  name: 'Somebody who is not known here',
  leftAt: '1970-01-01T00:00:00.000Z',
  trainedUntil: null,
})

type Needing = {
  content: Pick<Content, 'targets' | 'pictures' | 'speaksForId'>
  authorId: string
  answering?: Answering | null
}

/** Loads what all of these need, as it is at `now`, in a fixed number of statements; hands out the facts of each. */
export async function factsFor(
  db: Db,
  forceId: string,
  all: readonly Needing[],
  now: Date,
  given: AccountFacts[] = [],
): Promise<(one: Needing) => DraftFacts> {
  const force = await forceOf(db, forceId)
  const people = await speakersOf(
    db,
    forceId,
    all.flatMap(({ content, authorId }) => (content.speaksForId ? [authorId, content.speaksForId] : [authorId])),
  )
  const pictureIds = [...new Set(all.flatMap(({ content }) => content.pictures.map((p) => p.id)))]
  const pictures =
    pictureIds.length > 0
      ? await db
          .selectFrom('picture')
          .select(['id', 'sha256', 'removed'])
          .where('force_id', '=', forceId)
          .where('id', 'in', pictureIds)
          .orderBy('id')
          .execute()
      : []
  const missing = [...new Set(all.flatMap(({ content }) => content.targets))].filter(
    (id) => !given.some((a) => a.id === id),
  )
  const accounts =
    missing.length > 0 ? [...given, ...(await accountFactsOf(db, forceId, { ids: missing }, now))] : given
  const handles = await db
    .selectFrom('account')
    .select('handle')
    .where('force_id', '=', forceId)
    .where('status', 'in', ['live', 'underReview', 'closing'])
    .execute()
  const byId = (id: string) => people.find((p) => p.id === id) ?? noSpeaker(id)
  return ({ content, authorId, answering = null }) => ({
    ...force,
    accounts: accounts.filter((a) => given.includes(a) || content.targets.includes(a.id)),
    pictures: pictures.filter((p) => content.pictures.some((used) => used.id === p.id)),
    author: byId(authorId),
    speaksFor: content.speaksForId && content.speaksForId !== authorId ? byId(content.speaksForId) : null,
    answering,
    ownHandles: handles.map((h) => h.handle),
  })
}

/** The facts of one draft; `given` accounts are kept among them whether chosen or not. */
export const draftFactsOf = async (
  db: Db,
  forceId: string,
  content: Needing['content'],
  authorId: string,
  now: Date,
  given: AccountFacts[] = [],
  answering: Answering | null = null,
): Promise<DraftFacts> =>
  (await factsFor(db, forceId, [{ content, authorId }], now, given))({ content, authorId, answering })
