import { whenWords } from '../schedule.ts'
import { asSentence } from '../sentence.ts'
import type { Sheet } from './sheet.ts'

/** What differs between two sheets, in words: `before` null when it is new, `now` null when it is gone. */
export type Change = { field: string; before: string | null; now: string | null }

/** One change as a sentence; words are quoted, so that their own full stops are theirs. */
export const changeWords = ({ field, before, now }: Change): string => {
  const quotes = /^(Words|Alt text)/.test(field)
  const shown = (value: string | null) => (value === null ? 'not there' : quotes ? `“${value}”` : value)
  return asSentence(`${field}: was ${shown(before)}, is ${shown(now)}`)
}

type Target = Sheet['targets'][number]

/** Everything that an approver would have to read again. The same change on several accounts is told once. */
export function changesBetween(before: Sheet, now: Sheet, at: Date): Change[] {
  const found: Change[] = []
  const add = (field: string, b: string | null, n: string | null) => {
    if (b !== n) found.push({ field, before: b, now: n })
  }
  add('Time', timeWords(before, at), timeWords(now, at))
  add('Language', before.language, now.language)
  for (const gone of before.targets)
    if (!now.targets.some((t) => t.accountId === gone.accountId)) add('Goes to', gone.handle, null)
  for (const target of now.targets) {
    const old = before.targets.find((t) => t.accountId === target.accountId)
    if (old) targetChanges(old, target, add)
    else add('Goes to', null, target.handle)
  }
  return together(found)
}

function targetChanges(
  old: Target,
  target: Target,
  add: (field: string, b: string | null, n: string | null) => void,
): void {
  const on = `on ${target.handle}`
  add(`Handle of ${target.accountId}`, old.handle, target.handle)
  add(`Network of ${target.handle}`, old.network, target.network)
  add(`Signature ${on}`, old.signature?.mark ?? null, target.signature?.mark ?? null)
  if (old.signature?.mark === target.signature?.mark && old.signature?.personId !== target.signature?.personId)
    add(`Who signs ${on}`, old.signature?.personId ?? null, target.signature?.personId ?? null)
  const pieces = Math.max(old.pieces.length, target.pieces.length)
  for (let n = 0; n < pieces; n++) {
    const [was, is] = [old.pieces[n], target.pieces[n]]
    const which = pieces > 1 ? ` of piece ${n + 1}` : ''
    add(`Words${which} ${on}`, was?.text ?? null, is?.text ?? null)
    pictureChanges(was?.pictures ?? [], is?.pictures ?? [], `${which} ${on}`, add)
  }
}

type Pictures = Target['pieces'][number]['pictures']

function pictureChanges(
  was: Pictures,
  is: Pictures,
  place: string,
  add: (field: string, b: string | null, n: string | null) => void,
): void {
  for (let n = 0; n < Math.max(was.length, is.length); n++) {
    const [a, b] = [was[n], is[n]]
    if (a?.sha256 !== b?.sha256 || a?.id !== b?.id)
      add(`Picture${place}`, a ? 'the picture as it was' : null, b ? (a ? 'another picture' : 'a picture') : null)
    add(`Alt text${place}`, a?.alt ?? null, b?.alt ?? null)
  }
}

/** From the wall clock as it was chosen, so that every other choice reads differently. */
const timeWords = (sheet: Sheet, at: Date): string => {
  if (!sheet.when) return 'As soon as it is approved'
  const { wall, zone, which } = sheet.when
  const shown = new Date(`${wall}Z`)
  const words = Number.isNaN(shown.getTime()) ? wall : whenWords(shown, 'UTC', at)
  return `${words}, ${zone}${which === 'later' ? ' (the second time that night)' : ''}`
}

/** `Words on @A` and `Words on @B` with the same before and now become `Words on @A, @B`. */
function together(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>()
  for (const change of changes) {
    const [what = '', place] = change.field.split(' on ')
    const key = JSON.stringify([what, change.before, change.now])
    const same = merged.get(key)
    if (!same) merged.set(key, { ...change })
    else if (place) same.field = `${same.field}, ${place}`
    else merged.set(`${key}${merged.size}`, { ...change })
  }
  return [...merged.values()]
}
