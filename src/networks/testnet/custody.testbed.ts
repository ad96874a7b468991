import type { Custody } from '../network.ts'

/** Keys in memory, as the register would hold them sealed; `custody()` opens what was kept last. */
export type TestKeys = {
  custody(): Custody
  secret: Readonly<Record<string, string>>
  kept: number
}

export const testKeys = (handle: string, secret: Readonly<Record<string, string>>): TestKeys => {
  const keys: TestKeys = {
    secret,
    kept: 0,
    custody: () => ({
      account: { forceId: 'force', id: 'account', handle },
      secret: keys.secret,
      keep: (next) => {
        keys.secret = next
        keys.kept += 1
        return Promise.resolve()
      },
    }),
  }
  return keys
}
