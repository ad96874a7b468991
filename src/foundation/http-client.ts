import { unicastFetchWrap } from '@atproto-labs/fetch-node'

/** The address may not be asked, because it is not HTTPS. */
export class AddressRefused extends Error {}

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/**
 * A `fetch` for what lies outside, where the address may come from a person. Refuses plain HTTP and follows no redirect; names that
 * lead to private addresses are refused as the connection is made, so that a name cannot change between asking and connecting.
 * With `allowLoopback` (tests) this machine may be asked as well. It never repeats a request.
 */
export function outsideFetch(allowLoopback: boolean): typeof fetch {
  const publicFetch = unicastFetchWrap()
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const safe = { redirect: 'manual', ...init } as const
    if (allowLoopback && isLoopback(url.hostname)) return fetch(input, safe)
    if (url.protocol !== 'https:') throw new AddressRefused(`${url.host} can only be asked over HTTPS.`)
    return publicFetch(input, safe)
  }
}
