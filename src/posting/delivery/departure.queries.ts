import { sql } from 'kysely'
import { maySpeak } from '../../register/account.ts'
import { heldMeanwhile } from '../meanwhile.ts'

/** How things stand at the moment at which a delivery is about to leave. */
export type Departure = {
  status: Parameters<typeof maySpeak>[0]
  handle: string
  /** Those in whose words or name it goes out, and how many of them may still write there. */
  people: number
  speaking: number
  /** What came to the answer that it is, and how much of it was seen. */
  meanwhile: unknown
  meanwhile_seen: number
  zone: string
}

/** The same of delivery `d`, as one JSON value, so that the statement which renews a lease reads it too. */
export const departureOf = (now: Date) => sql<Departure | null>`(
    select json_build_object('status', a.status, 'handle', a.handle, 'meanwhile', o.meanwhile, 'meanwhile_seen', o.meanwhile_seen,
      'zone', (select f.time_zone from force f where f.id = o.force_id), 'people', count(who.id), 'speaking', count(who.id) filter (where exists (
        select 1 from contributor c where c.force_id = a.force_id and c.account_id = a.id and c.person_id = who.id
          and (c.voice = 'signs' or who.id <> coalesce(o.speaker_id, o.author_id))
          and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now}))
        and exists (select 1 from person p where p.force_id = a.force_id and p.id = who.id and (p.left_at is null or p.left_at > ${now})
            and (p.trained_until is null or p.trained_until >= ${now}))))
    from account a join post o on o.force_id = a.force_id and o.id = d.post_id
      left join lateral (select o.author_id as id where not coalesce((o.answering->>'automatic')::boolean, false)
        union select o.speaker_id where o.speaker_id is not null) who on true
    where a.force_id = d.force_id and a.id = d.account_id
    group by a.status, a.handle, o.force_id, o.meanwhile, o.meanwhile_seen)`

/**
 * Why what was approved may not go out now, or null: the account no longer speaks or is called otherwise, or the one who wrote it, or
 * in whose name it goes, has left or no longer has a place there; or something came to what it answers.
 */
export function whyNotNow(approvedHandle: string, found: Departure | null, now: Date): string | null {
  if (!found || !maySpeak(found.status)) return 'The account may no longer speak, so it was held. Nothing was sent.'
  if (approvedHandle !== '' && found.handle !== approvedHandle)
    return 'The account is called otherwise than what was approved, so it was held. Nothing was sent.'
  if (found.speaking < found.people)
    return 'Somebody in whose words or name it goes out may no longer write there, so it was held. Nothing was sent.'
  return heldMeanwhile(found, found.zone, now)
}
