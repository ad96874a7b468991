import { newId } from '../../foundation/identity.ts'
import type { Actor } from '../../foundation/world.ts'
import type { Ending } from '../../networks/ending.ts'
import type { Line } from '../../networks/network.ts'
import { networks } from '../../networks/networks.ts'
import { paces } from '../../posting/delivery/pace.ts'
import type { Worker } from '../../posting/delivery/worker.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { look } from '../conversation.commands.ts'
import { type Deciding, moderate } from './moderation.commands.ts'
import { moderateOnce } from './moderation.jobs.ts'
import type { Act } from './moderation.ts'
import { beginStandards } from './standard.commands.ts'

type Asked = { act: Act; subject: Parameters<Line['moderate']>[1]; undo: boolean; reason: string }

/** A network that ends as the test says and keeps what it was asked. */
export type ModeratingLine = {
  asked: Asked[]
  endings: (Ending | 'throw')[]
  during: (() => Promise<void>) | null
  noLine: boolean
}

const done: Ending = { kind: 'done', externalId: 'x', url: null, proof: {} }

export type ModerationBed = Testbed & {
  script: ModeratingLine
  worker: Worker
  /** At the desk; a second one there; the head of communications; somebody who only looks. */
  danny: Actor
  sian: Actor
  head: Actor
  reviewer: Actor
  conversation(change?: Partial<ConversationRow>): Promise<{ conversation: string; message: string }>
  /** As the desk records that somebody opens intelligence. */
  opens(by: Actor, conversation: string): Promise<void>
  decide(change?: Partial<Deciding> & { by?: Actor }): Promise<string>
  work(worker?: Worker): Promise<number>
  row(
    id: string,
  ): Promise<{ state: string; network_words: string; tries: number; next_at: Date | null; lifted_by: string | null }>
  alarms(): Promise<string[]>
}

type ConversationRow = {
  category: 'threatOrVulnerable' | 'abuse' | 'intelligence' | 'comment'
  category_by: string | null
  category_at: Date | null
  first_look_at: Date | null
  suggestion: string
  kind: 'public' | 'direct'
  account: string
  author: string
  language: 'en' | 'cy'
}

export async function openModerationBed(): Promise<ModerationBed> {
  const bed = await openTestbed()
  const at = bed.clock.now()
  const person = async (id: string, name: string, roles: readonly string[]): Promise<Actor> => {
    const row = {
      force_id: bed.forceId,
      id,
      name,
      rank: 'PC',
      initials: name.slice(0, 2),
      roles: [...roles],
      joined_at: at,
    }
    await bed.db.insertInto('person').values(row).execute()
    return { forceId: bed.forceId, personId: id, roles }
  }
  const account = (id: string, network: string) => ({
    force_id: bed.forceId,
    id,
    network,
    handle: `@${id}`,
    name: `Westshire ${id}`,
    class: 'corporate' as const,
    kind: 'single' as const,
    status: 'live' as const,
    purpose: '',
    signature_place: 'none' as const,
    created_at: at,
  })
  const able = networks.find((n) => n.practice)?.id ?? ''
  const unable = networks.find((n) => n.moderates.length === 0)?.id ?? ''
  await bed.db
    .insertInto('account')
    .values([account('a', able), account('b', able), account('listed', unable)])
    .execute()
  const script: ModeratingLine = { asked: [], endings: [], during: null, noLine: false }
  const worker = (name: string): Worker => ({
    name,
    pace: paces.real,
    forget: () => {},
    lineOf: async () => {
      if (script.noLine) return { keyEnded: true, words: 'Nobody has connected this account.' }
      return { moderate: askedOf(script) } as unknown as Line
    },
  })
  const danny = await person('danny', 'Danny Wroe', ['deskAgent'])
  const head = await person('jan', 'Jan Head', ['headOfCommunications'])
  await beginStandards(bed, head)
  const made: ModerationBed = Object.assign(bed, {
    script,
    worker: worker('w1'),
    danny,
    head,
    sian: await person('sian', 'Siân Pryor', ['supervisor']),
    reviewer: await person('rev', 'Rhys Only', ['reviewer']),
    conversation: (change: Partial<ConversationRow> = {}) => insertConversation(bed, change),
    async opens(by: Actor, conversation: string) {
      const outcome = await look(bed, by, { id: conversation })
      if (!outcome.ok) throw new Error(outcome.refusal.id)
    },
    async decide({ by = danny, ...change }: Partial<Deciding> & { by?: Actor } = {}) {
      const place = change.conversation ? {} : await insertConversation(bed, {})
      const usual = { conversation: '', message: '', act: 'hide' as const, code: 'CS3', reason: 'Slur', days: null }
      const outcome = await moderate(bed, by, { ...usual, ...place, ...change })
      if (!outcome.ok) throw new Error(outcome.refusal.id)
      return outcome.value.id
    },
    work: (w = made.worker) => moderateOnce(bed, w),
    row: (id: string) => bed.db.selectFrom('moderation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    alarms: async () =>
      (await bed.db.selectFrom('alarm').select('kind').where('settled_at', 'is', null).orderBy('kind').execute()).map(
        (a) => a.kind,
      ),
  })
  return made
}

const askedOf =
  (script: ModeratingLine): Line['moderate'] =>
  async (act, subject, undo, reason) => {
    script.asked.push({ act, subject, undo, reason })
    await script.during?.()
    const ending = script.endings.shift() ?? done
    if (ending === 'throw') throw new TypeError('fetch failed')
    return ending
  }

/** One message of the public with its conversation, as listening leaves them. */
async function insertConversation(bed: Testbed, change: Partial<ConversationRow>) {
  const { account = 'a', author = 'did:someone', ...columns } = change
  const now = bed.clock.now()
  const [conversation, message] = [newId(now), newId(now)]
  const { network } = await bed.db
    .selectFrom('account')
    .select('network')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const from = { author_external_id: author, author_handle: 'someone.example', author_name: 'Some One' }
  const place = { force_id: bed.forceId, account_id: account, network, ...from }
  await bed.db
    .insertInto('conversation')
    .values({
      ...place,
      id: conversation,
      kind: 'public',
      thread: `root-${conversation}`,
      opening: 'words',
      language: 'en',
      stage: 'open',
      stage_since: now,
      category: 'abuse',
      rank: 5,
      opened_at: now,
      last_said_at: now,
      last_from: 'public',
      messages: 1,
      ...columns,
    })
    .execute()
  await bed.db
    .insertInto('message')
    .values({
      ...place,
      id: message,
      conversation_id: conversation,
      external_id: `ext-${message}`,
      kind: columns.kind === 'direct' ? 'direct' : 'reply',
      text: 'Some foul words, Some One of 3 Mill Lane',
      language: 'en',
      said_at: now,
      heard_at: now,
      state_since: now,
    })
    .execute()
  return { conversation, message }
}
