import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { content as contentSchema } from '../../posting/content.ts'
import { contentOf, insertPost } from '../../posting/post.store.ts'
import { inForceAt } from '../../strategy/objective.ts'
import type { Plan } from './asking.contract.ts'
import { askingRefusals as no } from './asking.refusals.ts'
import * as store from './asking.store.ts'
import { afterMove, askedWords, fewestChoices, type QuestionKind, type QuestionMove, unanswered } from './question.ts'

/** The locked question, for somebody who may ask the public. */
export async function mine(c: Commanding, id: string): Promise<Outcome<store.QuestionRow>> {
  if (!may(c.actor, 'askPublic')) return refuse(no.mayNotAsk)
  const row = await store.lockQuestion(c.tx, c.actor.forceId, id)
  return row ? ok(row) : refuse(no.noQuestion)
}

const isShut = (row: store.QuestionRow): boolean => row.stage === 'closed' || row.stage === 'answered'

export const choicesOf = (row: { choices: unknown }): { words: string; votes: number | null }[] =>
  Array.isArray(row.choices) ? (row.choices as { words: string; votes: number | null }[]) : []

/** What of a plan cannot be, or null. */
async function wrongIn(c: Commanding, kind: QuestionKind, plan: Omit<Plan, 'kind'>): Promise<Outcome<never> | null> {
  const { opensAt, closesAt, choices, team } = plan
  if (opensAt && closesAt && closesAt <= opensAt) return refuse(no.datesWrong)
  if (kind === 'live' && !(opensAt && closesAt)) return refuse(no.timesMissing)
  if (kind === 'live' && team.length === 0) return refuse(no.teamMissing)
  const different = new Set(choices.map((choice) => choice.toLowerCase())).size
  if (kind === 'poll' ? different < fewestChoices || different < choices.length : choices.length > 0)
    return refuse(no.choicesWrong)
  if (!(await allHere(c, team))) return refuse(no.noSuchPeople)
  return plan.objectiveId && !(await objectiveInForce(c, plan.objectiveId)) ? refuse(no.noSuchObjective) : null
}

async function allHere(c: Commanding, team: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(team)]
  if (wanted.length === 0) return true
  const rows = await c.tx
    .selectFrom('person')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('id', 'in', wanted)
    .where('left_at', 'is', null)
    .execute()
  return rows.length === wanted.length
}

async function objectiveInForce(c: Commanding, id: string): Promise<boolean> {
  const row = await c.tx
    .selectFrom('objective')
    .select(['starts_at', 'ends_at'])
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && inForceAt({ startsAt: row.starts_at, endsAt: row.ends_at }, c.now)
}

export const plan = (world: World, actor: Actor, input: Plan): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'askPublic')) return refuse(no.mayNotAsk)
    const wrong = await wrongIn(c, input.kind, input)
    if (wrong) return wrong
    const id = await store.insertQuestion(c, input)
    for (const choice of input.choices) await store.insertTheme(c, id, choice)
    c.record('question.planned', `questions:${id}`, { kind: input.kind, objective: input.objectiveId })
    return ok({ id })
  })

/** The choices of a poll can be changed while nobody can answer; its themes follow. */
export const changePlan = (
  world: World,
  actor: Actor,
  input: Omit<Plan, 'kind'> & { id: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const row = await mine(c, input.id)
    if (!row.ok) return row
    if (isShut(row.value)) return refuse(no.shut)
    const wrong = await wrongIn(c, row.value.kind, input)
    if (wrong) return wrong
    const before = choicesOf(row.value).map((choice) => choice.words)
    const same = before.length === input.choices.length && before.every((words, at) => words === input.choices[at])
    if (!same && row.value.stage !== 'planned') return refuse(no.shut)
    await store.changePlan(c, row.value.id, input)
    if (!same) await changeChoices(c, row.value, input.choices)
    c.record('question.changed', `questions:${row.value.id}`)
    return ok({ id: row.value.id })
  })

async function changeChoices(c: Commanding, row: store.QuestionRow, choices: readonly string[]): Promise<void> {
  await store.setChoices(
    c,
    row.id,
    choices.map((words) => ({ words, votes: null })),
  )
  const there = await store.themesOf(c.tx, row.force_id, row.id)
  const old = choicesOf(row).map((choice) => choice.words)
  for (const [at, words] of choices.entries()) {
    const theme = there.find((t) => t.title === old[at])
    if (theme) await store.changeTheme(c, theme.id, { title: words })
    else await store.insertTheme(c, row.id, words)
  }
}

