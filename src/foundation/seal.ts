import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Seals small secrets with AES-256-GCM. What it is for (`place`) is authenticated: a sealed value moved to another row does not open. */
export type Seal = {
  close(plain: string, place: string): string
  /** Throws when no secret we hold opens it, or when it stands in another place than it was sealed for. */
  open(sealed: string, place: string): string
  /** True when an older secret sealed it and it should be sealed anew. */
  isOld(sealed: string): boolean
}

type SealKey = { id: string; key: Buffer }

const keyOf = (secret: string): SealKey => {
  const key = Buffer.from(hkdfSync('sha256', secret, 'front-counter', 'seal', 32))
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}

/** `secrets[0]` seals; all of them open. Sealed form: `v1.<key id>.<nonce>.<tag>.<bytes>`, base64url. */
export function sealWith(secrets: readonly [string, ...string[]]): Seal {
  const keys = secrets.map(keyOf)
  const newest = keys[0] as SealKey
  return {
    close(plain, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(Buffer.from(place))
      const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return ['v1', newest.id, ...[nonce, cipher.getAuthTag(), bytes].map((b) => b.toString('base64url'))].join('.')
    },
    open(sealed, place) {
      const [version, id, nonce, tag, bytes] = sealed.split('.')
      const found = keys.find((k) => k.id === id)
      if (version !== 'v1' || !found || !nonce || !tag || bytes === undefined)
        throw new Error('No key of ours opens this seal.')
      const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([decipher.update(Buffer.from(bytes, 'base64url')), decipher.final()]).toString('utf8')
    },
    isOld: (sealed) => sealed.split('.')[1] !== newest.id,
  }
}
