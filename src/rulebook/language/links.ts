/** An address on the web in folded words. */
export type Link = { start: number; end: number; address: string }

const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"]{2,2000}|(?<![@\w.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:uk|com|org|net|wales|cymru|scot|gov|info|io|co|ly|eu)\b(?!@)(?:\/[^\s<>"]{0,2000})?/gi
const TAIL = /[.,;:!?'")\]]+$/

export function linksOf(plain: string): Link[] {
  if (!plain.includes('.') && !plain.includes('://')) return []
  const found: Link[] = []
  for (const hit of plain.matchAll(ADDRESS)) {
    const address = hit[0].replace(TAIL, '')
    // "Police.uk" counts; "a.co" in "e.g.co" hardly occurs; a bare word pair such as "ours.no" is not an address here.
    if (address.length >= 4) found.push({ start: hit.index, end: hit.index + address.length, address })
  }
  return found
}
