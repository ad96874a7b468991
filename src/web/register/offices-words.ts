import { Count, plural } from '../say.ts'

export const officesWords = {
  reading: 'Reading the offices',
  failed: 'The offices were not read',
  path: 'Register',
  here: 'Offices',
  heading: (all: number, vacant: number): string => {
    if (all === 0) return 'No office is set up yet'
    const first = `${Count(all)} ${plural(all, 'office')}`
    if (all === 1) return vacant === 0 ? 'One office, and somebody holds it' : 'One office, and it is vacant'
    if (vacant === 0) return `${first}, each held by somebody`
    return `${first}. ${Count(vacant)} ${plural(vacant, 'is', 'are')} vacant`
  },
  lede: 'An account belongs to an office, so that it stays answered for when a person moves on.',
  add: 'Add an office',
  caption: 'Offices that answer for accounts',
  office: 'Office',
  holder: 'Who holds it',
  vacant: (since: string | null) => (since ? `Vacant since ${since}` : 'Vacant'),
  since: (at: string) => `since ${at}`,
  accounts: 'Answers for',
  none: 'no account',
  acts: 'What you may do',
  change: 'Change the holder',
  changeLabel: (title: string) => `Change the holder: ${title}`,
  form: {
    addHeading: 'Add an office',
    title: 'Title',
    titleHint: 'As people say it: Eastby North inspector.',
    holder: 'Who holds it',
    nobody: 'Nobody: leave it vacant',
    addAct: 'Add this office',
    changeHeading: (title: string) => `Who holds “${title}” now?`,
    changeBody: 'Its accounts are flagged until the new holder has taken them over.',
    changeAct: 'Hand it over',
    missing: 'Write this first.',
  },
} as const
