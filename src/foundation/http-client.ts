import { unicastFetchWrap } from '@atproto-labs/fetch-node'

/** The address may not be asked, because it is not HTTPS. */
export class AddressRefused extends Error {}

/** The answer is larger than any that we ask for. */
export class AnswerTooLarge extends Error {}

/** Unpacked; a hundred posts with all that they carry are some 500 kB. */
const mostBytes = 30_000_000

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/**
 * A `fetch` for what lies outside, where the address may come from a person. Refuses plain HTTP and follows no redirect; names that
 * lead to private addresses are refused as the connection is made, so that a name cannot change between asking and connecting.
 * With `allowLoopback` (tests) this machine may be asked as well. It never repeats a request. Reading an answer of more than 30 MB throws
 * AnswerTooLarge: whoever answers could otherwise fill our memory.
 */
export function outsideFetch(allowLoopback: boolean): typeof fetch {
  const publicFetch = unicastFetchWrap()
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const safe = { redirect: 'manual', ...init } as const
    if (allowLoopback && isLoopback(url.hostname)) return measured(await fetch(input, safe))
    if (url.protocol !== 'https:') throw new AddressRefused(`${url.host} can only be asked over HTTPS.`)
    return measured(await publicFetch(input, safe))
  }
}

function measured(answer: Response): Response {
  if (!answer.body) return answer
  let size = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, out) {
      size += part.length
      if (size > mostBytes) out.error(new AnswerTooLarge('The answer is larger than 30 MB.'))
      else out.enqueue(part)
    },
  })
  return new Response(answer.body.pipeThrough(counting), answer)
}
