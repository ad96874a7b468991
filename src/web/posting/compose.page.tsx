import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useLayoutEffect, useState } from 'react'
import type { z } from 'zod'
import { composeContext, onePost } from '../../posting/post.contract.ts'
import { useRead } from '../call.ts'
import { takeArrival } from '../frame/arrive.ts'
import { Answered } from '../parts/answered.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { composeWords as w } from './compose/compose-words.ts'
import { Desk } from './compose/desk.tsx'

export type Context = z.output<typeof composeContext.output>
export type Whole = z.output<typeof onePost.output>

const topics = ['account', 'hold', 'delivery', 'objective', 'person', 'force', 'practice'] as const

/** A post that can no longer be changed: where it is instead. */
const Closed = ({ post, why }: { post: Whole; why: string }) => (
  <>
    <PageAnswer answer={w.closed} lede={post.title} />
    <Notice>
      {why}{' '}
      <Link to="/posts/$id" params={{ id: post.id }}>
        {w.record}
      </Link>
    </Notice>
  </>
)

const Begun = ({ id, onMade }: { id: string; onMade: (id: string) => void }) => {
  const post = useRead(onePost, { id }, { topic: 'post' })
  const context = useRead(composeContext, { post: id }, { topic: 'post', also: topics })
  const heading = { reading: w.reading, failed: w.failed }
  return (
    <Answered read={post} heading={heading}>
      {(whole) =>
        whole.acts.edit !== null ? (
          <Closed post={whole} why={whole.acts.edit} />
        ) : (
          <Answered read={context} heading={heading}>
            {(about) => (
              <Desk context={about} readAt={context.dataUpdatedAt} post={whole} account={null} onMade={onMade} />
            )}
          </Answered>
        )
      }
    </Answered>
  )
}

const Fresh = ({ account, onMade }: { account: string | null; onMade: (id: string) => void }) => {
  const context = useRead(composeContext, {}, { topic: 'post', also: topics })
  return (
    <Answered read={context} heading={{ reading: w.reading, failed: w.failedNew }}>
      {(about) => <Desk context={about} readAt={context.dataUpdatedAt} post={null} account={account} onMade={onMade} />}
    </Answered>
  )
}

/** `account`: where the address says that this one is to be written. */
type Session = { n: number; made: string | null; arrived: boolean; account: string | null }

/**
 * A new draft gets its address with its first save. The page then stays as it is: the address changes, and neither the focus nor the words
 * move. Going to Write again afterwards begins another draft.
 */
const useSession = (id: string | undefined, account: string | null): [Session, (made: string) => void] => {
  const [session, setSession] = useState<Session>({ n: 0, made: null, arrived: false, account })
  const navigate = useNavigate()
  const address = useLocation({ select: (l) => l.pathname })
  const here = id !== undefined && id === session.made
  if (here && !session.arrived) setSession({ ...session, arrived: true })
  if (!here && session.arrived) setSession({ n: session.n + 1, made: null, arrived: false, account })
  else if (id === undefined && session.made === null && session.account !== account)
    setSession({ ...session, n: session.n + 1, account })
  useLayoutEffect(() => {
    // Whoever is typing keeps the focus: the heading does not take it for this change of address.
    if (session.made !== null && address === `/write/${session.made}`) takeArrival(address)
  }, [session.made, address])
  const onMade = (made: string): void => {
    setSession((s) => ({ ...s, made }))
    if (id === undefined) void navigate({ to: '/write/$id', params: { id: made }, replace: true, resetScroll: false })
  }
  return [session, onMade]
}

/** Writing: who speaks, where, the words, what the rules noticed, and the one act. */
export const ComposePage = () => {
  const { id } = useParams({ strict: false })
  const { account } = useSearch({ strict: false })
  const [session, onMade] = useSession(id, account ?? null)
  if (id !== undefined && id !== session.made) return <Begun key={id} id={id} onMade={onMade} />
  return <Fresh key={`new ${session.n}`} account={session.account} onMade={onMade} />
}
