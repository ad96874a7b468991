import { type Outcome, ok } from '../../foundation/outcome.ts'
import { beginAnswer } from '../../inbox/answering/answer.commands.ts'
import { settleAnswers } from '../../inbox/answering/answer.jobs.ts'
import { categorise, handOver, note, take } from '../../inbox/conversation.commands.ts'
import { outcomes } from '../../inbox/conversation.ts'
import { addDuty, addHandOver, readHandOver } from '../../inbox/duty/rota.commands.ts'
import { beginLines } from '../../inbox/lines/lines.commands.ts'
import { listenOnce } from '../../inbox/listening/listen.jobs.ts'
import { decideAppeal, recordAppeal } from '../../inbox/moderation/appeal.commands.ts'
import { moderate } from '../../inbox/moderation/moderation.commands.ts'
import { moderateOnce } from '../../inbox/moderation/moderation.jobs.ts'
import { beginStandards } from '../../inbox/moderation/standard.commands.ts'
import { close, raiseIncident, recordCrime } from '../../inbox/outcome.commands.ts'
import { replyAsPublic, sayAsPublic } from '../../networks/practice/practice.commands.ts'
import { may } from '../../people/may.ts'
import { publishAtOnce } from '../../posting/approval/release.commands.ts'
import type { AccountKey } from '../accounts.ts'
import type { Act } from '../act.ts'
import type { Play } from '../play.commands.ts'
import { actorOf, idOf } from '../start.commands.ts'
import { askingDoers } from './asking.commands.ts'
import type { DeskDeed } from './deed.ts'
import { placeOf } from './place.queries.ts'

type Doers = { [D in DeskDeed['do']]: (play: Play, act: Extract<Act, { do: D }>) => Promise<Outcome<unknown>> }

/** Keeps under which identifier the network has what was just said, and to which account. */
export function spoken(
  play: Play,
  talk: string,
  on: AccountKey,
  said: Outcome<{ id: string }>,
): Outcome<{ id: string }> {
  if (!said.ok) return said
  play.talks.set(talk, said.value.id)
  play.talksOn.set(talk, on)
  play.spokenTo.add(idOf(play.world.accountIds, on))
  return said
}

/** Takes the conversation and begins the one answer below the message. */
async function begun(play: Play, { by, talk, words }: Extract<DeskDeed, { do: 'answer' | 'beginAnswer' }>) {
  const actor = actorOf(play.world, by)
  const taken = await take(play.world, actor, { id: (await placeOf(play, talk)).id, over: null })
  if (!taken.ok) return taken
  const { id, message, version } = await placeOf(play, talk)
  return beginAnswer(play.world, actor, { id, version, messageId: message, private: false, words })
}

/** What was decided about a message, before the network is asked to do it. */
async function decided(play: Play, talk: string): Promise<string> {
  const { message } = await placeOf(play, talk)
  const row = await play.world.db
    .selectFrom('moderation')
    .select('id')
    .where('message_id', '=', message)
    .executeTakeFirst()
  return row?.id ?? ''
}

/** Does what was decided on the network, now. */
async function carriedOut<T>(play: Play, decision: Outcome<T>): Promise<Outcome<T>> {
  if (decision.ok) await moderateOnce(play.world, play.worker)
  return decision
}

