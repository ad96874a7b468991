import { newId } from '../foundation/identity.ts'
import type { Actor } from '../foundation/world.ts'
import { openPosting, type PostingBed } from '../posting/posting.testbed.ts'
import { type OutcomeKind, rankOf } from './conversation.ts'
import { dueOf } from './desk.queries.ts'
import type { Category } from './triage/category.ts'

const people = {
  danny: ['', 'Danny Wroe', ['deskAgent']],
  sian: ['', 'Siân Pryor', ['deskAgent']],
  priya: ['', 'Priya Nandakumar', ['headOfCommunications']],
  carol: ['', 'Carol Dunne', ['corporateCommunications']],
  ilse: ['', 'Ilse Marchant', ['informationManager']],
  pat: ['DCI', 'Pat Sorrell', ['professionalStandards']],
} as const

/** Names of the posting testbed, and those who sit at the desk. */
export type DeskName = keyof typeof people | Parameters<PostingBed['as']>[0]

export type Saying = {
  account?: 'westport' | 'eastby' | 'chiefs'
  network?: string
  kind?: 'public' | 'direct'
  category?: Category
  danger?: boolean
  /** Who says it; the same name is the same person. */
  from?: string
  /** Minutes before now that it was said, and was heard. */
  ago?: number
  heardAgo?: number
  /** Adds to this conversation; otherwise one begins. */
  to?: string
  language?: 'en' | 'cy'
  /** Our own post that it stands under. */
  about?: string
}

/** A force whose desk is open: everything of the posting testbed, four who work at the desk, two who only read. */
export type DeskBed = Omit<PostingBed, 'as'> & {
  as(name: DeskName): Actor
  /** Somebody of the public says this: straight into the store, as listening leaves it. Gives the conversation's id. */
  says(words: string, how?: Saying): Promise<string>
  conversation(id: string): Promise<Awaited<ReturnType<typeof rowOf>>>
  acts(id: string): Promise<string[]>
}

const rowOf = (bed: PostingBed, id: string) =>
  bed.db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export async function openDesk(options: Parameters<typeof openPosting>[0] = {}): Promise<DeskBed> {
  const bed = await openPosting(options)
  await bed.db
    .insertInto('person')
    .values(
      Object.entries(people).map(([id, [rank, name, roles]]) => ({
        force_id: bed.forceId,
        id,
        name,
        rank,
        initials: name
          .split(' ')
          .map((word) => word.charAt(0))
          .join(''),
        roles: [...roles],
        joined_at: new Date('2026-01-01T00:00:00Z'),
      })),
    )
    .execute()
  const ofPosting = bed.as
  const isNew = (name: string): name is keyof typeof people => name in people
  const as = (name: DeskName): Actor =>
    isNew(name) ? { forceId: bed.forceId, personId: name, roles: people[name][2] } : ofPosting(name)
  return Object.assign(bed, {
    as,
    says: (words: string, how: Saying = {}) => say(bed, words, how),
    conversation: (id: string) => rowOf(bed, id),
    acts: async (id: string) =>
      (
        await bed.db
          .selectFrom('conversation_act')
          .select('kind')
          .where('conversation_id', '=', id)
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map((a) => a.kind),
  })
}

const places = { westport: 'practice', eastby: 'bluesky', chiefs: 'practice' } as const
const before = (bed: PostingBed, minutes: number) => new Date(bed.clock.now().getTime() - minutes * 60_000)

async function say(bed: PostingBed, words: string, how: Saying): Promise<string> {
  const { account = 'westport', category = 'question', danger = false, from = 'Bethan Rees', ago = 0 } = how
  const saidAt = before(bed, ago)
  const id = how.to ?? newId(bed.clock.now())
  const author = `p-${from.toLowerCase().replaceAll(' ', '-')}`
  const about = { category, danger, because: [] }
  if (how.to === undefined) {
    const row = {
      force_id: bed.forceId,
      id,
      account_id: account,
      network: how.network ?? places[account],
      kind: how.kind ?? ('public' as const),
      thread: `t-${id}`,
      about_post_id: how.about ?? null,
      author_external_id: author,
      author_handle: `@${author.slice(2)}`,
      author_name: from,
      opening: words,
      language: how.language ?? ('en' as const),
      stage: 'open' as const,
      stage_since: bed.clock.now(),
      category,
      suggestion: JSON.stringify(about),
      rank: rankOf(category, danger),
      opened_at: saidAt,
      last_said_at: saidAt,
      last_from: 'public' as const,
      waiting_since: saidAt,
      messages: 1,
    }
    const nothingYet = { first_look_at: null, looked_at: null, first_reply_at: null, incident_at: null }
    const clocked = {
      ...row,
      ...nothingYet,
      reopened_at: null,
      aims_from: null,
      danger_at: null,
      danger_last_at: null,
      crime_said: null,
      crime_recorded_at: null,
    }
    const due_at = await dueOf(bed.db, bed.forceId, clocked, bed.clock.now())
    await bed.db
      .insertInto('conversation')
      .values({ ...row, due_at })
      .execute()
  } else {
    await bed.db
      .updateTable('conversation')
      .set((e) => ({ last_said_at: saidAt, messages: e('messages', '+', 1), version: e('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  const messageId = newId(bed.clock.now())
  await bed.db
    .insertInto('message')
    .values({
      force_id: bed.forceId,
      id: messageId,
      conversation_id: id,
      account_id: account,
      network: how.network ?? places[account],
      external_id: `x-${messageId}`,
      kind: how.kind === 'direct' ? 'direct' : 'reply',
      author_external_id: author,
      author_handle: `@${author.slice(2)}`,
      author_name: from,
      text: words,
      language: how.language ?? 'en',
      said_at: saidAt,
      heard_at: before(bed, how.heardAgo ?? ago),
      state: 'live',
      state_since: saidAt,
    })
    .execute()
  return id
}

/** As if an answer of ours had been begun, and, with `sent`, seen to be out. Gives the post. */
export async function answers(bed: DeskBed, conversationId: string, by: DeskName, sent: boolean): Promise<string> {
  const postId = await bed.draft('leah')
  const message = await bed.db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .orderBy('said_at', 'desc')
    .executeTakeFirstOrThrow()
  const at = bed.clock.now()
  await bed.db
    .insertInto('answer')
    .values({
      force_id: bed.forceId,
      post_id: postId,
      conversation_id: conversationId,
      message_id: message.id,
      by_id: by,
      at,
      sent_at: sent ? at : null,
    })
    .execute()
  await bed.db
    .updateTable('conversation')
    .set(sent ? { waiting_since: null, first_reply_at: at, last_from: 'us' } : { draft_post_id: postId })
    .where('id', '=', conversationId)
    .execute()
  return postId
}

/** Closing a conversation as it stands now. */
export const closing = async (bed: DeskBed, id: string, outcome: OutcomeKind, more: object = {}) => {
  const { version } = await bed.conversation(id)
  return { id, version, outcome, reference: '', team: '', reason: '', ...more }
}
