import type { AccountClass } from '../register/account.ts'
import type { Cover } from '../register/cover.ts'
import type { ObjectiveKey, OfficeKey, PersonKey } from './force.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const
const weekdays = [1, 2, 3, 4, 5] as const
const hours = (days: readonly number[], from: string, to: string): Cover => days.map((day) => ({ day, from, to }))

const always = hours(everyDay, '00:00', '24:00')
const daily = hours(everyDay, '07:00', '23:00')
const office = hours(weekdays, '09:00', '17:00')
const longOffice = hours(weekdays, '08:00', '18:00')

type Place = {
  who: PersonKey
  trusted?: true
  /** ISO day; before the demo begins where the person has long been there. */
  from?: string
  /** Where somebody else has the same initials. */
  initials?: string
}

type Account = {
  network: string
  handle: string
  name: string
  class: AccountClass
  signs: 'prefix' | 'suffix' | 'none'
  purpose: string
  area: string | null
  owner: OfficeKey | null
  supervisor: OfficeKey | null
  cover: Cover
  objectives: readonly ObjectiveKey[]
  /** Days from now; negative: overdue. */
  reviewIn: number | null
  status: 'live' | 'unofficial' | 'proposed'
  places: readonly Place[]
}

const basis = {
  area: null,
  owner: null,
  supervisor: null,
  cover: [],
  objectives: [],
  reviewIn: 60,
  status: 'live',
  places: [],
} as const

const on = (a: Pick<Account, 'handle' | 'name' | 'class' | 'signs' | 'purpose'> & Partial<Account>): Account => ({
  network: 'practice',
  ...basis,
  ...a,
})

