import type { Room } from '../foundation/route.ts'
import { traitsOf } from '../networks/networks.ts'
import { practiceRoomWith } from '../networks/practice/practice.routes.ts'
import { may } from '../people/may.ts'
import { accountById } from './register.store.ts'

/** Hung up here, because the practice network stands beside the room that knows who may, and below the accounts. */
export const practiceRoom: Room = practiceRoomWith(may, async (db, forceId, id) => {
  const account = await accountById(db, forceId, id)
  return account !== undefined && traitsOf(account.network)?.practice === true
})
