import { Count, plural } from '../say.ts'

export const trainingWords = {
  reading: 'Reading who is trained',
  failed: 'We cannot say who is trained',
  path: 'People',
  here: 'Training and agreement',
  heading: ({ all, ended, soon }: { all: number; ended: number; soon: number }): string => {
    if (all === 0) return 'Nobody is here yet'
    const said = [
      ended > 0 && `${Count(ended)} ${plural(ended, 'person', 'people')} may no longer write`,
      soon > 0 && `${ended > 0 ? soon : Count(soon)} ${plural(soon, 'ends', 'end')} within 30 days`,
    ].filter((part) => part !== false)
    return said.length > 0 ? said.join(', ') : 'Training and agreement are in date'
  },
  lede: 'Who may write, until when. When the first of what is asked ends, nothing more goes out in that person’s name.',
  caption: 'Training and agreement of each person',
  person: 'Person',
  until: 'May write until',
  noEnd: 'no end',
  ended: (at: string) => `Ended ${at}`,
  soon: (at: string) => `Ends ${at}`,
  none: 'none',
  acts: 'What you may do',
  record: 'Record training',
  recordLabel: (name: string) => `Record training of ${name}`,
  agree: 'I agree, for a year',
  yours: 'Your agreement',
  yoursEnds: (at: string) => `You agreed until ${at}.`,
  show: 'Show',
  shows: { all: 'All', ended: 'Ended', soon: 'Within 30 days' },
  nobody: 'Nobody here. Show all to see everybody.',
  form: {
    heading: (name: string) => `Record training of ${name}`,
    subject: 'In what',
    until: 'It lasts until',
    missing: 'Choose what, and until when.',
    act: 'Record this training',
  },
  asks: {
    heading: 'What the force asks',
    note: 'Of everybody who writes.',
    from: 'From this day nobody writes without it',
    fromHint: 'Empty: only what was recorded runs out.',
    save: 'Save what is asked',
    saved: 'Saved. Until when each may write was worked out anew.',
    nothing: 'Nothing is asked. What is recorded runs out all the same.',
  },
} as const
