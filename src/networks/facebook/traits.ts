import type { Traits } from '../network.ts'

/** Listed, not connected. We have not measured how long a post may be. */
export const traits: Traits = {
  id: 'facebook',
  name: 'Facebook',
  mark: 'Fb',
  alsoCalled: [],
  practice: false,
  profileAt: (handle) => `https://www.facebook.com/${handle}`,
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
