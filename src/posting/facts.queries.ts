import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { forceSettings } from '../people/force.ts'
import type { Content } from './content.ts'
import { holdsOn } from './delivery/delivery.commands.ts'
import type { AccountFacts, DraftFacts, SpeakerFacts } from './facts.ts'

type AccountSql = Omit<AccountFacts, 'hold' | 'unansweredRisk' | 'delegations'> & { delegations: { by: string; to: string; until: string }[] }

/** Which accounts: these by id, or those that a person contributes to. */
export type Which = { ids: readonly string[] } | { contributor: string }

/** Accounts with everything that composing and checking need, as it is at `now`; two statements, however many there are. */
export async function accountFactsOf(db: Db, forceId: string, which: Which, now: Date): Promise<AccountFacts[]> {
  const chosen =
    'ids' in which
      ? sql`a.id = any(${[...which.ids]}::text[])`
      : sql`a.status <> 'closed' and exists (select 1 from contributor c where c.force_id = a.force_id and c.account_id = a.id and c.person_id = ${which.contributor}
          and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}))`
  const { rows } = await sql<AccountSql>`
    select a.id, a.network, a.handle, a.name, a.class, a.area, a.kind, a.status, a.signature_place as "signaturePlace", a.cover, a.lateness_minutes as "latenessMinutes",
      coalesce((select json_agg(json_build_object('personId', s.person_id, 'mark', s.mark) order by s.mark) from signature s
        where s.force_id = a.force_id and s.account_id = a.id and s.from_at <= ${now} and (s.until_at is null or s.until_at > ${now})), '[]') as signatures,
      coalesce((select json_agg(json_build_object('personId', c.person_id, 'trusted', c.trusted) order by c.person_id) from contributor c
        where c.force_id = a.force_id and c.account_id = a.id and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now})), '[]') as contributors,
      coalesce((select json_agg(json_build_object('by', d.by_person_id, 'to', d.to_person_id, 'until', d.until_at) order by d.id) from delegation d
        where d.force_id = a.force_id and d.account_id = a.id and d.from_at <= ${now} and d.until_at > ${now}), '[]') as delegations,
      coalesce((select json_agg(o.holder_id order by o.id) from office o
        where o.force_id = a.force_id and o.id in (a.owner_office_id, a.supervisor_office_id) and o.holder_id is not null), '[]') as "answerFor"
    from account a where a.force_id = ${forceId} and ${chosen} order by a.name, a.network, a.id`.execute(db)
  const holds = rows.length > 0 ? await holdsOn(db, forceId, rows.map((r) => ({ accountId: r.id, network: r.network, area: r.area }))) : []
  return rows.map((row) => ({
    ...row,
    delegations: row.delegations.map((d) => ({ ...d, until: new Date(d.until).toISOString() })),
    hold: holds.find((h) => h.accountId === row.id)?.words ?? null,
    unansweredRisk: 0,
  }))
}

export async function speakersOf(db: Db, forceId: string, ids: readonly string[]): Promise<SpeakerFacts[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('person').select(['id', 'rank', 'name', 'left_at', 'trained_until']).where('force_id', '=', forceId).where('id', 'in', [...new Set(ids)]).execute()
  return rows.map((p) => ({ id: p.id, rank: p.rank, name: p.name, leftAt: p.left_at?.toISOString() ?? null, trainedUntil: p.trained_until?.toISOString() ?? null }))
}

export const forceOf = async (db: Db, forceId: string) => {
  const row = await db.selectFrom('force').select(['time_zone', 'settings']).where('id', '=', forceId).executeTakeFirstOrThrow()
  return { zone: row.time_zone, settings: forceSettings.parse(row.settings) }
}

const noSpeaker = (id: string): SpeakerFacts => ({ id, rank: '', name: 'Somebody who is not known here', leftAt: '1970-01-01T00:00:00.000Z', trainedUntil: null })

/** Everything that this content needs to be composed, checked and hashed, as it is at `now`. */
export async function draftFactsOf(db: Db, forceId: string, content: Pick<Content, 'targets' | 'pictures' | 'speaksForId'>, authorId: string, now: Date, accounts?: AccountFacts[]): Promise<DraftFacts> {
  const force = await forceOf(db, forceId)
  const people = await speakersOf(db, forceId, content.speaksForId ? [authorId, content.speaksForId] : [authorId])
  const pictureIds = content.pictures.map((p) => p.id)
  const pictures =
    pictureIds.length > 0
      ? await db.selectFrom('picture').select(['id', 'sha256', 'removed']).where('force_id', '=', forceId).where('id', 'in', pictureIds).execute()
      : []
  const handles = await db.selectFrom('account').select('handle').where('force_id', '=', forceId).where('status', 'in', ['live', 'underReview', 'closing']).execute()
  const byId = (id: string) => people.find((p) => p.id === id) ?? noSpeaker(id)
  return {
    ...force,
    accounts: accounts ?? (content.targets.length > 0 ? await accountFactsOf(db, forceId, { ids: content.targets }, now) : []),
    pictures: pictures.sort((a, b) => (a.id < b.id ? -1 : 1)),
    author: byId(authorId),
    speaksFor: content.speaksForId && content.speaksForId !== authorId ? byId(content.speaksForId) : null,
    ownHandles: handles.map((h) => h.handle),
  }
}
