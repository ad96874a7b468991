import { type Act, say } from '../act.ts'
import { type Calendar, later } from '../calendar.ts'
import { ago, atWork, next, soon } from './clock.ts'

/** What waits for a decision while the demo is opened. */
export const waiting = (calendar: Calendar): Act[] => [...waitingForFfion(calendar), ...waitingForOthers(calendar)]

function waitingForFfion(calendar: Calendar): Act[] {
  const { at, day, agoOf } = calendar
  const worked = atWork(calendar, 150)
  const exercise = next(calendar, '07:30')
  const stanner = next(calendar, '09:00')
  return [
    ...appeal(calendar),
    {
      do: 'write',
      at: ago(worked, 95),
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
    { do: 'ask', at: ago(worked, 71), post: 'exercise', by: 'owen' },
    {
      do: 'write',
      at: ago(worked, 88),
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
    { do: 'ask', at: ago(worked, 70), post: 'ymarfer', by: 'elin' },
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
    { do: 'ask', at: ago(worked, 150), post: 'Stanner Hill', by: 'tomos' },
  ]
}

/** Approved once; then the picture was cropped, and that approval no longer counts. */
function appeal({ now, day }: Calendar): Act[] {
  const due = soon(now, 17)
  const amir = { post: 'Quay Street', by: 'amir' } as const
  const draft = (scene: 'shop' | 'shopWide', alt: string) =>
    say({
      pieces: [
        `Do you recognise this man? We want to speak to him about a robbery at a shop in Quay Street, Westport, on ${day(4)} at 6.40pm. Call 101 and quote 0271, or Crimestoppers on 0800 555 111.`,
      ],
      on: ['westport', 'westshire', 'central', 'eastby'],
      due,
      intent: 'appeal',
      objective: 'risk',
      picture: { scene, alt },
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
        'shopWide',
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
      say: draft(
        'shop',
        'Drawing after a CCTV still: a man in a red coat passes a shop window. Short dark hair. He is alone.',
      ),
    },
    { do: 'ask', at: ago(now, 27), ...amir },
  ]
}

function waitingForOthers(calendar: Calendar): Act[] {
  const { now, at } = calendar
  return [
    {
      do: 'write',
      at: at(2, '17:20'),
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
    { do: 'ask', at: ago(atWork(calendar, 180), 180), post: 'for Marian', by: 'huw' },
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
