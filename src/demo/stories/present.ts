import { type Act, type Say, say } from '../act.ts'
import { type Calendar, later } from '../calendar.ts'
import type { PersonKey } from '../force.ts'
import { ago, atWork, next, soon } from './clock.ts'

/** What else is in hand at the moment in which the demo is opened: everything is counted from now. */
export const present = (calendar: Calendar): Act[] =>
  [night, lately, planned, inTrouble, drafts].flatMap((tell) => tell(calendar))

/** A chief officer speaks at five in the morning; the rule asks whether that is meant, and it is. */
function night({ at, now }: Calendar): Act[] {
  const last = at(0, '05:06') < later(now, -10) ? at(0, '05:06') : at(1, '05:06')
  const five = { post: 'five in the morning', by: 'marian' } as const
  return [
    {
      do: 'write',
      at: later(last, -4),
      ...five,
      say: say({
        pieces: [
          '5am and out with the Harrowfield night shift before a joint exercise with the fire service. Cold and dark, which our shift workers know already.',
        ],
        on: ['chiefs'],
        objective: 'leadership',
      }),
    },
    { do: 'publish', at: last, ...five },
  ]
}

/** One that was approved after its time and is held, one that the network refused, one of which nobody can tell whether it is live. */
function inTrouble(calendar: Calendar): Act[] {
  const { now, at, day } = calendar
  const doubt = ago(now, 17)
  const worked = atWork(calendar, 200)
  const cadets = soon(worked, -200)
  return [
    {
      do: 'write',
      at: at(2, '15:10'),
      post: 'cadets',
      by: 'dawn',
      say: say({
        pieces: [
          `Cadet open evening: ${day(-5)}, 6pm, Westport station yard. Ages 13 to 17, no experience needed. Come and see what they do.`,
        ],
        on: ['westport'],
        due: cadets,
      }),
    },
    { do: 'ask', at: at(2, '15:19'), post: 'cadets', by: 'dawn' },
    { do: 'approve', at: ago(worked, 134), post: 'cadets', by: 'nadia', reason: 'I was in court until now.' },
    { do: 'fault', at: at(1, '15:02'), on: 'rural', fault: 'refuse', times: 1, seconds: 0 },
    {
      do: 'write',
      at: at(1, '15:04'),
      post: 'refused',
      by: 'alun',
      say: say({
        pieces: [
          'A horsebox was taken from a yard near the reservoir. White, two doors, a blue stripe. If you have seen it, call 101 and quote 0377.',
        ],
        on: ['rural'],
        objective: 'plant',
        intent: 'appeal',
      }),
    },
    { do: 'publish', at: at(1, '15:09'), post: 'refused', by: 'alun' },
    { do: 'fault', at: later(doubt, -1), on: 'roads', fault: 'dropBefore', times: 2, seconds: 0 },
    {
      do: 'write',
      at: later(doubt, -3),
      post: 'in doubt',
      by: 'ffion',
      say: say({
        pieces: [
          'Westport bypass northbound: one lane at Mill Lane, because a load of timber has slipped. About 20 minutes more. Please leave room for the recovery lorry.',
        ],
        on: ['roads'],
        objective: 'roads',
      }),
    },
    { do: 'publish', at: doubt, post: 'in doubt', by: 'ffion' },
  ]
}

function drafts(calendar: Calendar): Act[] {
  const { now, at } = calendar
  return [
    {
      do: 'write',
      at: ago(now, 26),
      post: 'draft of Leah',
      by: 'leah',
      say: say({
        pieces: [
          'Two people arrested in Mill Lane tonight after a neighbour rang us about a break-in at number 14. Burglar caught with the bags still in hand. Saw anything between 7pm and 8pm? Call 101 and quote 0398. #saferwestport',
        ],
        on: ['westport', 'central'],
        due: next(calendar, '08:00'),
        objective: 'millLane',
        intent: 'appeal',
        picture: {
          scene: 'road',
          alt: 'Police cones across a road at night. No people, vehicles or house numbers can be seen.',
        },
      }),
    },
    {
      do: 'write',
      at: at(1, '12:20'),
      post: 'draft of David',
      by: 'david',
      say: say({
        pieces: ['You asked what a police car costs. Not the car, but', ''],
        on: ['chiefs'],
        objective: 'listen',
      }),
    },
    {
      do: 'write',
      at: at(2, '16:05'),
      post: 'draft of Ffion',
      by: 'ffion',
      say: say({ pieces: ['Three scams that work on clever people. First:'], on: ['westshire'], objective: 'fraud' }),
    },
    {
      do: 'write',
      at: ago(atWork(calendar, 44), 44),
      post: 'draft of Elin',
      by: 'elin',
      say: say({ pieces: ['Dewch i weld y cŵn wrth eu gwaith'], language: 'cy', on: ['heddlu'], objective: 'cymraeg' }),
    },
  ]
}

