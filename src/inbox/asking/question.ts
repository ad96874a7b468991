/** What a question to the public is, where it stands, and what it needs before it goes on. Pure. */

export const questionKinds = ['question', 'consultation', 'poll', 'live'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const kindWords: { readonly [kind in QuestionKind]: { label: string; says: string } } = {
  question: { label: 'Question', says: 'One thing that we want to know.' },
  consultation: { label: 'Consultation', says: 'A plan that people can still change, open for some time.' },
  poll: {
    label: 'Poll',
    says: 'A choice of a few. Where the network has no polls the choices are asked in words and counted by hand.',
  },
  live: { label: 'Live session', says: 'Officers answer at a stated time.' },
}

export const questionStages = ['planned', 'open', 'closed', 'answered'] as const
export type QuestionStage = (typeof questionStages)[number]

export const stageWords: { readonly [stage in QuestionStage]: string } = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Closed, to be answered',
  answered: 'Answered back',
}

const moves = {
  planned: { open: 'open' },
  open: { close: 'closed' },
  closed: { open: 'open', answer: 'answered' },
  answered: {},
} as const satisfies Record<QuestionStage, Readonly<Record<string, QuestionStage>>>

export type QuestionMove = 'open' | 'close' | 'answer'

/** Null: it cannot be done from there. */
export const afterMove = (stage: QuestionStage, move: QuestionMove): QuestionStage | null => {
  const from: Readonly<Partial<Record<QuestionMove, QuestionStage>>> = moves[stage]
  return from[move] ?? null
}

export const fewestChoices = 2
export const mostChoices = 10

export type Theme = { title: string; messages: number; did: string; noAction: string }

/** Themes that somebody spoke of and that nobody has answered: neither what we did, nor why nothing is done. */
export const unanswered = (themes: readonly Theme[]): string[] =>
  themes.filter((t) => t.messages > 0 && t.did === '' && t.noAction === '').map((t) => t.title)

/** What is asked, ready to be put into a post: the choices of a poll follow as words. */
export const askedWords = (of: { words: string; choices: readonly string[] }): string =>
  [of.words.trim(), ...of.choices.map((choice, at) => `${at + 1}. ${choice}`)].filter(Boolean).join('\n')

export type Session = { opensAt: Date | null; closesAt: Date | null; answered: number; waiting: number }

/** How a live session stands. `minutes`: until it begins, until it ends, or since it ended. `enough`: at this pace all that wait are answered in time; null: not known yet. */
export function sessionAt(
  s: Session,
  now: Date,
): { phase: 'before' | 'during' | 'over'; minutes: number; enough: boolean | null } {
  const until = (at: Date) => Math.ceil((at.getTime() - now.getTime()) / 60_000)
  if (s.opensAt && s.opensAt > now) return { phase: 'before', minutes: until(s.opensAt), enough: null }
  if (s.closesAt && s.closesAt <= now)
    return {
      phase: 'over',
      minutes: Math.floor((now.getTime() - s.closesAt.getTime()) / 60_000),
      enough: s.waiting === 0,
    }
  const left = s.closesAt ? until(s.closesAt) : 0
  const gone = s.opensAt ? (now.getTime() - s.opensAt.getTime()) / 60_000 : 0
  const known = s.closesAt !== null && s.answered > 0 && gone >= 5
  return { phase: 'during', minutes: left, enough: known ? s.waiting * (gone / s.answered) <= left : null }
}

type ByLanguage = { readonly en: string; readonly cy: string }

/** Ready to be sent to who asks before it begins, with when that is in each language; the force may write its own. */
export const beforeSession = (begins: ByLanguage): ByLanguage => ({
  en: `Our live session begins on ${begins.en}. Nobody is answering here until then. To report a crime call 101. In an emergency call 999.`,
  cy: `Mae ein sesiwn fyw yn dechrau ${begins.cy}. Does neb yn ateb yma tan hynny. I roi gwybod am drosedd ffoniwch 101. Mewn argyfwng ffoniwch 999.`,
})

/** The same for who asks after its end, or when no time is set. */
export const outOfSession: ByLanguage = {
  en: 'Our live session is not on now, so nobody is answering here. You can still ask this account; we answer in working hours. To report a crime call 101. In an emergency call 999.',
  cy: "Nid yw ein sesiwn fyw ymlaen nawr, felly does neb yn ateb yma. Gallwch ofyn i'r cyfrif hwn o hyd; rydym yn ateb yn ystod oriau gwaith. I roi gwybod am drosedd ffoniwch 101. Mewn argyfwng ffoniwch 999.",
}
