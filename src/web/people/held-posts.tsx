import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { endDutyEndpoint, rota } from '../../inbox/duty/duty.contract.ts'
import { discardPost, listPosts } from '../../posting/post.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock } from '../say.ts'
import { heldWords as w } from './held-words.ts'
import css from './people.module.css'

type Posts = z.output<typeof listPosts.output>['posts']
type Duties = z.output<typeof rota.output>['duties']

/** Drafts, what waits for approval, and what was released and waits for its time. */
export function useHeldPosts(personId: string): Posts {
  const of = (stage: 'draft' | 'sentBack' | 'asked') => ({ person: personId, stage, most: 100 })
  const drafts = useRead(listPosts, of('draft'), { topic: 'post' })
  const back = useRead(listPosts, of('sentBack'), { topic: 'post' })
  const asked = useRead(listPosts, of('asked'), { topic: 'post' })
  const waiting = useRead(
    listPosts,
    { person: personId, state: 'waiting', most: 100 },
    { topic: 'post', also: ['delivery'] },
  )
  return [drafts, back, asked, waiting].flatMap((r) => r.data?.posts ?? [])
}

/** Duties of this week and the next that are not over. */
export function useHeldDuty(personId: string): { duties: Duties; mayChange: boolean } {
  const weeks = [useRead(rota, { week: 0 }, { topic: 'duty' }), useRead(rota, { week: 1 }, { topic: 'duty' })]
  const now = Date.now()
  const duties = weeks
    .flatMap((r) => r.data?.duties ?? [])
    .filter((d) => d.person.id === personId && Date.parse(d.until) > now)
  return {
    duties: [...new Map(duties.map((d) => [d.id, d])).values()],
    mayChange: weeks.some((r) => r.data?.mayChange),
  }
}

const PostAct = ({ post }: { post: Posts[number] }) => {
  const discard = useAct(discardPost, ['post'])
  if (post.stage === 'draft' || post.stage === 'sentBack')
    return (
      <>
        <Button
          small
          busy={discard.isPending}
          label={w.putAwayLabel(post.title.slice(0, 40))}
          onPress={() => discard.mutate({ id: post.id })}
        >
          {w.putAway}
        </Button>
        <ActFailed cause={discard.error} />
      </>
    )
  return post.stage === 'asked' ? (
    <ButtonLink small to="/approvals/$id" params={{ id: post.id }}>
      {w.look}
    </ButtonLink>
  ) : (
    <ButtonLink small to="/posts/$id" params={{ id: post.id }}>
      {w.withdraw}
    </ButtonLink>
  )
}

export const HeldPosts = ({ posts }: { posts: Posts }) => (
  <Section heading={w.posts} state={posts.length === 0 ? 'empty' : 'loaded'} empty={w.noPosts}>
    <ul className={css.list}>
      {posts.map((post) => (
        <li key={post.id}>
          <Link to="/posts/$id" params={{ id: post.id }}>
            {post.title || '–'}
          </Link>
          <span className="second">{w.stages[post.stage === 'discarded' ? 'draft' : post.stage]}</span>
          <PostAct post={post} />
        </li>
      ))}
    </ul>
  </Section>
)

export const HeldDuty = ({ duties, mayChange, zone }: { duties: Duties; mayChange: boolean; zone: string }) => {
  const end = useAct(endDutyEndpoint, ['duty'])
  const now = new Date()
  return (
    <Section heading={w.duty} state={duties.length === 0 ? 'empty' : 'loaded'} empty={w.noDuty}>
      <ul className={css.list}>
        {duties.map((d) => (
          <li key={d.id}>
            <span>{w.dutyRow(dayAndClock(d.from, zone, now), dayAndClock(d.until, zone, now))}</span>
            {mayChange && (
              <Button small busy={end.isPending} onPress={() => end.mutate({ id: d.id })}>
                {w.endDuty}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActFailed cause={end.error} />
    </Section>
  )
}
