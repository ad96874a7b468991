import { dateIn } from '../../foundation/clock.ts'
import { workingDaysAfter } from '../../inbox/working-days.ts'
import type { Act } from '../act.ts'
import type { Calendar } from '../calendar.ts'

/** Conversations with a life of their own. */
export const stories = (calendar: Calendar): Act[] =>
  [sawHim, bicycle, footbridgeBefore, hidden, late, handedOn, request].flatMap((tell) => tell(calendar))

/** During an appeal every minute counts: what is said below it is heard at once. */
const sawHim = ({ at }: Calendar): Act[] =>
  ['18:45', '18:53', '22:10'].map((wall): Act => ({ do: 'hear', at: at(12, wall) }))

/** A crime reported in private: an incident, and recorded within its day. */
function bicycle({ at }: Calendar): Act[] {
  const talk = 'bicycle'
  const aisha = { talk, by: 'aisha' } as const
  return [
    {
      do: 'speak',
      at: at(6, '08:20'),
      talk,
      on: 'westport',
      name: 'Hari P',
      words:
        'My bike was stolen from the rack outside the station between seven and eight this morning. Green, drop bars, lock cut through.',
      direct: true,
      language: 'en',
    },
    { do: 'hear', at: at(6, '08:22') },
    { do: 'take', at: at(6, '08:26'), ...aisha },
    { do: 'decideKind', at: at(6, '08:27'), ...aisha, category: 'callForService' },
    { do: 'incident', at: at(6, '08:33'), ...aisha, reference: '0104' },
    {
      do: 'answer',
      at: at(6, '08:36'),
      ...aisha,
      words:
        'Thank you, Hari. It is reported under 0104 of today, and you need not ring. If you have the frame number, send it here in private.',
    },
    { do: 'crime', at: at(6, '13:10'), ...aisha, reference: 'CR/20418' },
    { do: 'end', at: at(6, '13:12'), ...aisha, outcome: 'incidentRaised', words: '0104' },
  ]
}

/** Her earlier question; today she writes again. */
function footbridgeBefore({ at }: Calendar): Act[] {
  const talk = 'Danielle before'
  return [
    {
      do: 'speak',
      at: at(14, '18:40'),
      talk,
      on: 'central',
      name: 'Danielle R.',
      words: 'Kids throwing stuff off the footbridge at Mill Lane. Who do I tell?',
      direct: false,
      language: 'en',
    },
    { do: 'hear', at: at(14, '18:44') },
    { do: 'decideKind', at: at(14, '18:58'), talk, by: 'leah', category: 'question' },
    {
      do: 'answer',
      at: at(14, '19:02'),
      talk,
      by: 'leah',
      words:
        'Us, and thank you. I have walked it tonight and spoken to two families. If you see it happening, call 999.',
    },
    { do: 'end', at: at(14, '19:08'), talk, by: 'leah', outcome: 'answered', words: '' },
  ]
}

/** Two were hidden under a published standard; one appealed, and was right. */
function hidden({ at }: Calendar): Act[] {
  const threat = 'threat on Tuesday'
  const flooding = 'the same nine times'
  const speak = (talk: string, time: string, name: string, words: string): Act => ({
    do: 'sayMore',
    at: at(9, time),
    talk,
    below: 'gates',
    name,
    words,
  })
  return [
    {
      do: 'speak',
      at: at(9, '12:00'),
      talk: 'gates',
      on: 'eastby',
      name: 'Harbour Row Traders',
      words: 'Three of us lost stock again last night. Who is coming to look at the cameras?',
      direct: false,
      language: 'en',
    },
    speak(threat, '12:04', 'redfist', 'I know which lad it is and I will break his legs on Friday, number 31'),
    speak(
      flooding,
      '12:06',
      'Idris',
      'Ask them about the cameras. Ask them about the cameras. Ask them about the cameras.',
    ),
    { do: 'hear', at: at(9, '12:07') },
    { do: 'take', at: at(9, '12:11'), talk: 'gates', by: 'aisha' },
    { do: 'decideKind', at: at(9, '12:12'), talk: 'gates', by: 'aisha', category: 'callForService' },
    {
      do: 'hide',
      at: at(9, '12:14'),
      talk: threat,
      by: 'aisha',
      code: 'CS4',
      reason: 'Threatens a boy who can be found by the house number.',
    },
    {
      do: 'hide',
      at: at(9, '12:16'),
      talk: flooding,
      by: 'aisha',
      code: 'CS8',
      reason: 'The same words again and again.',
    },
    {
      do: 'note',
      at: at(9, '12:20'),
      talk: 'gates',
      by: 'aisha',
      words: 'The threat is with the control room under 0367.',
    },
    { do: 'end', at: at(9, '12:26'), talk: 'gates', by: 'aisha', outcome: 'incidentRaised', words: '0366' },
    {
      do: 'appeal',
      at: at(8, '10:20'),
      talk: flooding,
      by: 'danny',
      words: 'I asked once, three times in one message. That is not flooding.',
    },
    {
      do: 'decideAppeal',
      at: at(7, '11:05'),
      talk: flooding,
      by: 'ffion',
      outcome: 'lifted',
      reason: 'It is one message and a fair question. Shown again, with an apology.',
    },
  ]
}

