import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Plan } from './asking.contract.ts'
import type { QuestionStage } from './question.ts'

export type QuestionRow = Selectable<Tables['public_question']>
export type ThemeRow = Selectable<Tables['theme']>

export const lockQuestion = (tx: Tx, forceId: string, id: string): Promise<QuestionRow | undefined> =>
  tx
    .selectFrom('public_question')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const columnsOf = (plan: Omit<Plan, 'kind'>) => ({
  title: plan.title,
  words: plan.words,
  objective_id: plan.objectiveId,
  area: plan.area === '' ? null : plan.area,
  opens_at: plan.opensAt ? new Date(plan.opensAt) : null,
  closes_at: plan.closesAt ? new Date(plan.closesAt) : null,
  team: JSON.stringify(plan.team),
  notice: JSON.stringify(plan.notice),
})

export async function insertQuestion(c: Commanding, plan: Plan): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('public_question')
    .values({
      ...columnsOf(plan),
      force_id: c.actor.forceId,
      id,
      kind: plan.kind,
      choices: JSON.stringify(plan.choices.map((words) => ({ words, votes: null }))),
      stage: 'planned',
      stage_since: c.now,
      made_by: c.actor.personId ?? '',
      made_at: c.now,
    })
    .execute()
  return id
}

const ofQuestion = (c: Commanding, id: string) =>
  c.tx.updateTable('public_question').where('force_id', '=', c.actor.forceId).where('id', '=', id)

export const changePlan = (c: Commanding, id: string, plan: Omit<Plan, 'kind'>) =>
  ofQuestion(c, id).set(columnsOf(plan)).execute()
export const setChoices = (c: Commanding, id: string, choices: readonly { words: string; votes: number | null }[]) =>
  ofQuestion(c, id)
    .set({ choices: JSON.stringify(choices) })
    .execute()
export const tieTo = (c: Commanding, id: string, postId: string | null) =>
  ofQuestion(c, id).set({ post_id: postId }).execute()
export const setStage = (c: Commanding, id: string, stage: QuestionStage) =>
  ofQuestion(c, id).set({ stage, stage_since: c.now }).execute()

export async function insertTheme(c: Commanding, questionId: string, title: string): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('theme')
    .values({ force_id: c.actor.forceId, id, question_id: questionId, title, made_at: c.now })
    .execute()
  return id
}

export const themeById = (tx: Tx, forceId: string, id: string): Promise<ThemeRow | undefined> =>
  tx.selectFrom('theme').selectAll().where('force_id', '=', forceId).where('id', '=', id).forUpdate().executeTakeFirst()

export const themesOf = (db: Db, forceId: string, questionId: string): Promise<ThemeRow[]> =>
  db
    .selectFrom('theme')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('question_id', '=', questionId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

export const changeTheme = (
  c: Commanding,
  id: string,
  change: Partial<Pick<ThemeRow, 'title' | 'did' | 'no_action' | 'did_at' | 'did_by' | 'did_post_id'>>,
) => c.tx.updateTable('theme').set(change).where('force_id', '=', c.actor.forceId).where('id', '=', id).execute()

/** Those of these messages that stand below the post that asks. */
export async function answersAmong(tx: Tx, question: QuestionRow, messageIds: readonly string[]): Promise<Set<string>> {
  if (messageIds.length === 0 || question.post_id === null) return new Set()
  const { rows } = await sql<{ id: string }>`
    select m.id from message m join conversation c on c.force_id = m.force_id and c.id = m.conversation_id
    where m.force_id = ${question.force_id} and m.id = any(${[...messageIds]}::text[])
      and c.about_post_id = ${question.post_id} and c.kind = 'public'`.execute(tx)
  return new Set(rows.map((r) => r.id))
}

export async function putUnder(c: Commanding, themeId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  const row = { force_id: c.actor.forceId, theme_id: themeId, by_id: c.actor.personId ?? '', at: c.now }
  await c.tx
    .insertInto('theme_message')
    .values(messageIds.map((message_id) => ({ ...row, message_id })))
    .onConflict((o) => o.doNothing())
    .execute()
}

export async function takeFrom(c: Commanding, themeId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return
  await c.tx
    .deleteFrom('theme_message')
    .where('force_id', '=', c.actor.forceId)
    .where('theme_id', '=', themeId)
    .where('message_id', 'in', [...messageIds])
    .execute()
}

/** How many messages stand under each theme of these questions. */
export async function countsByTheme(
  db: Db,
  forceId: string,
  questionIds: readonly string[],
): Promise<{ id: string; question: string; title: string; did: string; noAction: string; messages: number }[]> {
  const { rows } = await sql<{
    id: string
    question: string
    title: string
    did: string
    noAction: string
    messages: number
  }>`
    select t.id, t.question_id as question, t.title, t.did, t.no_action as "noAction", count(m.message_id)::int as messages
    from theme t left join theme_message m on m.force_id = t.force_id and m.theme_id = t.id
    where t.force_id = ${forceId} and t.question_id = any(${[...questionIds]}::text[])
    group by t.force_id, t.id order by t.made_at, t.id`.execute(db)
  return rows
}
