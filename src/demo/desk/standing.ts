import type { Category } from '../../inbox/triage/category.ts'
import type { ConnectedKey } from '../accounts.ts'
import type { Act } from '../act.ts'
import { type Calendar, later } from '../calendar.ts'

type Waiting = readonly [minutesAgo: number, on: ConnectedKey, name: string, words: string]

/** What waits at the desk while the demo is opened, the newest last. */
const waiting: readonly Waiting[] = [
  [171, 'westshire', 'Hollis', 'What does the panel on stop and search do when it does not agree with you?'],
  [168, 'tregarn', 'Nerys o’r Felin', 'Oes cyfarfod yn Nhregarn nos Iau?'],
  [166, 'central', 'Jac', 'skate park lights came on last night!! thank you'],
  [
    112,
    'westport',
    'M. Ferreby',
    'I waited four hours for a call back and then it rang once. I want to complain about that.',
  ],
  [110, 'desk', 'piano teacher', 'Is Quay Street shut all day tomorrow?'],
  [109, 'dogs', 'Year 4, St Brannoc', 'Can she come to our school?'],
  [108, 'rural', 'Upper Fold', 'gates are back thank you'],
  [74, 'eastby', 'Sel', 'Where do I take a bike I found by the slipway?'],
  [
    73,
    'westshire',
    'Mrs Prothero',
    'An officer at the counter laughed at my mother. I would like to make a complaint.',
  ],
  [72, 'roads', 'commuter 7.14', 'how long will the bypass be one lane tonight'],
  [71, 'desk', 'Anwen R', 'Do cadets need their own boots?'],
  [70, 'westport', 'Ffred', 'nice to meet two of you in the library today'],
  [46, 'desk', 'second shift', 'What time does the 101 line get quieter?'],
  [
    45,
    'westshire',
    'Westport Echo newsdesk',
    'Hi, I write for the Westport Echo and would like an interview with the Chief Constable for Friday’s paper.',
  ],
  [44, 'harrowfield', 'Annie, 84', 'When is the next coffee? I will bring the good biscuits.'],
  [43, 'heddlu', 'Sioned M', 'Oes ffurflen Gymraeg ar gyfer eiddo coll?'],
  [42, 'chiefs', 'Idris', 'Nobody has rung me yet. When?'],
  [31, 'rural', 'Penmoor Pete', 'Asbestos tipped by the river at Penmoor again, they are still unloading it'],
  [29, 'desk', 'new in town', 'is the penmoor counter open on saturdays'],
  [28, 'eastby', 'Pat at the bakery', 'Thank you for this morning, all quiet since'],
  [13, 'desk', 'Dee', 'What happens after I filled in the form, does somebody ring?'],
  [12, 'westport', 'last bus home', 'lovely evening, the new lights make all the difference'],
  [11, 'roads', 'school run', 'When is the school crossing man back?'],
  [7, 'desk', 'Kofi', 'car on fire top of stanner hill??'],
  [6, 'westshire', 'cheap_sunnies', 'SUNGLASSES 80% OFF only tonight, link in my profile'],
  [5, 'westport', 'Eirlys', 'Is there a number for noise at night?'],
  [4, 'eastby', 'Llinos B', 'do you still have my other glove'],
]
/** Where the suggestion saw danger and the desk, having looked, did not: what they said that it is, by place in the list. */
const decided: readonly (readonly [n: number, category: Category])[] = [
  [0, 'question'],
  [3, 'complaint'],
  [5, 'question'],
  [8, 'complaint'],
  [9, 'question'],
  [23, 'callForService'],
]
/** How long ago we listened. */
const hearings = [165, 107, 69, 41, 27, 23, 10, 3, 1]

