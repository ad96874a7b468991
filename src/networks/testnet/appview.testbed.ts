import { startPostgres } from '../../../scripts/postgres.ts'
import { type Account, accountsAt, callsTo, spawnServer, type TestPds } from './pds.testbed.ts'

/** A real Bluesky network with its AppView on 127.0.0.1, over a PostgreSQL of its own. About 5 s to start, 600 MB. */
export type TestAppView = {
  url: string
  call: TestPds['call']
  createAccount(handle: string): Promise<Account>
  createAppPassword(account: Account, name?: string, privileged?: boolean): Promise<string>
  /** Waits until everything written so far can be read. */
  settle(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export const startAppView = async (): Promise<TestAppView> => {
  const postgres = await startPostgres()
  const child = await spawnServer('appview.process.ts', { postgres: postgres.url })
  const call = callsTo(child.where.url)
  return {
    url: child.where.url,
    call,
    ...accountsAt(call),
    settle: async () => {
      await child.tell('settle')
    },
    [Symbol.asyncDispose]: async () => {
      await child.end()
      await postgres.stop()
    },
  }
}
