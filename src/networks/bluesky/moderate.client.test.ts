import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { begin, below, listen, member, naming, net, openDesk, type Post, say, soon } from './appview-desk.testbed.ts'

beforeAll(begin, 180_000)
afterAll(() => net[Symbol.asyncDispose]())

it('hide, mute, block and report reach the network; twice is once; three can be taken back', async () => {
  const { account, line } = await openDesk()
  const sam = await member()
  const ours = await say(account, 'Ours')
  await net.settle()
  const [rude, worse] = [await say(sam, 'Rude', below(ours)), await say(sam, 'Worse', below(ours))]
  await net.settle()
  const about = (post: Post) => ({ externalId: post.uri, authorExternalId: sam.did, root: ours.uri })
  const twice = async (act: 'hide' | 'mute' | 'block', undo: boolean, post = rude) => {
    for (let n = 0; n < 2; n += 1)
      expect(await line.moderate(act, about(post), undo, '', soon())).toMatchObject({ kind: 'done' })
  }
  const records = async (collection: string) => {
    const params = { repo: account.did, collection }
    const list = z.object({ records: z.array(z.object({ value: z.record(z.string(), z.unknown()) })) })
    return list.parse(await net.call('com.atproto.repo.listRecords', { params })).records.map(({ value }) => value)
  }
  await twice('hide', false)
  await Promise.all([twice('hide', false, worse), twice('hide', false, rude)])
  expect(await records('app.bsky.feed.threadgate')).toMatchObject([
    { post: ours.uri, hiddenReplies: [rude.uri, worse.uri] },
  ])
  await twice('hide', true, rude)
  expect(await records('app.bsky.feed.threadgate')).toMatchObject([{ hiddenReplies: [worse.uri] }])
  expect(await line.moderate('hide', { ...about(rude), root: rude.uri }, false, '', soon())).toMatchObject({
    kind: 'refused',
  })
  await twice('block', false)
  expect(await records('app.bsky.graph.block')).toMatchObject([{ subject: sam.did }])
  await twice('block', true)
  expect(await records('app.bsky.graph.block')).toEqual([])
  await twice('mute', false)
  await net.settle()
  const third = await say(sam, '@desk again', naming(account, '@desk'))
  await net.settle()
  expect((await listen(line, null)).kept.has(third.uri)).toBe(false)
  await twice('mute', true)
  await net.settle()
  expect((await listen(line, null)).kept.has(third.uri)).toBe(true)
  expect(await line.moderate('report', about(rude), false, 'Abuse of an officer', soon())).toMatchObject({
    kind: 'done',
  })
  expect(await line.moderate('report', about(rude), true, '', soon())).toMatchObject({ kind: 'refused' })
})
