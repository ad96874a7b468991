import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { CheckResult, Finding } from '../../rulebook/finding.ts'
import type { Content } from '../content.ts'
import { unseenMeanwhile } from '../meanwhile.queries.ts'
import { changedByOther, editable, hold, keptForOther, notFrom } from '../post.commands.ts'
import { freezeVersion, insertCheck, insertDecision, type PostRow, updatePost } from '../post.store.ts'
import { afterMove } from '../post.ts'
import { postRefusals as no } from '../refusals.ts'
import { timeTrouble } from '../schedule.ts'
import { sentences } from '../sentence.ts'
import { changesBetween, changeWords } from './changes.ts'
import { needsRationale } from './rationale.ts'
import { release } from './release.store.ts'
import { sheet as sheetSchema } from './sheet.ts'
import { approving, notSpeaking, overridesOf, type Standing, standingOf } from './standing.queries.ts'

/** Why it cannot be put before somebody, or null. The first reason is the sentence; all of them go along. */
export function cannotGo(s: Standing, now: Date): Outcome<never> | null {
  const past = timeTrouble(s.content.when, now, s.facts.zone)
  const reasons = [...(past && !s.troubles.includes(past) ? [past] : []), ...s.troubles, ...notSpeaking(s, now)]
  return reasons.length === 0 ? null : refuse(no.cannotGo, { reasons }, sentences(no.cannotGo.words, reasons[0]))
}

/** Freezes what stands there as a version that somebody will read. Drift since the last freezing makes a new version. */
export async function freeze(c: Commanding, s: Standing, me: string): Promise<PostRow> {
  const drifted = s.post.digest !== '' && s.post.digest !== s.digest
  const version = drifted ? s.post.version + 1 : s.post.version
  await freezeVersion(c, s.post.id, { version, digest: s.digest, content: s.content, sheet: s.sheet, by: me })
  return { ...s.post, version, digest: s.digest }
}

type Asked = { version: number; digest: string; outcome: CheckResult['outcome']; roles: string[] }

/** `seen`: how much of what came meanwhile to an answer stood on the screen of whoever asks. */
export const askApproval = (
  world: World,
  actor: Actor,
  input: { id: string; edit: number; seen?: number },
): Promise<Outcome<Asked>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    const s = await standingOf(c.tx, post, c.now)
    if (!(await editable(c, s)) || !mayWriteAtAll(c.actor)) return refuse(no.notYours)
    const kept = await keptForOther(c, post)
    if (kept) return kept
    const stage = afterMove(post.stage, 'ask')
    if (!stage) return notFrom(post)
    if (post.edit !== input.edit) return changedByOther(c, post, null)
    const stop = cannotGo(s, c.now) ?? (await unseenMeanwhile(c, post, input.seen, 'ask again'))
    if (stop) return stop
    const result = s.check('willAsk', await overridesOf(c.tx, post.force_id, post.id, s.digest))
    const undecidable = openFindings(result).find((f) => f.decidedBy.length === 0)
    if (undecidable)
      return refuse(no.cannotGo, { reasons: [undecidable.says] }, sentences(no.cannotGo.words, undecidable.says))
    const frozen = await freeze(c, s, me)
    await insertCheck(c, post.id, s.digest, result)
    await updatePost(c, post, { stage, version: frozen.version, digest: s.digest })
    c.record('post.asked', `post:${post.id}`, { version: frozen.version, digest: s.digest, outcome: result.outcome })
    return ok({
      version: frozen.version,
      digest: s.digest,
      outcome: result.outcome,
      roles: [...new Set(openFindings(result).flatMap((f) => f.decidedBy))],
    })
  })

/** Whether any of the roles writes; that the person belongs to the accounts is looked at account by account. */
const mayWriteAtAll = (actor: Actor): boolean =>
  may(actor, 'writeOn', { isContributor: true, contributorCurrent: true })

