import type { Outcome } from '../../foundation/outcome.ts'
import { move, plan, tie } from '../../inbox/asking/asking.commands.ts'
import { addTheme, answerTheme } from '../../inbox/asking/theme.commands.ts'
import type { Act } from '../act.ts'
import type { Play } from '../play.commands.ts'
import { actorOf, idOf } from '../start.commands.ts'
import { placeOf } from './place.queries.ts'

type Kind = 'planQuestion' | 'tieQuestion' | 'moveQuestion' | 'answerQuestion'
type Doers = { [D in Kind]: (play: Play, act: Extract<Act, { do: D }>) => Promise<Outcome<unknown>> }

/** What is asked of the public; questions are remembered among the notes, by the demo's names. */
export const askingDoers: Doers = {
  planQuestion: async ({ world, notes }, { by, question, title, words }) => {
    const planned = await plan(world, actorOf(world, by), {
      kind: 'question',
      title,
      words,
      objectiveId: idOf(world.objectiveIds, 'listen'),
      area: null,
      choices: [],
      opensAt: null,
      closesAt: null,
      team: [],
      notice: { en: '', cy: '' },
    })
    if (planned.ok) notes.set(`question ${question}`, planned.value.id)
    return planned
  },
  tieQuestion: ({ world, notes, posts }, { by, question, post }) =>
    tie(world, actorOf(world, by), { id: idOf(notes, `question ${question}`), postId: posts.get(post)?.id ?? null }),
  moveQuestion: ({ world, notes }, { by, question, move: to }) =>
    move(world, actorOf(world, by), { id: idOf(notes, `question ${question}`), move: to }),
  answerQuestion: async (play, { by, question, theme: title, talks, did }) => {
    const actor = actorOf(play.world, by)
    const id = idOf(play.notes, `question ${question}`)
    const messages: string[] = []
    for (const talk of talks) messages.push((await placeOf(play, talk)).message)
    const theme = await addTheme(play.world, actor, { id, title, messages })
    return theme.ok ? answerTheme(play.world, actor, { id: theme.value.id, did, noAction: '', postId: null }) : theme
  },
}
