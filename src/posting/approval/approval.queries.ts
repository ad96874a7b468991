import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import type { Override } from '../../rulebook/finding.ts'
import { speakersOf } from '../facts.queries.ts'
import { shownMeanwhile } from '../meanwhile.ts'
import { openable, openTo, readPost, shut } from '../open-to.queries.ts'
import { headsOf } from '../post.queries.ts'
import type { PostRow } from '../post.store.ts'
import { actsOf, whyNotApprove } from '../record/acts.queries.ts'
import { peopleBy } from '../refs.queries.ts'
import { postRefusals as no } from '../refusals.ts'
import { whenWords } from '../schedule.ts'
import type { listApprovals, oneApproval, waiting } from './approval.contract.ts'
import { batchesBy, oneOfBatch } from './batches.queries.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Sheet, sheet as sheetSchema } from './sheet.ts'
import { notSpeaking, overridesBy, overridesOf, type Standing, standingOf, standingsOf } from './standing.queries.ts'

export type Waiting = z.input<typeof waiting>
type One = z.input<typeof oneApproval.output>

/** So many at most are looked at: a force with more waiting than this has another problem. */
const most = 200

/** What waits for approval, the most urgent first. */
export async function approvalsFor(db: Db, actor: Actor, now: Date): Promise<z.input<typeof listApprovals.output>> {
  const rows = await db
    .selectFrom('post')
    .selectAll()
    .select(openTo(actor, now).as('opened'))
    .where('force_id', '=', actor.forceId)
    .where('stage', '=', 'asked')
    .where(openable(actor, now))
    .where(oneOfBatch(actor.forceId))
    .orderBy('stage_since')
    .limit(most)
    .execute()
  const list = await waitingOf(db, actor, rows, now)
  return {
    now: now.toISOString(),
    mine: list.filter((w) => w.whyNotMe === null),
    others: list.filter((w) => w.whyNotMe !== null),
  }
}

type Frozen = { version: number; digest: string; at: Date; by_id: string; sheet: unknown }

async function waitingOf(
  db: Db,
  actor: Actor,
  rows: readonly (PostRow & { opened: boolean })[],
  now: Date,
): Promise<Waiting[]> {
  if (rows.length === 0) return []
  const { forceId } = actor
  const heads = await headsOf(db, forceId, rows.map(shut))
  const frozen = await db
    .selectFrom('post_version as v')
    .innerJoin('post as p', (j) =>
      j.onRef('p.force_id', '=', 'v.force_id').onRef('p.id', '=', 'v.post_id').onRef('p.version', '=', 'v.version'),
    )
    .select(['v.post_id', 'v.at', 'v.by_id'])
    .where('v.force_id', '=', forceId)
    .where(
      'v.post_id',
      'in',
      rows.map((r) => r.id),
    )
    .execute()
  const person = await peopleBy(
    db,
    forceId,
    frozen.map((f) => f.by_id),
  )
  const standings = await standingsOf(db, forceId, rows, now)
  const ids = rows.map((r) => r.id)
  const overrides = await overridesBy(db, forceId, ids)
  const batches = await batchesBy(db, forceId, ids)
  return standings
    .flatMap((s, n): Waiting[] => {
      const head = heads[n]
      if (!head) return []
      const asked = frozen.find((f) => f.post_id === s.post.id)
      const by = asked ? person(asked.by_id) : head.author
      return [
        {
          ...head,
          askedBy: by,
          askedAt: (asked?.at ?? s.post.stage_since).toISOString(),
          ...urgency(s, now),
          open: openIn(s, overrides(s.post.id, s.digest)),
          batch: batches.get(s.post.id) ?? null,
          meanwhile: shownMeanwhile(s.post, s.facts.zone, now),
          whyNotMe: rows[n]?.opened === false ? no.openFirst.words : whyNotApprove(actor, s, now),
        },
      ]
    })
    .sort((a, b) => (a.minutesLeft ?? 0) - (b.minutesLeft ?? 0) || (a.askedAt < b.askedAt ? -1 : 1))
}

const urgency = (s: Standing, now: Date) =>
  s.due?.scheduled
    ? {
        dueAt: s.due.instant.toISOString(),
        minutesLeft: Math.floor((s.due.instant.getTime() - now.getTime()) / 60_000),
      }
    : { dueAt: null, minutesLeft: null }

