import { type Act, say } from './act.ts'
import { type Calendar, later } from './calendar.ts'

/** What is in hand at the moment in which the demo is opened: everything is counted from now. */
export function present(calendar: Calendar): Act[] {
  return [night, waitingForFfion, waitingForOthers, inTrouble, drafts].flatMap((tell) => tell(calendar))
}

/** The first time after `soonest` minutes at which the wall clock shows this. */
function next({ at, now }: Calendar, wall: string, soonest = 40): Date {
  const today = at(0, wall)
  return today >= later(now, soonest) ? today : at(-1, wall)
}

/** To the next five minutes after so many. */
const soon = (now: Date, minutes: number): Date =>
  new Date(Math.ceil(later(now, minutes).getTime() / 300_000) * 300_000)

const ago = (now: Date, minutes: number): Date => new Date(Math.floor(later(now, -minutes).getTime() / 60_000) * 60_000)

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

function waitingForFfion(calendar: Calendar): Act[] {
  const { now, at, day, agoOf } = calendar
  const exercise = next(calendar, '07:30')
  const stanner = next(calendar, '09:00')
  return [
    ...appeal(calendar),
    {
      do: 'write',
      at: ago(now, 95),
      post: 'exercise',
      by: 'owen',
      say: say({
        pieces: [
          `You may see smoke and hear shouting at Calder Quay on ${day(agoOf(exercise))} until noon. It is an exercise with the fire service. Nobody is in danger, and 999 works as always.`,
        ],
        on: ['westshire', 'westport', 'roads'],
        due: exercise,
        objective: 'trust',
        picture: {
          scene: 'smoke',
          alt: 'Drawing of a warehouse on a quay with grey smoke that drifts over the water.',
        },
      }),
    },
    { do: 'ask', at: ago(now, 71), post: 'exercise', by: 'owen' },
    {
      do: 'write',
      at: ago(now, 88),
      post: 'ymarfer',
      by: 'elin',
      say: say({
        pieces: [
          'Efallai y gwelwch chi fwg ger Cei Calder tan ganol dydd. Ymarfer gyda’r gwasanaeth tân yw hwn. Does neb mewn perygl, ac mae 999 yn gweithio fel arfer.',
        ],
        language: 'cy',
        on: ['heddlu'],
        due: exercise,
        objective: 'cymraeg',
      }),
    },
    { do: 'ask', at: ago(now, 70), post: 'ymarfer', by: 'elin' },
    {
      do: 'write',
      at: at(1, '14:10'),
      post: 'Stanner Hill',
      by: 'tomos',
      say: say({
        pieces: [
          'Why we closed the Stanner Hill desk: in a year 212 people came to it, four a week, and the roof costs 90,000 pounds. That is two officers on the estate instead.',
          'What comes for it: Tuesdays and Fridays at the community centre, and an officer whose telephone number stands on the door. Tell me in three months whether it is better.',
        ],
        on: ['chiefs'],
        due: stanner,
        objective: 'listen',
        intent: 'engage',
      }),
    },
    { do: 'ask', at: ago(now, 150), post: 'Stanner Hill', by: 'tomos' },
  ]
}

/** Approved once; then the picture was cropped, and that approval no longer counts. */
function appeal({ now, day }: Calendar): Act[] {
  const due = soon(now, 17)
  const amir = { post: 'Quay Street', by: 'amir' } as const
  const draft = (alt: string) =>
    say({
      pieces: [
        `Do you recognise this man? We want to speak to him about a robbery at a shop in Quay Street, Westport, on ${day(4)} at 6.40pm. Call 101 and quote 0271, or Crimestoppers on 0800 555 111.`,
      ],
      on: ['westport', 'westshire', 'central', 'eastby'],
      due,
      intent: 'appeal',
      objective: 'risk',
      picture: { scene: 'shop', alt },
      reviewAt: later(now, 3 * 24 * 60),
      rationale: {
        purpose: 'Find the suspect of a robbery in which a shop worker was hurt.',
        lawful: 'To prevent and detect crime. No restriction applies.',
        necessary: 'Four days of enquiries in the street have not named him, nor has anybody inside the force.',
        proportionate: 'One cropped still on four accounts, for three days. Nobody else can be seen.',
      },
    })
  return [
    {
      do: 'write',
      at: ago(now, 118),
      ...amir,
      say: draft(
        'Drawing after a CCTV still: a man in a red coat passes a shop window. A woman with a pushchair is behind him.',
      ),
    },
    { do: 'ask', at: ago(now, 109), ...amir },
    { do: 'approve', at: ago(now, 64), post: amir.post, by: 'priya', reason: 'DI Rensby has agreed to the picture.' },
    {
      do: 'reopen',
      at: ago(now, 41),
      ...amir,
      reason: 'Somebody who passes by can be recognised. The picture is cropped.',
    },
    {
      do: 'change',
      at: ago(now, 36),
      ...amir,
      say: draft('Drawing after a CCTV still: a man in a red coat passes a shop window. Short dark hair. He is alone.'),
    },
    { do: 'ask', at: ago(now, 27), ...amir },
  ]
}

function waitingForOthers(calendar: Calendar): Act[] {
  const { now, at } = calendar
  return [
    {
      do: 'write',
      at: at(1, '17:20'),
      post: 'for Marian',
      by: 'huw',
      say: say({
        pieces: [
          'Between 10pm and 2am our officers in Westport took nine people home who could not get there alone. Thank you to the street pastors, who took forty.',
        ],
        on: ['chiefs'],
        due: next(calendar, '17:00'),
        objective: 'risk',
        speaksFor: 'marian',
      }),
    },
    { do: 'ask', at: ago(now, 180), post: 'for Marian', by: 'huw' },
    {
      do: 'write',
      at: ago(now, 64),
      post: 'for Nadia',
      by: 'tom',
      say: say({
        pieces: [
          'Tools worth 2,000 pounds were taken from a van outside 22 Quay Street on Friday night. If somebody offers you a nail gun, call 101 and quote 0402.',
        ],
        on: ['central'],
        objective: 'millLane',
        intent: 'appeal',
      }),
    },
    { do: 'ask', at: ago(now, 52), post: 'for Nadia', by: 'tom' },
    {
      do: 'write',
      at: ago(now, 240),
      post: 'came back',
      by: 'leah',
      say: say({
        pieces: ['Two arrests behind Tollgate Street after a chase over three gardens.'],
        on: ['westport'],
        objective: 'millLane',
      }),
    },
    { do: 'ask', at: ago(now, 232), post: 'came back', by: 'leah' },
    {
      do: 'sendBack',
      at: ago(now, 201),
      post: 'came back',
      by: 'nadia',
      reason: 'What are they arrested for? And leave the gardens out: three families live there.',
    },
  ]
}

/** One that was approved after its time and is held, one that the network refused, one of which nobody can tell whether it is live. */
function inTrouble(calendar: Calendar): Act[] {
  const { now, at, day } = calendar
  const doubt = ago(now, 17)
  const cadets = soon(now, -200)
  return [
    {
      do: 'write',
      at: ago(now, 330),
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
    { do: 'ask', at: ago(now, 322), post: 'cadets', by: 'dawn' },
    { do: 'approve', at: ago(now, 134), post: 'cadets', by: 'nadia', reason: 'I was in court until now.' },
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
      at: ago(now, 44),
      post: 'draft of Elin',
      by: 'elin',
      say: say({ pieces: ['Dewch i weld y cŵn wrth eu gwaith'], language: 'cy', on: ['heddlu'], objective: 'cymraeg' }),
    },
  ]
}