export const openFindings = (result: CheckResult): Finding[] =>
  result.findings.filter((f) => f.state === 'open' && f.severity !== 'advise')

/** A post that waits, for somebody other than whoever wrote it, exactly as it was read. */
async function waitingFor(
  c: Commanding,
  input: { id: string; version: number; digest?: string },
): Promise<Outcome<{ s: Standing; me: string }>> {
  const held = await hold(c, input.id)
  if (!held.ok) return held
  const { post, me } = held.value
  if (post.stage !== 'asked') return refuse(no.notAsked)
  const s = await standingOf(c.tx, post, c.now)
  if (post.version !== input.version || (input.digest !== undefined && post.digest !== input.digest))
    return refuse(
      no.changedSince,
      { version: post.version },
      `Version ${input.version} no longer counts: version ${post.version} stands in its place. Read that one and decide again.`,
    )
  return ok({ s, me })
}

/** What is no longer as it was frozen: a signature, a picture, a person, a place, or what the network takes. */
async function drift(c: Commanding, s: Standing): Promise<Outcome<never> | null> {
  const gone = [...notSpeaking(s, c.now), ...s.troubles]
  if (s.digest === s.post.digest && gone.length === 0) return null
  const row = await c.tx
    .selectFrom('post_version')
    .select('sheet')
    .where('force_id', '=', s.post.force_id)
    .where('post_id', '=', s.post.id)
    .where('version', '=', s.post.version)
    .executeTakeFirst()
  const before = row ? sheetSchema.parse(row.sheet) : null
  const changes = before ? changesBetween(before, s.sheet, c.now) : []
  const what = [...gone, ...changes.map(changeWords)]
  return refuse(
    no.changedSince,
    { changes, reasons: what },
    sentences(
      'Since this was put before you something changed',
      what[0],
      'Nothing was released. Its author asks for it again',
    ),
  )
}

/** Whose words are in it, approves nothing of it and decides nothing about it, whoever's name it carries. */
const wroteIt = (s: Standing, me: string): Outcome<never> | null => {
  if (me === s.post.author_id) return refuse(no.ownPost)
  return s.post.writers.includes(me)
    ? refuse(no.ownPost, undefined, 'Words of yours are in this, so someone else approves it.')
    : null
}

type Approved = { dueAt: string; late: boolean; held: number; targets: number }

/**
 * Approves exactly this version and releases it. Composed, hashed and checked anew at this moment: whatever drifted is refused and named.
 * After its due time the approval counts but nothing fires: every delivery is held until somebody chooses a new time (publishing.md, 2).
 * `seen`: how much of what came meanwhile to an answer stood on the approver's screen.
 */
export const approvePost = (
  world: World,
  actor: Actor,
  input: { id: string; version: number; digest: string; reason: string; seen?: number },
): Promise<Outcome<Approved>> =>
  command(world, actor, async (c) => {
    const waiting = await waitingFor(c, input)
    if (!waiting.ok) return waiting
    const { s, me } = waiting.value
    const stop =
      wroteIt(s, me) ??
      (may(c.actor, 'approve', approving(c.actor, s, c.now)) ? null : refuse(no.notAllowedHere)) ??
      (await drift(c, s)) ??
      (await unseenMeanwhile(c, s.post, input.seen, 'approve it or send it back'))
    if (stop) return stop
    const result = s.check('willAsk', await overridesOf(c.tx, s.post.force_id, s.post.id, s.digest))
    const open = undecided(c.actor, s, result)
    if (open.length > 0)
      return refuse(
        no.notDecided,
        { findings: open.map((f) => ({ key: f.key, says: f.says, decidedBy: f.decidedBy })) },
        sentences(open[0]?.says, 'This still needs a decision'),
      )
    if (needsRationale(result) && s.content.rationale === null) return refuse(no.noRationale)
    await insertCheck(c, s.post.id, s.digest, result)
    await insertDecision(c, s.post, me, { kind: 'approve', reason: input.reason })
    const out = await release(c, s, s.post, 'approved')
    c.record('post.approved', `post:${s.post.id}`, { version: s.post.version, digest: s.digest, late: out.late })
    return ok({ dueAt: out.dueAt.toISOString(), late: out.late, held: out.held, targets: s.chosen.length })
  })

