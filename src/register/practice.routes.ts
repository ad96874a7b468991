import type { Room } from '../foundation/route.ts'
import { practiceRoomWith } from '../networks/practice/practice.routes.ts'
import { may } from '../people/may.ts'

/** Hung up here, because the practice network stands beside the room that knows who may. */
export const practiceRoom: Room = practiceRoomWith(may)
