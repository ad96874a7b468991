import type { Db } from '../../foundation/database.ts'
import { traitsOf } from '../../networks/networks.ts'
import { conventionOf } from '../convention.queries.ts'
import { coverWords } from '../cover.ts'
import { custodyOf } from '../custody/custody.store.ts'
import { keysStateOf } from '../custody/custody.ts'
import { handleFindings } from '../naming.ts'
import { profileFindings } from '../profile.ts'
import { coverOf } from '../register.queries.ts'
import { type AccountRecord, officeById } from '../register.store.ts'
import { familyNamesAt } from '../roster/roster.queries.ts'
import type { OpeningFacts } from './request.ts'

/** Everything that the list before opening looks at, as it is now. */
export async function openingFacts(db: Db, account: AccountRecord, now: Date): Promise<OpeningFacts> {
  const { naming, profile } = await conventionOf(db, account.force_id)
  const office = account.owner_office_id ? await officeById(db, account.force_id, account.owner_office_id) : undefined
  const kept = await custodyOf(db, account.force_id, account.id)
  const keys = kept ? { state: kept.state, words: kept.words, endsAt: kept.ends_at } : null
  const cover = coverOf(account)
  const basis = { name: account.name, office: office?.title ?? null, cover, convention: profile }
  return {
    handle: handleFindings({
      handle: account.handle,
      class: account.class,
      area: account.area,
      familyNames: await familyNamesAt(db, account),
      convention: naming,
    }),
    profile: account.profile === null ? null : profileFindings({ ...basis, profile: account.profile }),
    owner: office ? { title: office.title, held: office.holder_id !== null } : null,
    keys: keysStateOf(traitsOf(account.network), keys, now),
    coverWords: coverWords(cover),
  }
}
