import { use, useMemo, useState } from 'react'
import type { DraftFacts, SpeakerFacts } from '../../../posting/facts.ts'
import type { Override } from '../../../rulebook/finding.ts'
import { FactsContext } from '../../frame/facts.ts'
import type { Context, Whole } from '../compose.page.tsx'
import { useNow } from '../moment.ts'
import { blank, isBlank, sameContent, targetsToBegin } from './edit-content.ts'
import { keptWords } from './kept.ts'
import { type Numbered, numbered } from './marks.ts'
import type { Uploaded } from './upload.ts'
import { type Drafting, type Opened, useDraft } from './use-draft.ts'
import { type Looking, useVerdict } from './use-verdict.ts'

export type WritingProps = {
  context: Context
  readAt: number
  post: Whole | null
  /** Where a new one is to be written, when the address says so. */
  account: string | null
  onMade: (id: string) => void
}

/** What every part that writes is given. */
export type DeskParts = {
  context: Context
  facts: DraftFacts
  draft: Drafting
  content: Drafting['content']
  change: Drafting['change']
  found: Numbered[]
  now: Date
  zone: string
}

export type Writing = {
  parts: DeskParts
  /** `keptAt`: these are words that this device kept and the server never had. */
  opened: Opened & { keptAt: string | null }
  looking: Looking
  speaker: SpeakerFacts
  /** Nobody has written anything yet. */
  empty: boolean
  uploaded: readonly Uploaded[]
  onUploaded: (one: Uploaded) => void
}

/** The server's words, or those that this device kept and the server never had. */
const opening = ({ context, post, account }: Omit<WritingProps, 'onMade' | 'readAt'>): Writing['opened'] => {
  const me = context.me.id
  const kept = keptWords(localStorage, me, post?.id ?? null)
  const saved = post?.content ?? { ...blank, targets: targetsToBegin(context, account) }
  const differs = kept !== null && !sameContent(kept.content, saved)
  return {
    id: post?.id ?? null,
    // Words written on an older edit are saved on that one, so that the server shows both.
    edit: differs && kept.edit !== null ? kept.edit : (post?.edit ?? 0),
    saved,
    content: differs ? kept.content : saved,
    savedAt: post?.changedAt ?? null,
    me,
    keptAt: differs ? kept.at : null,
  }
}

const overridesOf = (post: Whole | null): Override[] =>
  post?.check?.result.findings.flatMap((f) => (f.decision ? [f.decision] : [])) ?? []

/** The facts of the context with what has been chosen since it was read. */
const useFacts = (context: Context, speaksForId: string | null, uploaded: readonly Uploaded[]): DraftFacts =>
  useMemo(() => {
    const { facts, speakFor } = context
    const known = facts.speaksFor?.id === speaksForId ? facts.speaksFor : null
    const speaksFor = speaksForId === null ? null : (speakFor.find((s) => s.person.id === speaksForId)?.person ?? known)
    return { ...facts, speaksFor, pictures: [...facts.pictures, ...uploaded] }
  }, [context, speaksForId, uploaded])

/** A draft that is being written, with what the rules say of it: the same for the writing page and for an answer at the desk. */
export const useWriting = ({ context, readAt, post, account, onMade }: WritingProps): Writing => {
  const zone = use(FactsContext)?.zone ?? context.facts.zone
  const [opened] = useState(() => opening({ context, post, account }))
  const draft = useDraft(opened, onMade)
  const { content, change } = draft
  const [uploaded, setUploaded] = useState<readonly Uploaded[]>([])
  const facts = useFacts(context, content.speaksForId, uploaded)
  const now = useNow(context.now, readAt)
  const untouched = post !== null && sameContent(content, post.content)
  const overrides = useMemo(() => (untouched ? overridesOf(post) : []), [untouched, post])
  const authorIsMe = facts.author.id === context.me.id
  const looking = useVerdict({ content, facts, now: () => now, overrides, authorIsMe })
  const found = looking.verdict ? numbered(looking.verdict.result) : []
  return {
    parts: { context, facts, draft, content, change, found, now, zone },
    opened,
    looking,
    speaker: facts.speaksFor ?? facts.author,
    empty: isBlank(content),
    uploaded,
    onUploaded: (one) => setUploaded((all) => [...all, one]),
  }
}
