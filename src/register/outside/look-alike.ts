import { z } from 'zod'

/** What became of an account that looks like one of ours. */
export const outcomes = ['open', 'harmless', 'notOurs', 'reported', 'gone'] as const
export const outcome = z.enum(outcomes)
export type Outcome = z.output<typeof outcome>

/** Why a handle may be taken for one of ours, and which; `odd`: the characters of it that differ, by place. */
export const likenessShape = z.object({
  kind: z.enum(['same', 'letters', 'added', 'typed']),
  of: z.string(),
  odd: z.array(z.number().int()),
  words: z.string(),
})
type Likeness = z.output<typeof likenessShape>

/** Letters of other scripts, and figures, that look like Latin letters; as small letters. */
const twins: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'l', '|': 'l', '3': 'e', '4': 'a', '5': 's', '8': 'b', $: 's', '€': 'e',
  а: 'a', ɑ: 'a', α: 'a', в: 'b', с: 'c', ϲ: 'c', ԁ: 'd', е: 'e', ε: 'e', ё: 'e', ғ: 'f', ɡ: 'g', һ: 'h', н: 'h',
  і: 'i', ї: 'i', ı: 'i', ι: 'i', ј: 'j', к: 'k', κ: 'k', ӏ: 'l', ⅼ: 'l', м: 'm', п: 'n', ո: 'n', о: 'o', ο: 'o', ө: 'o',
  р: 'p', ρ: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', τ: 't', υ: 'u', ս: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', ω: 'w', х: 'x', χ: 'x', у: 'y', ү: 'y', ᴢ: 'z',
} // biome-ignore format: a table reads better in rows

const small = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Without @, points and lines between words. */
const plain = (handle: string): string => small(handle).replace(/[@._\s-]/g, '')

/** What the eye reads: twins become the letters that they look like, `rn` an m, `vv` a w, and i and l are one. */
const seen = (handle: string): string =>
  [...plain(handle)]
    .map((c) => twins[c] ?? c)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l')

/** Words that imitators put before or behind a name. */
const additions =
  /^(the|real|official|only|im|its)+|(official|real|help|helpdesk|support|service|verified|live|online|alert|alerts|info|contact|team|uk|gb|hq)+$/g
const bare = (handle: string): string => plain(handle).replace(/\d+$/, '').replace(additions, '').replace(/\d+$/, '')

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const places = new Map(keys.flatMap((row, y) => [...row].map((c, x) => [c, { x: x + y / 2, y }] as const)))
const besides = (a: string, b: string): boolean => {
  const [p, q] = [places.get(a), places.get(b)]
  return p !== undefined && q !== undefined && Math.abs(p.x - q.x) <= 1 && Math.abs(p.y - q.y) <= 1
}
/** Letters that are written for each other by ear. */
const heard = ['aeiouy', 'csz', 'ckq', 'fv', 'gj', 'dt', 'bp', 'mn']

/** A slip of the finger, or of the ear; any other letter makes another word, as dogs and docs are. */
const slip = (a = '', b = ''): boolean => besides(a, b) || heard.some((set) => set.includes(a) && set.includes(b))

/** One letter more or less, one that slipped, or two changed over. */
function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let at = 0
  while (a[at] === b[at] && at < a.length) at += 1
  if (a.length === b.length)
    return (
      (a.slice(at + 1) === b.slice(at + 1) && slip(a[at], b[at])) ||
      (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2))
    )
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1)
}

const figuresOnly = (a: string, b: string): boolean => a.replace(/\d/g, '') === b.replace(/\d/g, '')

/** Where the characters of `handle` are not those of `ours`; the whole of it where they cannot be laid side by side. */
const oddIn = (handle: string, ours: string): number[] => {
  const [a, b] = [[...handle], [...ours]]
  return a.length === b.length ? a.flatMap((c, i) => (small(c) === small(b[i] ?? '') ? [] : [i])) : []
}

/** Short names differ by one letter too easily. */
const longEnough = 8

function likeness(handle: string, ours: string): Omit<Likeness, 'of'> | null {
  if (small(handle) === small(ours))
    return { kind: 'same', odd: [], words: `It is called exactly as ours on another network.` }
  const odd = oddIn(handle, ours)
  if (plain(handle) === plain(ours))
    return { kind: 'letters', odd, words: `It reads as ${ours}, with points or lines put in or left out.` }
  if (seen(handle) === seen(ours))
    return { kind: 'letters', odd, words: `It reads as ${ours}, in letters that only look the same.` }
  const [a, b] = [bare(handle), bare(ours)]
  if (a.length >= longEnough && a === b && plain(handle).length > plain(ours).length)
    return { kind: 'added', odd: [], words: `It is ${ours} with a word or a number added.` }
  const [p, q] = [plain(handle), plain(ours)]
  if (q.length >= longEnough && oneApart(p, q) && !figuresOnly(p, q))
    return { kind: 'typed', odd, words: `It is one letter away from ${ours}.` }
  return null
}

const rank: Readonly<Record<Likeness['kind'], number>> = { letters: 0, typed: 1, added: 2, same: 3 }

/**
 * Which of our handles this one may be taken for, the worst first; null for one of our own, and for every other that is no imitation.
 * `ours` without @. Handles on another network than the one asked about count as ours too: an imitator takes the name where we are not.
 */
export function likenessTo(
  place: { network: string; handle: string },
  ours: readonly { network: string; handle: string }[],
): Likeness | null {
  if (ours.some((o) => o.network === place.network && small(o.handle) === small(place.handle))) return null
  const found = ours.flatMap((o): Likeness[] => {
    const like = likeness(place.handle, o.handle)
    return like ? [{ ...like, of: o.handle }] : []
  })
  return found.sort((x, y) => rank[x.kind] - rank[y.kind])[0] ?? null
}
