import { type Account, always, longOffice, on } from './account.ts'

/** The force's own account on a network where nothing is sent from here. */
const forceOn = (a: Pick<Account, 'network' | 'handle' | 'purpose' | 'places'>): Account =>
  on({
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    owner: 'head',
    cover: always,
    objectives: ['trust'],
    reviewIn: 97,
    ...a,
  })

const ffion = { who: 'ffion', from: '2024-02-05' } as const
const priya = { who: 'priya', from: '2021-05-10' } as const

/** Kept on the register, not connected: nothing is sent there from here. */
export const listed = {
  facebook: forceOn({
    network: 'facebook',
    handle: 'WestshirePolice',
    purpose: 'News, appeals and answers for the whole force',
    places: [ffion, priya],
  }),
  x: forceOn({
    network: 'x',
    handle: 'WestshirePolice',
    purpose: 'Fast news and incident lines',
    places: [ffion, priya],
  }),
  instagram: forceOn({
    network: 'instagram',
    handle: 'westshirepolice',
    purpose: 'Show the work, mostly to under-30s',
    places: [priya],
  }),
  bluesky: forceOn({
    network: 'bluesky',
    handle: 'westshire.police.example',
    purpose: 'News and answers, open network',
    places: [{ who: 'ffion', from: '2024-11-25' }],
  }),
  eastbyNorth: on({
    network: 'facebook',
    handle: 'EastbyNorthNPT',
    name: 'Eastby North',
    class: 'neighbourhood',
    signs: 'prefix',
    purpose: 'Eastby North estates',
    area: 'Eastby',
    owner: 'eastby',
    cover: longOffice,
    objectives: ['shops'],
    reviewIn: 13,
    places: [
      { who: 'hanna', from: '2024-09-16' },
      { who: 'carol', from: '2023-10-02' },
    ],
  }),
  lantern: on({
    network: 'facebook',
    handle: 'OpLanternWestshire',
    name: 'Operation Lantern',
    class: 'campaign',
    signs: 'none',
    purpose: '2025 burglary campaign',
    owner: 'burglary',
    reviewIn: -160,
  }),
  stannerHill: on({
    network: 'x',
    handle: 'StannerHillNPT',
    name: 'Stanner Hill',
    class: 'neighbourhood',
    signs: 'prefix',
    purpose: 'Stanner Hill estate',
    area: 'Eastby',
    owner: 'stanner',
    reviewIn: -35,
  }),
  nightShift: on({
    network: 'x',
    handle: 'WSnightshift',
    name: 'Westshire Night Shift',
    class: 'individual',
    signs: 'none',
    purpose: 'Anonymous, says that it is one of ours',
    reviewIn: null,
    status: 'unofficial',
  }),
} as const satisfies Record<string, Account>
