import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PracticePost, practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Menu } from '../parts/menu.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { Tag } from '../parts/tag.tsx'
import { dayAndClock } from '../say.ts'
import css from './practice.module.css'
import { WordsForm } from './practice-say.tsx'
import { practiceWords as w } from './practice-words.ts'

const SayForm = ({ to, quote, onClose }: { to: PracticePost; quote: boolean; onClose: () => void }) => {
  const reply = useAct(practiceEndpoints.reply, ['practice'])
  return (
    <WordsForm
      heading={quote ? w.quoteHeading : w.replyHeading}
      body={w.replyBody}
      act={w.replyAct}
      most={300}
      send={({ name, text }) => reply.send({ id: to.id, name, text, quote })}
      onClose={onClose}
    />
  )
}

const EditForm = ({ post, onClose }: { post: PracticePost; onClose: () => void }) => {
  const edit = useAct(practiceEndpoints.edit, ['practice'])
  return (
    <WordsForm
      heading={w.editHeading}
      body={w.editBody}
      act={w.editAct}
      most={300}
      before={post}
      send={({ text }) => edit.send({ id: post.id, text })}
      onClose={onClose}
    />
  )
}

const TakeBackForm = ({ post, onClose }: { post: PracticePost; onClose: () => void }) => {
  const takeBack = useAct(practiceEndpoints.takeBack, ['practice'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.takeBackHeading}
      act={w.takeBack}
      refuse
      send={() => takeBack.send({ id: post.id })}
    >
      <p>{w.takeBackBody}</p>
    </FormDialog>
  )
}

type Open = 'reply' | 'quote' | 'edit' | 'takeBack' | null

const Acts = ({ post, onOpen }: { post: PracticePost; onOpen: (open: Open) => void }) => {
  const entries = [
    ...(post.kind === 'direct' ? [] : [{ id: 'quote', name: w.quote, onPress: () => onOpen('quote') }]),
    ...(post.accountId === null
      ? [
          { id: 'edit', name: w.edit, onPress: () => onOpen('edit') },
          { id: 'takeBack', name: w.takeBack, onPress: () => onOpen('takeBack') },
        ]
      : []),
  ]
  return (
    <>
      <Button small icon="reply" onPress={() => onOpen('reply')}>
        {w.reply}
      </Button>
      {entries.length > 0 && <Menu trigger={<Button small>{w.acts}</Button>} sections={[{ entries }]} />}
    </>
  )
}

const Marks = ({ post }: { post: PracticePost }) => (
  <>
    {w.kinds[post.kind] !== '' && <Tag tone="line">{w.kinds[post.kind]}</Tag>}
    {post.edited && <Tag tone="line">{w.edited}</Tag>}
    {post.moderated.map((act) => (
      <Tag key={act} tone="warn">
        {w.moderated[act]}
      </Tag>
    ))}
  </>
)

const Post = ({ post, zone, mayPlay, inThread }: PostsProps & { post: PracticePost }) => {
  const [open, setOpen] = useState<Open>(null)
  const ours = post.accountId !== null
  const close = () => setOpen(null)
  return (
    <article className={css.post} data-public={ours ? undefined : ''} data-removed={post.removedAt ? '' : undefined}>
      <p className={css.head}>
        <b>{post.name}</b>
        <Tag>{ours ? w.ours : w.public}</Tag>
        <Marks post={post} />
        <time dateTime={post.createdAt}>{dayAndClock(post.createdAt, zone, new Date())}</time>
      </p>
      <p className={css.text} dir="auto">
        {post.text}
      </p>
      <p className={css.foot}>
        {post.removedAt && <StateMark state="withdrawn">{w.removed}</StateMark>}
        {!inThread && (
          <Link to="/practice" search={{ post: post.id }}>
            {w.read}
          </Link>
        )}
        <span className="second">{w.answers(post.replies)}</span>
        {mayPlay && !post.removedAt && <Acts post={post} onOpen={setOpen} />}
      </p>
      {(open === 'reply' || open === 'quote') && <SayForm to={post} quote={open === 'quote'} onClose={close} />}
      {open === 'edit' && <EditForm post={post} onClose={close} />}
      {open === 'takeBack' && <TakeBackForm post={post} onClose={close} />}
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
