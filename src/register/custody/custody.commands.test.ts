import { expect, test } from 'vitest'
import { factsAbout, verifyChain } from '../../audit/audit.queries.ts'
import { sealWith } from '../../foundation/seal.ts'
import { readProfile } from '../convention.commands.ts'
import { changeAccount } from '../register.commands.ts'
import { must, practiceId, refusalOf, sample } from '../register.testbed.ts'
import { askDaily, checkKeys, endKeys, giveKeys, resealOld } from './custody.commands.ts'
import { keysInventory } from './custody.queries.ts'
import { drawer } from './custody.store.ts'
import { keyFields, openCustodyBed, password, tokens } from './custody.testbed.ts'
import { openCustody, openLines } from './lines.client.ts'

const soon = () => AbortSignal.timeout(5000)
const secrets = [password, ...tokens]

test('keys are asked about first, then sealed; nothing plain is in any table, and only the line sees them', async () => {
  await using bed = await openCustodyBed()
  expect(must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))).toMatchObject({ id: bed.desk })
  const tables = ['custody', 'custody_note', 'account', 'fact'] as const
  for (const table of tables) {
    const text = JSON.stringify(await bed.db.selectFrom(table).selectAll().execute())
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
  const custody = await openCustody(bed, bed.forceId, bed.desk)
  expect(Object.values(custody?.secret ?? {})).toEqual(expect.arrayContaining([...secrets]))
  expect(await keysInventory(bed.db, bed.forceId, bed.clock.now())).toMatchObject([
    {
      accountId: bed.desk,
      keys: { state: 'working' },
      setBy: { name: 'Priya Nandakumar' },
      setAt: bed.clock.now().toISOString(),
    },
  ])
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('keys that do not work, or are another account’s, are kept nowhere', async () => {
  await using bed = await openCustodyBed()
  const give = (change: object = {}, actor = bed.head) =>
    giveKeys(bed, actor, { id: bed.desk, fields: keyFields(), ...change })
  expect(refusalOf(await give({}, bed.nobody))).toBe('mayNotGiveKeys')
  expect(refusalOf(await give({ id: 'none' }))).toBe('noAccount')
  expect(refusalOf(await give({ id: await bed.account({ network: practiceId }) }))).toBe('noKeysNeeded')
  expect(refusalOf(await give({ id: await bed.account({ handle: 'theirs', status: 'unofficial' }) }))).toBe(
    'accountClosed',
  )
  expect(refusalOf(await give({ fields: {} }))).toBe('keyFieldMissing')
  bed.network.says = 'silence'
  expect(refusalOf(await give())).toBe('networkSilent')
  bed.network.says = 'repeatsThePassword'
  const repeated = await give()
  expect(refusalOf(repeated)).toBe('keysNotWorking')
  expect(JSON.stringify(repeated)).not.toContain(password)
  bed.network.says = 'yes'
  bed.network.handle = 'other.example.com'
  expect(await give()).toMatchObject({
    refusal: { id: 'keysOfAnother', words: expect.stringContaining('@other.example.com') },
  })
  expect(await bed.db.selectFrom('custody').select('id').execute()).toEqual([])
})

test('another account that took over the handle is noticed', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  expect(refusalOf(await changeAccount(bed, bed.head, { ...sample, id: bed.desk, version: 1 }))).toBe('handleConnected')
  bed.network.did = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz'
  expect(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() })).toMatchObject({
    refusal: { id: 'keysOfAnother', words: expect.stringContaining('another account now') },
  })
})

