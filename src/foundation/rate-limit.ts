/** Counts calls by who, in windows of `windowMs`, in this process. The returned function says whether this call is one too many. */
export function rateLimit(most: number, windowMs: number, now: () => number = Date.now): (who: string) => boolean {
  let counts = new Map<string, number>()
  let began = now()
  return (who) => {
    if (now() - began >= windowMs) {
      counts = new Map()
      began = now()
    }
    const count = (counts.get(who) ?? 0) + 1
    counts.set(who, count)
    return count > most
  }
}
