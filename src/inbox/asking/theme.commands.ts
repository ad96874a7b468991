import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { mine, postFor } from './asking.commands.ts'
import { askingRefusals as no } from './asking.refusals.ts'
import * as store from './asking.store.ts'

type At = { theme: store.ThemeRow; question: store.QuestionRow }

async function themeAt(c: Commanding, id: string): Promise<Outcome<At>> {
  if (!may(c.actor, 'askPublic')) return refuse(no.mayNotAsk)
  const theme = await store.themeById(c.tx, c.actor.forceId, id)
  const question = theme && (await store.lockQuestion(c.tx, c.actor.forceId, theme.question_id))
  return theme && question ? ok({ theme, question }) : refuse(no.noTheme)
}

/** Names are told apart as people read them. */
async function isThere(c: Commanding, questionId: string, title: string, except: string | null): Promise<boolean> {
  const themes = await store.themesOf(c.tx, c.actor.forceId, questionId)
  return themes.some((t) => t.id !== except && t.title.toLowerCase() === title.toLowerCase())
}

async function allAnswers(c: Commanding, question: store.QuestionRow, ids: readonly string[]): Promise<boolean> {
  const wanted = new Set(ids)
  return (await store.answersAmong(c.tx, question, [...wanted])).size === wanted.size
}

export const addTheme = (
  world: World,
  actor: Actor,
  input: { id: string; title: string; messages: readonly string[] },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const row = await mine(c, input.id)
    if (!row.ok) return row
    if (await isThere(c, input.id, input.title, null)) return refuse(no.themeThere)
    if (!(await allAnswers(c, row.value, input.messages))) return refuse(no.notAnAnswer)
    const id = await store.insertTheme(c, input.id, input.title)
    await store.putUnder(c, id, [...new Set(input.messages)])
    c.record('theme.made', `questions:${input.id}`, { theme: id, messages: input.messages.length })
    return ok({ id })
  })

export const renameTheme = (
  world: World,
  actor: Actor,
  input: { id: string; title: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const at = await themeAt(c, input.id)
    if (!at.ok) return at
    const { question } = at.value
    if (await isThere(c, question.id, input.title, input.id)) return refuse(no.themeThere)
    await store.changeTheme(c, input.id, { title: input.title })
    c.record('theme.renamed', `questions:${question.id}`, { theme: input.id })
    return ok({ id: input.id })
  })

export const sortMessages = (
  world: World,
  actor: Actor,
  input: { id: string; put: readonly string[]; take: readonly string[] },
): Promise<Outcome<{ messages: number }>> =>
  command(world, actor, async (c) => {
    const at = await themeAt(c, input.id)
    if (!at.ok) return at
    const { question } = at.value
    if (!(await allAnswers(c, question, input.put))) return refuse(no.notAnAnswer)
    await store.putUnder(c, input.id, [...new Set(input.put)])
    await store.takeFrom(c, input.id, input.take)
    c.record('theme.sorted', `questions:${question.id}`, {
      theme: input.id,
      put: input.put.length,
      taken: input.take.length,
    })
    const counts = await store.countsByTheme(c.tx, actor.forceId, [question.id])
    return ok({ messages: counts.find((t) => t.id === input.id)?.messages ?? 0 })
  })

/** You said, we did; both left empty take the answer back. */
export const answerTheme = (
  world: World,
  actor: Actor,
  input: { id: string; did: string; noAction: string; postId: string | null },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const at = await themeAt(c, input.id)
    if (!at.ok) return at
    if (input.postId !== null && !(await postFor(c, input.postId))) return refuse(no.noSuchPost)
    const said = input.did !== '' || input.noAction !== ''
    await store.changeTheme(c, input.id, {
      did: input.did,
      no_action: input.did === '' ? input.noAction : '',
      did_post_id: input.postId,
      did_at: said ? c.now : null,
      did_by: said ? actor.personId : null,
    })
    c.record('theme.answered', `questions:${at.value.question.id}`, {
      theme: input.id,
      post: input.postId,
      done: input.did !== '',
    })
    return ok({ id: input.id })
  })
