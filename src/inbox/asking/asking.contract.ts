import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountRef, personRef } from '../../posting/facts.ts'
import { askingRefusals as no } from './asking.refusals.ts'
import { mostChoices, questionKinds, questionStages } from './question.ts'

const id = z.string().min(1).max(64)
const instant = z.string()
const title = z.string().trim().min(3).max(120)
const themeTitle = z.string().trim().min(1).max(120)
const languages = z.object({ en: z.string(), cy: z.string() })

const plan = z.object({
  kind: z.enum(questionKinds),
  title,
  words: z.string().trim().max(4000).default(''),
  objectiveId: id.nullable().default(null),
  area: z.string().trim().max(120).nullable().default(null),
  /** Of a poll, in the order in which they are asked. */
  choices: z.array(z.string().trim().min(1).max(120)).max(mostChoices).default([]),
  opensAt: z.iso.datetime().nullable().default(null),
  closesAt: z.iso.datetime().nullable().default(null),
  /** Who answers in a live session. */
  team: z.array(id).max(30).default([]),
  /** What those are told who ask before or after a live session; left empty: the usual words. */
  notice: z.object({ en: z.string().trim().max(1000), cy: z.string().trim().max(1000) }).default({ en: '', cy: '' }),
})
export type Plan = z.output<typeof plan>

const planRefusals = [
  no.mayNotAsk,
  no.datesWrong,
  no.timesMissing,
  no.teamMissing,
  no.choicesWrong,
  no.noSuchPeople,
  no.noSuchObjective,
]

const question = z.object({
  id,
  kind: z.enum(questionKinds),
  title: z.string(),
  words: z.string(),
  objective: z.object({ id, title: z.string() }).nullable(),
  area: z.string().nullable(),
  postId: id.nullable(),
  /** The post is released, so people can answer. */
  asked: z.boolean(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  stage: z.enum(questionStages),
  team: z.array(personRef),
  madeBy: personRef,
  /** Messages of the public below the post, and themes; of these so many that wait for an answer of ours. */
  answers: z.number(),
  themes: z.number(),
  unanswered: z.number(),
})

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/questions',
  purpose: 'What we ask the public, what is open first: with counts of answers and of themes that wait for ours.',
  input: z.object({}),
  output: z.object({
    now: instant,
    questions: z.array(question),
    /** To choose from when one is planned; only for who may. */
    people: z.array(personRef),
    objectives: z.array(z.object({ id, title: z.string() })),
    may: z.object({ ask: z.boolean() }),
  }),
})

const theme = z.object({
  id,
  title: z.string(),
  messages: z.number(),
  did: z.string(),
  noAction: z.string(),
  didAt: instant.nullable(),
  didBy: personRef.nullable(),
  didPostId: id.nullable(),
})

const said = z.object({
  messageId: id,
  conversationId: id,
  account: accountRef,
  from: z.string(),
  text: z.string(),
  saidAt: instant,
  danger: z.boolean(),
  themes: z.array(id),
})

const waits = z.object({
  conversationId: id,
  from: z.string(),
  text: z.string(),
  since: instant,
  danger: z.boolean(),
  holder: personRef.nullable(),
  mine: z.boolean(),
  /** Whether this reader may take it. */
  mayTake: z.boolean(),
})

export const questionEndpoint = endpoint({
  method: 'GET',
  path: '/api/questions/:id',
  purpose: 'One question: its plan, what was said by theme, what we did, and of a live session who answers what.',
  input: z.object({
    id,
    /** Only these; `none`: under no theme yet. */
    theme: id.optional(),
    after: z.string().max(100).optional(),
  }),
  output: z.object({
    now: instant,
    question,
    /** What those are told who ask before or after a live session: the force's own words, or else the usual ones. */
    notice: languages,
    ownNotice: languages,
    usualNotice: languages,
    choices: z.array(z.object({ words: z.string(), votes: z.number().nullable(), messages: z.number() })),
    /** Choices of a poll are counted under themes, because no network of its post has polls. */
    countedByHand: z.boolean(),
    themes: z.array(theme),
    withoutTheme: z.number(),
    answers: z.array(said),
    next: z.string().nullable(),
    /** Answers that this reader is not shown: intelligence, or on accounts that are not theirs. */
    notShown: z.number(),
    live: z
      .object({
        phase: z.enum(['before', 'during', 'over']),
        minutes: z.number(),
        enough: z.boolean().nullable(),
        answered: z.number(),
        waiting: z.array(waits),
      })
      .nullable(),
    may: z.object({ ask: z.boolean() }),
  }),
  refusals: [no.noQuestion],
})

