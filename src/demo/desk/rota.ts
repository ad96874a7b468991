import { wallOf } from '../../posting/schedule.ts'
import type { Act } from '../act.ts'
import { type Calendar, later } from '../calendar.ts'

/** Who is on duty, a week at a time on call and by shifts at the desk, and what one shift tells the next. */
export const rota = (calendar: Calendar): Act[] => [
  { do: 'beginDesk', at: calendar.at(21, '09:05'), by: 'priya' },
  ...onCall(calendar),
  ...shifts(calendar),
  ...notes(calendar),
]

const wall = (calendar: Calendar, ago: number, time: string): string =>
  wallOf(calendar.at(ago, time), calendar.zone).slice(0, 16)

const onCall = (calendar: Calendar): Act[] =>
  [21, 14, 7, 0].map(
    (ago, n): Act => ({
      do: 'onDuty',
      at: later(calendar.at(21, '09:20'), n),
      by: 'priya',
      who: n % 2 === 0 ? 'ffion' : 'owen',
      kind: 'onCall',
      from: wall(calendar, ago, '08:00'),
      until: wall(calendar, ago - 7, '08:00'),
    }),
  )

/** From the day before yesterday to the day after tomorrow; the two agents change about, and Kerry has the nights. */
const shifts = (calendar: Calendar): Act[] =>
  [2, 1, 0, -1, -2].flatMap((ago, n) => {
    const [early, late] = n % 2 === 0 ? (['danny', 'aisha'] as const) : (['aisha', 'danny'] as const)
    const put = { do: 'onDuty', at: later(calendar.at(3, '10:10'), n), by: 'kerry', kind: 'desk' } as const
    return [
      { ...put, who: early, from: wall(calendar, ago, '07:00'), until: wall(calendar, ago, '15:00') },
      { ...put, who: late, from: wall(calendar, ago, '15:00'), until: wall(calendar, ago, '23:00') },
      { ...put, who: 'kerry', from: wall(calendar, ago, '23:00'), until: wall(calendar, ago - 1, '07:00') },
    ]
  })

const notes = ({ at, now }: Calendar): Act[] => {
  const one = (
    ago: number,
    time: string,
    by: 'danny' | 'aisha' | 'kerry',
    reader: 'danny' | 'aisha' | null,
    words: string,
  ): Act[] => {
    const left = { do: 'leaveNote', at: at(ago, time), by, note: `note ${ago}`, words } as const
    const read = reader && ({ do: 'readNote', at: later(at(ago, time), 9), by: reader, note: `note ${ago}` } as const)
    return read ? [left, read] : [left]
  }
  return [
    ...one(
      12,
      '22:50',
      'aisha',
      null,
      'Dilwyn Hales is found. Thank you notes will come all night: close them as read, and answer Gail.',
    ),
    ...one(
      5,
      '14:55',
      'danny',
      'aisha',
      'The FOI request about speed awareness courses lies with Lena. Do not answer it from here.',
    ),
    ...one(1, '14:52', 'danny', 'aisha', 'Quiet. Somebody from the Echo will ask again about counters: press office.'),
    {
      do: 'leaveNote',
      at: later(now, -52),
      by: 'kerry',
      note: 'latest note',
      words:
        'Mill Lane footbridge is likely again tonight, the control room knows. Elin answers Tregarn in Welsh if you pass it on. Two complaints wait for a call back that I have promised for today.',
    },
  ]
}
