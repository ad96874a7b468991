import { listApprovals } from '../../posting/approval/approval.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { Tag } from '../parts/tag.tsx'
import { clock, day, wallDay } from '../say.ts'
import css from './approval/approval.module.css'
import { ApprovalLink } from './approval/approval-link.tsx'
import {
  type Approvals,
  approvalsHeading,
  approvalWords,
  leftWords,
  minutesTo,
  type Waiting,
} from './approval/approval-words.ts'
import { lately, useNow } from './moment.ts'
import { Places } from './places.tsx'
import { personWords } from './refs.ts'

const w = approvalWords.list
const topics = ['post', 'decision', 'account', 'hold'] as const

const Side = ({ post, now }: { post: Waiting; now: Date }) => {
  const minutes = minutesTo(post.dueAt, now)
  return (
    <span className={css.side}>
      <Tag {...(minutes !== null && minutes < 30 ? { tone: 'warn' as const } : {})}>
        <Shape name="clock" size={13} /> {leftWords(minutes)}
      </Tag>
      {post.open.block > 0 && (
        <Tag tone="risk">
          <Shape name="stop" size={13} /> {w.block(post.open.block)}
        </Tag>
      )}
      {post.open.needsApproval > 0 && (
        <Tag tone="warn">
          <Shape name="triangle" size={13} /> {w.needs(post.open.needsApproval)}
        </Tag>
      )}
    </span>
  )
}

const Rows = ({ posts, zone, now }: { posts: readonly Waiting[]; zone: string; now: Date }) => (
  <Ledger
    rows={posts.map((post) => ({
      id: post.id,
      time: post.dueAt ? clock(post.dueAt, zone) : w.atOnce,
      day: post.dueAt && wallDay(post.dueAt, zone) !== wallDay(now, zone) && day(post.dueAt, zone, now),
      body: (
        <>
          <ApprovalLink className={css.title} post={post} />
          <p className="small second">
            {w.asked(personWords(post.askedBy), lately(post.askedAt, zone, now))}
            {post.speaksFor && ` ${w.forWhom(personWords(post.speaksFor))}`}. <Places accounts={post.accounts} />
          </p>
          {post.whyNotMe && <p className="small third">{post.whyNotMe}</p>}
        </>
      ),
      side: <Side post={post} now={now} />,
    }))}
  />
)

const Page = ({ list, readAt, zone }: { list: Approvals; readAt: number; zone: string }) => {
  const now = useNow(list.now, readAt)
  return (
    <>
      <PageAnswer
        answer={approvalsHeading(list, now, (at) => clock(at, zone))}
        lede={`${w.lede(list.others.length)} ${list.mine.length === 0 ? w.next : ''}`}
      />
      <div className={css.sections}>
        <Section heading={w.mine} state={list.mine.length === 0 ? 'empty' : 'loaded'} empty={w.mineNone}>
          <Rows posts={list.mine} zone={zone} now={now} />
        </Section>
        <Section heading={w.others} state={list.others.length === 0 ? 'empty' : 'loaded'} empty={w.othersNone}>
          <Rows posts={list.others} zone={zone} now={now} />
        </Section>
      </div>
    </>
  )
}

/** What waits for approval, the most urgent first: mine, and the rest. */
export const ApprovalsPage = () => {
  const zone = useZone()
  const read = useRead(listApprovals, {}, { topic: 'approvals', also: topics })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(list) => <Page list={list} readAt={read.dataUpdatedAt} zone={zone} />}
    </Answered>
  )
}
