import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { needsRationale } from '../../posting/approval/rationale.ts'
import { composeContext, onePost } from '../../posting/post.contract.ts'
import { useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Waiting } from '../parts/section.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { composeWords, savingWords } from '../posting/compose/compose-words.ts'
import { withPiece } from '../posting/compose/edit-content.ts'
import { Found } from '../posting/compose/found.tsx'
import { DeskNotices } from '../posting/compose/notices.tsx'
import { Rationale } from '../posting/compose/rationale.tsx'
import { Send } from '../posting/compose/send.tsx'
import { useWriting } from '../posting/compose/use-writing.ts'
import { Thread } from '../posting/compose/words-desk.tsx'
import { markOf, stateOf } from '../posting/record/record-words.ts'
import { clock } from '../say.ts'
import { answerWords } from './answer-words.ts'
import { Foot } from './foot.tsx'
import css from './reply.module.css'
import { rescueFocus } from './row-focus.ts'

const w = answerWords.reply

type Post = z.output<typeof onePost.output>
type Context = z.output<typeof composeContext.output>

/** What a line or an invitation does to the words that stand there. */
export type PutWords = (words: string) => void

type EditorProps = {
  label: string
  /** The act in words that fit an answer. */
  says: (words: string) => string
  /** Why nothing can be changed here, as while somebody else has the conversation. */
  frozen: boolean
  /** Takes the focus to the words as soon as they are there. */
  focus: RefObject<boolean>
  /** Where words from a list are put. */
  put: RefObject<PutWords | null>
  /** What stands here and is not saved, for whoever finds this editor gone. */
  unsaved: RefObject<string>
}

const Editor = (props: EditorProps & { post: Post; context: Context; readAt: number; onSent: () => void }) => {
  const { post, context, readAt, label, frozen, focus, put, unsaved } = props
  const writing = useWriting({ context, readAt, post, account: null, onMade: () => undefined })
  const { parts, looking, empty, speaker, opened } = writing
  const { draft, content, change, zone } = parts
  const [at, setAt] = useState<number | null>(null)
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focus.current) return
    focus.current = false
    page.current?.querySelector('textarea')?.focus()
  }, [focus])
  useEffect(() => {
    put.current = (words) =>
      change((c) => {
        const last = c.pieces.length - 1
        const stands = c.pieces[last]?.trim() ?? ''
        return withPiece(c, { accountId: null, n: last }, stands === '' ? words : `${stands} ${words}`)
      })
    return () => {
      put.current = null
    }
  })
  const saved = draft.saving.kind === 'saved' || draft.saving.kind === 'untouched'
  useEffect(() => {
    unsaved.current = saved ? '' : content.pieces.join('\n\n').trim()
  }, [unsaved, saved, content])
  const { verdict } = looking
  return (
    <>
      <div className={css.writing} ref={page}>
        <DeskNotices {...parts} post={post} opened={opened} />
        <Thread
          {...parts}
          accountId={null}
          label={label}
          speaker={speaker}
          onFinding={setAt}
          frozen={frozen}
          lines={3}
        />
        {!empty && !frozen && <Found {...parts} looking={looking} at={at} page={page} blank={empty} />}
        {verdict && !frozen && needsRationale(verdict.result) && <Rationale {...parts} />}
        <p className={css.saving}>
          <span role="status">{savingWords(draft.saving, (iso) => clock(iso, zone))}</span>{' '}
          {draft.saving.kind === 'notSaved' && !frozen && (
            <button type="button" className="as-link" onClick={() => void draft.saveNow()}>
              {w.saveNow}
            </button>
          )}{' '}
          {!frozen && (
            <Link to="/write/$id" params={{ id: post.id }}>
              {w.whole}
            </Link>
          )}
        </p>
      </div>
      {!frozen && (
        <Send
          {...parts}
          content={content}
          looking={looking}
          blank={empty}
          post={post}
          foot={Foot}
          says={props.says}
          onSent={props.onSent}
        />
      )}
    </>
  )
}

/** Released: where it stands, and its record. */
const OnItsWay = ({ post }: { post: Post }) => {
  const [delivery] = post.deliveries
  // The box that had the focus is gone.
  useEffect(rescueFocus, [])
  return (
    <div className={css.state}>
      {delivery && <StateMark state={markOf(delivery)}>{stateOf(delivery)}</StateMark>}
      <p>
        {post.stage === 'discarded' ? w.discarded : w.onItsWay} {delivery?.words}{' '}
        <Link to="/posts/$id" params={{ id: post.id }}>
          {w.record}
        </Link>
      </p>
      <blockquote lang={post.content.language}>{post.content.pieces.join('\n\n')}</blockquote>
    </div>
  )
}

/** It waits for somebody else: what was put before them, and the way to change it. */
const Asked = ({ post, onChange }: { post: Post; onChange: (() => void) | null }) => (
  <div className={css.state}>
    <StateMark state="waiting" />
    <p>
      {w.waits}{' '}
      <Link to="/approvals/$id" params={{ id: post.id }}>
        {w.approve}
      </Link>
    </p>
    <blockquote lang={post.content.language}>{post.content.pieces.join('\n\n')}</blockquote>
    {onChange && (
      <div className="row">
        <Button small onPress={onChange}>
          {composeWords.speaking.change}
        </Button>
      </div>
    )}
  </div>
)

const topics = ['account', 'hold', 'delivery', 'objective', 'person', 'force', 'conversation'] as const

/** The answer that was begun: the same writing, rules and sending as every post. */
export const ReplyEditor = (props: EditorProps & { postId: string; turn: string }) => {
  const { postId, turn, frozen } = props
  const post = useRead(onePost, { id: postId }, { topic: 'post', also: ['delivery', 'conversation'] })
  const context = useRead(composeContext, { post: postId }, { topic: 'post', also: topics })
  const [sent, setSent] = useState(0)
  const [changing, setChanging] = useState(false)
  const failed = post.error ?? context.error
  if (!post.data || !context.data) return failed ? <Notice tone="warn">{failed.message}</Notice> : <Waiting />
  const { stage, acts } = post.data
  if (stage === 'released' || stage === 'discarded') return <OnItsWay post={post.data} />
  if (stage === 'asked' && !changing)
    return <Asked post={post.data} onChange={acts.edit === null && !frozen ? () => setChanging(true) : null} />
  return (
    <Editor
      key={`${turn} ${sent}`}
      {...props}
      post={post.data}
      context={context.data}
      readAt={context.dataUpdatedAt}
      frozen={frozen}
      onSent={() => {
        setSent((n) => n + 1)
        setChanging(false)
      }}
    />
  )
}
