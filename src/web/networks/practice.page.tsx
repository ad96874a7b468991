import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { call, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import css from './practice.module.css'
import { AccountField, usePracticeAccounts } from './practice-account.tsx'
import { Faults } from './practice-faults.tsx'
import { Posts } from './practice-posts.tsx'
import { PlayPublic } from './practice-say.tsx'
import { Conversations, Storms } from './practice-storms.tsx'
import { practiceWords as w } from './practice-words.ts'

const Label = () => (
  <div className={css.label}>
    <Notice tone="warn" icon="practice">
      <b>{w.label}</b> {w.always}
    </Notice>
  </div>
)

const Thread = ({ id, zone }: { id: string; zone: string }) => {
  const read = useRead(practiceEndpoints.thread, { id })
  const may = useRead(practiceEndpoints.timeline, {})
  const path = <Link to="/practice">{w.path}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ posts }) => (
        <>
          <PageAnswer path={path} answer={w.thread(posts.length)} />
          <Label />
          <Section heading={w.threadHeading} note={w.oldest}>
            <Posts posts={posts} zone={zone} mayPlay={may.data?.mayPlay ?? false} inThread />
          </Section>
        </>
      )}
    </Answered>
  )
}

const useTimeline = (accountId: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['practice', 'timeline', accountId],
    queryFn: ({ pageParam, signal }) =>
      call(
        practiceEndpoints.timeline,
        { ...(accountId ? { accountId } : {}), ...(pageParam ? { before: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.posts.at(-1)?.id : undefined),
    select: ({ pages }) => ({
      posts: pages.flatMap((page) => page.posts),
      more: pages.at(-1)?.more ?? false,
      mayPlay: pages[0]?.mayPlay ?? false,
      mayMakeFaults: pages[0]?.mayMakeFaults ?? false,
    }),
  })

const Timeline = ({ account, zone }: { account: string | undefined; zone: string }) => {
  const accounts = usePracticeAccounts()
  const navigate = useNavigate()
  const read = useTimeline(account)
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ posts, more, mayPlay, mayMakeFaults }) => {
        const ours = posts.filter((post) => post.accountId !== null).length
        return (
          <>
            <PageAnswer answer={w.heading(ours, posts.length - ours, more)} />
            <Label />
            <div className="two-columns">
              <div>
                <Section
                  heading={w.timeline}
                  note={posts.length > 0 && w.newest}
                  state={posts.length === 0 ? 'empty' : 'loaded'}
                  empty={w.none}
                >
                  <Posts posts={posts} zone={zone} mayPlay={mayPlay} inThread={false} />
                  {more && (
                    <p>
                      <Button busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
                        {w.older}
                      </Button>
                    </p>
                  )}
                </Section>
              </div>
              <div>
                <AccountField
                  label={w.account}
                  accounts={accounts}
                  before={[{ id: 'every', name: w.every }]}
                  value={account ?? 'every'}
                  onChange={(id) => void navigate({ to: '/practice', search: id === 'every' ? {} : { account: id } })}
                />
                {mayPlay && <PlayPublic accounts={accounts} />}
                <Storms accounts={accounts} mayPlay={mayPlay} />
                <Conversations accountId={account} />
                <Faults accountId={account} accounts={accounts} may={mayMakeFaults} />
              </div>
            </div>
          </>
        )
      }}
    </Answered>
  )
}

/** The practice network's public side: a trainer plays the public here. */
export const PracticePage = () => {
  const { account, post } = useSearch({ from: '/staff/practice' })
  const zone = useZone()
  return post ? <Thread id={post} zone={zone} /> : <Timeline account={account} zone={zone} />
}