export const standing = ({ now }: Calendar): Act[] => [
  ...waiting.map(
    ([ago, on, name, words], n): Act => ({
      do: 'speak',
      at: later(now, -ago),
      talk: `waiting ${n}`,
      on,
      name,
      words,
      direct: false,
      language: on === 'heddlu' || words.startsWith('Oes') ? 'cy' : 'en',
    }),
  ),
  ...hearings.map((ago): Act => ({ do: 'hear', at: later(now, -ago) })),
  { do: 'hear', at: later(now, -0.9), everywhere: true },
  ...mother(now),
  ...footbridge(now),
  ...garages(now),
  ...decided.map(
    ([n, category]): Act => ({ do: 'decideKind', at: later(now, -0.5), talk: `waiting ${n}`, by: 'danny', category }),
  ),
  { do: 'decideKind', at: later(now, -0.5), talk: 'garages', by: 'danny', category: 'intelligence' },
  { do: 'take', at: later(now, -21), talk: 'waiting 17', by: 'kerry' },
  { do: 'decideKind', at: later(now, -21), talk: 'waiting 17', by: 'kerry', category: 'callForService' },
  { do: 'note', at: later(now, -20), talk: 'waiting 3', by: 'kerry', words: 'I ring her back today before six.' },
]

/** Somebody may be in danger; the control room has it, and Aisha stays with the one who wrote. */
function mother(now: Date): Act[] {
  const aisha = { talk: 'mother', by: 'aisha' } as const
  return [
    {
      do: 'speak',
      at: later(now, -24),
      talk: 'mother',
      on: 'eastby',
      name: 'Bex',
      words:
        'shes gone out with no coat and left her phone and a note saying sorry for everything. shes my mum please can somebody look for her, harbour side',
      direct: false,
      language: 'en',
    },
    { do: 'take', at: later(now, -22), ...aisha },
    { do: 'decideKind', at: later(now, -21.8), ...aisha, category: 'threatOrVulnerable' },
    { do: 'incident', at: later(now, -19), ...aisha, reference: '0412' },
    {
      do: 'note',
      at: later(now, -18),
      ...aisha,
      words: 'Control room has it and a unit is near. I keep Bex company here until somebody has rung her.',
    },
  ]
}

/** Stones again, said by the one who asked before; an answer is being written. */
function footbridge(now: Date): Act[] {
  const danny = { talk: 'stones', by: 'danny' } as const
  return [
    {
      do: 'speak',
      at: later(now, -27.5),
      talk: 'stones',
      on: 'westport',
      name: 'Danielle R.',
      words:
        'Lads dropping stones off Mill Lane footbridge onto the bypass again. One just hit a windscreen. Is anyone coming or do we wait till someones killed??',
      direct: false,
      language: 'en',
    },
    {
      do: 'sayMore',
      at: later(now, -25),
      talk: 'chuck',
      below: 'stones',
      name: 'redfist',
      words: 'tell me where they live and i will come round tonight and smash their faces in',
    },
    {
      do: 'sayMore',
      at: later(now, -23.5),
      talk: 'still there',
      below: 'stones',
      name: 'Danielle R.',
      words: 'theyre still there. 3 of them by the lamp post',
    },
    { do: 'take', at: later(now, -9), ...danny },
    { do: 'decideKind', at: later(now, -8.8), ...danny, category: 'callForService' },
    {
      do: 'hide',
      at: later(now, -8),
      talk: 'chuck',
      by: 'danny',
      code: 'CS4',
      reason: 'Threatens people who can be found.',
    },
    { do: 'incident', at: later(now, -7), ...danny, reference: '0418' },
    {
      do: 'note',
      at: later(now, -6.5),
      ...danny,
      words: 'Incident 0418 raised. Control room says that a unit is assigned.',
    },
    {
      do: 'beginAnswer',
      at: later(now, -2),
      talk: 'still there',
      by: 'danny',
      words:
        'Thank you, Danielle. Officers are on the way to the footbridge. If anyone is hurt or you see another stone thrown, call 999. You can add what you saw on 101, quoting 0418 of today.',
    },
  ]
}

/** Told in private: nobody sees the words before they open it. */
const garages = (now: Date): Act[] => [
  {
    do: 'speak',
    at: later(now, -27.2),
    talk: 'garages',
    on: 'eastby',
    name: 'keep me out of it',
    words:
      'I want to stay anonymous. There is a man dealing drugs from a blue van behind the garages at Stanner Hill, most nights about seven, to school kids.',
    direct: true,
    language: 'en',
  },
]
