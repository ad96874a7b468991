import type { Traits } from '../network.ts'

/** From the public lexicons app.bsky.feed.post and app.bsky.embed.images; what they leave open is named beside it. */
export const traits: Traits = {
  id: 'bluesky',
  name: 'Bluesky',
  mark: 'Bs',
  alsoCalled: [],
  practice: false,
  profileAt: (handle) => `https://bsky.app/profile/${handle}`,
  connected: true,
  length: { unit: 'grapheme', max: 300, maxBytes: 3000 },
  // The lexicon bounds neither side nor alt text: 2,000 of each is our own limit, so that pictures load fast and alt text can be heard out.
  pictures: {
    most: 4,
    maxBytes: 2_000_000,
    maxSide: 2000,
    types: ['image/jpeg', 'image/png', 'image/webp'],
    altMax: 2000,
  },
  threads: true,
  repeatSafe: true,
  edit: false,
  remove: true,
  hears: { reply: true, mention: true, quote: true, direct: true },
  followers: { count: true, who: true },
  directMessages: { max: 1000, unit: 'grapheme' },
  moderates: ['hide', 'report', 'mute', 'block'],
  polls: false,
  keyFields: [
    { name: 'service', label: 'Server address', secret: false },
    { name: 'handle', label: 'Handle', secret: false },
    { name: 'appPassword', label: 'App password', secret: true },
  ],
  signInAtNetwork: true,
}
