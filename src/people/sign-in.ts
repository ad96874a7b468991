/** The value of a cookie whose name ends so, whatever prefix the browser was told; null when there is none. */
export function cookieEnding(header: string | null, ending: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name = '', ...rest] = part.trim().split('=')
    if (name.endsWith(ending)) return rest.join('=')
  }
  return null
}

/** The session token in the cookie, without its signature; who trusts it has identified the request before. */
export function sessionToken(cookies: string | null): string | null {
  const value = cookieEnding(cookies, 'front-counter.session_token')
  if (value === null) return null
  try {
    return decodeURIComponent(value).split('.')[0] ?? null
  } catch {
    return null
  }
}

const near = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i

/**
 * Whose address counts for the rate limit. Behind our own proxy (there is a public address, and the connection comes from nearby) it is
 * the last one the proxy wrote down; what a caller wrote there before is not believed.
 */
export function callerAddress(connection: string, forwarded: string | null, behindProxy: boolean): string {
  const last = forwarded?.split(',').at(-1)?.trim()
  return behindProxy && last && near.test(connection) ? last : connection
}
