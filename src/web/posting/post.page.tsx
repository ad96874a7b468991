import { Link, useParams } from '@tanstack/react-router'
import { onePost } from '../../posting/post.contract.ts'
import { asSentence } from '../../posting/sentence.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { LifeLine } from '../parts/life-line.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { clock, day } from '../say.ts'
import { Afterlook } from './record/afterlook.tsx'
import { Decisions } from './record/decisions.tsx'
import { EachPlace } from './record/each-place.tsx'
import css from './record/record.module.css'
import { RecordActs } from './record/record-acts.tsx'
import { lifeIcons, recordHeading, type Whole, recordWords as w } from './record/record-words.ts'
import { Said } from './record/said.tsx'
import { personWords } from './refs.ts'

const topics = ['delivery', 'decision', 'hold', 'account', 'person'] as const

const Lede = ({ post }: { post: Whole }) => {
  const waits = post.deliveries.some((d) => ['needs-person', 'refused', 'held'].includes(d.state))
  const looks = post.afterlook !== null && post.afterlook.doneAt === null
  return (
    <>
      {w.lede.by(personWords(post.author))}
      {post.speaksFor && w.lede.inName(personWords(post.speaksFor))}. {asSentence(post.title)}{' '}
      {post.stage === 'released' && <b>{waits ? w.lede.someone : looks ? w.lede.looks : w.lede.noOne}</b>}
    </>
  )
}

const Corrections = ({ post }: { post: Whole }) => (
  <>
    {post.corrects && (
      <p className={css.corrects}>
        {w.corrects.this}{' '}
        <Link to="/posts/$id" params={{ id: post.corrects.id }}>
          {post.corrects.title}
        </Link>
        . {w.corrects.reason(post.corrects.reason)}
      </p>
    )}
    {post.correctedBy.map((c) => (
      <p key={c.id} className={css.corrects}>
        {w.corrects.by}{' '}
        <Link to="/posts/$id" params={{ id: c.id }}>
          {c.title}
        </Link>{' '}
        ({w.stageWords[c.stage].toLowerCase()}).
      </p>
    ))}
  </>
)

/** Said before its time comes, so that somebody can put it right. */
const Fallen = ({ post }: { post: Whole }) =>
  post.standing.length > 0 && (
    <Notice tone="warn">
      <b>{w.fallen.what}</b> {post.standing.join(' ')} {post.stage === 'asked' ? w.fallen.asked : w.fallen.released}
    </Notice>
  )

const Life = ({ post, zone }: { post: Whole; zone: string }) => (
  <Section heading={w.life.heading} note={w.life.note(post.life.length)}>
    <LifeLine
      entries={post.life.map((entry, i) => {
        const before = post.life[i - 1]
        const newDay = !before || day(before.at, zone) !== day(entry.at, zone)
        return {
          id: entry.id,
          time: clock(entry.at, zone),
          at: entry.at,
          icon: lifeIcons[entry.icon],
          title: entry.title,
          detail: (
            <>
              {newDay && <span className={css.newDay}>{day(entry.at, zone, new Date())}. </span>}
              {entry.detail}
            </>
          ),
          state: entry.state,
        }
      })}
    />
  </Section>
)

const Page = ({ post, zone }: { post: Whole; zone: string }) => (
  <>
    <PageAnswer
      path={
        <>
          <Link to="/posts">{w.path}</Link> / {day(post.dueAt ?? post.createdAt, zone, new Date())}
        </>
      }
      answer={recordHeading(post)}
      lede={<Lede post={post} />}
      acts={<RecordActs post={post} />}
    />
    <Fallen post={post} />
    <Corrections post={post} />
    <div className={css.record}>
      <Afterlook post={post} zone={zone} />
      <EachPlace post={post} zone={zone} />
      <div className={css.columns}>
        <Life post={post} zone={zone} />
        <div className={css.side}>
          <Said post={post} zone={zone} />
          <Decisions post={post} zone={zone} />
        </div>
      </div>
    </div>
  </>
)

/** The record of a post: where it is, its whole life, what was said, and what may be done about it now. */
export const PostPage = () => {
  const { id } = useParams({ from: '/staff/posts/$id' })
  const zone = useZone()
  const read = useRead(onePost, { id }, { topic: 'post', also: topics })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={<Link to="/posts">{w.path}</Link>}>
      {(post) => <Page key={id} post={post} zone={zone} />}
    </Answered>
  )
}
