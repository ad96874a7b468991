import { matches } from './pattern.ts'

/** Registration marks of vehicles in folded words. */
export type RegistrationMark = { start: number; end: number }

const CURRENT = /\b[A-HJ-PR-Y][A-HJ-PR-Y]\d\d\s?[A-HJ-PR-Z]{3}\b/g
const CURRENT_SMALL = /\b[a-hj-pr-y]{2}\d\d[a-hj-pr-z]{3}\b/gi
const OLDER =
  /\b(?:[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y]|[A-Z]{1,3}I[A-Z]\s?\d{1,4}|[A-Z]I[A-Z]\s\d{4})\b/g
const CURRENT_LOOSE = /\b[a-hj-pr-y]{2}\d\d\s[a-hj-pr-z]{3}\b/g
const CALLED = /\b(?:reg(?:istration)?|plates?|vrm|index)\b/
const NEAR =
  /\b(?:reg(?:istration)?|index|plates?|mark|vrm|car|van|vehicle|motorbike|lorry|ford|audi|bmw|vauxhall|golf|transit)\b/

export function registrationMarksOf(plain: string, lower: string): RegistrationMark[] {
  if (!/\d/.test(plain)) return []
  const found = [...matches(CURRENT, plain), ...matches(CURRENT_SMALL, plain)]
  const older = matches(OLDER, plain).filter((hit) => NEAR.test(lower.slice(Math.max(0, hit.start - 40), hit.start)))
  const loose = CALLED.test(lower) ? matches(CURRENT_LOOSE, lower) : []
  const all: RegistrationMark[] = []
  for (const hit of [...found, ...loose, ...older]) {
    if (!all.some((other) => other.start < hit.end && hit.start < other.end))
      all.push({ start: hit.start, end: hit.end })
  }
  return all.sort((a, b) => a.start - b.start)
}
