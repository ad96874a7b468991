import { useNavigate } from '@tanstack/react-router'
import { use, useMemo, useRef, useState } from 'react'
import type { DraftFacts } from '../../../posting/facts.ts'
import type { Override } from '../../../rulebook/finding.ts'
import { FactsContext } from '../../frame/facts.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { PageAnswer } from '../../parts/page-answer.tsx'
import { clock } from '../../say.ts'
import type { Context, Whole } from '../compose.page.tsx'
import { useNow } from '../moment.ts'
import { personWords } from '../refs.ts'
import { usePhone } from '../use-phone.ts'
import css from './compose.module.css'
import { composeHeading, savingWords, composeWords as w } from './compose-words.ts'
import { Details } from './details.tsx'
import { blank, isBlank, sameContent } from './edit-content.ts'
import { Found } from './found.tsx'
import { keptWords } from './kept.ts'
import { Looks } from './looks.tsx'
import { asksRationale, numbered } from './marks.ts'
import { DeskNotices } from './notices.tsx'
import { Pictures } from './pictures.tsx'
import { Rationale } from './rationale.tsx'
import { Send } from './send.tsx'
import { Speaking } from './speaking.tsx'
import type { Uploaded } from './upload.ts'
import { type Opened, useDraft } from './use-draft.ts'
import { useVerdict } from './use-verdict.ts'
import { WordsDesk } from './words-desk.tsx'

export type DeskProps = { context: Context; readAt: number; post: Whole | null; onMade: (id: string) => void }

/** The server's words, or those that this device kept and the server never had. */
const opening = ({ context, post }: Pick<DeskProps, 'context' | 'post'>): Opened & { keptAt: string | null } => {
  const me = context.me.id
  const kept = keptWords(localStorage, me, post?.id ?? null)
  const only = context.facts.accounts.filter((a) => context.mayWrite[a.id] === null)
  const saved = post?.content ?? { ...blank, targets: only.length === 1 ? only.map((a) => a.id) : [] }
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

/** The writing desk: all that the design puts before the author, from who speaks to the one act. */
export const Desk = ({ context, readAt, post, onMade }: DeskProps) => {
  const zone = use(FactsContext)?.zone ?? context.facts.zone
  const [opened] = useState(() => opening({ context, post }))
  const draft = useDraft(opened, onMade)
  const { content, change } = draft
  const [uploaded, setUploaded] = useState<readonly Uploaded[]>([])
  const facts = useFacts(context, content.speaksForId, uploaded)
  const now = useNow(context.now, readAt)
  const untouched = post !== null && sameContent(content, post.content)
  const overrides = useMemo(() => (untouched ? overridesOf(post) : []), [untouched, post])
  const authorIsMe = facts.author.id === context.me.id
  const looking = useVerdict({ content, facts, now: () => now, overrides, authorIsMe })
  const [at, setAt] = useState<number | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const phone = usePhone()
  const navigate = useNavigate()

  const { verdict } = looking
  const found = verdict ? numbered(verdict.result) : []
  const speaker = facts.speaksFor ?? facts.author
  const empty = isBlank(content)
  const blocks = found.filter((f) => f.finding.state === 'open' && f.finding.severity === 'block').length
  const heading = composeHeading({
    blank: empty,
    troubles: verdict?.troubles.length ?? 0,
    needs: verdict?.needs ?? null,
    released: verdict?.needs.kind === 'approval' && facts.speaksFor ? personWords(facts.speaksFor) : null,
    blocks,
  })
  const close = async (): Promise<void> => {
    if (empty || (await draft.saveNow())) await navigate({ to: '/posts' })
  }
  const parts = { context, facts, draft, content, change, found, now, zone }

  return (
    <>
      <PageAnswer
        dense
        answer={heading}
        lede={
          <>
            <span role="status">{savingWords(draft.saving, (iso) => clock(iso, zone))}</span>{' '}
            {(draft.saving.kind === 'notSaved' || (draft.saving.kind === 'waiting' && opened.keptAt !== null)) && (
              <button type="button" className="as-link" onClick={() => void draft.saveNow()}>
                {w.saveNow}
              </button>
            )}{' '}
            {phone && (
              <button type="button" className="as-link" onClick={() => void close()}>
                {w.closePhone}
              </button>
            )}
          </>
        }
        acts={
          !phone && (
            <>
              {draft.id !== null && (
                <ButtonLink kind="quiet" icon="earlier" to="/posts/$id" params={{ id: draft.id }}>
                  {w.versions}
                </ButtonLink>
              )}
              <Button onPress={() => void close()}>{w.close}</Button>
            </>
          )
        }
      />
      <DeskNotices {...parts} post={post} opened={opened} />
      <Speaking {...parts} speaker={speaker} />
      <div className={css.bench} ref={page}>
        <div className={css.column}>
          <WordsDesk {...parts} speaker={speaker} onFinding={setAt} />
          <Pictures {...parts} uploaded={uploaded} onUploaded={(one) => setUploaded((all) => [...all, one])} />
        </div>
        <Found {...parts} looking={looking} at={at} page={page} blank={empty} />
        <Looks {...parts} speaker={speaker} />
      </div>
      {verdict && asksRationale(verdict.result) && <Rationale {...parts} />}
      <Details {...parts} />
      <Send {...parts} looking={looking} blank={empty} post={post} />
    </>
  )
}

/** What every part of the desk is given. */
export type DeskParts = {
  context: Context
  facts: DraftFacts
  draft: ReturnType<typeof useDraft>
  content: ReturnType<typeof useDraft>['content']
  change: ReturnType<typeof useDraft>['change']
  found: ReturnType<typeof numbered>
  now: Date
  zone: string
}
