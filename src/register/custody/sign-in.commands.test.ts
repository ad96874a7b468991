import { expect, test } from 'vitest'
import type { SignIn } from '../../networks/networks.client.ts'
import { registerJobs } from '../register.jobs.ts'
import { keyedId, must, refusalOf } from '../register.testbed.ts'
import { keysInventory } from './custody.queries.ts'
import { drawer } from './custody.store.ts'
import { handle, openCustodyBed } from './custody.testbed.ts'
import { openCustody } from './lines.client.ts'
import { acrossProcesses } from './sign-in.client.ts'
import { beginSignIn, finishSignIn } from './sign-in.commands.ts'
import { returnPage } from './sign-in.ts'

/** A network that lets everybody in as `who`, and remembers what was given back. */
const networkFor = (who: { handle: string; externalId: string }) => {
  const ended: string[] = []
  const signIn: SignIn = {
    metadata: {},
    publicKeys: {},
    begin: async (name, state) => new URL(`https://network.example/authorize?as=${name}&state=${state}`),
    finish: async (params) => ({
      identity: { ...who, name: who.handle },
      secret: { token: `of ${who.externalId}` },
      state: params.get('state') ?? '',
    }),
    end: async (secret) => void ended.push(secret.token ?? ''),
    openLine: () => {
      throw new Error('not asked for')
    },
  }
  return { open: async () => signIn, ended }
}
const desk = { handle: handle.toUpperCase(), externalId: 'did:x' }
const stateIn = (url: string) => new URLSearchParams({ state: new URL(url).searchParams.get('state') ?? '' })

test('a person goes to the network and comes back with keys, once', async () => {
  await using bed = await openCustodyBed()
  const { open, ended } = networkFor(desk)
  const params = stateIn(must(await beginSignIn(bed, bed.head, bed.desk, open)).url)
  expect(must(await finishSignIn(bed, bed.head, { network: keyedId, params }, open))).toEqual({ id: bed.desk, handle })
  expect((await openCustody(bed, bed.forceId, bed.desk))?.secret).toEqual({ token: 'of did:x' })
  expect(await keysInventory(bed.db, bed.forceId, bed.clock.now())).toMatchObject([{ keys: { state: 'working' } }])
  expect(refusalOf(await finishSignIn(bed, bed.head, { network: keyedId, params }, open))).toBe('signInLost')
  expect(ended).toEqual([])
  // Under whatever handle it goes by meanwhile.
  expect(must(await beginSignIn(bed, bed.head, bed.desk, open)).url).toContain('as=did:x')
})

test('what comes back late, to somebody else, or for another account is given back and kept nowhere', async () => {
  await using bed = await openCustodyBed()
  const { open, ended } = networkFor(desk)
  const begun = async () => stateIn(must(await beginSignIn(bed, bed.head, bed.desk, open)).url)
  expect(refusalOf(await finishSignIn(bed, bed.nobody, { network: keyedId, params: await begun() }, open))).toBe(
    'mayNotGiveKeys',
  )
  expect(
    refusalOf(
      await finishSignIn(bed, { ...bed.head, personId: 'other' }, { network: keyedId, params: await begun() }, open),
    ),
  ).toBe('signInLost')
  expect(refusalOf(await finishSignIn(bed, bed.head, { network: 'elsewhere', params: await begun() }, open))).toBe(
    'signInLost',
  )
  const late = await begun()
  bed.clock.forward(15 * 60_000 + 1)
  expect(refusalOf(await finishSignIn(bed, bed.head, { network: keyedId, params: late }, open))).toBe('signInLost')
  const wrong = networkFor({ handle: 'other.example.com', externalId: 'did:y' })
  const taken = await finishSignIn(bed, bed.head, { network: keyedId, params: await begun() }, wrong.open)
  expect(refusalOf(taken)).toBe('keysOfAnother')
  expect(returnPage(taken)).toContain('These keys belong to @other.example.com')
  expect([ended.length, wrong.ended.length]).toEqual([3, 1])
  expect(await openCustody(bed, bed.forceId, bed.desk)).toBeNull()
})

test('sign-ins that nobody came back from are thrown away after an hour; kept ones stay', async () => {
  await using bed = await openCustodyBed()
  for (const kind of ['state', 'return', 'session'] as const) await drawer(bed, bed.forceId, kind).set('k', 'v')
  const job = registerJobs.find((j) => j.name.includes('sealed'))
  await job?.run(bed)
  expect(await bed.db.selectFrom('custody_note').select('kind').execute()).toHaveLength(3)
  bed.clock.forward(3_600_001)
  await job?.run(bed)
  expect(await bed.db.selectFrom('custody_note').select('kind').execute()).toEqual([{ kind: 'session' }])
  await drawer(bed, bed.forceId, 'session').del('k')
  expect(await drawer(bed, bed.forceId, 'session').get('k')).toBeUndefined()
})

test('with many processes, one renewal at a time', async () => {
  await using bed = await openCustodyBed()
  if (bed.database.kind !== 'postgres') return
  const processes = [acrossProcesses(bed), acrossProcesses(bed), acrossProcesses(bed)]
  let inside = 0
  let most = 0
  const renew = async () => {
    inside += 1
    most = Math.max(most, inside)
    await bed.db.selectFrom('force').select('id').execute()
    await new Promise((done) => setTimeout(done, 20))
    inside -= 1
  }
  await Promise.all(Array.from({ length: 18 }, (_, n) => processes[n % 3]?.('did:x', renew)))
  expect(most).toBe(1)
  await expect(processes[0]?.('did:x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await processes[0]?.('did:x', renew)
})

test('the page of return shows no markup of others', () => {
  const page = returnPage({ ok: false, refusal: { id: 'x', words: '<script>alert(1)</script> & "more"', status: 409 } })
  expect(page).not.toContain('<script>')
  expect(page).toContain('&#60;script&#62;')
})
