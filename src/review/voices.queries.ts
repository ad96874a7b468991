import { type RawBuilder, sql } from 'kysely'

/**
 * Who speaks by name on which account at an instant, as rows of `account_id` and `person_id`: who signs there; and on an account that is
 * somebody's own, which nobody signs, who writes there.
 */
export const speaking = (forceId: string, at: Date): RawBuilder<unknown> => sql`(
  select account_id, person_id from signature where force_id = ${forceId} and from_at <= ${at} and (until_at is null or until_at > ${at})
  union select w.account_id, w.person_id from contributor w
    join account i on i.force_id = w.force_id and i.id = w.account_id and i.class in ('individual', 'chiefOfficer')
    where w.force_id = ${forceId} and w.voice = 'signs' and w.from_at <= ${at} and (w.until_at is null or w.until_at > ${at}))`
