import { Count, count, plural } from '../say.ts'

type Facts = { all: number; canSignIn: number; withoutSecond: number }

export const peopleWords = {
  reading: 'Reading who is here',
  failed: 'We cannot say who is here',
  /** None, one, many; and what is to be put right. */
  heading: ({ all, canSignIn, withoutSecond }: Facts): string => {
    if (all === 0) return 'Nobody is here yet'
    const who = all === 1 ? 'One person' : `${Count(all)} people`
    const sign =
      canSignIn === all ? (all === 1 ? 'who can sign in' : 'all can sign in') : `${count(canSignIn)} can sign in`
    if (withoutSecond === 0)
      return canSignIn === 0 ? `${who}, and nobody can sign in` : `${who}, ${sign}, each with a second factor`
    return `${who}, ${sign}. ${Count(withoutSecond)} ${plural(withoutSecond, 'has', 'have')} no second factor`
  },
  headingLeft: (n: number) =>
    n === 0 ? 'Nobody has left' : n === 1 ? 'One person has left' : `${Count(n)} people have left`,
  lede: 'Rank, initials and name come from here, and so do the signatures. Roles decide what a person may do.',
  ledeLeft: 'Their records stay as they were, so that old signatures still lead to the right name.',
  here: 'Here now',
  left: 'Left',
  show: 'Show',
  add: 'Add a person',
  training: 'Training and agreement',
  table: 'People of the force',
  person: 'Person',
  roles: 'Roles',
  noRoles: 'No role',
  signIn: 'Sign-in',
  last: 'Last signed in',
  never: 'not yet',
  trained: 'Training until',
  lapsed: 'lapsed',
  notRecorded: 'not recorded',
  cannot: 'Cannot sign in',
  second: 'With second factor',
  noSecond: 'No second factor',
  leftOn: 'Left',
  joined: 'Joined',
  acts: 'What you may do',
  more: (name: string) => `Change ${name}`,
  change: 'Change',
  give: 'Give a one-time password',
  leave: 'Record that they left',
  none: 'Nobody by that name.',
  grants: {
    heading: 'Roles that one person alone has given',
    note: 'A second person looks at each role that releases, decides or opens doors.',
    waits: (role: string) => `${role} (waits for a second person)`,
    asked: (by: string, at: string) => `${by} asked on ${at}. It does not count yet.`,
    alone: (by: string, at: string) => `${by} gave this alone on ${at}, when nobody else could confirm it. It counts.`,
    confirm: 'Confirm',
    confirmLabel: (role: string, who: string) => `Confirm ${role} for ${who}`,
    decline: 'Decline',
    declineLabel: (role: string, who: string) => `Decline ${role} for ${who}`,
    takeBack: 'Take back',
    takeBackLabel: (role: string, who: string) => `Take back ${role} for ${who}`,
    another: 'Another product owner or the head of communications settles it.',
  },
  form: {
    addHeading: 'Add a person',
    changeHeading: (name: string) => `Change the record of ${name}`,
    name: 'Name',
    rank: 'Rank or post',
    rankHint: 'Inspector, Police Constable, Communications officer. The signature is made from it.',
    initials: 'Initials',
    email: 'E-mail address',
    emailAside: '(only to sign in)',
    trained: 'Training until',
    trainedAside: '(not needed)',
    roles: 'Roles',
    rolesNote: 'Roles that release, decide or open doors count once a second person has confirmed them.',
    signIn: 'Let them sign in: a one-time password is shown to you once',
    addAct: 'Add this person',
    changeAct: 'Save these changes',
    missing: 'Write this first.',
    initialsWrong: 'One to four letters.',
    emailMissing: 'A sign-in needs an e-mail address.',
  },
  giveHeading: (name: string) => `Give ${name} a one-time password?`,
  giveBody: (name: string) =>
    `${name} is signed out everywhere, and sets up the second factor anew. Roles that release or decide wait until a second person confirms them.`,
  giveAct: 'Make a one-time password',
  leaveHeading: (name: string) => `Has ${name} left?`,
  leaveBody:
    'Roles and sign-in end at once. Places on accounts end too, and what was signed stays signed. This cannot be taken back.',
  leaveAct: 'Record that they left',
  oneTime: {
    heading: (name: string) => `The one-time password of ${name}`,
    body: (until: string) =>
      `Hand it over in person. It is shown only here, works until ${until}, and must be changed at the first sign-in.`,
    signsInWith: 'Signs in with',
    password: 'One-time password',
    close: 'I have handed it over',
  },
} as const
