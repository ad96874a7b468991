import { newId } from '../../foundation/identity.ts'
import { sendAll, value } from '../../posting/posting.testbed.ts'
import { settleAnswers } from '../answering/answer.jobs.ts'
import { type DeskBed, openDesk } from '../inbox.testbed.ts'
import { answerGroup } from './batch.commands.ts'
import { batchFor } from './batch.queries.ts'
import { groupSurges } from './group.commands.ts'
import { beginMode } from './mode.commands.ts'
import { watchSurges } from './notice.commands.ts'
import { carryBatches } from './surge.jobs.ts'

export const rumour = 'Is it true that there is a bomb at Eastby station?'
export const answer = 'There is no bomb at Eastby station. Trains are running. We will say here if that changes.'

/** As people repeat a rumour: other signs, other greetings, other spelling. */
export const variant = (n: number): string =>
  [rumour, `${rumour} 😱`, `omg ${rumour.toLowerCase()}`, `${rumour.replace('?', '')}??`, `${rumour} please tell us`][
    n % 5
  ] ?? rumour

export type SurgeBed = DeskBed & {
  /** So many people repeat the rumour, spread over so many seconds until now. Gives their conversations. */
  rumours(n: number, how?: { seconds?: number; from?: number }): Promise<string[]>
  /** A surge that is noticed, its mode begun by Ffion, and everything in groups. Gives the group that most belong to. */
  inMode(): Promise<{ surge: string; group: string }>
  surge(): Promise<{ id: string; began_at: Date; noticed_at: Date; ended_at: Date | null; mode_ended_at: Date | null }>
  largest(): Promise<string>
  left(batch: string): Promise<Record<string, string>>
  /** As if the networks had taken everything of the batch that was released. */
  send(batch: string): Promise<void>
  /** Begins it and carries it as far as it goes. */
  toMany(group: string, how?: 'atOnce' | 'approval'): Promise<string>
}

export async function openSurge(options: Parameters<typeof openDesk>[0] = {}): Promise<SurgeBed> {
  const bed = await openDesk(options)
  await bed.db.updateTable('contributor').set({ trusted: true }).where('person_id', '=', 'ffion').execute()
  const rumours: SurgeBed['rumours'] = (n, { seconds = 60, from = 0 } = {}) =>
    sayMany(
      bed,
      Array.from({ length: n }, (_, at) => ({
        text: variant(at),
        from: `Person ${from + at}`,
        ago: (seconds * at) / n / 60,
      })),
    )
  const surge = () => bed.db.selectFrom('surge').selectAll().orderBy('noticed_at', 'desc').executeTakeFirstOrThrow()
  const largest = async () =>
    (await bed.db.selectFrom('surge_group').select('id').orderBy('size', 'desc').executeTakeFirstOrThrow()).id
  const inMode = async () => {
    await watchSurges(bed)
    const { id } = await surge()
    value(await beginMode(bed, bed.as('ffion'), { id }))
    await groupSurges(bed)
    return { surge: id, group: await largest() }
  }
  const left = async (batch: string) => {
    const rows = await bed.db.selectFrom('surge_batch_left').selectAll().where('batch_id', '=', batch).execute()
    return Object.fromEntries(rows.map((r) => [r.conversation_id, r.why]))
  }
  const send = async (batch: string) => {
    const posts = await bed.db
      .selectFrom('answer as a')
      .innerJoin('post as p', 'p.id', 'a.post_id')
      .select('a.post_id')
      .where('a.batch_id', '=', batch)
      .where('p.stage', '=', 'released')
      .execute()
    await sendAll(
      bed,
      posts.map((p) => p.post_id),
    )
    for (let done = 0; done < posts.length; done += 200) await settleAnswers(bed)
  }
  const toMany = async (groupId: string, how: 'atOnce' | 'approval' = 'atOnce') => {
    const { batchId } = value(await answerGroup(bed, bed.as('ffion'), { groupId, words: answer, how }))
    await carryBatches(bed)
    return batchId
  }
  return Object.assign(bed, { rumours, surge, largest, inMode, left, send, toMany })
}

/** What became of an answer to many. */
export const resultsOf = async (bed: SurgeBed, id: string) =>
  value(await batchFor(bed.db, bed.as('ffion'), bed.clock.now(), id)).batch.results
/** All that belong to an answer to many. */
export const answersOf = (bed: SurgeBed) =>
  bed.db.selectFrom('answer').selectAll().where('batch_id', 'is not', null).execute()

type Said = { text: string; from: string; ago?: number; heardAgo?: number }

/** Everybody says one thing, in two statements; minutes ago. Gives their conversations. */
export async function sayMany(bed: DeskBed, all: readonly Said[]): Promise<string[]> {
  const now = bed.clock.now()
  const rows = all.map(({ text, from, ago = 0, heardAgo = ago }) => {
    const id = newId(now)
    const author = `p-${from.toLowerCase().replaceAll(' ', '-')}`
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
    const place = { force_id: bed.forceId, id, account_id: 'westport', network: 'practice' }
    const who = { author_external_id: author, author_handle: `@${author.slice(2)}`, author_name: from }
    return { id, place, who, text, said: at(ago), heard: at(heardAgo) }
  })
  await bed.db
    .insertInto('conversation')
    .values(
      rows.map(({ id, place, who, text, said }) => ({
        ...place,
        ...who,
        kind: 'public' as const,
        thread: `t-${id}`,
        opening: text,
        language: 'en' as const,
        stage: 'open' as const,
        stage_since: now,
        category: 'question' as const,
        rank: 6,
        opened_at: said,
        last_said_at: said,
        last_from: 'public' as const,
        waiting_since: said,
        messages: 1,
      })),
    )
    .execute()
  await bed.db
    .insertInto('message')
    .values(
      rows.map(({ id, place, who, text, said, heard }) => ({
        ...place,
        ...who,
        conversation_id: id,
        external_id: `x-${id}`,
        kind: 'reply' as const,
        text,
        language: 'en',
        said_at: said,
        heard_at: heard,
        state_since: said,
      })),
    )
    .execute()
  return rows.map((r) => r.id)
}
