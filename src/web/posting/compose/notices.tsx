import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { clock } from '../../say.ts'
import type { Whole } from '../compose.page.tsx'
import { lately } from '../moment.ts'
import { personWords } from '../refs.ts'
import css from './compose.module.css'
import { composeWords as w } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'
import type { Opened } from './use-draft.ts'

type Props = DeskParts & { post: Whole | null; opened: Opened & { keptAt: string | null } }

/** Both texts, where two people wrote at the same time: nothing is lost and nothing is chosen for them. */
const Conflict = ({ draft, content, zone, now }: DeskParts) => {
  if (draft.saving.kind !== 'conflict') return null
  const { theirs } = draft.saving
  const by = theirs.by ?? w.conflict.somebody
  return (
    <Notice tone="warn">
      <h2 className={css.noticeHeading}>{w.conflict.heading}</h2>
      <p>{w.conflict.body(by, lately(theirs.at, zone, now))}</p>
      <div className={css.both}>
        {[
          { name: w.conflict.mine, words: content },
          { name: w.conflict.theirs(by), words: theirs.content },
        ].map(({ name, words }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <p lang={words.language}>{words.pieces.join('\n\n')}</p>
          </section>
        ))}
      </div>
      <p>{w.conflict.hint}</p>
      <div className="row">
        <Button small onPress={() => draft.settle('mine')}>
          {w.conflict.takeMine}
        </Button>
        <Button small onPress={() => draft.settle('theirs')}>
          {w.conflict.takeTheirs}
        </Button>
      </div>
    </Notice>
  )
}

const Kept = ({ draft, opened, zone, onDone }: Props & { onDone: () => void }) => (
  <Notice>
    {w.kept(opened.keptAt ? clock(opened.keptAt, zone) : '')}{' '}
    <button
      type="button"
      className="as-link"
      onClick={() => {
        draft.change(opened.saved)
        onDone()
      }}
    >
      {opened.id === null ? w.keptNew : w.keptAway}
    </button>
  </Notice>
)

/** What happened to these words, above them: kept, sent back, put before somebody, or written by two. */
export const DeskNotices = (props: Props) => {
  const { draft, post, opened } = props
  const [put, setPut] = useState(opened.keptAt !== null)
  const back = post?.decisions.findLast((d) => d.kind === 'sendBack')
  const open = put && draft.saving.kind === 'waiting'
  return (
    <div className={css.notices}>
      <Conflict {...props} />
      {open && <Kept {...props} onDone={() => setPut(false)} />}
      {draft.saving.kind === 'notSaved' && (
        <Notice tone={draft.saving.here ? 'warn' : 'risk'}>{draft.saving.words}</Notice>
      )}
      {post?.stage === 'sentBack' && back && (
        <Notice tone="warn" icon="back">
          {w.sentBack(personWords(back.by), back.reason)}
        </Notice>
      )}
      {draft.askingEnded && <Notice tone="warn">{w.askingEnded}</Notice>}
      {post?.stage === 'asked' && !draft.askingEnded && <Notice>{w.waits}</Notice>}
    </div>
  )
}
