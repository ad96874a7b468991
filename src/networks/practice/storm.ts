/** What a storm is about. Everybody in it is invented, and so is everything they say. */
export const stormScenarios = ['appeal', 'rumour', 'abuse', 'everyday'] as const
export type StormScenario = (typeof stormScenarios)[number]

export const stormLabels: Readonly<Record<StormScenario, string>> = {
  appeal: 'An appeal for a missing person that trends',
  rumour: 'A false rumour, repeated almost word for word',
  abuse: 'Abuse, with real questions among it',
  everyday: 'A busy ordinary day',
}

export type StormMessage = {
  name: string
  text: string
  languages: string[]
  kind: 'reply' | 'mention' | 'quote' | 'direct'
}

const first =
  'Aled Bea Carys Dev Elin Femi Gwen Huw Imran Jo Kofi Lowri Mair Nia Owain Priya Rhys Sam Tegan Zosia'.split(' ')
const last =
  'Abara Bowen Cole Davies Ellis Fry Griffiths Hale Iqbal Jenkins Kent Lloyd Marsh Novak Pugh Rees Shaw Vale'.split(' ')
const places = [
  'Mill Lane',
  'Westport harbour',
  'the bus station',
  'Eastby park',
  'the A38',
  'Heol y Bont',
  'the retail park',
]
const times = ['just now', 'about ten minutes ago', 'at half six', 'last night', 'this morning', 'around 3']

const said: Readonly<Record<StormScenario, readonly string[]>> = {
  appeal: [
    'Shared. Hope he is found safe.',
    'I think I saw him near {place} {time}, grey coat, walking slowly.',
    'Which way was he last seen going?',
    'Saw a man like that at {place} {time}. Did not look well.',
    'Is there a number to ring? I may have dashcam from {place}.',
    'thoughts with the family x',
    'has anyone checked {place}? he used to walk his dog there',
    'Can volunteers help search tonight?',
  ],
  rumour: [
    'Is it true there is a man with a knife at {place}?? My kids are there',
    'is it true theres a man with a knife at {place}? my kids are there',
    'Is it TRUE there is a man with a knife at {place}, my kids are there!!',
    'Hearing there is a man with a knife at {place}. Police saying nothing as usual',
    'Someone on the school group says man with a knife at {place}. Is it true?',
    'Man with a knife at {place} - true or not?',
  ],
  abuse: [
    'useless the lot of you',
    'You only ever post photos of dogs. Do your job.',
    'what a joke of a force',
    'Never turn up when you are called. Clowns.',
    'Waste of my council tax',
    'How do I complain about how I was spoken to {time}?',
    'You lot are a disgrace and everybody at {place} knows it',
  ],
  everyday: [
    'When does {place} open again?',
    'Thanks to the officer who helped my mum at {place} {time}.',
    'Quad bikes at {place} again {time}. Every weekend.',
    'How do I report a lost passport?',
    'I would like to know how many speeding fines there were at {place} last year. This is a request under the Freedom of Information Act.',
    'Van with no plates parked at {place} since {time}, men carrying tools in and out at night',
    'Hi, I write for the Westport Echo. Who can I talk to about {place}?',
    'What time is the coffee morning at {place}?',
  ],
}

/** Somebody really needs help: few, in every storm, and never to be overlooked. */
const help = [
  'please help he is outside my door at {place} and he says he will kill me',
  'My son has sent me a message that he wants to end it. He is at {place}. Please ring me',
  'car just hit a cyclist at {place} he is not moving',
  'old lady on the floor at {place}, not answering, nobody here with a phone signal except me',
  'I cant talk. he has locked us in. {place}',
]

const welsh = [
  'Diolch am y wybodaeth. Pryd fydd {place} yn agor eto?',
  'Welais i ddyn fel yna ger {place} neithiwr.',
  'Ydi hyn yn wir? Mae fy mhlant i yno',
  'Oes rhywun ar gael i siarad Cymraeg?',
  'Helpwch fi plis, mae o y tu allan i’r drws ger {place}',
]

const endings = ['', '', '', '', ' 🙏', ' ???', ' !!', ' 😡', ' #Westshire', ' pls']

/** Numbers from 0 to 1, the same for the same seed and place. */
const dice = (seed: number, n: number, which: number): number => {
  let mixed = (seed ^ Math.imul(n + 1, 0x9e3779b9) ^ Math.imul(which + 1, 0x85ebca6b)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** One in a hundred is a call for help, about one in twelve is in Welsh. */
const helpShare = 0.01
const welshShare = 0.08

/** The n-th message of a storm: the same for the same scenario and seed, so that a lesson can be repeated. */
export const stormMessage = (scenario: StormScenario, seed: number, n: number): StormMessage => {
  const roll = (which: number) => dice(seed, n, which)
  const pick = (from: readonly string[], which: number): string => from[Math.floor(roll(which) * from.length)] ?? ''
  const kindRoll = roll(1)
  const isWelsh = roll(2) < welshShare
  const words = roll(3) < helpShare ? help : isWelsh ? welsh : said[scenario]
  // The rumour is about one place; elsewhere everybody is somewhere else.
  const place = scenario === 'rumour' && words === said.rumour ? (places[seed % places.length] ?? '') : pick(places, 4)
  const text = pick(words, 5).replace('{place}', place).replace('{time}', pick(times, 6))
  return {
    name: `${pick(first, 7)} ${pick(last, 8)}${Math.floor(roll(9) * 60)}`,
    text: text + (words === help ? '' : pick(endings, 10)),
    languages: words === welsh ? ['cy'] : ['en'],
    kind: kindRoll < 0.72 ? 'reply' : kindRoll < 0.87 ? 'mention' : kindRoll < 0.95 ? 'quote' : 'direct',
  }
}

/** How many of a storm's messages are due by now: spread evenly over its time. */
export const dueBy = (storm: { total: number; seconds: number; startedAt: Date }, now: Date): number => {
  const share = (now.getTime() - storm.startedAt.getTime()) / (storm.seconds * 1000)
  return Math.max(0, Math.min(storm.total, Math.ceil(storm.total * share)))
}
