import type { AccountClass } from './account.ts'
import type { ConventionFinding, NamingConvention } from './convention.ts'

/** '@WestshirePolice ' gives 'WestshirePolice'. */
export const tidyHandle = (handle: string): string => handle.trim().replace(/^@+/, '')

export const sameHandle = (a: string, b: string): boolean => tidyHandle(a).toLowerCase() === tidyHandle(b).toLowerCase()

export type HandleFinding = ConventionFinding<
  'spaces' | 'otherLetters' | 'digits' | 'prefix' | 'forceNotNamed' | 'personalName' | 'placeMissing'
>

export type HandleCheck = {
  handle: string
  class: AccountClass
  area: string | null
  /** Family names of people who might be meant. */
  familyNames: readonly string[]
  convention: NamingConvention
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

type Token = { text: string; from: number; to: number }

/** `PCCorriganWP` falls into PC, Corrigan and WP; `eastby.npt_2` into eastby, npt and 2. */
const tokensOf = (handle: string): Token[] =>
  [...handle.matchAll(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu)].map((m) => ({
    text: m[0],
    from: m.index,
    to: m.index + m[0].length,
  }))

const ranks = ['pc', 'wpc', 'sgt', 'insp', 'supt', 'acc', 'dcc', 'di', 'ds', 'dc', 'dci', 'pcso']
/** Short words of teams that may follow what looks like a rank: `PCSOTeam`, `DIUnit`. */
const teams = ['team', 'teams', 'unit', 'desk', 'cops', 'npt', 'snt', 'police', 'online', 'roads', 'dogs']

const known = (names: readonly string[]): string[] => names.map(plain).filter((n) => n.length > 2)

/** Where a person is named: a family name as a word of its own, or a rank with a name after it. */
function personIn(handle: string, check: HandleCheck): Token | null {
  const { convention, area, familyNames } = check
  const ours = known([
    ...convention.forceWords,
    ...convention.prefixes,
    ...convention.places,
    ...(area?.split(/\s+/) ?? []),
  ])
  const names = known(familyNames).filter((n) => !ours.includes(n))
  const tokens = tokensOf(handle)
  const named = tokens.find((t) => names.includes(plain(t.text)))
  if (named) return named
  const after = tokens.find((t, i) => {
    const rank = tokens[i - 1]
    const word = plain(t.text)
    return (
      rank !== undefined &&
      ranks.includes(rank.text.toLowerCase()) &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(t.text) &&
      !ours.some((o) => o.includes(word) || word.includes(o)) &&
      !teams.includes(word)
    )
  })
  if (after) return after
  const whole = plain(handle)
  const within = tokens.length === 1 ? names.find((n) => n.length > 4 && whole.includes(n)) : undefined
  return within ? { text: within, from: whole.indexOf(within), to: whole.indexOf(within) + within.length } : null
}

const without = (handle: string, cut: Token): string => {
  const before = handle.slice(0, cut.from).replace(new RegExp(`(?:${ranks.join('|')})[._]?$`, 'i'), '')
  return (before + handle.slice(cut.to)).replace(/^[._]+|[._]+$/g, '').replace(/([._])[._]+/g, '$1')
}

const joined = (words: string): string =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1))
    .join('')

/** A handle against the force's convention; every finding says what to do and, where it can, what to write. */
export const handleFindings = (check: HandleCheck): HandleFinding[] => {
  const handle = tidyHandle(check.handle)
  if (handle === '') return []
  const whole = plain(handle)
  return [
    ...spacesOf(handle),
    ...lettersOf(handle),
    ...forceOf(handle, whole, check),
    ...nameOf(handle, check),
    ...placeOf(handle, whole, check),
  ]
}

type Words = Pick<HandleFinding, 'words' | 'fix' | 'wording'>

/** About what a pattern matched. */
const about = (id: HandleFinding['id'], { index, 0: text }: RegExpExecArray, words: Words): HandleFinding => ({
  id,
  from: index,
  to: index + text.length,
  ...words,
})

function spacesOf(handle: string): HandleFinding[] {
  const space = /\s+/.exec(handle)
  const says = { words: 'A handle has no spaces.', fix: 'Write it in one word.', wording: joined(handle) }
  return space ? [about('spaces', space, says)] : []
}

function lettersOf(handle: string): HandleFinding[] {
  const other = /[^\p{Script=Latin}\p{N}._@\s-]/u.exec(handle) ?? /(?<=\p{L})[01](?=\p{L})/u.exec(handle)
  const digits = /\p{N}{3,}/u.exec(handle)
  return [
    ...(other
      ? [
          about('otherLetters', other, {
            words: `“${other[0]}” looks like another letter. People cannot tell this handle from an imitation.`,
            fix: 'Write it in plain letters.',
            wording: /[01]/.test(other[0])
              ? handle.slice(0, other.index) + (other[0] === '0' ? 'o' : 'l') + handle.slice(other.index + 1)
              : null,
          }),
        ]
      : []),
    ...(digits
      ? [
          about('digits', digits, {
            words: 'Numbers in a handle look like an imitation.',
            fix: 'Leave them out.',
            wording: handle.replace(/[._]?\p{N}{3,}/u, '') || null,
          }),
        ]
      : []),
  ]
}

/** Whose account it is: by the prefix that the force has, or else by one of its words. An individual’s need not say it. */
function forceOf(handle: string, whole: string, { class: kind, convention }: HandleCheck): HandleFinding[] {
  const { prefixes, forceWords } = convention
  const [prefix] = prefixes
  if (kind === 'individual') return []
  if (prefix && !prefixes.some((p) => handle.toLowerCase().startsWith(p.toLowerCase())))
    return [
      {
        id: 'prefix',
        from: 0,
        to: Math.min(handle.length, prefix.length),
        words: `Handles of the force begin with ${prefixes.join(' or ')}.`,
        fix: 'Put it first.',
        wording: `${prefix}${joined(handle)}`,
      },
    ]
  if (forceWords.length === 0 || known([...forceWords, ...prefixes]).some((w) => whole.includes(w))) return []
  return [
    {
      id: 'forceNotNamed',
      from: 0,
      to: handle.length,
      words: 'Nothing in the handle says whose account it is.',
      fix: `Add one of: ${forceWords.join(', ')}.`,
      wording: `${joined(handle)}${forceWords[0] ?? ''}`,
    },
  ]
}

function nameOf(handle: string, check: HandleCheck): HandleFinding[] {
  const asked = check.class !== 'individual' && check.convention.noPersonalNames
  const person = asked ? personIn(handle, check) : null
  if (!person) return []
  return [
    {
      id: 'personalName',
      from: person.from,
      to: person.to,
      words: `The handle holds the name ${handle.slice(person.from, person.to)}. A team’s account outlives its people.`,
      fix: 'Name the team or the place; its people sign what they say.',
      wording: without(handle, person) || null,
    },
  ]
}

function placeOf(handle: string, whole: string, { class: kind, area, convention }: HandleCheck): HandleFinding[] {
  const places = known([...convention.places, ...(area ? [area] : [])])
  if (!convention.placeIn.includes(kind) || places.length === 0) return []
  const named =
    places.some((p) => whole.includes(p)) ||
    (area ?? '').split(/\s+/).some((w) => w.length > 4 && whole.includes(plain(w)))
  if (named) return []
  return [
    {
      id: 'placeMissing',
      from: 0,
      to: handle.length,
      words: 'The handle names no place, so people cannot tell whether it is theirs.',
      fix: area ? `Name ${area}.` : 'Name the place that it speaks for.',
      wording: area ? `${joined(area)}${joined(handle)}` : null,
    },
  ]
}
