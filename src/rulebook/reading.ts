import type { Draft, DraftTarget, Language } from './draft.ts'
import { says } from './language/pattern.ts'
import { Text } from './language/text.ts'
import { type PolicyPack, type PreElectionPeriod, preElectionAt } from './season.ts'

/** The words of one thread, in order, and where they go. */
type Thread = {
  texts: readonly Text[]
  language: Language
  accountId: string | null
  targets: readonly DraftTarget[]
  /** All pieces together, folded, in small letters. */
  lower: string
}

/** A draft read once. Rules look at this and never take the draft's text apart themselves. */
export type Reading = {
  draft: Draft
  pack: PolicyPack
  preElection: PreElectionPeriod | null
  /** Words and alt texts: everything that will be public. */
  texts: readonly Text[]
  /** Only the words. */
  words: readonly Text[]
  threads: readonly Thread[]
  /** Whether the thread that a text belongs to says any of this; alt texts look at all threads. */
  threadSays(text: Text, cue: RegExp): boolean
  /** The alt texts together: another picture has other words, and ends what was answered about the first. */
  pictured: string
}

function threadsOf(draft: Draft, words: readonly Text[]): Thread[] {
  const groups = new Map<string, Text[]>()
  for (const text of words) {
    const name = `${text.language} ${text.accountId ?? ''}`
    const group = groups.get(name)
    if (group) group.push(text)
    else groups.set(name, [text])
  }
  const own = new Set(words.map((text) => text.accountId))
  return [...groups.values()].map((texts) => {
    const accountId = texts[0]?.accountId ?? null
    const targets = draft.targets.filter((target) =>
      accountId === null ? !own.has(target.accountId) : target.accountId === accountId,
    )
    const language = texts[0]?.language ?? 'en'
    return { texts, language, accountId, targets, lower: texts.map((text) => text.lower).join('\n') }
  })
}

export function read(draft: Draft, pack: PolicyPack): Reading {
  const words = draft.texts.map((text) => new Text({ ...text, part: 'words' }))
  const alts = draft.pictures.map(
    ({ field, alt, language }) => new Text({ field, part: 'alt', text: alt, language, accountId: null }),
  )
  const threads = threadsOf(draft, words)
  const threadOf = new Map(threads.flatMap((thread) => thread.texts.map((text) => [text, thread] as const)))
  const remembered = new Map<RegExp, Map<Thread, boolean>>()
  function one(thread: Thread, cue: RegExp): boolean {
    const known = remembered.get(cue) ?? new Map<Thread, boolean>()
    remembered.set(cue, known)
    const before = known.get(thread)
    if (before !== undefined) return before
    const now = says(cue, thread.lower)
    known.set(thread, now)
    return now
  }
  return {
    draft,
    pack,
    preElection: preElectionAt(pack, draft.publishAt.local),
    texts: [...words, ...alts],
    pictured: alts.map((alt) => alt.plain).join(' / '),
    words,
    threads,
    threadSays(text, cue) {
      const thread = threadOf.get(text)
      return thread ? one(thread, cue) : says(cue, text.lower) || threads.some((other) => one(other, cue))
    },
  }
}
