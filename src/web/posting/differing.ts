/** How much of what did not change is shown around what did. */
const around = 40

const commonStart = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1
  return n
}

const wordStart = (text: string, at: number): number => {
  const space = text.lastIndexOf(' ', Math.max(0, at - 1))
  return space < 0 ? 0 : space + 1
}

/**
 * The stretch in which two texts differ, to whole words, with a little of what stands before it: `lead` is the same in both, and `tail` too.
 * An ellipsis stands where something was left out.
 */
export const differing = (before: string, now: string): { lead: string; before: string; now: string; tail: string } => {
  const same = commonStart(before, now)
  const start = same === before.length && same === now.length ? same : wordStart(before, same)
  const [a, b] = [before.slice(start), now.slice(start)]
  const back = commonStart([...a].reverse().join(''), [...b].reverse().join(''))
  const room = Math.min(back, a.length, b.length)
  const rest = a.slice(a.length - room)
  const space = rest.indexOf(' ')
  const end = room === 0 || space < 0 ? 0 : room - space
  const [lead, tail] = [before.slice(0, start), end === 0 ? '' : a.slice(a.length - end)]
  return {
    lead: lead.length > around ? `…${lead.slice(wordStart(lead, lead.length - around))}` : lead,
    before: a.slice(0, a.length - end),
    now: b.slice(0, b.length - end),
    tail: tail.length > around ? `${tail.slice(0, around).replace(/\s+\S*$/, '')}…` : tail,
  }
}