export const deskDoers: Doers = {
  ...askingDoers,
  speak: async (play, { talk, on, name, words, direct, language }) => {
    const accountId = idOf(play.world.accountIds, on)
    const said = { accountId, name, text: words, direct, languages: [language] }
    return spoken(play, talk, on, await sayAsPublic(play.world, actorOf(play.world, 'bryn'), may, said))
  },
  sayMore: async (play, { talk, below, name, words }) => {
    const said = { id: idOf(play.talks, below), name, text: words }
    const on = play.talksOn.get(below) ?? 'desk'
    return spoken(play, talk, on, await replyAsPublic(play.world, actorOf(play.world, 'bryn'), may, said))
  },
  hear: async ({ world, listener, spokenTo }, { everywhere }) => {
    const to = [...spokenTo]
    spokenTo.clear()
    return ok(everywhere || to.length > 0 ? await listenOnce(world, listener, everywhere ? null : to) : 0)
  },
  take: async (play, { by, talk }) =>
    take(play.world, actorOf(play.world, by), { id: (await placeOf(play, talk)).id, over: null }),
  give: async (play, { by, talk, to, words }) => {
    const { id } = await placeOf(play, talk)
    return handOver(play.world, actorOf(play.world, by), { id, to: to && idOf(play.world.personIds, to), words })
  },
  decideKind: async (play, { by, talk, category }) =>
    categorise(play.world, actorOf(play.world, by), { id: (await placeOf(play, talk)).id, category }),
  note: async (play, { by, talk, words }) =>
    note(play.world, actorOf(play.world, by), { id: (await placeOf(play, talk)).id, words }),
  incident: async (play, { by, talk, reference }) =>
    raiseIncident(play.world, actorOf(play.world, by), { id: (await placeOf(play, talk)).id, reference }),
  crime: async (play, { by, talk, reference }) =>
    recordCrime(play.world, actorOf(play.world, by), { id: (await placeOf(play, talk)).id, reference }),
  answer: async (play, act) => {
    const draft = await begun(play, act)
    if (!draft.ok) return draft
    const { postId: id, edit } = draft.value
    play.posts.set(`answer ${act.talk}`, { id, edit, version: 1, digest: '' })
    return publishAtOnce(play.world, actorOf(play.world, act.by), { id, edit })
  },
  beginAnswer: begun,
  end: async (play, { by, talk, outcome, words }) => {
    if (outcome === 'answered') await settleAnswers(play.world)
    const actor = actorOf(play.world, by)
    const { needs } = outcomes[outcome]
    const given = needs === 'nothing' ? {} : { [needs]: words }
    const asRead = async () => {
      const { id, version } = await placeOf(play, talk)
      return close(play.world, actor, { id, version, outcome, reference: '', team: '', reason: '', ...given })
    }
    const closed = await asRead()
    if (closed.ok || closed.refusal.id !== 'decideCategory') return closed
    // The suggestion saw a danger where a person sees none.
    const { id } = await placeOf(play, talk)
    const said = await categorise(play.world, actor, { id, category: outcome === 'answered' ? 'question' : 'comment' })
    return said.ok ? asRead() : said
  },
  hide: async (play, { by, talk, code, reason }) => {
    const { id, message } = await placeOf(play, talk)
    const hiding = { conversation: id, message, act: 'hide', code, reason, days: null } as const
    return carriedOut(play, await moderate(play.world, actorOf(play.world, by), hiding))
  },
  appeal: async (play, { by, talk, words }) =>
    recordAppeal(play.world, actorOf(play.world, by), { id: await decided(play, talk), words }),
  decideAppeal: async (play, { by, talk, outcome, reason }) => {
    const decision = { id: await decided(play, talk), outcome, reason }
    return carriedOut(play, await decideAppeal(play.world, actorOf(play.world, by), decision))
  },
  beginDesk: async (play, { by }) => {
    const published = await beginStandards(play.world, actorOf(play.world, by))
    return published.ok
      ? beginLines(play.world, actorOf(play.world, by), idOf(play.world.officeIds, 'contact'))
      : published
  },
  onDuty: ({ world }, { by, who, kind, from, until }) =>
    addDuty(world, actorOf(world, by), { personId: idOf(world.personIds, who), kind, from, until }),
  leaveNote: async (play, { by, note: name, words }) => {
    const left = await addHandOver(play.world, actorOf(play.world, by), words)
    if (left.ok) play.notes.set(name, left.value.id)
    return left
  },
  readNote: (play, { by, note: name }) => readHandOver(play.world, actorOf(play.world, by), idOf(play.notes, name)),
}
