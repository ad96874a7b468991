import type { Traits } from '../network.ts'

/** Listed, not connected. The length is from the published counting table, version 3. */
export const traits: Traits = {
  id: 'x',
  name: 'X',
  mark: 'X',
  alsoCalled: ['Twitter'],
  practice: false,
  profileAt: (handle) => `https://x.com/${handle}`,
  connected: false,
  length: { unit: 'weighted', max: 280, maxBytes: null },
  pictures: null,
  threads: true,
  repeatSafe: false,
  edit: false,
  remove: true,
  hears: null,
  followers: null,
  directMessages: null,
  moderates: [],
  polls: true,
  keyFields: [],
  signInAtNetwork: false,
}
