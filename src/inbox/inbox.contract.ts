import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { accountRef, personRef } from '../posting/facts.ts'
import { outcomeKinds } from './conversation.ts'
import { draft, entry } from './entry.contract.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'
import { categories } from './triage/category.ts'

const id = z.string().min(1).max(64)
const instant = z.string()
const words = z.string().trim().min(3).max(4000)

export const category = z.enum(categories)

/** One clock of a conversation. `endsAt`: when its aim or limit is reached; `stoppedAt`: when what it waits for was done. */
export const clock = z.object({
  kind: z.enum(['firstLook', 'firstReply', 'incidentRaised', 'crimeRecording', 'informationRequest']),
  startedAt: instant,
  endsAt: instant,
  stoppedAt: instant.nullable(),
  state: z.enum(['running', 'near', 'over', 'stopped', 'stoppedLate']),
  /** A limit is the law's or a standard's; an aim is the force's own. */
  limit: z.boolean(),
})

const holder = z.object({ person: personRef, since: instant, until: instant, you: z.boolean() })

/** A row of the queue: what is needed to choose, and nothing about the person beyond these words. */
export const queued = z.object({
  id,
  account: accountRef,
  kind: z.enum(['public', 'direct']),
  category,
  /** Who decided the category; null: it is only suggested. */
  decided: z.boolean(),
  danger: z.boolean(),
  /** Not called a danger, but it may be one: a person looks before all that is ordinary. */
  lookFirst: z.boolean(),
  /** Null where it is restricted: it must be opened, and that is recorded. */
  words: z.string().nullable(),
  language: z.enum(['en', 'cy']),
  from: z.string(),
  messages: z.number(),
  openedAt: instant,
  lastSaidAt: instant,
  lastFrom: z.enum(['public', 'us']),
  /** All of it was said before we listened here: its aims count from then on, and it rings no alarm of a clock. */
  before: z.boolean(),
  /** The clock that runs out next, or ran out first. */
  clock: clock.nullable(),
  holder: holder.nullable(),
  offeredTo: personRef.nullable(),
  incidentRef: z.string().nullable(),
  incidentAt: instant.nullable(),
  /** How many near-identical conversations stand behind it in a surge; 0 when it stands alone. */
  alike: z.number(),
  /** Minutes between the words that wait and our hearing them; 0 when it was at once. The clocks count from the words. */
  heardLate: z.number(),
})

export const queue = endpoint({
  method: 'GET',
  path: '/api/desk/queue',
  purpose:
    'What waits at the desk by risk, then by clock: counts of everything, and one page of rows. Closed ones by their time.',
  input: z.object({
    show: z.enum(['all', 'mine', 'nobodys', 'closed']).default('all'),
    account: id.optional(),
    category: category.optional(),
    /** Rows after this one, as `next` of the page before said. */
    after: z.string().max(200).optional(),
    most: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    now: instant,
    waiting: z.number(),
    inDanger: z.number(),
    mine: z.number(),
    nobodys: z.number(),
    overdue: z.number(),
    /** Of those that wait, said before we listened. */
    before: z.number(),
    byCategory: z.array(z.object({ category, waiting: z.number() })),
    rows: z.array(queued),
    next: z.string().nullable(),
    /** False: this reader is shown figures and no words, so there are no rows. */
    mayRead: z.boolean(),
    /** Accounts that we do not hear now, since when and why. `inPart`: we hear them, but not all that their network has for us. */
    notHeard: z.array(
      z.object({ account: accountRef, since: instant.nullable(), inPart: z.boolean(), words: z.string() }),
    ),
    mayWork: z.boolean(),
  }),
})

export const conversation = endpoint({
  method: 'GET',
  path: '/api/desk/conversations/:id',
  purpose:
    'One conversation: what was said, who has it, its clocks, and what may be done. Never what the person said elsewhere.',
  input: z.object({ id }),
  output: z.object({
    now: instant,
    row: queued,
    version: z.number(),
    stage: z.enum(['open', 'closed']),
    /** True: it is intelligence and this reader has not opened it; entries are empty until `openRestricted`. */
    closedToYou: z.boolean(),
    suggestion: z.object({
      category,
      danger: z.boolean(),
      because: z.array(z.object({ words: z.string(), says: z.string() })),
    }),
    about: z
      .object({ postId: id.nullable(), words: z.string(), url: z.string().nullable(), at: instant.nullable() })
      .nullable(),
    entries: z.array(entry),
    clocks: z.array(clock),
    /** Whether a person says that a crime was reported; null: nobody has said. */
    crimeSaid: z.boolean().nullable(),
    crimeRef: z.string().nullable(),
    draft: draft.nullable(),
    outcomes: z.array(
      z.object({
        kind: z.enum(outcomeKinds),
        reference: z.string(),
        team: z.string(),
        reason: z.string(),
        by: personRef,
        at: instant,
      }),
    ),
    may: z.object({
      work: z.boolean(),
      moderate: z.boolean(),
      answerPublicly: z.boolean(),
      answerPrivately: z.boolean(),
      /** Why an answer by this one would be refused, in words; null where it would not. */
      whyNotAnswer: z.string().nullable(),
    }),
    /** People to whom it can be handed over. */
    people: z.array(personRef),
  }),
  refusals: [no.noConversation],
})