/** Begins the post that asks: its own draft, with its own rules, signature and approval. */
export const draftOf = (world: World, actor: Actor, input: { id: string }): Promise<Outcome<{ postId: string }>> =>
  command(world, actor, async (c) => {
    const row = await mine(c, input.id)
    if (!row.ok) return row
    // One that was put away or refused asks nobody: another is begun in its place.
    const there = row.value.post_id === null ? null : await postFor(c, row.value.post_id)
    if (there) return ok({ postId: there.id })
    if (isShut(row.value)) return refuse(no.shut)
    const choices = choicesOf(row.value).map((choice) => choice.words)
    const words = askedWords({ words: row.value.words || row.value.title, choices })
    const content = contentSchema.parse({ pieces: [words], objectiveId: row.value.objective_id, intent: 'engage' })
    const postId = await insertPost(c, actor.personId ?? '', content, null)
    c.record('post.drafted', `post:${postId}`, { asks: row.value.id })
    await store.tieTo(c, row.value.id, postId)
    c.record('question.tied', `questions:${row.value.id}`, { post: postId })
    return ok({ postId })
  })

/** A post that is there, was not put away, and answers nobody. */
export async function postFor(c: Commanding, postId: string) {
  const post = await c.tx
    .selectFrom('post')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', postId)
    .executeTakeFirst()
  return post && post.stage !== 'discarded' && post.answering === null ? post : null
}

export const tie = (
  world: World,
  actor: Actor,
  input: { id: string; postId: string | null },
): Promise<Outcome<{ postId: string | null }>> =>
  command<{ postId: string | null }>(world, actor, async (c) => {
    const row = await mine(c, input.id)
    if (!row.ok) return row
    if (row.value.stage !== 'planned') return refuse(no.shut)
    if (input.postId !== null) {
      if (!(await postFor(c, input.postId))) return refuse(no.noSuchPost)
      const other = await c.tx
        .selectFrom('public_question')
        .select('id')
        .where('force_id', '=', actor.forceId)
        .where('post_id', '=', input.postId)
        .where('id', '<>', input.id)
        .executeTakeFirst()
      if (other) return refuse(no.postTaken)
    }
    await store.tieTo(c, row.value.id, input.postId)
    c.record('question.tied', `questions:${row.value.id}`, { post: input.postId })
    return ok({ postId: input.postId })
  })

export const move = (
  world: World,
  actor: Actor,
  input: { id: string; move: QuestionMove },
): Promise<Outcome<{ stage: store.QuestionRow['stage'] }>> =>
  command<{ stage: store.QuestionRow['stage'] }>(world, actor, async (c) => {
    const row = await mine(c, input.id)
    return row.ok ? moveIn(c, row.value, input.move) : row
  })

/** The same in a transaction that is open, for the work that goes by time. */
export async function moveIn(
  c: Commanding,
  row: store.QuestionRow,
  by: QuestionMove,
): Promise<Outcome<{ stage: store.QuestionRow['stage'] }>> {
  const stage = afterMove(row.stage, by)
  if (!stage) return refuse(no.notFromHere)
  if (by === 'open') {
    const post = row.post_id === null ? null : await postFor(c, row.post_id)
    if (post?.stage !== 'released') return refuse(no.noPostYet)
  }
  if (by === 'answer') {
    const themes = unanswered(await store.countsByTheme(c.tx, row.force_id, [row.id]))
    if (themes.length > 0) return refuse(no.themesUnanswered, { themes })
  }
  await store.setStage(c, row.id, stage)
  c.record(`question.${stage}`, `questions:${row.id}`)
  return ok({ stage })
}

/** Whether every network of the post that asks has polls of its own, as a connection can publish them. */
export async function hasPoll(c: Pick<Commanding, 'tx'>, row: store.QuestionRow): Promise<boolean> {
  if (row.kind !== 'poll' || row.post_id === null) return false
  const post = await c.tx
    .selectFrom('post')
    .select('content')
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.post_id)
    .executeTakeFirst()
  const targets = post ? contentOf(post).targets : []
  if (targets.length === 0) return false
  const accounts = await c.tx
    .selectFrom('account')
    .select('network')
    .where('force_id', '=', row.force_id)
    .where('id', 'in', targets)
    .execute()
  return accounts.length > 0 && accounts.every((a) => traitsOf(a.network)?.polls === true)
}

export const countVotes = (
  world: World,
  actor: Actor,
  input: { id: string; votes: readonly (number | null)[] },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const row = await mine(c, input.id)
    if (!row.ok) return row
    if (!(await hasPoll(c, row.value))) return refuse(no.noPollThere)
    const choices = choicesOf(row.value)
    if (choices.length !== input.votes.length) return refuse(no.choicesWrong)
    await store.setChoices(
      c,
      row.value.id,
      choices.map(({ words }, at) => ({ words, votes: input.votes[at] ?? null })),
    )
    c.record('question.counted', `questions:${row.value.id}`, { votes: [...input.votes] })
    return ok({ id: row.value.id })
  })
