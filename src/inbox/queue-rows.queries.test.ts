import { expect, test } from 'vitest'
import { queue } from './inbox.contract.ts'
import { type DeskBed, openDesk } from './inbox.testbed.ts'
import { queueFor } from './queue.queries.ts'
import { shownName } from './queue-rows.queries.ts'

const words = async (bed: DeskBed): Promise<(string | null)[]> =>
  (await queueFor(bed.db, bed.as('danny'), bed.clock.now(), queue.input.parse({}))).rows.map((r) => r.words)

const suggested = (bed: DeskBed, id: string, said: string) =>
  bed.db
    .updateTable('conversation')
    .set({
      rank: 0,
      suggestion: JSON.stringify({
        category: 'threatOrVulnerable',
        danger: true,
        because: [{ words: said, says: 'Somebody is threatened.' }],
      }),
    })
    .where('id', '=', id)
    .execute()

test('a row shows the words that lifted it, whatever was said before and after', async () => {
  await using bed = await openDesk()
  const id = await bed.says('What time do you open?', { ago: 30 })
  await bed.says('He is outside with a Knife', { to: id, ago: 20 })
  await bed.says('hello??', { to: id, ago: 10 })
  expect(await words(bed)).toEqual(['What time do you open?'])
  await suggested(bed, id, 'with a knife')
  expect(await words(bed)).toEqual(['He is outside with a Knife'])
})

test('what is changed stands as it is now, what is gone gives way, and what was answered is no longer what waits', async () => {
  await using bed = await openDesk()
  const id = await bed.says('It opens at nine', { ago: 30 })
  await bed.db.updateTable('message').set({ text: 'He has a knife, help', state: 'changed' }).execute()
  expect(await words(bed)).toEqual(['He has a knife, help'])
  await bed.says('please hurry', { to: id, ago: 20 })
  await bed.db.updateTable('message').set({ state: 'gone' }).where('text', 'like', 'He has%').execute()
  expect(await words(bed)).toEqual(['please hurry'])
  await bed.says('And on Sunday?', { to: id, ago: 5 })
  const since = new Date(bed.clock.now().getTime() - 300_000)
  await bed.db.updateTable('conversation').set({ waiting_since: since }).where('id', '=', id).execute()
  expect(await words(bed)).toEqual(['And on Sunday?'])
})

test('a name turns nothing round and is never nothing', () => {
  const shown = (author_name: string) => shownName({ author_name, author_handle: '@bethan' })
  expect([' Bethan Rees ', 'Si\u202en Pryor', 'a\nb', '👩🏽‍🚒', 'محمد'].map(shown)).toEqual([
    'Bethan Rees',
    'Si n Pryor',
    'a b',
    '👩🏽‍🚒',
    'محمد',
  ])
  expect(['', '\u200b\u200d', '\u3164', '\u202e'].map(shown)).toEqual(['@bethan', '@bethan', '@bethan', '@bethan'])
})
