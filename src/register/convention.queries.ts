import type { Db } from '../foundation/database.ts'
import { type Convention, convention, ordinaryConvention } from './convention.ts'
import { coverOf } from './cover.ts'
import { type HandleFinding, handleFindings } from './naming.ts'
import { type ProfileFinding, profileFindings, profileWording } from './profile.ts'
import type { AccountRecord } from './register.store.ts'
import { familyNamesAt } from './roster/roster.queries.ts'

/** The force's own convention, or what holds until there is one. */
export async function conventionOf(db: Db, forceId: string): Promise<Convention> {
  const row = await db
    .selectFrom('force as f')
    .leftJoin('register_convention as c', 'c.force_id', 'f.id')
    .select(['f.name', 'c.convention'])
    .where('f.id', '=', forceId)
    .executeTakeFirst()
  const kept = convention.safeParse(row?.convention)
  return kept.success ? kept.data : ordinaryConvention(row?.name ?? '')
}

/** `profile`: null where nobody has written it down. `wording`: a profile that says everything. */
type Looked = { handle: HandleFinding[]; profile: ProfileFinding[] | null; wording: string }

/** What the convention has to say about the handle and the profile of an account; `office`: the title of the one that owns it. */
export async function byConvention(db: Db, account: AccountRecord, office: string | null): Promise<Looked> {
  const { naming, profile } = await conventionOf(db, account.force_id)
  const check = {
    profile: account.profile ?? '',
    name: account.name,
    office,
    cover: coverOf(account),
    convention: profile,
  }
  return {
    handle: handleFindings({
      handle: account.handle,
      class: account.class,
      area: account.area,
      familyNames: await familyNamesAt(db, account),
      convention: naming,
    }),
    profile: account.profile === null ? null : profileFindings(check),
    wording: profileWording(check),
  }
}
