/**
 * Folding: the words as a reader sees them, so that a rule need not know how they were typed. Invisible characters go, look-alike
 * letters and fancy fonts become plain ones, accents fall away, quotes and dashes become the keyboard's, and any
 * run of white space is one character: a space, or a line break if it held one. Each folded unit remembers where it came from.
 */
export type Folded = {
  plain: string
  /** Same length as `plain`, small letters, underscores as spaces. */
  lower: string
  /** Where in the original each folded unit starts and ends (UTF-16 units); null when nothing changed. */
  from: { starts: readonly number[]; ends: readonly number[] } | null
}

const UNTOUCHED = /^[\n\x20-\x7e]*$/
const LOOSE_SPACE = /\s\s/
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
const SPACE = /^\s$/
const BREAK = /^[\n\r\u0085\u2028\u2029\v\f]$/
const MARK = /^\p{M}$/u
const MARKS = /\p{M}+/gu

const LOOK_ALIKE = new Map<string, string>()
function alike(from: string, to: string): void {
  const target = [...to]
  for (const [index, letter] of [...from].entries()) LOOK_ALIKE.set(letter, target[index] ?? '')
}
alike('‘’‚‛ʼʹ′`´ʻ', "''''''''''")
alike('“”„‟″«»', '"""""""')
alike('‐‑‒–—―−﹘﹣－', '----------')
alike('абсԁеһіјкмоорѕтухвнԛԝ', 'abcdehijkmoopstyxbhqw')
alike('АВСЕНІЈКМОРЅТУХԚԜ', 'ABCEHIJKMOPSTYXQW')
alike('αικνορτυχγεη', 'aikvoptuxyen')
alike('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX')
alike('ıłøđħɑɡ', 'ilodhag')
alike('ŁØĐĦ', 'LODH')

function foldOne(character: string): string {
  const known = LOOK_ALIKE.get(character)
  if (known !== undefined) return known
  if (INVISIBLE.test(character)) return ''
  return character.normalize('NFKD').replace(MARKS, '')
}

const remembered = new Map<string, string>()
function foldRemembered(character: string): string {
  const before = remembered.get(character)
  if (before !== undefined) return before
  const now = foldOne(character)
  if (remembered.size < 5_000) remembered.set(character, now)
  return now
}

function lowered(plain: string): string {
  const small = plain.toLowerCase()
  const same = small.length === plain.length ? small : plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return same.includes('_') ? same.replaceAll('_', ' ') : same
}

/** Puts one original character, at `at`, onto the folded units. */
function put(out: string[], starts: number[], ends: number[], character: string, at: number): void {
  const next = at + character.length
  const last = out.length - 1
  if (SPACE.test(character) || BREAK.test(character)) {
    const before = out[last]
    const mark = BREAK.test(character) || before === '\n' ? '\n' : ' '
    if (before === ' ' || before === '\n') {
      out[last] = mark
      ends[last] = next
    } else {
      out.push(mark)
      starts.push(at)
      ends.push(next)
    }
    return
  }
  const folded = character.charCodeAt(0) < 128 && character !== '`' ? character : foldRemembered(character)
  // An accent on its own belongs to the letter before it, so that a span never cuts a letter from its accent.
  if (folded === '' && last >= 0 && MARK.test(character)) ends[last] = next
  for (let unit = 0; unit < folded.length; unit += 1) {
    out.push(folded.charAt(unit))
    starts.push(at)
    ends.push(next)
  }
}

/** Never throws; linear in the length of the text. */
export function fold(raw: string): Folded {
  if (UNTOUCHED.test(raw) && !LOOSE_SPACE.test(raw)) return { plain: raw, lower: lowered(raw), from: null }
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < raw.length; ) {
    const character = String.fromCodePoint(raw.codePointAt(at) ?? 0)
    put(out, starts, ends, character, at)
    at += character.length
  }
  const plain = out.join('')
  return { plain, lower: lowered(plain), from: { starts, ends } }
}
