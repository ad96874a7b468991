import { acts } from './concepts/acts.ts'
import { bodies } from './concepts/body.ts'

/** How people type, beside how a dictionary has it. Apostrophes are already gone when these are looked up. */
const TYPED: Readonly<Record<string, string>> = {
  'a lot': 'alot',
  are: 'r',
  you: 'u ya yous yu',
  your: 'ur yr',
  and: 'n nd',
  to: '2',
  for: '4',
  please: 'pls plz plse pleez pleas',
  help: 'hlp helpp elp halp',
  'help me': 'helpme helpm',
  someone: 'sum1 some1 sumone somone smone sombody',
  anyone: 'any1 ne1 anyon',
  'no one': 'no1 noone',
  'going to': 'gonna gona gunna gna goin2 gon',
  'want to': 'wanna wana',
  'got to': 'gotta',
  because: 'cos coz cuz bc becuz becos',
  tonight: 'tonite 2nite 2night tonigt tonihgt',
  tomorrow: 'tmrw tomoz 2moro tomorow tmoro',
  before: 'b4',
  with: 'wiv wif wth',
  dont: 'dnt dunt donr',
  cant: 'cnt carnt',
  know: 'kno knw',
  their: 'thier',
  there: 'ther thers',
  people: 'ppl peeps peopel',
  about: 'abt bout',
  see: 'c',
  mum: 'mam mom mummy mams',
  dad: 'daddy',
  grandmother: 'nan nana gran granny nanna nain mamgu',
  grandfather: 'grandad grandpa gramps taid tadcu',
  boyfriend: 'bf',
  girlfriend: 'gf',
  knife: 'nife knif knfe kinfe knive niefe',
  knives: 'nives knifes nifes',
  kill: 'kil kll kiil',
  killing: 'kiling killin kilin',
  killed: 'kild killd',
  myself: 'miself meself mysel mysef',
  suicide: 'sucide suiside suicid sewercide',
  scared: 'scard scarred sacred scaredd skared',
  frightened: 'frightend fritened',
  police: 'polis polise polic',
  stabbed: 'stabed stabd',
  stabbing: 'stabing stabbin',
  bleeding: 'bleedin bleading',
  attacked: 'atacked attaked',
  missing: 'mising missin',
  emergency: 'emergancy emergencey',
  unconscious: 'unconcious unconsious',
  breathing: 'breathin breething',
  screaming: 'screamin screeming',
  threatening: 'threatning threatenin',
  ambulance: 'ambulence ambo',
  machete: 'machette mashete machetty',
  outside: 'outisde outsid',
  following: 'followin',
  thanks: 'thx tnx thanx fanks',
  'thank you': 'thankyou thanku',
  fuck: 'fuk fck fk phuck ffyc',
  wanker: 'wnkr wankr',
  mae: 'maw',
}

/** Words of danger long enough that a slip of one letter leaves them known. */
const forgiven = (): Set<string> =>
  new Set(
    [...acts, ...bodies]
      .flatMap(({ words }) => words.split(',').map((entry) => entry.trim()))
      .filter((word) => /^[a-z]{7,}$/.test(word)),
  )
/** Words in their own right, a slip away from one of danger. */
const OWN = new Set(
  'tipping clever baking taking bought though treats strange stared casing streaming braking stranger strangers trading counting curing burring fatting biding tapped whipping tating posing shouting hosing facing bating biting stating starring staring tacking reading leading heading grading bleating fining lading thinking'.split(
    ' ',
  ),
)

function slipsOf(word: string): string[] {
  const slips: string[] = []
  for (let at = 1; at < word.length; at += 1) {
    if (at < word.length - 1) slips.push(word.slice(0, at) + word.slice(at + 1))
    slips.push(word.slice(0, at) + word.charAt(at) + word.slice(at))
    slips.push(word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1))
  }
  return slips
}

function meanings(): ReadonlyMap<string, string> {
  const meant = new Map<string, string>()
  const known = forgiven()
  for (const word of known)
    for (const slip of slipsOf(word)) if (!known.has(slip) && !OWN.has(slip)) meant.set(slip, word)
  for (const [word, typed] of Object.entries(TYPED)) for (const one of typed.split(' ')) meant.set(one, word)
  return meant
}

/** Made when the first word is heard. */
let meant: ReadonlyMap<string, string> | undefined

const LETTER_FOR: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }
const MIXED = /^[a-z]+[013457][a-z0-9]*$/
const ROAD = /^[abmj]\d+$/

/** The dictionary's word for a typed one: small letters without apostrophes in, one or two words out. */
export function spelled(typed: string): string {
  meant ??= meanings()
  const known = meant.get(typed)
  if (known !== undefined) return known
  const letters =
    MIXED.test(typed) && !ROAD.test(typed) ? typed.replace(/[013457]/g, (digit) => LETTER_FOR[digit] ?? digit) : typed
  const short = letters.replace(/([a-z])\1{2,}/g, '$1')
  if (short === typed) return typed
  return meant.get(letters.replace(/([a-z])\1{2,}/g, '$1$1')) ?? meant.get(short) ?? short
}