const common = [no.noConversation, no.notYourDesk] as const

export const look = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/look',
  purpose:
    'A person has opened it: stops the first-look clock, once. Intelligence is opened by this and the reading is recorded.',
  input: z.object({ id }),
  /** Null: only a reader has seen it, and nobody who works at the desk. */
  output: z.object({ firstLookAt: instant.nullable() }),
  refusals: [...common],
})

export const take = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/take',
  purpose:
    'Takes it, or shows a sign of life of who has it. `over`: takes it from somebody else, which is recorded with the reason.',
  input: z.object({ id, over: z.object({ reason: words }).nullable().default(null) }),
  output: z.object({ holder }),
  refusals: [...common, no.heldByOther, no.closed],
})

export const handOver = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/hand-over',
  purpose: 'Hands it to somebody, or puts it back for everybody, with a note.',
  input: z.object({ id, to: id.nullable(), words: z.string().trim().max(4000).default('') }),
  output: z.object({ holder: holder.nullable() }),
  refusals: [...common, no.heldByOther, no.closed, no.noSuchPerson, no.notForPerson],
})

export const categorise = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/category',
  purpose: 'A person says what it is.',
  input: z.object({ id, category }),
  output: z.object({ category }),
  refusals: [...common, no.closed],
})

export const note = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/note',
  purpose: 'Leaves a note for the team. The public never sees it.',
  input: z.object({ id, words }),
  output: z.object({ id }),
  refusals: [...common],
})

export const raiseIncident = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/incident',
  purpose: 'Notes that the control room has it, under its reference. The conversation stays open.',
  input: z.object({ id, reference: z.string().trim().min(2).max(60) }),
  output: z.object({ incidentAt: instant }),
  refusals: [...common, no.closed],
})

export const recordCrime = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/crime',
  purpose: 'Notes that the crime was recorded, under its reference: stops the 24-hour clock.',
  input: z.object({ id, reference: z.string().trim().min(2).max(60) }),
  output: z.object({ recordedAt: instant }),
  refusals: [...common],
})

export const sayCrime = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/crime-said',
  purpose: 'A person says that a crime was reported here, which starts the 24-hour clock, or that none was.',
  input: z.object({ id, reported: z.boolean() }),
  output: z.object({ reported: z.boolean() }),
  refusals: [...common],
})

export const beginAnswer = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/answer',
  purpose:
    'Begins the one answer, or gives back the one that was begun: a post below their message, which goes through rules, signature, approval and delivery as any. `version`: the number that was read.',
  input: z.object({
    id,
    version: z.number().int(),
    /** The message answered; the last one of the public when left out. */
    messageId: id.nullable().default(null),
    private: z.boolean().default(false),
    /** Words to begin with: a line ready to use. */
    words: z.string().max(20_000).default(''),
  }),
  output: z.object({ postId: id, edit: z.number(), begun: z.boolean() }),
  refusals: [...common, no.heldByOther, no.notHeldByYou, no.closed, no.answeredMeanwhile, no.cannotSendPrivately],
})

export const giveUpAnswer = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/answer/give-up',
  purpose: 'Puts away the answer that is being written; its words stay in the record.',
  input: z.object({ id }),
  output: z.object({ gaveUp: z.boolean() }),
  refusals: [...common, no.heldByOther, no.notHeldByYou],
})

export const close = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/close',
  purpose: 'Closes it with an outcome, and with no word that was not read. `version`: the number that was read.',
  input: z.object({
    id,
    version: z.number().int(),
    outcome: z.enum(outcomeKinds),
    reference: z.string().trim().max(60).default(''),
    team: z.string().trim().max(200).default(''),
    reason: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ closedAt: instant }),
  refusals: [
    ...common,
    no.heldByOther,
    no.closed,
    no.movedOn,
    no.outcomeNeeds,
    no.decideCategory,
    no.notAnswered,
    no.notModerated,
    no.answerUnderway,
  ],
})

export const reopen = endpoint({
  method: 'POST',
  path: '/api/desk/conversations/:id/reopen',
  purpose: 'Opens a closed conversation again, with the reason.',
  input: z.object({ id, reason: words }),
  output: z.object({ openedAt: instant }),
  refusals: [...common, no.notClosed],
})

export const deskCounts = endpoint({
  method: 'GET',
  path: '/api/desk/counts',
  purpose: 'The figures of the desk for the rail and for Today: waiting, in danger, over their clock, mine.',
  input: z.object({}),
  output: z.object({
    waiting: z.number(),
    inDanger: z.number(),
    overdue: z.number(),
    mine: z.number(),
    /** What needs somebody first: a person who may be in danger, or what is furthest over its clock. At most 5. */
    first: z.array(queued),
    notHeard: z.number(),
  }),
})
