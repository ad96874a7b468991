import { command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Ending, Look } from '../../networks/ending.ts'
import type { Line } from '../../networks/network.ts'
import { openTestbed, type Testbed } from '../../testbed.ts'
import type { Answering } from '../answering.ts'
import { workOnce } from './deliver.jobs.ts'
import { createDeliveries } from './delivery.commands.ts'
import type { Delivery } from './delivery.store.ts'
import { paces } from './pace.ts'
import type { Worker } from './worker.ts'

/** A line that does what the test says and keeps what arrived, so that a test can name the very moment of a misfortune. */
export type ScriptedLine = {
  sent: string[]
  looked: number
  removed: string[]
  endings: (Ending | 'throw')[]
  looks: Look[]
  duringSend: (() => Promise<void>) | null
  line: Line
}

const found = (key: string) => ({ externalId: `id-${key}`, url: `https://example.test/${key}`, proof: { key } })

export function scriptedLine(): ScriptedLine {
  const s: ScriptedLine = {
    sent: [],
    looked: 0,
    removed: [],
    endings: [],
    looks: [],
    duringSend: null,
    line: {
      whoAmI: async () => ({ kind: 'is', identity: { externalId: 'x', handle: 'x', name: 'x', profile: null } }),
      freeze: async (piece) => ({
        kind: 'frozen',
        frozen: { json: JSON.stringify({ text: piece.text, reply: piece.reply }) },
      }),
      send: async (frozen, key) => {
        await s.duringSend?.()
        const ending = s.endings.shift() ?? { kind: 'done', ...found(key) }
        if (ending === 'throw') throw new TypeError('fetch failed')
        if (ending.kind === 'done' || ending.kind === 'unknown') s.sent.push(JSON.parse(frozen.json).text as string)
        return ending
      },
      look: async (_frozen, key) => {
        s.looked += 1
        return (
          s.looks.shift() ??
          (s.removed.length > 0 ? { kind: 'absent', isProof: true } : { kind: 'found', ...found(key) })
        )
      },
      remove: async (id) => {
        s.removed.push(id)
        return { kind: 'done', externalId: id, url: null, proof: {} }
      },
      hear: async () => ({ kind: 'heard', messages: [], cursor: '', more: false, missing: null }),
      recheck: async () => ({ kind: 'seen', messages: {} }),
      count: async () => ({ kind: 'counted', followers: 0, following: null, posts: null }),
      followers: async () => ({ kind: 'followers', people: [], cursor: null }),
      moderate: async (_act, { externalId }) => ({ kind: 'done', externalId, url: null, proof: {} }),
    },
  }
  return s
}

export type DeliveryBed = Testbed & {
  script: ScriptedLine
  worker: Worker
  /** Queues one post of these pieces, due in `dueInMs`. Returns the delivery's id. */
  release(
    pieces: readonly string[],
    options?: {
      dueInMs?: number
      lateMs?: number
      account?: string
      below?: string | null
      answering?: Answering | null
    },
  ): Promise<string>
  work(): Promise<number>
  delivery(id: string): Promise<Delivery>
  alarms(): Promise<string[]>
}

/** A world with a person who may do everything about deliveries, two practice accounts (`a`, `b`; areas Westport, Eastby), and a scripted line. */
export async function openDeliveryBed(): Promise<DeliveryBed> {
  const bed = await openTestbed()
  const script = scriptedLine()
  const worker: Worker = { name: 'w1', pace: paces.real, lineOf: async () => script.line, forget: () => {} }
  const at = bed.clock.now()
  const roles = ['productOwner', 'headOfCommunications', 'communicationsOfficer']
  await bed.db
    .insertInto('person')
    .values({ force_id: bed.forceId, id: 'p', name: 'Ffion Maddox', rank: 'Ms', initials: 'FM', roles, joined_at: at })
    .execute()
  for (const [id, area] of [
    ['a', 'Westport'],
    ['b', 'Eastby'],
  ] as const) {
    await bed.db
      .insertInto('account')
      .values({
        force_id: bed.forceId,
        id,
        network: 'practice',
        handle: id,
        name: id,
        class: 'corporate',
        kind: 'single',
        status: 'live',
        purpose: '',
        signature_place: 'none',
        area,
        created_at: at,
      })
      .execute()
  }
  for (const id of ['a', 'b'])
    await bed.db
      .insertInto('contributor')
      .values({ force_id: bed.forceId, id: `c${id}`, account_id: id, person_id: 'p', from_at: at })
      .execute()
  let n = 0
  return Object.assign(bed, {
    script,
    worker,
    actor: { forceId: bed.forceId, personId: 'p', roles },
    async release(
      pieces: readonly string[],
      {
        dueInMs = 0,
        lateMs = 1_800_000,
        account = 'a',
        below = null as string | null,
        answering = null as Answering | null,
      } = {},
    ) {
      const postId = `post${n++}`
      const now = bed.clock.now()
      const dueAt = new Date(now.getTime() + dueInMs)
      await bed.db
        .insertInto('post')
        .values({
          force_id: bed.forceId,
          id: postId,
          author_id: 'p',
          stage: 'released',
          stage_since: now,
          version: 1,
          digest: '',
          content: '{}',
          created_at: now,
          changed_at: now,
        })
        .execute()
      await command(bed, bed.actor, async (c) =>
        ok(
          await createDeliveries(c, {
            postId,
            dueAt,
            belowPostId: below,
            answering,
            targets: [
              {
                accountId: account,
                handle: account,
                network: 'practice',
                area: account === 'a' ? 'Westport' : 'Eastby',
                lateAfter: new Date(dueAt.getTime() + lateMs),
                pieces: pieces.map((text) => ({ text, languages: ['en'], pictures: [] })),
              },
            ],
          }),
        ),
      )
      const row = await bed.db
        .selectFrom('delivery')
        .select('id')
        .where('post_id', '=', postId)
        .executeTakeFirstOrThrow()
      return row.id
    },
    work: () => workOnce(bed, worker),
    delivery: (id: string) => bed.db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    alarms: async () =>
      (await bed.db.selectFrom('alarm').select('kind').where('settled_at', 'is', null).orderBy('kind').execute()).map(
        (a) => a.kind,
      ),
  })
}