function openIn(s: Standing, overrides: readonly Override[]): Waiting['open'] {
  const open = s.check('willAsk', overrides).findings.filter((f) => f.state === 'open')
  const count = (severity: string) => open.filter((f) => f.severity === severity).length
  return { block: count('block'), needsApproval: count('needsApproval') }
}

/** Exactly what is put before the approver, and everything that is needed to decide. */
export async function approvalOf(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<One>> {
  const { forceId } = actor
  const found = await readPost(db, actor, now, id)
  if (!found.ok) return found
  const row = found.value
  if (row.stage !== 'asked') return refuse(no.notAsked)
  const [post] = await waitingOf(db, actor, [{ ...row, opened: true }], now)
  const frozen = await versionOf(db, forceId, id, row.version)
  if (!post || !frozen) return refuse(no.notAsked)
  const s = await standingOf(db, row, now)
  const sheet = sheetSchema.parse(frozen.sheet)
  const drifted = driftOf(s, sheet, now)
  const result = s.check('willAsk', await overridesOf(db, forceId, id, s.digest))
  const person = await peopleBy(
    db,
    forceId,
    result.findings.map((f) => f.decision?.personId ?? null),
  )
  const [self] = actor.personId ? await speakersOf(db, forceId, [actor.personId]) : []
  return ok({
    now: now.toISOString(),
    post,
    conversationId: row.conversation_id,
    sheet,
    drifted,
    superseded: drifted.length > 0,
    frozen: { version: frozen.version, digest: frozen.digest, at: frozen.at.toISOString() },
    since: await sinceApproval(db, forceId, row, sheet, now),
    rationale: s.content.rationale,
    intent: s.content.intent,
    reviewAt: s.content.reviewAt,
    check: {
      at: now.toISOString(),
      result,
      deciders: [...new Set(result.findings.flatMap((f) => f.decision?.personId ?? []))].map(person),
    },
    whenWords: s.due?.scheduled ? whenWords(s.due.instant, s.facts.zone, now) : 'As soon as it is approved',
    acts: actsOf(
      actor,
      self ?? null,
      s,
      { out: 0, waiting: 0, afterlookOpen: false, releasedBy: null, sentBack: false },
      now,
    ),
    next: await nextFor(db, actor, now, id),
  })
}

const versionOf = (db: Db, forceId: string, id: string, version: number): Promise<Frozen | undefined> =>
  db
    .selectFrom('post_version')
    .select(['version', 'digest', 'at', 'by_id', 'sheet'])
    .where('force_id', '=', forceId)
    .where('post_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()

/** What is no longer as it was frozen, though nobody touched the post. */
const driftOf = (s: Standing, frozen: Sheet, now: Date): Change[] => [
  ...changesBetween(frozen, s.sheet, now),
  ...notSpeaking(s, now).map((words) => ({ field: 'Who speaks', before: null, now: words })),
]

/** What changed since somebody last approved a version of it; null when nobody has. */
async function sinceApproval(db: Db, forceId: string, post: PostRow, sheet: Sheet, now: Date): Promise<One['since']> {
  const last = await db
    .selectFrom('decision as d')
    .innerJoin('post_version as v', (j) =>
      j
        .onRef('v.force_id', '=', 'd.force_id')
        .onRef('v.post_id', '=', 'd.post_id')
        .onRef('v.version', '=', 'd.version'),
    )
    .select(['d.version', 'd.person_id', 'd.at', 'v.sheet'])
    .where('d.force_id', '=', forceId)
    .where('d.post_id', '=', post.id)
    .where('d.kind', '=', 'approve')
    .orderBy('d.at', 'desc')
    .executeTakeFirst()
  if (!last) return null
  const person = await peopleBy(db, forceId, [last.person_id])
  return {
    version: last.version,
    by: person(last.person_id),
    at: last.at.toISOString(),
    changes: changesBetween(sheetSchema.parse(last.sheet), sheet, now),
  }
}

async function nextFor(db: Db, actor: Actor, now: Date, id: string): Promise<string | null> {
  const { mine } = await approvalsFor(db, actor, now)
  // One answer to many is decided on a page of its own.
  return mine.find((w) => w.id !== id && w.batch === null)?.id ?? null
}
