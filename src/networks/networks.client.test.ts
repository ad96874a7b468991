import { expect, it } from 'vitest'
import { openTestbed } from '../testbed.ts'
import { openLine } from './networks.client.ts'
import { networks } from './networks.ts'

/** Written out by hand: every network that is connected answers all of these. */
const members = ['count', 'followers', 'freeze', 'hear', 'look', 'moderate', 'recheck', 'remove', 'send', 'whoAmI']

it('every connected network has a line with the same members, and no other has one', async () => {
  await using bed = await openTestbed()
  const tools = { fetch: bed.fetch, now: () => bed.clock.now(), allowLoopback: true, db: bed.db, signIn: null }
  const custody = { account: { forceId: bed.forceId, id: 'a', handle: 'a' }, secret: {}, keep: async () => {} }
  for (const { id, connected } of networks) {
    if (connected) expect(Object.keys(openLine(id, custody, tools)).sort()).toEqual(members)
    else expect(() => openLine(id, custody, tools)).toThrow('no line')
  }
})
