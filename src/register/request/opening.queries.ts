import type { Db } from '../../foundation/database.ts'
import { traitsOf } from '../../networks/networks.ts'
import { byConvention } from '../convention.queries.ts'
import { coverOf, coverWords } from '../cover.ts'
import { custodyOf } from '../custody/custody.store.ts'
import { keysStateOf } from '../custody/custody.ts'
import { type AccountRecord, officeById } from '../register.store.ts'
import type { OpeningFacts } from './request.ts'

/** Everything that the list before opening looks at, as it is now. */
export async function openingFacts(db: Db, account: AccountRecord, now: Date): Promise<OpeningFacts> {
  const office = account.owner_office_id ? await officeById(db, account.force_id, account.owner_office_id) : undefined
  const kept = await custodyOf(db, account.force_id, account.id)
  const keys = kept ? { state: kept.state, words: kept.words, endsAt: kept.ends_at } : null
  const { handle, profile } = await byConvention(db, account, office?.title ?? null)
  return {
    handle,
    profile,
    owner: office ? { title: office.title, held: office.holder_id !== null } : null,
    keys: keysStateOf(traitsOf(account.network), keys, now),
    coverWords: coverWords(coverOf(account)),
  }
}
