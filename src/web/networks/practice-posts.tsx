import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PracticePost, practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { Tag } from '../parts/tag.tsx'
import { dayAndClock } from '../say.ts'
import css from './practice.module.css'
import { practiceWords as w } from './practice-words.ts'

const ReplyForm = ({ to, onClose }: { to: PracticePost; onClose: () => void }) => {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const reply = useAct(practiceEndpoints.reply, ['practice'])
  const go = () => {
    setAsked(true)
    if (name.trim() !== '' && text.trim() !== '') reply.mutate({ id: to.id, name, text }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      heading={w.replyHeading}
      act={w.replyAct}
      onAct={go}
      busy={reply.isPending}
      failed={reply.error}
    >
      <p className="small second">{w.replyBody}</p>
      <TextField
        label={w.name}
        value={name}
        onChange={setName}
        autoFocus
        wrong={asked && name.trim() === '' && w.missing}
      />
      <TextField
        label={w.text}
        lines
        value={text}
        onChange={setText}
        note={`${text.length} / 300`}
        wrong={asked && text.trim() === '' && w.missing}
      />
    </FormDialog>
  )
}

const Post = ({ post, zone, mayPlay, inThread }: PostsProps & { post: PracticePost }) => {
  const [open, setOpen] = useState(false)
  const ours = post.accountId !== null
  return (
    <article className={css.post} data-public={ours ? undefined : ''} data-removed={post.removedAt ? '' : undefined}>
      <p className={css.head}>
        <b>{post.name}</b>
        <Tag>{ours ? w.ours : w.public}</Tag>
        <time dateTime={post.createdAt}>{dayAndClock(post.createdAt, zone, new Date())}</time>
      </p>
      <p className={css.text}>{post.text}</p>
      <p className={css.foot}>
        {post.removedAt && <StateMark state="withdrawn">{w.removed}</StateMark>}
        {!inThread && (
          <Link to="/practice" search={{ post: post.id }}>
            {w.read}
          </Link>
        )}
        <span className="second">{w.answers(post.replies)}</span>
        {mayPlay && !post.removedAt && (
          <Button small icon="reply" onPress={() => setOpen(true)}>
            {w.reply}
          </Button>
        )}
      </p>
      {open && <ReplyForm to={post} onClose={() => setOpen(false)} />}
    </article>
  )
}

type PostsProps = { zone: string; mayPlay: boolean; inThread: boolean }

/** Posts and answers as the public sees them; ours stand left, the public's in dashes. */
export const Posts = ({ posts, ...how }: PostsProps & { posts: readonly PracticePost[] }) => (
  <div className={css.posts}>
    {posts.map((post) => (
      <Post key={post.id} post={post} {...how} />
    ))}
  </div>
)
