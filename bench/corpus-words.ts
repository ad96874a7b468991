import type { diceOf } from './dice.ts'

/** Invented words of invented police accounts: sentences from forms whose parts are filled in, in enough variety that few are alike by chance. */
type Dice = ReturnType<typeof diceOf>

const list = (words: string) => words.split('|')
const [starts, ends] = [
  list(
    'Ash|Brook|Cale|Dun|Elm|Farn|Gar|Hal|Ivel|Kel|Lang|Marl|Nor|Ock|Pen|Quar|Rav|Stan|Thorn|Ul|Wes|Yar|Bram|Cold|Hart|Mill|Otter|Pick|Rook|Swan',
  ),
  list('by|den|field|ford|ham|hurst|leigh|ley|moor|mouth|port|ridge|stead|stoke|ton|wick|wood|worth|bourne|combe'),
]
const roads = list('Road|Street|Lane|Avenue|Close|Way|Hill|Drive|Terrace|Gardens|Row|Crescent')
const things = list(
  'a silver hatchback|two mountain bikes|a blue trailer|power tools|a set of keys|catalytic converters|a quad bike|copper pipe|garden furniture|a grey van|number plates|a red scooter|fishing tackle|three lambs|a laptop bag|a pushchair|lead from a roof|diesel from lorries|a wedding ring|an outboard motor',
)
const teams = list(
  'Our neighbourhood team|The rural crime team|Officers|PCSOs|Our roads policing team|The dog section|Response officers|Our cadets|Special constables|The night shift|The schools team|Our marine unit|Detectives|The licensing team|The traffic team',
)
const times = list(
  'this morning|last night|on Sunday evening|in the early hours|over the weekend|just after midnight|yesterday afternoon|during the night|shortly before noon|on Tuesday|at about five this morning|late on Friday|between two and four|while the owners were away',
)
const asks = list(
  'If you saw anything, call 101|Did you see what happened?|Anybody with dashcam footage can send it to us|Please check your cameras|Tell us what you know, or Crimestoppers without your name|Quote the number when you ring|Were you nearby at the time?',
)
const asides = list(
  'Lock it or lose it|Thank you for your patience|Stay safe out there|Every little helps|More when we have it|We will keep you posted|Thank you to everybody who helped|It is never too late to tell us|Small things matter|You asked, we listened|Keep an eye on your neighbours|That is one less to worry about',
)
const tags = list(
  'RoadSafety|CrimePrevention|RuralCrime|Appeal|Missing|YourPolice|CyberAware|WaterSafety|SpeedWatch|NightShift|Community|DogsOfDuty',
)

const place = (d: Dice) => d.pick(starts) + d.pick(ends)
const street = (d: Dice) => `${place(d)} ${d.pick(roads)}`
const number = (d: Dice) => String(2 + d.upTo(97))

