import type { Traits } from '../network.ts'

/** Listed, not connected. 500 is what a server starts with; each server may choose its own, so a connection must ask it. */
export const traits: Traits = {
  id: 'mastodon',
  name: 'Mastodon',
  mark: 'Ma',
  alsoCalled: [],
  practice: false,
  profileAt: (handle) => {
    const [name, server] = handle.split('@')
    return server ? `https://${server}/@${name}` : null
  },
  connected: false,
  length: { unit: 'grapheme', max: 500, maxBytes: null },
  pictures: null,
  threads: true,
  // The idempotency key lives one hour, and other servers of the same family ignore it.
  repeatSafe: false,
  edit: true,
  remove: true,
  hears: null,
  followers: null,
  directMessages: null,
  moderates: [],
  polls: true,
  keyFields: [],
  signInAtNetwork: false,
}
