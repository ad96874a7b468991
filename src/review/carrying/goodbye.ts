import { traitsOf } from '../../networks/networks.ts'
import { tidyHandle } from '../../register/naming.ts'

const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** `2 November` of an ISO day. */
export const dayWords = (day: string): string => written.format(Date.parse(day))

export type Goodbye = { pinned: string; last: string }

/** Where we go on: the handle without `@`, and its network by name and address where it is another one. */
export type Onward = { handle: string; network: { name: string; address: string | null } | null }

/** What an account on `network` says of the one that it joins; null for none. */
export const onwardOf = (network: string, into: { handle: string; network: string } | null): Onward | null => {
  if (into === null) return null
  const [handle, there] = [tidyHandle(into.handle), traitsOf(into.network)]
  if (into.network === network) return { handle, network: null }
  return { handle, network: { name: there?.name ?? into.network, address: there?.profileAt(handle) ?? null } }
}

const placeOf = (into: Onward | null): string => {
  if (into === null) return 'on the force’s other accounts'
  const { handle, network } = into
  return network ? `on ${network.name}: ${network.address ?? `@${handle}`}` : `at @${handle}`
}

/** What an account says when it closes: the notice that is pinned, and the last post. */
export const goodbyeOf = (endsOn: string, into: Onward | null): Goodbye => {
  const place = placeOf(into)
  return {
    pinned: `This account closes on ${dayWords(endsOn)}. After that, find us ${place}. Nobody reads messages here from then on: in an emergency call 999, otherwise 101.`,
    last: `This is our last post here. Nobody reads messages here from now on. Find us ${place}. In an emergency call 999, otherwise 101. Thank you for talking with us.`,
  }
}