test('an account that goes by another name at its network is taken under it here, and only under that', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  bed.network.handle = 'counter.westshire.police.uk'
  const rename = (to: string, version = 1) =>
    changeAccount(bed, bed.head, { ...sample, id: bed.desk, version, handle: to })
  const keys = async () => (await keysInventory(bed.db, bed.forceId, bed.clock.now()))[0]?.keys
  await askDaily(bed)
  expect(await keys()).toMatchObject({ state: 'working', words: 'The keys work.' })
  bed.clock.forward(86_400_001)
  bed.network.says = 'silence'
  await askDaily(bed)
  expect(await keys()).toMatchObject({ state: 'working', words: 'The keys work.' })
  bed.network.says = 'yes'
  bed.clock.forward(86_400_001)
  await askDaily(bed)
  expect(await keys()).toMatchObject({
    state: 'working',
    words: expect.stringContaining('@counter.westshire.police.uk now'),
  })
  expect(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() })).toMatchObject({
    refusal: { id: 'keysOfAnother', words: expect.stringContaining('Change the handle on its record') },
  })
  expect(refusalOf(await rename('elsewhere.westshire.police.uk'))).toBe('handleConnected')
  must(await rename('counter.westshire.police.uk'))
  expect(await keys()).toMatchObject({ state: 'working', words: 'The keys work.' })
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  // Keys that nobody has any more stand in nobody's way; the account that was connected stays the same one.
  must(await endKeys(bed, bed.head, { id: bed.desk, reason: 'Changed hands.' }))
  must(await rename('third.westshire.police.uk', 2))
  bed.network.handle = 'third.westshire.police.uk'
  bed.network.did = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz'
  expect(refusalOf(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))).toBe('keysOfAnother')
})

test('keys are checked when somebody asks, and the answer is kept', async () => {
  await using bed = await openCustodyBed()
  expect(refusalOf(await checkKeys(bed, bed.head, bed.desk))).toBe('noKeys')
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  const state = async () => must(await checkKeys(bed, bed.head, bed.desk)).keys.state
  expect(await state()).toBe('working')
  bed.network.says = 'silence'
  expect(await state()).toBe('unknown')
  bed.network.says = 'yes'
  bed.network.did = 'did:plc:zzzzzzzzzzzzzzzzzzzzzzzz'
  expect(await state()).toBe('ended')
  expect(refusalOf(await checkKeys(bed, bed.nobody, bed.desk))).toBe('mayNotGiveKeys')
  expect(refusalOf(await checkKeys(bed, bed.head, 'none'))).toBe('noAccount')
  expect(
    (await factsAbout(bed.db, bed.forceId, [`account:${bed.desk}`]))
      .filter((f) => f.kind === 'keys.marked')
      .map((f) => f.data.state),
  ).toEqual(['unknown', 'ended'])
})

test('a renewed key is sealed over the old one, but never over keys that were given meanwhile', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  const old = await openCustody(bed, bed.forceId, bed.desk)
  await old?.keep({ ...old.secret, accessJwt: 'renewed' })
  expect((await openCustody(bed, bed.forceId, bed.desk))?.secret.accessJwt).toBe('renewed')
  bed.clock.forward(1000)
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields('another-password') }))
  await expect(old?.keep({ accessJwt: 'late' })).rejects.toThrow('meanwhile')
  expect(JSON.stringify((await openCustody(bed, bed.forceId, bed.desk))?.secret)).toContain('another-password')
})

test('a seal opens only in its own place', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  await bed.db.updateTable('account').set({ status: 'closed' }).where('id', '=', bed.desk).execute()
  bed.clock.forward(1000)
  const thief = await bed.account({
    network: (await bed.db.selectFrom('account').select('network').executeTakeFirstOrThrow()).network,
    handle: 'thief.example.com',
  })
  await bed.db.updateTable('custody').set({ account_id: thief }).execute()
  await expect(openCustody(bed, bed.forceId, thief)).rejects.toThrow()
  expect(must(await checkKeys(bed, bed.head, thief)).keys.state).toBe('ended')
})

test('keys are destroyed once, and then nothing can be sent', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  expect(refusalOf(await endKeys(bed, bed.nobody, { id: bed.desk, reason: 'Changed hands.' }))).toBe('mayNotGiveKeys')
  expect(refusalOf(await endKeys(bed, bed.head, { id: 'none', reason: 'Changed hands.' }))).toBe('noAccount')
  must(await endKeys(bed, bed.head, { id: bed.desk, reason: 'Changed hands.' }))
  expect(refusalOf(await endKeys(bed, bed.head, { id: bed.desk, reason: 'Changed hands.' }))).toBe('noKeys')
  expect(await openCustody(bed, bed.forceId, bed.desk)).toBeNull()
  expect(await keysInventory(bed.db, bed.forceId, bed.clock.now())).toMatchObject([
    { keys: { state: 'missing' }, setBy: null },
  ])
})

