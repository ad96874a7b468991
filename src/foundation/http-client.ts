import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** The address may not be asked: it is private, or not HTTPS. */
export class AddressRefused extends Error {}

const privateAddresses = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['::ffff:0:0', 96],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv6')

export const isPrivateAddress = (address: string): boolean => {
  const version = isIP(address)
  return version === 0 || privateAddresses.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * A `fetch` for what lies outside. Refuses plain HTTP, addresses on private networks and redirects to either, because an
 * address may come from a person. With `allowLoopback` (tests) this machine may be asked as well. It never repeats a request.
 */
export function outsideFetch(allowLoopback: boolean): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    await refusePrivate(url, allowLoopback)
    const answer = await fetch(input, { redirect: 'manual', ...init })
    const onward = answer.headers.get('location')
    if (onward && answer.status >= 300 && answer.status < 400) await refusePrivate(new URL(onward, url), allowLoopback)
    return answer
  }
}

async function refusePrivate(url: URL, allowLoopback: boolean): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const loopback = host === 'localhost' || host === '127.0.0.1' || host === '::1'
  if (loopback && allowLoopback) return
  if (url.protocol !== 'https:') throw new AddressRefused(`${url.host} can only be asked over HTTPS.`)
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map((a) => a.address)
  if (addresses.length === 0 || addresses.some(isPrivateAddress))
    throw new AddressRefused(`${url.host} is on a private network.`)
}