/** Said in the evening and answered the next morning: four times as long as we aim for. */
const late = ({ at }: Calendar): Act[] => [
  {
    do: 'speak',
    at: at(11, '19:40'),
    talk: 'late',
    on: 'harrowfield',
    name: 'corn exchange',
    words: 'Who opens the hall for your coffee morning, and from when?',
    direct: false,
    language: 'en',
  },
  { do: 'hear', at: at(11, '19:42') },
  {
    do: 'answer',
    at: at(10, '08:31'),
    talk: 'late',
    by: 'meera',
    words: 'I do, from half past nine. Sorry that you waited all night for so short an answer.',
  },
  { do: 'end', at: at(10, '08:36'), talk: 'late', by: 'meera', outcome: 'answered', words: '' },
]

/** One begins, another knows: in Welsh. */
const handedOn = ({ at }: Calendar): Act[] => [
  {
    do: 'speak',
    at: at(4, '10:10'),
    talk: 'sioe',
    on: 'tregarn',
    name: 'Clwb Ffermwyr Ifanc',
    words: 'Fyddwch chi yn y sioe ddydd Sadwrn? Hoffem gael y ci os yw hi’n rhydd.',
    direct: false,
    language: 'cy',
  },
  { do: 'hear', at: at(4, '10:12') },
  { do: 'take', at: at(4, '10:15'), talk: 'sioe', by: 'danny' },
  { do: 'give', at: at(4, '10:17'), talk: 'sioe', by: 'danny', to: 'osian', words: 'Yn Gymraeg, os gweli di’n dda.' },
  {
    do: 'answer',
    at: at(4, '10:24'),
    talk: 'sioe',
    by: 'osian',
    words: 'Byddwn, drwy’r bore. Mae’r ci yn rhydd ac mae hi wrth ei bodd â phlant. Diolch am ofyn.',
  },
  { do: 'end', at: at(4, '10:29'), talk: 'sioe', by: 'osian', outcome: 'answered', words: '' },
]

/** Received so many days before today that it is day 11 of 20 working days. */
function request({ at, now, zone }: Calendar): Act[] {
  const today = dateIn(now, zone)
  const isElevenOld = (ago: number) => workingDaysAfter(dateIn(at(ago, '12:00'), zone), 11) <= today
  const day = [14, 15, 16, 17, 18, 19, 20].find(isElevenOld) ?? 21
  const talk = 'request'
  return [
    {
      do: 'speak',
      at: at(day, '10:02'),
      talk,
      on: 'westshire',
      name: 'J. Penhallow',
      words:
        'FOI: how many people took a speed awareness course in Westshire since April, by month? Please send it as a table.',
      direct: false,
      language: 'en',
    },
    { do: 'hear', at: at(day, '10:04') },
    { do: 'decideKind', at: at(day, '10:20'), talk, by: 'danny', category: 'informationRequest' },
    {
      do: 'answer',
      at: at(day, '10:24'),
      talk,
      by: 'danny',
      words:
        'Thank you. This is a request under the Freedom of Information Act and we treat it as one. Our records team answers within 20 working days.',
    },
    {
      do: 'note',
      at: at(day, '10:31'),
      talk,
      by: 'danny',
      words: 'With the records team, Lena Frobisher. Reference FOI 114.',
    },
    { do: 'give', at: at(day, '10:33'), talk, by: 'danny', to: null, words: 'It waits for the records team.' },
  ]
}
