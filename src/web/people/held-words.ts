import { Count, count, plural } from '../say.ts'

export const heldWords = {
  reading: 'Reading what this person holds',
  failed: 'What this person holds was not read',
  path: 'People',
  heading: (name: string, n: number, left: boolean): string => {
    if (n === 0) return left ? `${name} left nothing behind` : `${name} holds nothing that somebody must take over`
    return left
      ? `${Count(n)} ${plural(n, 'thing', 'things')} of ${name} ${plural(n, 'waits', 'wait')} for somebody`
      : `${name} holds ${count(n)} ${plural(n, 'thing', 'things')} that somebody must take over`
  },
  lede: (left: string | null) =>
    left
      ? `Left on ${left}. Each thing has one act; done things leave this list.`
      : 'Before somebody moves on. Each thing has one act; done things leave this list.',
  offices: 'Offices, and the accounts that they answer for',
  noOffices: 'No office, and no account of a former one waits to be taken over.',
  handOn: 'Give it to somebody',
  handOnHeading: (title: string) => `Who holds “${title}” now?`,
  handOnBody: 'Its accounts are flagged until the new holder has taken them over.',
  handOnAct: 'Hand it over',
  nobody: 'Nobody: leave it vacant',
  nowHeld: (who: string) => `now held by ${who}`,
  vacant: 'vacant',
  untaken: 'not taken over yet',
  takeOver: 'Take it over',
  takeOverLabel: (name: string) => `Take it over: ${name}`,
  places: 'Places on accounts',
  noPlaces: 'No place on any account.',
  signs: 'signs there',
  drafts: 'drafts there',
  endPlace: 'End this place',
  endPlaceLabel: (name: string) => `End this place: ${name}`,
  consents: 'Consents to release',
  noConsents: 'None that is still in force.',
  consent: (by: string, to: string) => `${by} lets ${to} release`,
  endConsent: 'End this consent',
  keys: 'Keys that they gave',
  noKeys: 'None. Nobody’s password goes with them.',
  newKeys: 'Give new keys',
  posts: 'Drafts and what waits',
  noPosts: 'No draft, nothing that waits for approval or for its time.',
  stages: { draft: 'draft', sentBack: 'sent back', asked: 'waits for approval', released: 'waits for its time' },
  putAway: 'Put it away',
  putAwayLabel: (words: string) => `Put it away: ${words}`,
  look: 'Decide about it',
  withdraw: 'Withdraw it',
  duty: 'Duty in the coming two weeks',
  noDuty: 'None.',
  dutyRow: (from: string, until: string) => `${from} to ${until}`,
  endDuty: 'Take it off the rota',
} as const
