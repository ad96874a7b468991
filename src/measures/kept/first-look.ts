import { isIn, type Talk } from '../book.ts'
import { amountOf, type Measure, notMeasured } from '../measure.ts'
import { between, minutesOf } from './times.ts'

const minutesTo = (talks: readonly Talk[], what: 'firstLookAt' | 'firstReplyAt' | 'incidentAt') =>
  minutesOf(talks.flatMap((t) => between(t.openedAt, t[what])))

const named = (name: string, m: ReturnType<typeof minutesOf>): Record<string, number> =>
  m === null ? {} : { [name]: m.middle, [`${name}90`]: m.p90 }

export const firstLook: Measure = {
  definition: {
    id: 'M10',
    name: 'Time to the first look',
    asks: 'How long does a person wait until somebody here looks, and answers?',
    unit: 'minutes',
    top: 'minutes from the message to the first look by a person; the middle one',
    bottom: null,
    covers: 'span',
    leftOut: { unlooked: 'Nobody has looked yet' },
    more: {
      look90: 'To the first look, nine in ten within (min)',
      inHours: 'To the first look in stated hours, middle (min)',
      outOfHours: 'To the first look outside them, middle (min)',
      reply: 'To the first reply, middle (min)',
      reply90: 'To the first reply, nine in ten within (min)',
      incident: 'To an incident raised, middle (min)',
      incident90: 'To an incident raised, nine in ten within (min)',
    },
    traps: [
      'What was not looked at has no time: read how many are left out.',
      'A fast reply may only send the person elsewhere.',
    ],
    comparison: {
      words:
        'Look within 15 minutes where somebody may be in danger, within the hour otherwise. Fire services in 2019: best average 2 h 06, worst about 9 h; over half could not say.',
      basis: 'proposed',
    },
    look: 'The middle one over an hour',
    together: 'middle',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const all = talks.filter((t) => isIn(t.openedAt, span))
    const looked = all.filter((t) => t.firstLookAt !== null)
    const look = minutesTo(looked, 'firstLookAt')
    const [inside, outside] = [true, false].map((inHours) =>
      minutesTo(
        looked.filter((t) => t.inHours === inHours),
        'firstLookAt',
      ),
    )
    return amountOf(
      look?.middle ?? null,
      looked.map((t) => t.id),
      {
        leftOut: { unlooked: all.length - looked.length },
        more: {
          ...(look ? { look90: look.p90 } : {}),
          ...(inside ? { inHours: inside.middle } : {}),
          ...(outside ? { outOfHours: outside.middle } : {}),
          ...named('reply', minutesTo(all, 'firstReplyAt')),
          ...named('incident', minutesTo(all, 'incidentAt')),
        },
        look: (look?.middle ?? 0) > 60,
      },
    )
  },
}
