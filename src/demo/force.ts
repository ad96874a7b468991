import type { Role } from '../people/role.ts'

/** Westshire Police and everybody in it are invented. */
export const forceName = 'Westshire Police'
export const forceZone = 'Europe/London'
/** For the demo only: everybody who can sign in has this one. */
export const demoPassword = 'practice makes calm'
export const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@westshire.example`

type Person = {
  rank: string
  name: string
  initials: string
  roles: readonly Role[]
  /** Whether they sign in. */
  signIn: boolean
}

const person = (rank: string, name: string, initials: string, ...roles: readonly Role[]): Person => ({
  rank,
  name,
  initials,
  roles,
  signIn: false,
})
const user = (rank: string, name: string, initials: string, ...roles: readonly Role[]): Person => ({
  ...person(rank, name, initials, ...roles),
  signIn: true,
})

/** Police staff carry their post where officers carry a rank; signatures then are initials alone. */
export const people = {
  owen: user('Digital manager', 'Owen Tredwell', 'OT', 'productOwner', 'corporateCommunications'),
  priya: user('Head of communications', 'Priya Nandakumar', 'PN', 'headOfCommunications'),
  ffion: user('Communications officer', 'Ffion Maddox', 'FM', 'communicationsOfficer', 'headOfCommunications'),
  ruth: person('Chief Constable', 'Ruth Halloran', 'RH', 'chiefOfficer'),
  david: person('Deputy Chief Constable', 'David Penrose', 'DP', 'chiefOfficer'),
  marian: user('Assistant Chief Constable', 'Marian Jessop', 'MJ', 'chiefOfficer'),
  tomos: person('Assistant Chief Constable', 'Tomos Adair', 'TA', 'chiefOfficer'),
  sunita: person('Assistant Chief Officer', 'Sunita Rao', 'SR', 'chiefOfficer'),
  jon: person('Assistant Chief Constable', 'Jon Kerslake', 'JK', 'chiefOfficer'),
  huw: user('Ch Insp', 'Huw Bellis', 'HB', 'staffOfficer'),
  elin: user('Welsh-language officer', 'Elin Rowlands', 'ER', 'welshLanguageOfficer'),
  kerry: person('Contact centre manager', 'Kerry Lomax', 'KL', 'deskAgent', 'supervisor'),
  danny: user('Desk agent', 'Danny Wroe', 'DW', 'deskAgent'),
  aisha: person('Desk agent', 'Aisha Bellamy', 'AB', 'deskAgent'),
  dawn: person('Supt', 'Dawn Iredale', 'DI', 'supervisor'),
  nadia: user('Insp', 'Nadia Farrow', 'NF', 'supervisor'),
  leah: user('PC', 'Leah Corrigan', 'LC', 'contributor'),
  tom: person('PC', 'Tom Brackley', 'TB', 'contributor'),
  lewis: person('PC', 'Lewis Cole', 'LC', 'contributor'),
  paula: user('DI', 'Paula Rensby', 'PR', 'sio'),
  amir: person('DC', 'Amir Solanki', 'AS', 'contributor', 'oic'),
  neil: person('Supt', 'Neil Orrell', 'NO', 'supervisor'),
  carol: person('Insp', 'Carol Dunmore', 'CD', 'supervisor'),
  hanna: person('PC', 'Hanna Whitlow', 'HW', 'contributor'),
  rhys: person('Insp', 'Rhys Cadell', 'RC', 'supervisor'),
  meera: person('PC', 'Meera Joshi', 'MJ', 'contributor'),
  gwenno: person('Insp', 'Gwenno Tudur', 'GT', 'supervisor'),
  osian: person('PC', 'Osian Prydderch', 'OP', 'contributor'),
  sam: person('Insp', 'Sam Keddlestone', 'SK', 'supervisor'),
  colin: person('Sgt', 'Colin Hathersage', 'CH', 'contributor'),
  iolo: person('PC', 'Iolo Hargest', 'IH', 'contributor'),
  jo: person('Sgt', 'Jo Strand', 'JS', 'supervisor'),
  nia: person('PC', 'Nia Bevan', 'NB', 'contributor'),
  alun: person('Sgt', 'Alun Pritchard', 'AP', 'supervisor'),
  cerys: person('PCSO', 'Cerys Vaughan', 'CV', 'contributor'),
  bryn: user('Training officer', 'Bryn Castell', 'BC', 'trainer'),
  iain: person('DCI', 'Iain Garrod', 'IG', 'professionalStandards'),
  ros: person('Information security officer', 'Ros Tindall', 'RT', 'informationSecurity'),
  lena: user('Records manager', 'Lena Frobisher', 'LF', 'informationManager'),
  alma: user('Reviewer', 'Alma Whitcombe', 'AW', 'reviewer'),
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof people

/** Offices answer for accounts, so that ownership outlives its holder. Null: vacant. */
export const offices = {
  head: ['Head of communications', 'priya'],
  digital: ['Digital manager', 'owen'],
  staff: ['Chief constable’s staff officer', 'huw'],
  contact: ['Contact centre manager', 'kerry'],
  welsh: ['Welsh-language officer', 'elin'],
  westport: ['Westport superintendent', 'dawn'],
  central: ['Westport Central inspector', 'nadia'],
  eastby: ['Eastby inspector', 'neil'],
  harrowfield: ['Harrowfield inspector', 'rhys'],
  tregarn: ['Tregarn inspector', 'gwenno'],
  roads: ['Roads policing inspector', 'sam'],
  dogs: ['Dog section sergeant', 'jo'],
  rural: ['Rural crime sergeant', 'alun'],
  stanner: ['Stanner Hill sergeant', null],
  burglary: ['Burglary lead', null],
} as const satisfies Record<string, readonly [string, PersonKey | null]>

export type OfficeKey = keyof typeof offices

type Objective = { title: string; area: string | null; measure: string }

/** With an area it is a priority promised to that place. */
export const objectives = {
  leadership: {
    title: 'Visible, accountable leadership',
    area: null,
    measure: 'Each chief officer speaks at least once in 30 days and answers what they are asked.',
  },
  trust: {
    title: 'Trust and confidence in policing',
    area: null,
    measure: 'Questions answered within four hours; what we promised and what came of it.',
  },
  listen: {
    title: 'Listen: budget and priorities',
    area: null,
    measure: 'Every consultation ends with what was said and what we did about it.',
  },
  risk: {
    title: 'Protect people at risk',
    area: null,
    measure: 'Appeals have a route and a review date, and are stood down.',
  },
  roads: {
    title: 'Fewer people hurt on our roads',
    area: null,
    measure: 'Advice before the weekend; closures told within ten minutes.',
  },
  fraud: {
    title: 'Fewer people lose money to fraud',
    area: null,
    measure: 'One clear warning a fortnight, in the words that the caller uses.',
  },
  cymraeg: {
    title: 'As much in Welsh as in English',
    area: null,
    measure: 'What matters goes out in both languages on the same day.',
  },
  millLane: {
    title: 'Evening break-ins, Mill Lane',
    area: 'Westport Central',
    measure: 'Fewer than four a month by the end of the year; residents hear each month how it stands.',
  },
  footbridge: {
    title: 'Stones thrown from the Mill Lane footbridge',
    area: 'Westport Central',
    measure: 'No reports for four weeks.',
  },
  shops: { title: 'Theft from shops in Eastby town', area: 'Eastby', measure: 'Traders say that it gets better.' },
  plant: {
    title: 'Theft of plant, quads and stock',
    area: 'Harrowfield',
    measure: 'Half of the farms in the area mark their machines.',
  },
  school: { title: 'Speeding past Tregarn school', area: 'Tregarn', measure: 'Nine drivers in ten keep to 20.' },
} as const satisfies Record<string, Objective>

export type ObjectiveKey = keyof typeof objectives
