import type { Proof } from '../../networks/ending.ts'
import type { Heard, HeardMessage, Line, NotHeard, Rechecked } from '../../networks/network.ts'
import { scriptedLine } from '../../posting/delivery/delivery.testbed.ts'
import { practiceId } from '../../register/register.testbed.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import { beginAll, type Listener, listenOnce } from './listen.jobs.ts'
import { listenPaces } from './pace.ts'

/** A network that does what the test says: it holds what was said, in order, and hands it out in pages with an overlap. */
export type Sea = {
  said: HeardMessage[]
  /** Used up before anything is handed out. */
  instead: (NotHeard | 'throw')[]
  page: number
  overlap: number
  asked: (string | null)[]
  states: Rechecked['messages']
  during: (() => Promise<void>) | null
  line: Line
}

export function openSea(): Sea {
  const sea: Sea = {
    said: [],
    instead: [],
    page: 3,
    overlap: 1,
    asked: [],
    states: {},
    during: null,
    line: scriptedLine().line,
  }
  const hear = async (cursor: string | null): Promise<Heard | NotHeard> => {
    sea.asked.push(cursor)
    const instead = sea.instead.shift()
    if (instead === 'throw') throw new TypeError('fetch failed')
    if (instead) return instead
    const at = Math.max(0, Number(cursor ?? 0) - sea.overlap)
    const messages = sea.said.slice(at, at + sea.overlap + sea.page)
    const end = at + messages.length
    await sea.during?.()
    return { kind: 'heard', messages, cursor: String(end), more: end < sea.said.length, missing: null }
  }
  const recheck: Line['recheck'] = async (ids) => ({
    kind: 'seen',
    messages: Object.fromEntries(ids.flatMap((id) => (sea.states[id] ? [[id, sea.states[id]]] : []))),
  })
  sea.line = { ...sea.line, hear, recheck }
  return sea
}

export const at = (bed: Testbed, msAgo = 0): string => new Date(bed.clock.now().getTime() - msAgo).toISOString()

export type ListenBed = Testbed & {
  sea: Sea
  listener: Listener
  /** Somebody says something on the network. Returns its id there. */
  say(text: string, more?: Partial<HeardMessage> & { by?: string }): string
  /** A post of ours on account `a` whose pieces have these ids on the network; an answer in a conversation when `answers` says so. */
  ours(externalIds: readonly string[], more?: { speaker?: string; answers?: string }): Promise<string>
  /** Lets the next asking be due, and hears. */
  hear(): Promise<number>
  /** Network ids of the messages of each conversation, oldest conversation first. */
  groups(): Promise<string[]>
  row(): Promise<{
    state: string
    cursor: string | null
    words: string
    heard_at: Date | null
    behind_since: Date | null
    next_at: Date
    begun_at: Date | null
    looks_failing_since: Date | null
    looks_words: string
  }>
  alarms(): Promise<string[]>
  conversation(externalId: string): ReturnType<typeof conversationOf>
}

const conversationOf = (bed: Testbed, externalId: string) =>
  bed.db
    .selectFrom('conversation as c')
    .innerJoin('message as m', 'm.conversation_id', 'c.id')
    .selectAll('c')
    .where('m.external_id', '=', externalId)
    .executeTakeFirstOrThrow()