/** Two things said in the last hours, at whatever time that is. */
function lately({ now }: Calendar): Act[] {
  const colin = { post: 'lately on the roads', by: 'colin' } as const
  const aisha = { post: 'lately at the desk', by: 'aisha' } as const
  return [
    {
      do: 'write',
      at: ago(now, 158),
      ...colin,
      say: say({
        pieces: [
          'A41 at Stanner Hill: a lorry has shed gravel on both lanes. A sweeper is there, and one lane is open. Windscreens will thank you for 20.',
        ],
        on: ['roads'],
        objective: 'roads',
      }),
    },
    { do: 'publish', at: ago(now, 151), ...colin },
    { do: 'reply', at: ago(now, 139), post: colin.post, on: 'roads', name: 'drives_a_van', words: 'too late for mine' },
    {
      do: 'write',
      at: ago(now, 79),
      ...aisha,
      say: say({
        pieces: [
          'Reports of a loud bang in the north of Westport: it was a transformer, and nobody is hurt. The power company knows, and repairs it now.',
        ],
        on: ['desk'],
      }),
    },
    { do: 'publish', at: ago(now, 74), ...aisha },
    {
      do: 'reply',
      at: ago(now, 66),
      post: aisha.post,
      on: 'desk',
      name: 'Tamsin',
      words: 'Thank you. The dog is still not keen.',
    },
  ]
}

/** Approved, and to go out in the next 24 hours. */
function planned(calendar: Calendar): Act[] {
  const { at, day, agoOf } = calendar
  const noon = next(calendar, '12:00')
  const plan = (
    post: string,
    by: PersonKey,
    approver: PersonKey,
    wall: string,
    what: Pick<Say, 'pieces' | 'on'> & Partial<Say>,
  ): Act[] => [
    { do: 'write', at: at(1, '13:40'), post, by, say: say({ ...what, due: next(calendar, wall) }) },
    { do: 'ask', at: at(1, '13:52'), post, by },
    { do: 'approve', at: at(1, '15:20'), post, by: approver, reason: '' },
  ]
  return [
    ...plan('weekend roads', 'sam', 'ffion', '17:45', {
      on: ['roads'],
      objective: 'roads',
      pieces: [
        'On the road this evening? The bypass is down to one lane each way from 8pm to 6am. Leave ten minutes more, and give the people in orange their room.',
      ],
    }),
    ...plan('burglary advice', 'leah', 'nadia', '16:00', {
      on: ['westport', 'central'],
      objective: 'millLane',
      pieces: [
        'Most break-ins in Westport begin at the back. Lock the side gate, take the key out of the back door, and leave one light on.',
      ],
      picture: { scene: 'street', alt: 'Drawing of a row of houses at dusk. One window is lit.' },
    }),
    ...plan('consultation', 'priya', 'ffion', '12:00', {
      on: ['westshire'],
      objective: 'listen',
      intent: 'engage',
      pieces: [
        `Where should counters open on Saturdays next? You have until ${day(agoOf(noon) - 14)} to tell us: https://www.westshire.police.example/counters`,
      ],
    }),
    ...plan('ymgynghoriad', 'elin', 'ffion', '12:00', {
      on: ['heddlu'],
      language: 'cy',
      objective: 'cymraeg',
      intent: 'engage',
      pieces: [
        'Pa gownteri ddylai agor ar ddydd Sadwrn nesaf? Mae pythefnos gennych i ddweud wrthym: https://www.westshire.police.example/cownteri',
      ],
    }),
    ...plan('market', 'carol', 'ffion', '07:45', {
      on: ['eastby'],
      objective: 'shops',
      pieces: [
        'Market day in Eastby: two of us are by the fish stalls all morning. Bags closed, phones inside, and say hello.',
      ],
    }),
  ]
}
