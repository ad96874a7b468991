import type { Traits } from '../network.ts'

/** Listed, not connected. We have not measured how long a description may be. */
export const traits: Traits = {
  id: 'youtube',
  name: 'YouTube',
  mark: 'Yt',
  alsoCalled: [],
  practice: false,
  profileAt: (handle) => `https://www.youtube.com/@${handle}`,
  connected: false,
  length: { unit: 'character', max: null, maxBytes: null },
  pictures: null,
  threads: false,
  repeatSafe: false,
  edit: false,
  remove: false,
  hears: null,
  followers: null,
  directMessages: null,
  moderates: [],
  polls: false,
  keyFields: [],
  signInAtNetwork: false,
}
