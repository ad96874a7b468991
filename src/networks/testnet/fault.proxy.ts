import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { loopbackFetch } from './loopback.guard.ts'

/** What can go wrong with one request. */
export type Fault =
  | { kind: 'pass' }
  /** The connection breaks; the server never hears of it. */
  | { kind: 'dropBefore' }
  /** The server does it; the connection breaks before its answer arrives. */
  | { kind: 'dropAfter' }
  /** The server does it; the answer breaks off in its middle. */
  | { kind: 'cutAfter' }
  /** The server does it; a machine on the way answers 500 or the like. */
  | { kind: 'errorAfter'; status: number }
  /** The server does it; the answer is a page of HTML with status 200. */
  | { kind: 'garbageAfter' }
  /** The server does it; nothing ever comes back. */
  | { kind: 'silenceAfter' }
  /** The server does it, later. */
  | { kind: 'delay'; milliseconds: number }
  /** The server never hears of it. */
  | { kind: 'answer'; status: number; headers: Readonly<Record<string, string>>; body: string }

export const tooManyRequests = (seconds: number): Fault => ({
  kind: 'answer',
  status: 429,
  headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
  body: '{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}',
})

/** Decides per request: `number` counts the requests to the chosen paths from 0. */
export type Plan = (number: number, path: string) => Fault

/** One fault per request in this order, then none. */
export const scripted =
  (...faults: readonly Fault[]): Plan =>
  (number) =>
    faults[number] ?? { kind: 'pass' }

/** The same dice for the same seed. `share` of the requests meets one of the faults. */
export const seeded =
  (seed: number, share: number, faults: readonly Fault[]): Plan =>
  (number) => {
    const roll = dice(seed, number)
    if (roll >= share || faults.length === 0) return { kind: 'pass' }
    return faults[Math.floor((roll / share) * faults.length)] ?? { kind: 'pass' }
  }

const dice = (seed: number, number: number): number => {
  let mixed = (seed ^ Math.imul(number + 1, 0x9e3779b9)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

export type FaultProxy = {
  url: string
  /** Leads every call for the server behind through the proxy, also those that follow an address which the server gave itself. */
  fetch: typeof fetch
  /** What was asked on the chosen paths, in order, and what was done with it. */
  seen: { path: string; fault: Fault['kind'] }[]
  /** Starts a new plan; counting begins again. */
  use(plan: Plan): void
  [Symbol.asyncDispose](): Promise<void>
}

/** A proxy on 127.0.0.1 before `target`. Faults meet only requests whose path contains one of `paths`; the others pass. */
export const startFaultProxy = async (
  target: string,
  paths: readonly string[],
  first: Plan = scripted(),
): Promise<FaultProxy> => {
  const behind = new URL(target)
  const agent = new Agent({ keepAlive: true })
  const seen: FaultProxy['seen'] = []
  let plan = first
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    const isChosen = paths.some((part) => path.includes(part))
    const fault: Fault = isChosen ? plan(seen.length, path) : { kind: 'pass' }
    if (isChosen) seen.push({ path, fault: fault.kind })
    void serve(incoming, outgoing, fault, behind, agent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  return {
    url,
    fetch: (input, init) => {
      const asked = new URL(input instanceof Request ? input.url : input)
      if (asked.host !== behind.host) return loopbackFetch(input, init)
      const through = new URL(asked.pathname + asked.search, url)
      return loopbackFetch(input instanceof Request ? new Request(through, input) : through, init)
    },
    seen,
    use: (next) => {
      plan = next
      seen.length = 0
    },
    [Symbol.asyncDispose]: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const serve = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault,
  target: URL,
  agent: Agent,
): Promise<void> => {
  try {
    const body = await bytesOf(incoming)
    if (fault.kind === 'dropBefore') reset(outgoing)
    else if (fault.kind === 'answer') outgoing.writeHead(fault.status, fault.headers).end(fault.body)
    else {
      if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds))
      reply(outgoing, fault, await forward(incoming, body, target, agent))
    }
  } catch {
    reset(outgoing)
  }
}

type Forwarded = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** The server has done its work; what of its answer arrives. */
const reply = (outgoing: ServerResponse, fault: Fault, { status, headers, body }: Forwarded): void => {
  if (fault.kind === 'silenceAfter') return
  const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...kept } = headers
  const whole = { ...kept, 'content-length': String(body.length) }
  if (fault.kind === 'dropAfter') reset(outgoing)
  else if (fault.kind === 'errorAfter')
    outgoing.writeHead(fault.status, { 'content-type': 'text/plain' }).end('upstream trouble')
  else if (fault.kind === 'garbageAfter')
    outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>')
  else if (fault.kind === 'cutAfter')
    outgoing.writeHead(status, whole).write(body.subarray(0, Math.floor(body.length / 2)), () => reset(outgoing))
  else outgoing.writeHead(status, whole).end(body)
}

/** Breaks the connection the hard way (RST), as a cable does. */
const reset = (outgoing: ServerResponse): void => {
  if (outgoing.socket) outgoing.socket.resetAndDestroy()
  else outgoing.destroy()
}

const forward = (incoming: IncomingMessage, body: Buffer, target: URL, agent: Agent): Promise<Forwarded> =>
  new Promise((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, ...headers } = incoming.headers
    const options = {
      method: incoming.method,
      agent,
      headers: { ...headers, host: target.host, 'content-length': String(body.length) },
    }
    request(new URL(incoming.url ?? '/', target), options, (response) => {
      bytesOf(response).then(
        (answer) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answer }),
        reject,
      )
    })
      .on('error', reject)
      .end(body)
  })

const bytesOf = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
