const foreign = /[^\P{L}\p{Script=Latin}]/gu
const begins = /[^\P{L}\p{Script=Latin}][\p{L}\p{M}\p{Zs}]{0,60}/u

/** Where words begin that the rules cannot read, in UTF-16 units, when most letters are of another writing than theirs. Null: they can read it. */
export function unreadIn(text: string): { start: number; end: number } | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const others = text.match(foreign)?.length ?? 0
  const first = others * 2 > letters ? begins.exec(text) : null
  return first && { start: first.index, end: first.index + first[0].trimEnd().length }
}