/** A live account `a`, somebody (`p`) who signs there, and a network played by the test. */
export async function openListenBed(options: Parameters<typeof openTestbed>[0] = {}): Promise<ListenBed> {
  const bed = await openTestbed(options)
  const sea = openSea()
  const since = bed.clock.now()
  const person = { force_id: bed.forceId, id: 'p', name: 'Ffion Maddox', rank: 'PC', initials: 'FM', joined_at: since }
  await bed.db.insertInto('person').values(person).execute()
  await bed.db
    .insertInto('account')
    .values({
      force_id: bed.forceId,
      id: 'a',
      network: practiceId,
      handle: 'westshire',
      name: 'Westshire',
      class: 'corporate',
      kind: 'single',
      status: 'live',
      purpose: '',
      signature_place: 'none',
      external_id: 'us',
      cover: JSON.stringify([{ day: 1, from: '09:00', to: '17:00' }]),
      created_at: since,
    })
    .execute()
  await bed.db
    .insertInto('contributor')
    .values({ force_id: bed.forceId, id: 'c', account_id: 'a', person_id: 'p', from_at: since })
    .execute()
  await beginAll(bed, bed.forceId)
  const listener: Listener = { name: 'l1', pace: listenPaces.real, lineOf: async () => sea.line, looked: new Map() }
  let posts = 0
  return Object.assign(bed, {
    sea,
    listener,
    say(text: string, { by = 'ann', ...more }: Partial<HeardMessage> & { by?: string } = {}) {
      const message = heardMessage(`m${sea.said.length + 1}`, text, by, at(bed), more)
      sea.said.push(message)
      return message.externalId
    },
    async ours(
      externalIds: readonly string[],
      { speaker = 'p', answers }: { speaker?: string; answers?: string } = {},
    ) {
      const id = `post${++posts}`
      await insertOurs(bed, id, externalIds, speaker)
      if (answers)
        await bed.db
          .insertInto('answer')
          .values({
            force_id: bed.forceId,
            post_id: id,
            conversation_id: answers,
            message_id: '',
            by_id: 'p',
            at: bed.clock.now(),
          })
          .execute()
      return id
    },
    hear() {
      bed.clock.forward(30_000)
      return listenOnce(bed, listener)
    },
    async groups() {
      const rows = await bed.db
        .selectFrom('message')
        .select(['conversation_id', 'external_id'])
        .orderBy('external_id')
        .execute()
      return [...Map.groupBy(rows, (r) => r.conversation_id)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, g]) => g.map((r) => r.external_id).join())
    },
    row: () => bed.db.selectFrom('listening').selectAll().where('account_id', '=', 'a').executeTakeFirstOrThrow(),
    alarms: async () =>
      (await bed.db.selectFrom('alarm').select('kind').where('settled_at', 'is', null).execute()).map((a) => a.kind),
    conversation: (externalId: string) => conversationOf(bed, externalId),
  })
}

export function heardMessage(
  id: string,
  text: string,
  by: string,
  saidAt: string,
  more: Partial<HeardMessage> = {},
): HeardMessage {
  const proof: Proof = { id }
  const parent = more.parent ?? null
  const root = more.root ?? parent
  return {
    externalId: id,
    kind: parent === null ? 'mention' : 'reply',
    author: { externalId: `public:${by}`, handle: by, name: by },
    text,
    languages: ['en'],
    saidAt,
    url: null,
    thread: root ?? id,
    proof,
    rootProof: null,
    version: '1',
    pictures: [],
    ...more,
    parent,
    root,
  }
}

async function insertOurs(bed: Testbed, id: string, externalIds: readonly string[], speaker: string): Promise<void> {
  const now = bed.clock.now()
  const of = { force_id: bed.forceId }
  await bed.db
    .insertInto('post')
    .values({
      ...of,
      id,
      author_id: 'p',
      speaker_id: speaker,
      stage: 'released',
      stage_since: now,
      version: 1,
      digest: '',
      content: '{}',
      created_at: now,
      changed_at: now,
    })
    .execute()
  await bed.db
    .insertInto('delivery')
    .values({
      ...of,
      id: `d-${id}`,
      post_id: id,
      account_id: 'a',
      network: practiceId,
      state: 'sent',
      state_since: now,
      due_at: now,
      next_at: now,
      late_after: now,
    })
    .execute()
  await bed.db
    .insertInto('piece')
    .values(
      externalIds.map((external_id, n) => ({
        ...of,
        delivery_id: `d-${id}`,
        n,
        text: '',
        key: external_id,
        external_id,
      })),
    )
    .execute()
}
