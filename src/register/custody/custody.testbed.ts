import { traitsOf } from '../../networks/networks.ts'
import { keyedId, openRegisterBed, type RegisterBed } from '../register.testbed.ts'

export const password = 'zvxq-4411-hush-9090'
export const tokens = ['eyJhbGciOiJub25lIn0.access-token-one', 'eyJhbGciOiJub25lIn0.refresh-token-one'] as const
export const handle = 'desk.westshire.police.uk'
const did = 'did:plc:abcdefghijklmnopqrstuvwx'

/** What the network says to whoever brings the right password. */
export type Network = {
  says: 'yes' | 'no' | 'repeatsThePassword' | 'silence'
  handle: string
  did: string
  /** What its profile says; null: it has none. */
  profile: string | null
  asked: string[]
}

/** A world in which the network that takes keys is played by a few lines; it speaks as the real one does. */
export async function openCustodyBed(
  options: Parameters<typeof openRegisterBed>[0] = {},
): Promise<RegisterBed & { network: Network; desk: string }> {
  const bed = await openRegisterBed(options)
  const network: Network = { says: 'yes', handle, did, profile: null, asked: [] }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : String(input)).pathname
    network.asked.push(path)
    if (network.says === 'silence') throw new TypeError('fetch failed')
    if (path.endsWith('createSession') || path.endsWith('refreshSession')) {
      if (network.says === 'no')
        return answer(401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password' })
      if (network.says === 'repeatsThePassword')
        return answer(401, { error: 'AuthenticationRequired', message: `Not ${String(init?.body)}` })
      return answer(200, {
        did: network.did,
        handle: network.handle,
        accessJwt: tokens[0],
        refreshJwt: tokens[1],
        didDoc: {},
      })
    }
    if (path.endsWith('getSession')) return answer(200, { did: network.did, handle: network.handle, active: true })
    if (path.endsWith('getRecord') && network.profile !== null)
      return answer(200, { uri: 'at://x', value: { displayName: 'Desk', description: network.profile } })
    return answer(400, { error: 'InvalidRequest', message: 'Could not locate record' })
  }
  const desk = await bed.account({ network: keyedId, handle, name: 'Westshire desk', class: 'contactDesk' })
  return Object.assign(bed, { network, desk, fetch })
}

const answer = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** One value for every field that the network asks for. */
export const keyFields = (secret = password): Record<string, string> =>
  Object.fromEntries(
    (traitsOf(keyedId)?.keyFields ?? []).map((field) => [
      field.name,
      field.secret ? secret : field.name === 'handle' ? handle : 'https://pds.westshire.police.uk',
    ]),
  )
