import { archiveRoom } from './archive/archive.routes.ts'
import type { Room } from './foundation/route.ts'
import { inboxRoom } from './inbox/inbox.routes.ts'
import { measuresRoom } from './measures/measures.routes.ts'
import { peopleRoom } from './people/people.routes.ts'
import { postingRoom } from './posting/posting.routes.ts'
import { practiceRoom } from './register/practice.routes.ts'
import { registerRoom } from './register/register.routes.ts'
import { reviewRoom } from './review/review.routes.ts'
import { strategyRoom } from './strategy/strategy.routes.ts'

/** Every room that hangs something on the server or works by time. Written by hand. */
export const rooms: readonly Room[] = [
  peopleRoom,
  strategyRoom,
  practiceRoom,
  registerRoom,
  postingRoom,
  inboxRoom,
  archiveRoom,
  measuresRoom,
  reviewRoom,
]
