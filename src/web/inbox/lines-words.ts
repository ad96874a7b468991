import type { z } from 'zod'
import type { listLines } from '../../inbox/lines/lines.contract.ts'
import { Count, count, plural } from '../say.ts'

export type Lines = z.output<typeof listLines.output>
export type ReplyLine = Lines['lines'][number]

/** How many can be used, and what ends first. */
export function linesHeading({ lines }: Pick<Lines, 'lines'>): string {
  const usable = lines.filter((l) => l.state === 'ready' || l.state === 'expiring').length
  const expired = lines.filter((l) => l.state === 'expired').length
  const ending = lines.filter((l) => l.state === 'expiring').length
  if (usable + expired === 0) return 'No line is ready to use yet'
  const first = `${Count(usable)} ${plural(usable, 'line is', 'lines are')} ready to use`
  if (expired > 0) return `${first}, ${count(expired)} ${plural(expired, 'has', 'have')} expired`
  if (ending > 0) return `${first}, ${count(ending)} ${plural(ending, 'ends', 'end')} within a week`
  return first
}

export const linesWords = {
  reading: 'Reading the lines ready to use',
  failed: 'The lines were not read',
  lede: 'Words that somebody answers for, in both languages. An expired line is offered to nobody.',
  yours: 'Yours, ending',
  yoursBody: (n: number) =>
    `${Count(n)} ${plural(n, 'line', 'lines')} that your office owns ${plural(n, 'ends', 'end')} within a week or ${plural(n, 'has', 'have')} expired. Renew ${plural(n, 'it', 'them')} with a later end, or end ${plural(n, 'it', 'them')}.`,
  show: 'Show',
  inForce: 'Not ended',
  all: 'All that ever were',
  heading: 'Lines',
  empty: 'No line is ready to use. Begin with the eight written for police forces, or add your own.',
  begin: 'Begin with eight lines',
  add: 'Add a line',
  ifAsked: 'Only if asked',
  ifAskedHelp: 'Only for somebody who asks. Never say it first: it is not offered for a new post.',
  states: { ready: '', expiring: 'Ends soon', expired: 'Expired', ended: 'Ended' },
  noWelsh: 'No Welsh words: it is not offered to somebody who writes in Welsh.',
  gaps: (gaps: readonly string[]) => `To fill in before use: ${gaps.map((g) => `{${g}}`).join(', ')}`,
  owner: (title: string, holder: string | null) => `${title}${holder ? `, ${holder}` : ', nobody holds it now'}`,
  noOwner: 'Nobody owns it',
  source: (source: string) => `Source: ${source}`,
  until: (at: string) => `Until ${at}`,
  open: 'No end set',
  changed: (by: string, at: string) => `Last changed by ${by}, ${at}`,
  change: 'Change…',
  end: 'End…',
  of: (act: string, title: string) => `${act.replace('…', '')}: ${title}`,
  history: (n: number) => `Said differently ${count(n)} ${plural(n, 'time')} before`,
  said: (by: string, from: string, until: string) => `${by}, ${from} to ${until}`,
  endHeading: (title: string) => `End “${title}” now?`,
  endBody: 'It is offered to nobody any more, and kept in the record.',
  endAct: 'End it now',
  beginHeading: 'Begin with eight lines?',
  beginBody:
    'They are in English and Welsh and include 999 and 101. One office owns them all at first; read each before it is used.',
  form: {
    addHeading: 'Add a line ready to use',
    changeHeading: (title: string) => `Change “${title}”`,
    title: 'Name, for the list',
    en: 'Words in English',
    cy: 'Words in Welsh',
    aside: '(not needed)',
    gapHint: 'A gap to be filled in each time is written {reference}.',
    source: 'Where the words come from',
    topics: 'What people say when it fits, in both languages',
    topicsHint: 'Single words, as knife danger perygl.',
    owner: 'Office that answers for it',
    ownerMissing: 'Choose an office.',
    until: 'Ends on',
    short: 'Write at least three letters.',
    save: 'Save these words',
    add: 'Add it',
  },
} as const