export const accounts = {
  westshire: on({
    handle: 'WestshirePolice',
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    purpose: 'News, appeals and answers for the whole force',
    owner: 'head',
    supervisor: 'digital',
    cover: always,
    objectives: ['trust', 'risk', 'fraud'],
    reviewIn: 97,
    places: [
      { who: 'ffion', trusted: true, from: '2024-02-05' },
      { who: 'priya', from: '2021-05-10' },
      { who: 'owen', from: '2022-01-17' },
      { who: 'tom', from: '2025-09-01' },
      { who: 'amir', from: '2025-03-03' },
      { who: 'paula', from: '2024-06-03' },
    ],
  }),
  heddlu: on({
    handle: 'HeddluWestshire',
    name: 'Heddlu Westshire',
    class: 'corporate',
    signs: 'none',
    purpose: 'Everything in Welsh, at the same time',
    owner: 'welsh',
    supervisor: 'head',
    cover: longOffice,
    objectives: ['cymraeg'],
    reviewIn: 97,
    places: [
      { who: 'elin', trusted: true, from: '2023-04-03' },
      { who: 'ffion', from: '2024-02-05' },
      { who: 'owen', from: '2022-01-17' },
    ],
  }),
  desk: on({
    handle: 'WestshireDesk',
    name: 'Westshire Police Desk',
    class: 'contactDesk',
    signs: 'suffix',
    purpose: 'Ask us anything that is not 999',
    owner: 'contact',
    cover: always,
    objectives: ['trust'],
    reviewIn: 28,
    places: [
      { who: 'danny', trusted: true, from: '2024-11-04' },
      { who: 'aisha', trusted: true, from: '2025-01-20' },
      { who: 'kerry', from: '2022-08-01' },
      { who: 'ffion', from: '2024-02-05' },
    ],
  }),
  chiefs: on({
    handle: 'Chiefs_Westshire',
    name: 'Chiefs_Westshire',
    class: 'chiefOfficer',
    signs: 'prefix',
    purpose: 'To let the public reach the people who set direction and see work done behind closed doors',
    owner: 'staff',
    supervisor: 'head',
    cover: hours(everyDay, '07:00', '22:00'),
    objectives: ['leadership', 'trust', 'listen'],
    reviewIn: 49,
    places: [
      { who: 'ruth', trusted: true, from: '2023-09-11' },
      { who: 'david', trusted: true, from: '2025-02-03' },
      { who: 'marian', trusted: true, from: '2025-01-06' },
      { who: 'sunita', trusted: true, from: '2024-10-14' },
      { who: 'jon', trusted: true, from: '2022-03-07' },
      { who: 'huw', trusted: true, from: '2025-06-02' },
    ],
  }),
  westport: on({
    handle: 'WestportPolice',
    name: 'Westport Police',
    class: 'district',
    signs: 'prefix',
    purpose: 'Westport news, meetings, answers',
    area: 'Westport',
    owner: 'westport',
    supervisor: 'central',
    cover: daily,
    objectives: ['trust', 'millLane', 'footbridge'],
    reviewIn: 55,
    places: [
      { who: 'leah', from: '2023-01-09' },
      { who: 'tom', from: '2025-09-01' },
      { who: 'nadia', from: '2024-04-22' },
      { who: 'dawn', from: '2022-11-07' },
      { who: 'amir', from: '2025-03-03' },
      { who: 'paula', from: '2024-06-03' },
      { who: 'lewis', from: '2026-02-02', initials: 'LDC' },
      { who: 'ffion', from: '2024-02-05' },
    ],
  }),
  central: on({
    handle: 'WestportCentral',
    name: 'Westport Central',
    class: 'neighbourhood',
    signs: 'prefix',
    purpose: 'City centre, night economy',
    area: 'Westport Central',
    owner: 'central',
    supervisor: 'westport',
    cover: office,
    objectives: ['millLane', 'footbridge'],
    reviewIn: 13,
    places: [
      { who: 'leah', trusted: true, from: '2023-01-09' },
      { who: 'tom', trusted: true, from: '2025-09-01' },
      { who: 'nadia', from: '2024-04-22' },
      { who: 'lewis', from: '2026-02-02', initials: 'LDC' },
      { who: 'amir', from: '2025-03-03' },
    ],
  }),
  eastby: on({
    handle: 'EastbyPolice',
    name: 'Eastby Police',
    class: 'district',
    signs: 'prefix',
    purpose: 'Eastby news, meetings, answers',
    area: 'Eastby',
    owner: 'eastby',
    cover: daily,
    objectives: ['trust', 'shops'],
    reviewIn: 55,
    places: [
      { who: 'hanna', trusted: true, from: '2024-09-16' },
      { who: 'carol', from: '2023-10-02' },
      { who: 'amir', from: '2025-03-03' },
      { who: 'tom', from: '2025-09-01' },
      { who: 'ffion', from: '2024-02-05' },
    ],
  }),
  harrowfield: on({
    handle: 'HarrowfieldPolice',
    name: 'Harrowfield Police',
    class: 'district',
    signs: 'prefix',
    purpose: 'Harrowfield news, meetings, answers',
    area: 'Harrowfield',
    owner: 'harrowfield',
    cover: daily,
    objectives: ['trust', 'plant'],
    reviewIn: 55,
    places: [
      { who: 'meera', trusted: true, from: '2025-04-07' },
      { who: 'rhys', from: '2024-01-08' },
      { who: 'tom', from: '2025-09-01' },
      { who: 'ffion', from: '2024-02-05' },
    ],
  }),
  tregarn: on({
    handle: 'HeddluTregarn',
    name: 'Tregarn Police / Heddlu Tregarn',
    class: 'district',
    signs: 'suffix',
    purpose: 'Tregarn in Welsh and English',
    area: 'Tregarn',
    owner: 'tregarn',
    cover: daily,
    objectives: ['cymraeg', 'school'],
    reviewIn: 55,
    places: [
      { who: 'osian', trusted: true, from: '2024-05-13' },
      { who: 'gwenno', from: '2023-06-05' },
      { who: 'ffion', from: '2024-02-05' },
    ],
  }),
  roads: on({
    handle: 'WestshireRoads',
    name: 'Roads Policing',
    class: 'specialist',
    signs: 'suffix',
    purpose: 'Closures and crashes as they happen',
    owner: 'roads',
    cover: daily,
    objectives: ['roads'],
    reviewIn: 62,
    places: [
      { who: 'colin', trusted: true, from: '2022-10-03' },
      { who: 'sam', from: '2023-02-13' },
      { who: 'ffion', trusted: true, from: '2024-02-05' },
    ],
  }),
  dogs: on({
    handle: 'WestshireDogs',
    name: 'Police Dogs',
    class: 'specialist',
    signs: 'suffix',
    purpose: 'What the dogs do',
    owner: 'dogs',
    cover: office,
    objectives: ['trust'],
    reviewIn: 62,
    places: [
      { who: 'nia', trusted: true, from: '2023-08-14' },
      { who: 'jo', from: '2021-09-06' },
    ],
  }),
  rural: on({
    handle: 'WestshireRural',
    name: 'Rural Crime Team',
    class: 'specialist',
    signs: 'suffix',
    purpose: 'Farm watch, theft of plant and stock',
    owner: 'rural',
    cover: longOffice,
    objectives: ['plant'],
    reviewIn: 62,
    places: [
      { who: 'cerys', from: '2025-02-17' },
      { who: 'alun', trusted: true, from: '2022-05-09' },
    ],
  }),
  facebook: on({
    network: 'facebook',
    handle: 'WestshirePolice',
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    purpose: 'News, appeals and answers for the whole force',
    owner: 'head',
    cover: always,
    objectives: ['trust'],
    reviewIn: 97,
    places: [
      { who: 'ffion', from: '2024-02-05' },
      { who: 'priya', from: '2021-05-10' },
    ],
  }),
  x: on({
    network: 'x',
    handle: 'WestshirePolice',
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    purpose: 'Fast news and incident lines',
    owner: 'head',
    cover: always,
    objectives: ['trust'],
    reviewIn: 97,
    places: [
      { who: 'ffion', from: '2024-02-05' },
      { who: 'priya', from: '2021-05-10' },
    ],
  }),
  instagram: on({
    network: 'instagram',
    handle: 'westshirepolice',
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    purpose: 'Show the work, mostly to under-30s',
    owner: 'head',
    cover: always,
    objectives: ['trust'],
    reviewIn: 97,
    places: [{ who: 'priya', from: '2021-05-10' }],
  }),
  bluesky: on({
    network: 'bluesky',
    handle: 'westshire.police.example',
    name: 'Westshire Police',
    class: 'corporate',
    signs: 'none',
    purpose: 'News and answers, open network',
    owner: 'head',
    cover: always,
    objectives: ['trust'],
    reviewIn: 97,
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

export type AccountKey = keyof typeof accounts
