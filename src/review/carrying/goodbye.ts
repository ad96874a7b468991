const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** `2 November` of an ISO day. */
export const dayWords = (day: string): string => written.format(Date.parse(day))

export type Goodbye = { pinned: string; last: string }

/** What an account says when it closes: the notice that is pinned, and the last post. `into` is the handle where we go on, without @. */
export const goodbyeOf = (endsOn: string, into: string | null): Goodbye => {
  const place = into === null ? 'on the force’s other accounts' : `at @${into}`
  return {
    pinned: `This account closes on ${dayWords(endsOn)}. After that, find us ${place}. Nobody reads messages here from then on: in an emergency call 999, otherwise 101.`,
    last: `This is our last post here. Nobody reads messages here from now on. Find us ${place}. In an emergency call 999, otherwise 101. Thank you for talking with us.`,
  }
}
