import type { Act } from '../act.ts'
import type { Calendar } from '../calendar.ts'
import { firstDay } from '../routine.ts'
import type { Then } from './talk.ts'

const by = (who: 'danny' | 'aisha' | 'ruth' | 'leah', words: string): Then => ({ does: 'answer', by: who, words })

/** Those below posts that ask something, or tell of something; the others are read and closed. */
export const repliesToAnswer: Readonly<Record<string, Then>> = {
  'desk 0, desk: Tamsin': by(
    'danny',
    'You do, within two days, by e-mail. If not, write here again and I look for it.',
  ),
  'desk 9, desk: Penmoor Pete': by(
    'danny',
    'The room is found and the lease is not. We tell you here on the day that it is.',
  ),
  'central 3, central: Danielle R.': by('leah', 'It is about whatever you bring, lights as well. See you at two.'),
  'westport 9, westport: unlock_4u': {
    does: 'hide',
    code: 'CS7',
    why: 'An advertisement for opening stolen telephones.',
  },
  'missing, westshire: Gail P.': { does: 'raise', as: 'callForService', reference: '0391' },
}

/** Before the desk begins, what is said is heard once a day. */
export const listeningFirst = ({ at }: Calendar, deskDays: number): Act[] =>
  Array.from({ length: firstDay - deskDays + 1 }, (_, n): Act => {
    const hear = { do: 'hear', at: at(firstDay - n, '20:30') } as const
    return n === 0 ? { ...hear, everywhere: true } : hear
  })
