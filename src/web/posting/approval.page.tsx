import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { meEndpoint } from '../../people/people.contract.ts'
import { oneApproval } from '../../posting/approval/approval.contract.ts'
import { Refused, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { clock } from '../say.ts'
import css from './approval/approval.module.css'
import { type Approval, approvalHeading, leftWords, minutesTo, approvalWords as w } from './approval/approval-words.ts'
import { Changed } from './approval/changed.tsx'
import { Decide, type Done } from './approval/decide.tsx'
import { Exactly } from './approval/exactly.tsx'
import { FoundHere } from './approval/found-here.tsx'
import { useReached } from './approval/use-reached.ts'
import { Why } from './approval/why.tsx'
import { lately, useNow } from './moment.ts'
import { personWords } from './refs.ts'
import { usePhone } from './use-phone.ts'

const topics = ['post', 'decision', 'account', 'hold', 'person'] as const

const Lede = ({ one, now, zone }: { one: Approval; now: Date; zone: string }) => {
  const minutes = minutesTo(one.post.dueAt, now)
  if (one.acts.approve !== null) return <>{one.acts.approve}</>
  return (
    <>
      {minutes === null ? (
        w.atOnce
      ) : minutes < 0 ? (
        <>
          <b>{w.past(leftWords(minutes).replace(/ past.*/, ''))}</b> {w.pastThen}
        </>
      ) : (
        <>
          <b>{leftWords(minutes)}.</b> {w.late}
        </>
      )}{' '}
      {w.asked(personWords(one.post.askedBy), lately(one.post.askedAt, zone, now))}
    </>
  )
}

type PageProps = {
  one: Approval
  readAt: number
  zone: string
  onDeciding: (deciding: boolean) => void
  onDone: (done: Done) => void
}

const Page = ({ one, readAt, zone, onDeciding, onDone }: PageProps) => {
  const now = useNow(one.now, readAt)
  const me = useRead(meEndpoint, {})
  const phone = usePhone()
  const [end, reached] = useReached(one.frozen.digest)
  // What I let stand by approving: ticked one by one, and again when another version stands there.
  const [stand, setStand] = useState<{ digest: string; keys: ReadonlySet<string> }>({ digest: '', keys: new Set() })
  const standing = stand.digest === one.frozen.digest ? stand.keys : new Set<string>()
  const roles = me.data?.roles ?? []
  return (
    <>
      <PageAnswer
        path={<Link to="/approvals">{w.path}</Link>}
        answer={approvalHeading(one, now, (at) => clock(at, zone))}
        lede={<Lede one={one} now={now} zone={zone} />}
        acts={
          one.next && (
            <ButtonLink to="/approvals/$id" params={{ id: one.next }}>
              {w.next}
            </ButtonLink>
          )
        }
      />
      <div className={css.approval}>
        <Exactly one={one} zone={zone} now={now} />
        <div className={css.decisions}>
          <Changed one={one} zone={zone} now={now} />
          <Why one={one} zone={zone} now={now} />
          <FoundHere
            one={one}
            roles={roles}
            standing={standing}
            onStand={(key, stands) =>
              setStand(() => {
                const keys = new Set(standing)
                if (stands) keys.add(key)
                else keys.delete(key)
                return { digest: one.frozen.digest, keys }
              })
            }
          />
          <div ref={end} className={css.end} />
        </div>
      </div>
      <Decide
        one={one}
        now={now}
        zone={zone}
        roles={roles}
        standing={standing}
        reached={!phone || reached}
        meName={me.data?.name ?? ''}
        onDeciding={onDeciding}
        onDone={onDone}
      />
    </>
  )
}

const After = ({ done, id }: { done: Done; id: string }) => (
  <>
    <PageAnswer path={<Link to="/approvals">{w.path}</Link>} answer={done.words} />
    <Notice tone={done.held ? 'warn' : 'ok'}>
      <Link to="/posts/$id" params={{ id }}>
        {w.done.record}
      </Link>
      , <Link to="/approvals">{w.done.list}</Link>.
    </Notice>
  </>
)

const One = ({ id }: { id: string }) => {
  const zone = useZone()
  const [done, setDone] = useState<Done | null>(null)
  const [deciding, setDeciding] = useState(false)
  const read = useRead(oneApproval, { id }, { topic: 'approvals', also: topics, enabled: !deciding && done === null })
  if (done) return <After done={done} id={id} />
  const gone = read.error instanceof Refused && read.error.id === 'notAsked' ? read.error : null
  if (gone)
    return (
      <>
        <PageAnswer path={<Link to="/approvals">{w.path}</Link>} answer={w.notWaiting} />
        <Notice>
          <Link to="/posts/$id" params={{ id }}>
            {w.done.record}
          </Link>
        </Notice>
      </>
    )
  return (
    <Answered
      read={read}
      heading={{ reading: w.reading, failed: w.failed }}
      path={<Link to="/approvals">{w.path}</Link>}
    >
      {(one) => <Page one={one} readAt={read.dataUpdatedAt} zone={zone} onDeciding={setDeciding} onDone={setDone} />}
    </Answered>
  )
}

/** Exactly what would be released, and everything that is needed to decide. */
export const ApprovalPage = () => {
  const { id } = useParams({ from: '/staff/approvals/$id' })
  return <One key={id} id={id} />
}
