import type { z } from 'zod'
import { factsAbout } from '../../audit/audit.queries.ts'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor } from '../../foundation/world.ts'
import { checkResultSchema } from '../../rulebook/finding.ts'
import { waitingPlaces, whatFell } from '../approval/fallen.queries.ts'
import { sheet as sheetSchema } from '../approval/sheet.ts'
import { overridesOf, type Standing, standingOf } from '../approval/standing.queries.ts'
import { speakersOf } from '../facts.queries.ts'
import { said } from '../facts.ts'
import { readPost } from '../open-to.queries.ts'
import type { onePost } from '../post.contract.ts'
import { headsOf } from '../post.queries.ts'
import { contentOf, type DecisionRow } from '../post.store.ts'
import { titleOf } from '../post.ts'
import { peopleBy } from '../refs.queries.ts'
import { postRefusals as no } from '../refusals.ts'
import { whenWords } from '../schedule.ts'
import { actsOf } from './acts.queries.ts'
import { deliveriesOf } from './deliveries.queries.ts'
import { lifeOf } from './life.ts'

type Whole = z.input<typeof onePost.output>

/** One post, whole: what it says, what was decided, where it is, what may be done now. A fixed number of statements. */
export async function postRecord(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<Whole>> {
  const { forceId } = actor
  const found = await readPost(db, actor, now, id)
  if (!found.ok) return found
  const post = found.value
  const [head] = await headsOf(db, forceId, [post])
  if (!head) return refuse(no.noPost)
  const s = await standingOf(db, post, now)
  const parts = await partsOf(db, forceId, id)
  const person = await peopleBy(db, forceId, peopleIn(parts))
  const [self] = actor.personId ? await speakersOf(db, forceId, [actor.personId]) : []
  const covered = coveredBy(s, parts.versions)
  return ok({
    ...head,
    ...covered,
    content: s.content,
    whenWords: goesOutAt(s, now),
    standing: whatFell(s, await waitingPlaces(db, forceId, [id]), now),
    corrects: await correctsOf(db, forceId, post.corrects_post_id, post.corrects_reason),
    correctedBy: await correctionsOf(db, forceId, id),
    versions: parts.versions.map(shownVersion),
    decisions: parts.decisions.map((d) => ({
      ...shownDecision(d, person),
      stands: d.digest === covered.digest && d.version === post.version,
    })),
    check: await checkOf(db, s, parts.checks, now),
    deliveries: parts.deliveries,
    life: lifeIn(s, parts, person, now),
    afterlook: parts.afterlook && shownAfterlook(parts.afterlook, person),
    acts: actsOf(actor, self ?? null, s, whereItIs(parts), now),
  })
}

type Parts = Awaited<ReturnType<typeof partsOf>>
type Person = Awaited<ReturnType<typeof peopleBy>>

const peopleIn = ({ decisions, facts, afterlook }: Parts) => [
  ...decisions.map((d) => d.person_id),
  ...facts.map((f) => f.actor),
  afterlook?.done_by ?? null,
]

/** What was released stays what it was, whoever has been promoted since; before that, as it stands now. */
function coveredBy(s: Standing, versions: Parts['versions']): Pick<Whole, 'sheet' | 'digest'> {
  const released = s.post.stage === 'released' ? versions.findLast((v) => v.digest === s.post.digest) : undefined
  const { sheet, digest } = released ? { ...released, sheet: sheetSchema.parse(released.sheet) } : s
  return { sheet, digest }
}

function goesOutAt(s: Standing, now: Date): string {
  const at = s.due && (s.post.due_at ?? s.due.instant)
  return at && (s.due?.scheduled || s.post.due_at) ? whenWords(at, s.facts.zone, now) : 'As soon as it is released'
}

const shownVersion = (v: Parts['versions'][number]): Whole['versions'][number] => ({
  version: v.version,
  digest: v.digest,
  at: v.at.toISOString(),
  sheet: sheetSchema.parse(v.sheet),
})

const shownDecision = (d: DecisionRow, person: Person): Omit<Whole['decisions'][number], 'stands'> => ({
  id: d.id,
  version: d.version,
  kind: d.kind,
  finding: d.finding,
  role: d.role,
  by: person(d.person_id),
  reason: d.reason,
  at: d.at.toISOString(),
})

const shownAfterlook = (a: NonNullable<Parts['afterlook']>, person: Person): Whole['afterlook'] => ({
  why: a.why,
  dueAt: a.due_at.toISOString(),
  doneAt: a.done_at?.toISOString() ?? null,
  by: a.done_by ? person(a.done_by) : null,
  verdict: a.verdict,
  words: a.words,
})

const lifeIn = (s: Standing, { facts, decisions, checks, deliveries }: Parts, person: Person, now: Date) =>
  lifeOf({
    facts,
    decisions,
    now,
    zone: s.facts.zone,
    dueAt: s.post.due_at,
    nameOf: (who) => said(person(who)),
    checks: checks.map((ch) => ({ at: ch.at, result: checkResultSchema.parse(ch.result) })),
    deliveries: deliveries.map((d) => ({
      id: d.id,
      handle: d.account.handle,
      state: d.state,
      state_since: new Date(d.since),
      sent_at: d.sentAt ? new Date(d.sentAt) : null,
      next_at: new Date(d.nextAt),
      looks: d.looks,
      words: d.words,
      removal: d.removal,
    })),
  })

async function partsOf(db: Db, forceId: string, id: string) {
  const decisions: DecisionRow[] = await db
    .selectFrom('decision')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('post_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const versions = await db
    .selectFrom('post_version')
    .select(['version', 'digest', 'at', 'sheet'])
    .where('force_id', '=', forceId)
    .where('post_id', '=', id)
    .orderBy('version')
    .execute()
  const checks = await db
    .selectFrom('check_result')
    .select(['at', 'result'])
    .where('force_id', '=', forceId)
    .where('subject', '=', `post:${id}`)
    .orderBy('at')
    .execute()
  const deliveries = await deliveriesOf(db, forceId, id)
  const afterlook =
    (await db
      .selectFrom('afterlook')
      .selectAll()
      .where('force_id', '=', forceId)
      .where('post_id', '=', id)
      .executeTakeFirst()) ?? null
  const facts = await factsAbout(db, forceId, [`post:${id}`])
  return { decisions, versions, checks, deliveries, afterlook, facts }
}

/** `out`: on so many accounts something of it is live; `waiting`: on so many it has not left yet, so that it can be taken back or withdrawn. */
const whereItIs = ({ decisions, deliveries, afterlook }: Parts): Parameters<typeof actsOf>[3] => ({
  out: deliveries.filter((d) => d.pieces.some((p) => p.externalId && !p.removedAt)).length,
  waiting: deliveries.filter((d) => d.state === 'waiting' || d.state === 'held').length,
  afterlookOpen: afterlook !== null && afterlook.done_at === null,
  sentBack: decisions.some((d) => d.kind === 'sendBack'),
  releasedBy: decisions.findLast((d) => d.kind === 'releaseAtOnce')?.person_id ?? null,
})

/** Until it is released, what the rules say now; afterwards what they said when it was. */
async function checkOf(
  db: Db,
  s: Standing,
  checks: readonly { at: Date; result: unknown }[],
  now: Date,
): Promise<Whole['check']> {
  const last = checks.at(-1)
  const gone = s.post.stage === 'released' || s.post.stage === 'discarded'
  if (gone && !last) return null
  const result =
    gone && last
      ? checkResultSchema.parse(last.result)
      : s.check('willAsk', await overridesOf(db, s.post.force_id, s.post.id, s.digest))
  const person = await peopleBy(
    db,
    s.post.force_id,
    result.findings.map((f) => f.decision?.personId ?? null),
  )
  const deciders = [...new Set(result.findings.flatMap((f) => f.decision?.personId ?? []))].map(person)
  return { at: (gone && last ? last.at : now).toISOString(), result, deciders }
}

async function correctsOf(db: Db, forceId: string, id: string | null, reason: string): Promise<Whole['corrects']> {
  if (!id) return null
  const first = await db
    .selectFrom('post')
    .select(['id', 'content'])
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return first ? { id: first.id, title: titleOf(contentOf(first).pieces), reason } : null
}

async function correctionsOf(db: Db, forceId: string, id: string): Promise<Whole['correctedBy']> {
  const rows = await db
    .selectFrom('post')
    .select(['id', 'stage', 'stage_since', 'content'])
    .where('force_id', '=', forceId)
    .where('corrects_post_id', '=', id)
    .orderBy('created_at')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    stage: r.stage,
    at: r.stage_since.toISOString(),
    title: titleOf(contentOf(r).pieces),
  }))
}
