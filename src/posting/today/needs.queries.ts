import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { Waiting } from '../approval/approval.queries.ts'
import { openable, openTo, shut } from '../open-to.queries.ts'
import { contentOf } from '../post.store.ts'
import { titleOf } from '../post.ts'
import { accountsBy } from '../refs.queries.ts'
import type { need } from './today.contract.ts'

export type Need = z.input<typeof need>

const day = 86_400_000

const minutesSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / 60_000)

/** An approval within the hour, or past its time: nobody else will make it happen. */
export const approvalNeeds = (mine: readonly Waiting[]): Need[] =>
  mine.flatMap((w) =>
    w.minutesLeft === null || w.minutesLeft > 60
      ? []
      : [
          {
            kind: w.minutesLeft < 0 ? 'overdueApproval' : 'approval',
            key: `approval:${w.id}`,
            title: w.title,
            minutes: Math.abs(w.minutesLeft),
            at: w.dueAt ?? w.askedAt,
            postId: w.id,
            deliveryId: null,
            alarmId: null,
            alarm: null,
            account: null,
            words:
              w.minutesLeft < 0
                ? 'It was due and nobody decided. Approved now it is held until somebody chooses a new time.'
                : 'Not released in time, it is held.',
          },
        ],
  )

type NeedRow = {
  kind: 'alarm' | 'needsPerson' | 'refused'
  alarm: string | null
  id: string
  at: Date
  words: string
  post_id: string | null
  delivery_id: string | null
  account_id: string | null
  content: unknown
}

/** Open alarms, and deliveries in doubt or refused that no alarm speaks for. */
export async function deliveryNeeds(db: Db, actor: Actor, now: Date): Promise<Need[]> {
  const { forceId } = actor
  const content = sql`case when ${openTo(actor, now, 'p')} then p.content end`
  const { rows } = await sql<NeedRow>`
    select 'alarm' as kind, a.kind as alarm, a.id, a.raised_at as at, a.words, d.post_id, d.id as delivery_id, coalesce(d.account_id, n.id) as account_id, ${content} as content
    from alarm a left join account n on n.force_id = a.force_id and a.subject like 'account:%' and n.id = split_part(a.subject, ':', 2)
      left join delivery d on d.force_id = a.force_id and a.subject like 'delivery:%' and d.id = split_part(a.subject, ':', 2)
      left join post p on p.force_id = d.force_id and p.id = d.post_id
    where a.force_id = ${forceId} and a.settled_at is null
    union all
    select case when d.state = 'refused' then 'refused' else 'needsPerson' end, null, d.id, d.state_since, d.words, d.post_id, d.id, d.account_id, ${content}
    from delivery d join post p on p.force_id = d.force_id and p.id = d.post_id
    where d.force_id = ${forceId} and d.state in ('needs-person', 'refused') and d.state_since > ${new Date(now.getTime() - 14 * day)}
      and not exists (select 1 from alarm a where a.force_id = d.force_id and a.settled_at is null and a.subject = 'delivery:' || d.id)
    order by 4 limit 100`.execute(db)
  const accounts = await accountsBy(
    db,
    forceId,
    rows.flatMap((r) => r.account_id ?? []),
  )
  return rows.map((r) => ({
    kind: r.kind,
    key: `${r.kind}:${r.id}`,
    title: r.content
      ? titleOf(contentOf({ content: r.content }).pieces)
      : (accounts.get(r.account_id ?? '')?.name ?? 'Needs a person'),
    words: r.words,
    at: r.at.toISOString(),
    minutes: minutesSince(r.at, now),
    postId: r.post_id,
    deliveryId: r.delivery_id,
    alarmId: r.kind === 'alarm' ? r.id : null,
    alarm: r.alarm,
    account: accounts.get(r.account_id ?? '') ?? null,
  }))
}

const ofPostAlone = { deliveryId: null, alarmId: null, alarm: null, account: null }

/** Posts to look at afterwards, and drafts that came back to this person. */
export const myNeeds = async (db: Db, actor: Actor, now: Date): Promise<Need[]> => [
  ...(await toLookAt(db, actor, now)),
  ...(await cameBack(db, actor, now)),
]

async function toLookAt(db: Db, actor: Actor, now: Date): Promise<Need[]> {
  const looks = await db
    .selectFrom('afterlook as l')
    .innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'l.force_id').onRef('p.id', '=', 'l.post_id'))
    .select(['p.id', 'p.content', 'p.author_id', 'l.due_at', 'l.why', openTo(actor, now, 'p').as('opened')])
    .where('l.force_id', '=', actor.forceId)
    .where('l.done_at', 'is', null)
    .where(openable(actor, now, 'p'))
    .where(
      sql<boolean>`not exists (select 1 from decision d where d.force_id = l.force_id and d.post_id = l.post_id and d.kind = 'releaseAtOnce' and d.person_id = ${actor.personId})`,
    )
    .orderBy('l.due_at')
    .limit(100)
    .execute()
  return looks
    .filter((l) => may(actor, 'afterlook', { authorId: l.author_id }))
    .map((l) => ({
      ...ofPostAlone,
      kind: 'afterlook',
      key: `afterlook:${l.id}`,
      title: titleOf(contentOf(shut(l)).pieces),
      at: l.due_at.toISOString(),
      minutes: Math.abs(minutesSince(l.due_at, now)),
      postId: l.id,
      words: `${l.why === 'emergency' ? 'Released in an emergency' : 'Released without a second person'}. Look at it ${l.due_at < now ? 'now: its time is past' : 'in time'}.`,
    }))
}

async function cameBack(db: Db, actor: Actor, now: Date): Promise<Need[]> {
  const back = await db
    .selectFrom('post')
    .select(['id', 'content', 'stage_since', openTo(actor, now).as('opened')])
    .where('force_id', '=', actor.forceId)
    .where('stage', '=', 'sentBack')
    .where(openable(actor, now))
    .where((e) => e.or([e('author_id', '=', actor.personId ?? ''), e('speaker_id', '=', actor.personId ?? '')]))
    .orderBy('stage_since')
    .limit(50)
    .execute()
  return back.map((b) => ({
    ...ofPostAlone,
    kind: 'sentBack',
    key: `sentBack:${b.id}`,
    title: titleOf(contentOf(shut(b)).pieces),
    words: 'It came back to you with a note.',
    at: b.stage_since.toISOString(),
    minutes: minutesSince(b.stage_since, now),
    postId: b.id,
  }))
}
