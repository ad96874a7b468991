import { expect, test } from 'vitest'
import { approve, deliveriesOf, openPosting, plainWords, sendAll, value } from '../posting/posting.testbed.ts'
import { joinOurs } from './ours.commands.ts'
import { stagedColumns, stagedLine } from './reading/staged.ts'

const publish = async (bed: Awaited<ReturnType<typeof openPosting>>, words = plainWords) => {
  const asked = await bed.asked('leah', { pieces: [words] })
  value(await approve(bed, 'ffion', asked))
  await sendAll(bed, asked.id)
  const [delivery] = await deliveriesOf(bed, asked.id)
  return { postId: asked.id, deliveryId: delivery?.id ?? '', externalId: `x-${delivery?.id}` }
}
const archive = (bed: Awaited<ReturnType<typeof openPosting>>) =>
  bed.db.selectFrom('published').selectAll().orderBy('external_id').execute()

test('what we publish joins the archive once, and what we take down is marked', async () => {
  await using bed = await openPosting()
  const { postId, deliveryId, externalId } = await publish(bed)
  expect(value(await joinOurs(bed, bed.forceId))).toEqual({ posts: 1 })
  const [row] = await archive(bed)
  expect(row).toMatchObject({
    account_id: 'westport',
    external_id: externalId,
    post_id: postId,
    source: 'ours',
    kind: 'original',
    gone_at: null,
    language: 'en',
  })
  expect(row?.words).toContain('Eastby library')
  expect(value(await joinOurs(bed, bed.forceId))).toEqual({ posts: 0 })
  bed.clock.forward(3_600_000)
  const removed = bed.clock.now()
  await bed.db.updateTable('piece').set({ removed_at: removed }).where('delivery_id', '=', deliveryId).execute()
  expect(value(await joinOurs(bed, bed.forceId))).toEqual({ posts: 1 })
  expect(await archive(bed)).toMatchObject([{ gone_at: removed }])
  const facts = await bed.db.selectFrom('fact').select('kind').where('kind', '=', 'archive.oursJoined').execute()
  expect(facts).toHaveLength(2)
})

test('what was imported before and is ours is one row; a private answer stays out', async () => {
  await using bed = await openPosting()
  const { postId, deliveryId, externalId } = await publish(bed)
  const none = { replies: null, quotes: null, reshares: 2, likes: 7 }
  const line = stagedLine(
    { forceId: bed.forceId, importId: 'before', turn: 0, accountId: 'westport', seenAt: '2026-09-07T12:00:00Z' },
    {
      externalId,
      saidAt: '2026-09-07T09:00:00Z',
      kind: 'original',
      words: 'As the network shows it',
      language: null,
      to: null,
      hashtags: [],
      mentions: [],
      links: [],
      media: { pictures: 0, videos: 0, described: null },
      counts: none,
      cut: false,
      edited: false,
    },
  )
  await bed.database.copyIn(
    'archive_row',
    stagedColumns,
    (async function* () {
      yield line
    })(),
  )
  await bed.db
    .insertInto('published')
    .columns([
      'force_id',
      'account_id',
      'external_id',
      'said_at',
      'kind',
      'words',
      'pictures',
      'videos',
      'likes',
      'cut',
      'edited',
      'seen_at',
      'source',
    ])
    .expression((e) =>
      e
        .selectFrom('archive_row')
        .select([
          'force_id',
          'account_id',
          'external_id',
          'said_at',
          'kind',
          'words',
          'pictures',
          'videos',
          'likes',
          'cut',
          'edited',
          'seen_at',
          e.val('import').as('source'),
        ]),
    )
    .execute()
  value(await joinOurs(bed, bed.forceId))
  expect(await archive(bed)).toMatchObject([
    { external_id: externalId, source: 'ours', post_id: postId, likes: 7, words: 'As the network shows it' },
  ])
  await bed.db.deleteFrom('published').execute()
  const direct = JSON.stringify({
    accountId: 'westport',
    externalId: 'm',
    by: 'Ann',
    words: '?',
    direct: 'c1',
    root: null,
    parent: null,
    automatic: false,
  })
  await bed.db.updateTable('post').set({ answering: direct }).where('id', '=', postId).execute()
  await bed.db.deleteFrom('archive_look').execute()
  expect(value(await joinOurs(bed, bed.forceId))).toEqual({ posts: 0 })
  await bed.db
    .updateTable('post')
    .set({ answering: direct.replace('"c1"', 'null') })
    .where('id', '=', postId)
    .execute()
  expect(value(await joinOurs(bed, bed.forceId))).toEqual({ posts: 1 })
  expect(await archive(bed)).toMatchObject([{ kind: 'reply', to_external_id: 'm', to_handle: 'Ann' }])
  expect(deliveryId).not.toBe('')
})
