import type { World } from '../../foundation/world.ts'
import type { Words } from './alarm.ts'
import { sendMail } from './mail.client.ts'
import { push, type TellingEnding } from './push.client.ts'
import { addressOfReach, pushKeys, type ReachRecord } from './reach.store.ts'

export type Telling = Words & {
  force: string
  /** Messages of the same tag replace each other on a device. */
  tag: string
  /** The same on every try. */
  key: string
}

/** Whom a push service may write to when we ask too much of it (RFC 8292): our mail address, else our web address. */
const subjectOf = ({ config }: World): string =>
  config.mail ? `mailto:${config.mail.from}` : (config.publicUrl ?? 'https://front-counter.invalid')

/** Tells one thing by one way. Whatever happens is an ending; nothing is thrown. */
export async function tellBy(world: World, way: ReachRecord, telling: Telling): Promise<TellingEnding> {
  try {
    const to = addressOfReach(world.seal, way)
    if ('email' in to) {
      if (!world.config.mail) return { kind: 'failed', words: 'No mail server is set up.' }
      return await sendMail(world.config.mail, to.email, telling)
    }
    const keys = await pushKeys(world.db, world.seal, way.force_id)
    if (!keys) return { kind: 'later', words: 'Our keys for push messages are not made yet.', waitMs: null }
    return await push(world, to, keys, subjectOf(world), telling)
  } catch (error) {
    world.log.fault('telling failed', error, { reach: way.id })
    return { kind: 'later', words: 'Something of ours went wrong.', waitMs: null }
  }
}