/** What is blocked needs a decision of its own; what needs approval is settled by approving it, by somebody whom the rule names. */
function undecided(actor: Actor, s: Standing, result: CheckResult): Finding[] {
  const decides = (f: Finding) => may(actor, 'decideFinding', { decidedBy: f.decidedBy, authorId: s.post.author_id })
  return openFindings(result).filter((f) => f.severity === 'block' || !decides(f))
}

const giveBack =
  (kind: 'sendBack' | 'refuse') =>
  (
    world: World,
    actor: Actor,
    input: { id: string; version: number; reason: string },
  ): Promise<Outcome<{ stage: PostRow['stage'] }>> =>
    command(world, actor, async (c) => {
      const waiting = await waitingFor(c, input)
      if (!waiting.ok) return waiting
      const { s, me } = waiting.value
      if (me === s.post.author_id) return refuse(no.ownPost, undefined, 'You wrote this. Change it, or put it away.')
      const allowed = may(c.actor, 'sendBack', { authorId: s.post.author_id }) || me === s.facts.speaksFor?.id
      const stage = afterMove(s.post.stage, kind)
      if (!allowed || !stage) return refuse(no.notAllowedHere)
      await insertDecision(c, s.post, me, { kind, reason: input.reason })
      await updatePost(c, s.post, { stage })
      c.record(kind === 'refuse' ? 'post.refused' : 'post.sentBack', `post:${s.post.id}`, { version: s.post.version })
      return ok({ stage })
    })

export const sendBackPost = giveBack('sendBack')
export const refusePost = giveBack('refuse')

export type Deciding = {
  id: string
  version: number
  digest: string
  finding: string
  reason: string
  rationale?: NonNullable<Content['rationale']> | undefined
}

/** A named role lets something stand that a rule stopped. It counts for this digest alone. */
export const decideFinding = (world: World, actor: Actor, input: Deciding): Promise<Outcome<{ role: string }>> =>
  command(world, actor, async (c) => {
    const waiting = await waitingFor(c, input)
    if (!waiting.ok) return waiting
    const { s, me } = waiting.value
    if (wroteIt(s, me)) return refuse(no.ownPost, undefined, 'Words of yours are in this, so someone else decides it.')
    const drifted = await drift(c, s)
    if (drifted) return drifted
    const result = s.check('willAsk', await overridesOf(c.tx, s.post.force_id, s.post.id, s.digest))
    const found = openFindings(result).find((f) => f.key === input.finding)
    if (!found) return refuse(no.noFinding)
    const role = roleFor(c.actor, s, found)
    if (!role) return refuse(no.notAllowedHere, { decidedBy: found.decidedBy })
    await recordOverride(c, s.post, me, found, role, input.reason)
    if (input.rationale) await updatePost(c, s.post, { content: { ...s.content, rationale: input.rationale } })
    return ok({ role })
  })

/** Which of this person's roles decides it; null when none does. */
export const roleFor = (actor: Actor, s: Standing, finding: Finding): string | null =>
  !s.post.writers.includes(actor.personId ?? '') &&
  may(actor, 'decideFinding', { decidedBy: finding.decidedBy, authorId: s.post.author_id })
    ? (finding.decidedBy.find((role) => actor.roles.includes(role)) ?? null)
    : null

export async function recordOverride(
  c: Commanding,
  post: PostRow,
  me: string,
  finding: Finding,
  role: string,
  reason: string,
): Promise<void> {
  await insertDecision(c, post, me, { kind: 'override', finding: finding.key, role, reason })
  c.record('post.overridden', `post:${post.id}`, { rule: finding.rule, version: post.version, role })
}