export const planQuestion = endpoint({
  method: 'POST',
  path: '/api/questions',
  purpose: 'Plans a question, a consultation, a poll or a live session. The choices of a poll become its themes.',
  input: plan,
  output: z.object({ id }),
  refusals: planRefusals,
})

export const changeQuestion = endpoint({
  method: 'POST',
  path: '/api/questions/:id/change',
  purpose: 'Changes the plan of a question that is not closed; its kind stays.',
  input: plan.omit({ kind: true }).extend({ id }),
  output: z.object({ id }),
  refusals: [...planRefusals, no.noQuestion, no.shut],
})

export const draftQuestion = endpoint({
  method: 'POST',
  path: '/api/questions/:id/draft',
  purpose: 'Begins the post that asks it, with its words and choices, or gives back the one that was begun.',
  input: z.object({ id }),
  output: z.object({ postId: id }),
  refusals: [no.mayNotAsk, no.noQuestion, no.shut],
})

export const tieQuestion = endpoint({
  method: 'POST',
  path: '/api/questions/:id/tie',
  purpose: 'Ties a question to the post that asks it, or unties it.',
  input: z.object({ id, postId: id.nullable() }),
  output: z.object({ postId: id.nullable() }),
  refusals: [no.mayNotAsk, no.noQuestion, no.shut, no.noSuchPost, no.postTaken],
})

export const moveQuestion = endpoint({
  method: 'POST',
  path: '/api/questions/:id/move',
  purpose:
    'Opens it, closes it, or says that it is answered back: then every theme that somebody spoke of has its answer.',
  input: z.object({ id, move: z.enum(['open', 'close', 'answer']) }),
  output: z.object({ stage: z.enum(questionStages) }),
  refusals: [no.mayNotAsk, no.noQuestion, no.notFromHere, no.noPostYet, no.themesUnanswered],
})

export const countVotes = endpoint({
  method: 'POST',
  path: '/api/questions/:id/votes',
  purpose: 'Writes down the votes that the network shows for its poll, choice by choice.',
  input: z.object({ id, votes: z.array(z.number().int().min(0).max(100_000_000).nullable()).max(mostChoices) }),
  output: z.object({ id }),
  refusals: [no.mayNotAsk, no.noQuestion, no.noPollThere, no.choicesWrong],
})

export const addTheme = endpoint({
  method: 'POST',
  path: '/api/questions/:id/themes',
  purpose: 'Makes a theme, and puts messages under it when some are named.',
  input: z.object({ id, title: themeTitle, messages: z.array(id).max(500).default([]) }),
  output: z.object({ id }),
  refusals: [no.mayNotAsk, no.noQuestion, no.themeThere, no.notAnAnswer],
})

export const renameTheme = endpoint({
  method: 'POST',
  path: '/api/questions/themes/:id/rename',
  purpose: 'Gives a theme another name.',
  input: z.object({ id, title: themeTitle }),
  output: z.object({ id }),
  refusals: [no.mayNotAsk, no.noTheme, no.themeThere],
})

export const sortMessages = endpoint({
  method: 'POST',
  path: '/api/questions/themes/:id/messages',
  purpose: 'Puts many messages under a theme at once, or takes them from it. One message may stand under several.',
  input: z.object({ id, put: z.array(id).max(500).default([]), take: z.array(id).max(500).default([]) }),
  output: z.object({ messages: z.number() }),
  refusals: [no.mayNotAsk, no.noTheme, no.notAnAnswer],
})

export const answerTheme = endpoint({
  method: 'POST',
  path: '/api/questions/themes/:id/answer',
  purpose: 'You said, we did: what was done and the post that says so; or why nothing is done.',
  input: z.object({
    id,
    did: z.string().trim().max(4000).default(''),
    noAction: z.string().trim().max(2000).default(''),
    postId: id.nullable().default(null),
  }),
  output: z.object({ id }),
  refusals: [no.mayNotAsk, no.noTheme, no.noSuchPost],
})
