import sharp from 'sharp'
import { keyOf } from '../key.ts'
import type { Frozen, Line, OutgoingPiece, Picture } from '../network.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { type FaultProxy, scripted, startFaultProxy } from '../testnet/fault.proxy.ts'
import { type Account, startPds, type TestPds } from '../testnet/pds.testbed.ts'
import { openLine } from './bluesky.client.ts'

export const createdAt = '2026-11-21T09:00:00.000Z'
export const now = new Date('2026-11-21T09:00:05Z')
export const soon = (): AbortSignal => AbortSignal.timeout(10_000)

/** An account with a line to it; `key` names its pieces; `seq` makes names that are used once. */
export type Desk = { account: Account; line: Line; key: (piece?: number) => string; seq: number }

/** A real server behind a proxy that can break things on the calls that matter. */
export type DeskServer = { pds: TestPds; proxy: FaultProxy; desk(): Promise<Desk>; end(): Promise<void> }

export const startDeskServer = async (): Promise<DeskServer> => {
  const pds = await startPds()
  const proxy = await startFaultProxy(pds.url, [
    'putRecord',
    'deleteRecord',
    'uploadBlob',
    'resolveHandle',
    'describeRepo',
  ])
  let seq = 0
  return {
    pds,
    proxy,
    desk: async () => {
      proxy.use(scripted())
      seq += 1
      const account = await pds.createAccount(`desk${seq}.test`)
      const appPassword = await pds.createAppPassword(account)
      const keys = testKeys(account.handle, { service: pds.url, handle: account.handle, appPassword })
      const line = openLine(keys.custody(), { fetch: proxy.fetch, now: () => now, allowLoopback: true })
      const name = { postId: `p${seq}`, network: 'practice', accountId: account.did, dueAt: new Date(createdAt) }
      return { account, line, key: (piece = 0) => keyOf({ ...name, piece }), seq }
    },
    end: async () => {
      await proxy[Symbol.asyncDispose]()
      await pds[Symbol.asyncDispose]()
    },
  }
}

export const pieceOf = (text: string, more: Partial<OutgoingPiece> = {}): OutgoingPiece => ({
  text,
  languages: ['en-GB'],
  pictures: [],
  createdAt,
  reply: null,
  ...more,
})

export const frozenFrom = async (line: Line, piece: OutgoingPiece): Promise<Frozen> => {
  const answer = await line.freeze(piece, soon())
  if (answer.kind !== 'frozen') throw new Error(answer.words)
  return answer.frozen
}

export const pictureOf = async (width: number, height: number, alt: string): Promise<Picture> => {
  const plain = sharp({ create: { width, height, channels: 3, background: '#1d4f91' } })
  return { bytes: await plain.jpeg().toBuffer(), mediaType: 'image/jpeg', alt, width, height }
}