test('a new secret seals everything anew; then the old one may go', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  await drawer(bed, bed.forceId, 'session').set('did:x', 'a kept sign-in')
  const [oldSecret] = bed.config.secrets
  const newSecret = 'a newer secret that only the tests know, 9876'
  const both = { ...bed, seal: sealWith([newSecret, oldSecret]) }
  expect(await resealOld(both)).toEqual({ resealed: 2, lost: 0 })
  expect(await resealOld(both)).toEqual({ resealed: 0, lost: 0 })
  const onlyNew = { ...bed, seal: sealWith([newSecret]) }
  expect(JSON.stringify((await openCustody(onlyNew, bed.forceId, bed.desk))?.secret)).toContain(password)
  expect(await drawer(onlyNew, bed.forceId, 'session').get('did:x')).toBe('a kept sign-in')
  expect(await resealOld(bed)).toEqual({ resealed: 0, lost: 2 })
})

test('a line is kept open as long as the keys are the same, and ends with them', async () => {
  await using bed = await openCustodyBed()
  const { network } = await bed.db
    .selectFrom('account')
    .select('network')
    .where('id', '=', bed.desk)
    .executeTakeFirstOrThrow()
  const lines = openLines(bed)
  const line = () => lines.lineOf(bed.forceId, bed.desk, network)
  expect(await line()).toMatchObject({ keyEnded: true })
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  const first = await line()
  expect(await line()).toBe(first)
  lines.forget(bed.desk)
  expect(await line()).not.toBe(first)
  bed.clock.forward(1000)
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  await bed.db.updateTable('custody').set({ state: 'ended', words: 'Renew them.' }).execute()
  const ended = await line()
  if ('keyEnded' in ended) throw new Error('a line is still there for looking')
  expect(await ended.send({ json: '{}' }, 'k', soon())).toEqual({
    kind: 'later',
    until: null,
    keyEnded: true,
    words: 'Renew them.',
  })
  expect(await ended.remove('at://x', soon())).toMatchObject({ keyEnded: true })
  expect(await ended.look({ json: '{}' }, 'k', soon())).toMatchObject({ kind: 'absent' })
  expect(
    await openLines({ ...bed, seal: sealWith(['not the secret that sealed this, 0000000']) }).lineOf(
      bed.forceId,
      bed.desk,
      network,
    ),
  ).toMatchObject({ keyEnded: true })
  expect(await lines.lineOf(bed.forceId, bed.desk, practiceId)).toMatchObject({ keyEnded: true })
})

test('when the network says that keys have ended, custody knows', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  const { network } = await bed.db
    .selectFrom('account')
    .select('network')
    .where('id', '=', bed.desk)
    .executeTakeFirstOrThrow()
  const custody = await openCustody(bed, bed.forceId, bed.desk)
  await custody?.keep(keyFields())
  bed.network.says = 'no'
  const line = await openLines(bed).lineOf(bed.forceId, bed.desk, network)
  if ('keyEnded' in line) throw new Error('no line')
  expect(await line.send({ json: '{}' }, 'k', soon())).toMatchObject({ kind: 'later', keyEnded: true })
  expect(await keysInventory(bed.db, bed.forceId, bed.clock.now())).toMatchObject([{ keys: { state: 'ended' } }])
})

test('the profile of a connected account is asked of its network, and kept', async () => {
  await using bed = await openCustodyBed()
  must(await giveKeys(bed, bed.head, { id: bed.desk, fields: keyFields() }))
  bed.network.profile = 'Run by the desk. Call 999 in an emergency, otherwise 101.'
  expect(must(await readProfile(bed, bed.head, bed.desk)).profile).toBe(bed.network.profile)
  const kept = await bed.db
    .selectFrom('account')
    .select(['profile', 'profile_at'])
    .where('id', '=', bed.desk)
    .executeTakeFirst()
  expect(kept).toEqual({ profile: bed.network.profile, profile_at: bed.clock.now() })
  bed.network.says = 'silence'
  expect(refusalOf(await readProfile(bed, bed.head, bed.desk))).toBe('networkSilent')
})
