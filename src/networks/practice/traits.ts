import type { Traits } from '../network.ts'

/** A place for training and for a first day without keys: it behaves like a network and shows nothing to the public. */
export const traits: Traits = {
  id: 'practice',
  name: 'Practice',
  mark: 'Pr',
  alsoCalled: [],
  practice: true,
  profileAt: () => null,
  connected: true,
  length: { unit: 'grapheme', max: 300, maxBytes: null },
  pictures: {
    most: 4,
    maxBytes: 2_000_000,
    maxSide: 2000,
    types: ['image/jpeg', 'image/png', 'image/webp'],
    altMax: 2000,
  },
  threads: true,
  repeatSafe: false,
  edit: false,
  remove: true,
  hears: { reply: true, mention: true, quote: true, direct: true },
  followers: { count: true, who: true },
  directMessages: { max: 1000, unit: 'grapheme' },
  moderates: ['hide', 'report', 'mute', 'block'],
  polls: false,
  keyFields: [],
  signInAtNetwork: false,
}
