import { z } from 'zod'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Names that only mean something inside an organisation's own network; a server there is never a public one. */
const inside = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|invalid|test|example|onion)$/u

/**
 * The address of a Bluesky server as a person or a document gives it, or null when keys must not be sent there: only https and
 * only public names, except loopback where that is asked for (tests). Whether the name leads inside is checked again when it is
 * called, by the fetch that is handed in.
 */
export const serviceAt = (address: string, allowLoopback: boolean): URL | null => {
  const text = address.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (allowLoopback && /^https?:$/u.test(url.protocol) && loopback.has(url.hostname)) return new URL(url.origin)
  const odd = url.hostname.startsWith('[') || url.hostname.endsWith('.') || /^[\d.]+$/u.test(url.hostname)
  const isPublic = url.hostname.includes('.') && !odd && !inside.test(url.hostname)
  return url.protocol === 'https:' && isPublic ? new URL(url.origin) : null
}

const didDocument = z.object({
  service: z.array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() })),
})

/** Where a DID document says that the account's records live; null when it does not say, or says a place we may not call. */
export const homeIn = (document: unknown, allowLoopback: boolean): URL | null => {
  const parsed = didDocument.safeParse(document)
  if (!parsed.success) return null
  const home = parsed.data.service.find(
    ({ id, type }) => id.endsWith('#atproto_pds') && type === 'AtprotoPersonalDataServer',
  )
  return typeof home?.serviceEndpoint === 'string' ? serviceAt(home.serviceEndpoint, allowLoopback) : null
}
