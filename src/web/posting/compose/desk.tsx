import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { needsRationale } from '../../../posting/approval/rationale.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { PageAnswer } from '../../parts/page-answer.tsx'
import { clock } from '../../say.ts'
import { personWords } from '../refs.ts'
import { usePhone } from '../use-phone.ts'
import css from './compose.module.css'
import { composeHeading, savingWords, composeWords as w } from './compose-words.ts'
import { Details } from './details.tsx'
import { Found } from './found.tsx'
import { Looks } from './looks.tsx'
import { stopsIn } from './marks.ts'
import { DeskNotices } from './notices.tsx'
import { Pictures } from './pictures.tsx'
import { Rationale } from './rationale.tsx'
import { Send } from './send.tsx'
import { Speaking } from './speaking.tsx'
import { useWriting, type WritingProps } from './use-writing.ts'
import { WordsDesk } from './words-desk.tsx'

export type { DeskParts } from './use-writing.ts'

/** The writing desk: all that the design puts before the author, from who speaks to the one act. */
export const Desk = (props: WritingProps) => {
  const { parts, opened, looking, speaker, empty, uploaded, onUploaded } = useWriting(props)
  const { post } = props
  const { draft, facts, found, zone } = parts
  const [at, setAt] = useState<number | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const phone = usePhone()
  const navigate = useNavigate()

  const { verdict } = looking
  const stops = stopsIn(found)
  const heading = composeHeading({
    blank: empty,
    troubles: (verdict?.said.length ?? 0) + stops.toPutRight,
    needs: verdict?.needs ?? null,
    released: verdict?.needs.kind === 'approval' && facts.speaksFor ? personWords(facts.speaksFor) : null,
    blocks: stops.toDecide,
  })
  const close = async (): Promise<void> => {
    if (empty || (await draft.saveNow())) await navigate({ to: '/posts' })
  }
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
          <Pictures {...parts} uploaded={uploaded} onUploaded={onUploaded} />
        </div>
        <Found {...parts} looking={looking} at={at} page={page} blank={empty} />
        <Looks {...parts} speaker={speaker} />
      </div>
      {verdict && needsRationale(verdict.result) && <Rationale {...parts} />}
      <Details {...parts} />
      <Send {...parts} looking={looking} blank={empty} post={post} />
    </>
  )
}
