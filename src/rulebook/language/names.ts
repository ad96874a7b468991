import { GIVEN_NAMES } from './given-names.ts'

/**
 * A stretch of folded words that reads as the name of a person. `sure` when a title or a common given name says so; otherwise only
 * two or more capitals in a row that nothing else explains. `officer` when a rank or office stands before it.
 */
export type PersonName = { start: number; end: number; surname: string; sure: boolean; officer: boolean }

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))
const RANKS = list(`
pc dc ps ds sgt sergeant insp inspector ch chief supt superintendent constable det detective di dci dcs acc dcc cc commander commissioner
pcso special officer officers judge justice magistrate recorder coroner cllr councillor mayor rev reverend father professor prof minister
secretary captain dr doctor sir dame lord lady`)
const TITLES = list('mr mrs ms miss mx')
/** Capitalised words that begin or break a run without being part of anybody's name. */
const NOT_NAMES = list(`
a an the we we've we're our us you your he she they his her their it its it's i i'm if in on at of from for to with by as and or but
so this that these those there here two three four five six seven eight nine ten eleven twelve one both all any no not yes
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december today tonight yesterday tomorrow morning afternoon evening night week weekend
street road lane avenue drive close court way terrace place gardens grove square mews crescent row hill park bridge station school
college university academy hospital centre center hall library church market crown magistrates police constabulary force county council
city town village north south east west northern southern eastern western central upper lower great little saint st green common
river canal harbour quay beach bay island farm house hotel inn arms club united rovers wanderers athletic fc stadium arena airport
operation op project team unit taskforce cid response neighbourhood roads policing crimestoppers samaritans victim support citizens
advice facebook twitter instagram youtube bluesky x happy thank thanks well please call contact report do did have has had was were is are been
can could would will when where who what why how officers officer man woman boy girl schoolboy schoolgirl teen teenager teenage youth pupil driver rider pensioner resident detectives detective burglar thief robber dealer male female suspect arrested wanted missing
update appeal witness witnesses breaking news uk england wales scotland ireland britain british english welsh scottish irish white black
asian polish christmas easter halloween bonfire remembrance eid diwali ramadan pride week month day awards award act ltd
ford vauxhall audi bmw mercedes volkswagen vw toyota nissan honda peugeot renault fiat kia hyundai mini land range rover transit
`)
const TOKEN = /[A-Za-z][A-Za-z']*(?:-[A-Za-z][A-Za-z']*)*/g
const CAPITAL = /^(?:[A-Z][a-z]|[A-Z]'[A-Z]|[A-Z]{3})/

type Token = { start: number; end: number; text: string; low: string }

function tokensOf(plain: string): Token[] {
  const all: Token[] = []
  for (const hit of plain.matchAll(TOKEN)) {
    const text = hit[0].replace(/'s?$/i, '')
    if (text !== '') all.push({ start: hit.index, end: hit.index + text.length, text, low: text.toLowerCase() })
  }
  return all
}

const mayBeName = (token: Token): boolean =>
  CAPITAL.test(token.text) && !NOT_NAMES.has(token.low) && !RANKS.has(token.low)

/** How many tokens after `from` belong to one name: capitals, a single initial, or a particle, with one space between. */
function runLength(tokens: readonly Token[], from: number, plain: string): number {
  let length = 0
  for (let at = from; at < tokens.length && length < 4; at += 1) {
    const [token, before] = [tokens[at], tokens[at - 1]]
    if (!token) break
    if (length > 0 && before && plain.slice(before.end, token.start) !== ' ') {
      if (!(before.text.length === 1 && plain.slice(before.end, token.start) === '. ')) break
    }
    const initial = length > 0 && /^[A-Z]$/.test(token.text)
    const particle = length > 0 && /^(?:de|van|der|al|bin|la|le|du|ap|ab|ferch)$/.test(token.low)
    if (!initial && !particle && !mayBeName(token)) break
    length += 1
  }
  return length
}

export function personNamesOf(plain: string): PersonName[] {
  if (!/[A-Z]/.test(plain)) return []
  const tokens = tokensOf(plain)
  const found: PersonName[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || !mayBeName(token)) continue
    const length = runLength(tokens, at, plain)
    const [before, last] = [tokens[at - 1], tokens[at + length - 1]]
    const beside = before && token.start - before.end <= 2 ? before.low : ''
    const titled = TITLES.has(beside)
    if (last && (length > 1 || titled)) {
      const sure = titled || GIVEN_NAMES.has(token.low) || (length > 2 && GIVEN_NAMES.has(tokens[at + 1]?.low ?? ''))
      const start = titled && before ? before.start : token.start
      found.push({ start, end: last.end, surname: last.low, sure, officer: RANKS.has(beside) })
    }
    at += Math.max(0, length - 1)
  }
  return found
}

export const isGivenName = (word: string): boolean => GIVEN_NAMES.has(word.toLowerCase())
