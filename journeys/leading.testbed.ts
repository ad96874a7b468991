import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type FaultProxy, startFaultProxy } from '../src/networks/testnet/fault.proxy.ts'

/** The way to a server, through a proxy that can break things. */
export type Leading = { url: string; faults: FaultProxy; end(): Promise<void> }

/**
 * A Bluesky server tells its clients its own address, and they would go round a proxy from then on. Here it is told the address of the proxy
 * instead, so that a program in another process stays on the way on which things break.
 */
export async function leadThrough(target: string, paths: readonly string[]): Promise<Leading> {
  const faults = await startFaultProxy(target, paths)
  const server = createServer((incoming, outgoing) => {
    carry(incoming, outgoing, faults.url, (text) => text.replaceAll(target, url)).catch(() =>
      outgoing.socket?.resetAndDestroy(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  const url = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`
  return {
    url,
    faults,
    async end() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await faults[Symbol.asyncDispose]()
    },
  }
}

async function carry(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  to: string,
  say: (text: string) => string,
): Promise<void> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const headers = new Headers()
  for (const name of ['authorization', 'content-type']) {
    const value = incoming.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const answer = await fetch(new URL(incoming.url ?? '/', to), {
    method: incoming.method ?? 'GET',
    headers,
    ...(body.length > 0 ? { body } : {}),
  })
  const text = say(await answer.text())
  outgoing
    .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    .end(text)
}
