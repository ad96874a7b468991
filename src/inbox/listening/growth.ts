import { lookFirst, rankOf as rankIn } from '../conversation.ts'
import type { StoredSuggestion } from '../suggestion.ts'
import type { Category } from '../triage/category.ts'

/** What new words change in a conversation. Pure. */

/** One message that was just heard, or one whose words were changed. */
export type Said = { id: string; saidAt: Date; suggestion: StoredSuggestion; language: 'en' | 'cy' }

/** Clocks count from when the public spoke, also when we could not hear it: that it waited is so, whoever is to blame. */
const countsFrom = (said: readonly Said[]): Date => new Date(Math.min(...said.map((s) => s.saidAt.getTime())))

/** The part of a conversation that changes with what is said in it. */
export type Standing = {
  stage: 'open' | 'closed'
  stageSince: Date
  category: Category
  /** A person said what it is; nothing that is only suggested changes that. */
  decided: boolean
  suggestion: StoredSuggestion
  rank: number
  language: 'en' | 'cy'
  messages: number
  openedAt: Date
  /** When the words were said that opened it again; null while it was never closed. */
  reopenedAt: Date | null
  lastSaidAt: Date
  lastFrom: 'public' | 'us'
  waitingSince: Date | null
  /** Of what was said before we listened, since when we do; null for everything else. */
  aimsFrom: Date | null
  /** When the first words of danger were heard where there had been none. Null: there are none, or it began with them. */
  dangerAt: Date | null
  /** When the last were heard in what had begun already: who looked before has not seen them. */
  dangerLastAt: Date | null
}

export type Grown = Standing & {
  /** It was closed, and somebody said something more. */
  reopened: boolean
  /** The message that may now speak of a person in danger where nothing did before; null when none does. */
  newDanger: string | null
}

const rankOf = (s: StoredSuggestion): number => rankIn(s.category, s.danger, s.look)

/** The one that weighs more; of equals the first. */
const graver = (a: StoredSuggestion, b: StoredSuggestion): StoredSuggestion => (rankOf(b) < rankOf(a) ? b : a)

/** How a conversation stands when it begins with these messages. */
export function begun(said: readonly [Said, ...Said[]], now: Date): Standing {
  const suggestion = said.map((s) => s.suggestion).reduce(graver)
  return {
    stage: 'open',
    stageSince: now,
    category: suggestion.category,
    decided: false,
    suggestion,
    rank: rankOf(suggestion),
    language: languageOf(said),
    messages: said.length,
    openedAt: countsFrom(said),
    reopenedAt: null,
    lastSaidAt: latest(said),
    lastFrom: 'public',
    waitingSince: countsFrom(said),
    aimsFrom: null,
    dangerAt: null,
    dangerLastAt: null,
  }
}

/** How it stands after these, said by the public. A closed one is open again, and its clocks begin anew. */
export function grown(before: Standing, said: readonly [Said, ...Said[]], now: Date): Grown {
  const reopened = before.stage === 'closed'
  const last = latest(said)
  return {
    ...weighed(before, said, now),
    ...(reopened ? { stage: 'open', stageSince: now, reopenedAt: countsFrom(said) } : {}),
    language: last >= before.lastSaidAt ? languageOf(said) : before.language,
    messages: before.messages + said.length,
    lastSaidAt: last >= before.lastSaidAt ? last : before.lastSaidAt,
    lastFrom: 'public',
    waitingSince: before.waitingSince !== null && !reopened ? before.waitingSince : countsFrom(said),
    reopened,
  }
}

/** How it stands after the words of these were changed: only what they weigh. Danger opens a closed one again. */
export function changed(before: Standing, said: readonly [Said, ...Said[]], now: Date): Grown {
  const after = weighed(before, said, now)
  const reopened = before.stage === 'closed' && after.newDanger !== null
  if (!reopened) return { ...after, reopened }
  return { ...after, stage: 'open', stageSince: now, reopenedAt: now, waitingSince: now, reopened }
}

/** Two that turned out to be one; `into` is the one that stays. */
export function joined(into: Standing, from: Standing, now: Date): Standing {
  const suggestion = graver(into.suggestion, from.suggestion)
  return {
    ...into,
    suggestion,
    category: into.decided ? into.category : suggestion.category,
    rank: Math.min(into.rank, from.rank),
    messages: into.messages + from.messages,
    openedAt: earlier(into.openedAt, from.openedAt),
    lastSaidAt: into.lastSaidAt > from.lastSaidAt ? into.lastSaidAt : from.lastSaidAt,
    lastFrom: 'public',
    waitingSince:
      into.waitingSince && from.waitingSince
        ? earlier(into.waitingSince, from.waitingSince)
        : (into.waitingSince ?? from.waitingSince),
    dangerAt: into.rank > 0 && from.rank === 0 ? now : into.dangerAt,
    dangerLastAt: from.rank === 0 ? now : into.dangerLastAt,
  }
}

/** What is suggested only ever weighs more by what is said later; a person takes it back. */
function weighed(
  before: Standing,
  said: readonly [Said, ...Said[]],
  now: Date,
): Standing & { newDanger: string | null } {
  const suggestion = said.map((s) => s.suggestion).reduce(graver, before.suggestion)
  const danger = said.find((s) => s.suggestion.danger)
  const isNew = danger !== undefined && before.rank > 0
  const look = said.some((s) => s.suggestion.look) ? lookFirst : before.rank
  const rank = Math.min(before.rank, before.decided ? look : rankOf(suggestion))
  return {
    ...before,
    suggestion: isNew ? danger.suggestion : suggestion,
    category: before.decided ? before.category : suggestion.category,
    rank: isNew ? 0 : rank,
    newDanger: isNew ? danger.id : null,
    dangerAt: isNew ? now : before.dangerAt,
    dangerLastAt: danger ? now : before.dangerLastAt,
  }
}

const earlier = (a: Date, b: Date): Date => (a <= b ? a : b)
const latest = (said: readonly Said[]): Date => new Date(Math.max(...said.map((s) => s.saidAt.getTime())))
/** We answer in the language of who spoke last. */
const languageOf = (said: readonly [Said, ...Said[]]): 'en' | 'cy' =>
  said.reduce((a, b) => (b.saidAt >= a.saidAt ? b : a)).language