const forms: readonly ((d: Dice) => string)[] = [
  (d) =>
    `${d.pick(teams)} were called to ${street(d)} in ${place(d)} ${d.pick(times)} after ${d.pick(things)} went missing.`,
  (d) =>
    `${street(d)} is closed between ${place(d)} and the ${place(d)} roundabout ${d.pick(times)}, so find another way round.`,
  (d) => `A ${number(d)} year old from ${place(d)} was stopped on ${street(d)} ${d.pick(times)} without insurance.`,
  (d) => `${d.pick(teams)} found ${d.pick(things)} behind the shops on ${street(d)} and would like to give it back.`,
  (d) =>
    `Come and talk to ${d.pick(teams).toLowerCase()} at ${place(d)} library from ${1 + d.upTo(8)} on ${street(d)}.`,
  (d) => `We have had ${number(d)} reports of nuisance bikes near ${place(d)} since ${d.pick(times)}.`,
  (d) => `Thieves took ${d.pick(things)} from a drive in ${street(d)} ${d.pick(times)}.`,
  (d) => `${number(d)} drivers were spoken to about their speed on ${street(d)} ${d.pick(times)}.`,
  (d) => `Have you seen ${d.pick(things)} for sale in ${place(d)}? It was taken from ${street(d)} ${d.pick(times)}.`,
  (d) =>
    `The bridge at ${place(d)} opens again after ${d.pick(teams).toLowerCase()} moved ${d.pick(things)} off the road.`,
  (d) =>
    `Residents of ${street(d)} told us what worries them, and ${d.pick(teams).toLowerCase()} will be there ${d.pick(times)}.`,
  (d) => `Lost in ${place(d)}: ${d.pick(things)}, handed in at the front counter in ${street(d)}.`,
  (d) =>
    `Fraudsters say they are from ${place(d)} bank and ask for your PIN; ${d.pick(teams).toLowerCase()} never will.`,
  (d) =>
    `${d.pick(teams)} trained with the fire service at ${place(d)} lake ${d.pick(times)}, and nobody got wet but the sergeant.`,
  (d) => `Two people helped us to find a walker on ${place(d)} moor ${d.pick(times)}, near ${street(d)}.`,
  (d) =>
    `A warrant in ${street(d)}, ${place(d)}, led ${d.pick(teams).toLowerCase()} to ${d.pick(things)} and ${number(d)} plants.`,
]

/** Whole words until about so many characters. */
export function say(d: Dice, length: number): string {
  let words = d.pick(forms)(d)
  while (words.length < length - 60) words += ` ${d.pick(forms)(d)}`
  if (words.length < length - 12) words += d.next() < 0.4 ? ` ${d.pick(asks)}.` : ` ${d.pick(asides)}.`
  if (d.next() < 0.6) words += ` #${d.pick(tags)}`
  if (words.length <= length + 8) return words
  return words.slice(0, words.lastIndexOf(' ', Math.max(length, 14)))
}

/** The same with one or two words changed. */
export function nearly(d: Dice, words: string): string {
  const parts = words.split(' ')
  for (let n = 1 + d.upTo(2); n > 0; n--) parts[d.upTo(parts.length)] = place(d)
  return parts.join(' ')
}

const elsewhere = list(
  'Call 101 and the control room will take the details|You can report it online, the form takes two minutes|DM us the street and a time|Best to ring 101, they can see who is free|Use our website to tell the camera team|Email us the photograph and where it was',
)
const unread = list(
  'This account is not monitored at night, so ring 101 in an emergency 999|We do not monitor this page all day',
)
const answers = list(
  'The road opens again at|He was found safe near|That was the helicopter over|An officer will come by|The meeting is now at|It belongs to somebody in|You can collect it from|The team will look at|They were only filming in|The crossing will be painted at',
)
/** Said again and again by whoever answers. */
export const setLines = list(
  'Thank you for letting us know|Call 101 to report this or visit our website|Thanks for the follow|We have passed this to the team|Sorry to hear this, can you call 101',
)

export type Manner = 'elsewhere' | 'unread' | 'answer'
export function reply(d: Dice, manner: Manner, length: number): string {
  const first = manner === 'elsewhere' ? d.pick(elsewhere) : manner === 'unread' ? d.pick(unread) : d.pick(answers)
  const more = manner === 'answer' ? ` ${street(d)}, ${place(d)} ${d.pick(times)}` : ` about ${street(d)}`
  let words = `${first}${more}. ${d.pick(asides)}`
  while (words.length < length) words += `, and mind ${d.pick(things)} in ${place(d)} ${d.pick(times)}`
  return words
}

export const feed = (d: Dice, place_: string): string =>
  `Can you identify this person? Reference ${1000 + d.upTo(900)}. ${place_} officers would like to speak to them. See the gallery on our website`

export const person = (d: Dice): string => `${d.pick(starts).toLowerCase()}_${d.pick(ends)}${d.upTo(9000)}`
export const forceName = (n: number): string =>
  `${starts[n % starts.length]}${['shire', 'mere', 'dale'][Math.floor(n / starts.length)] ?? 'land'}`
export const townName = place
