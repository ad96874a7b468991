import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { listPeople } from '../../people/people.contract.ts'
import { deliveryStates } from '../../posting/delivery/state.ts'
import { listPosts, stage as stageSchema } from '../../posting/post.contract.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { clock, day, wallDay } from '../say.ts'
import { lately } from './moment.ts'
import { Places } from './places.tsx'
import type { PostsSearch } from './posts-search.ts'
import { type Listed, postsHeading, postsWords as w } from './record/posts-words.ts'
import css from './record/record.module.css'
import { markOf, recordWords } from './record/record-words.ts'
import { personWords } from './refs.ts'
import { usePhone } from './use-phone.ts'

const any = 'any'
const topics = ['delivery', 'account', 'person'] as const

type Show = (changes: PostsSearch) => void

/** Words are looked for when typing stops; the address keeps them. */
const Words = ({ search, show }: { search: PostsSearch; show: Show }) => {
  const [text, setText] = useState(search.text ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts a search
  useEffect(() => {
    if (text === (search.text ?? '')) return
    const timer = setTimeout(() => show({ text: text.trim() === '' ? undefined : text }), 400)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => setText(search.text ?? ''), [search.text])
  return <TextField label={w.text} type="search" value={text} onChange={setText} />
}

const filtersOf = ({ after: _page, ...filters }: PostsSearch) => filters
const isFiltered = (search: PostsSearch): boolean => Object.values(filtersOf(search)).some((f) => f !== undefined)

/** On a phone behind one line, open when something is filtered: the posts come first. */
const Filters = (props: { search: PostsSearch; show: Show }) => {
  const phone = usePhone()
  const [open, setOpen] = useState(() => isFiltered(props.search))
  if (!phone) return <FilterFields {...props} />
  return (
    <>
      <p className={css.unfold}>
        <Button icon="filter" onPress={() => setOpen(!open)}>
          {open ? w.fold : w.unfold}
        </Button>
      </p>
      {open && <FilterFields {...props} />}
    </>
  )
}

const FilterFields = ({ search, show }: { search: PostsSearch; show: Show }) => {
  const accounts = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const people = useRead(listPeople, {}, { topic: 'person' })
  const filtered = isFiltered(search)
  const chosen = (id: string): string | undefined => (id === any ? undefined : id)
  return (
    <search className={css.filters} aria-label={w.filters}>
      <Words search={search} show={show} />
      <Select
        label={w.stage}
        options={[{ id: any, name: w.any }, ...stageSchema.options.map((id) => ({ id, name: w.stages[id] }))]}
        value={search.stage ?? any}
        onChange={(id) => show({ stage: stageSchema.safeParse(id).data })}
      />
      <Select
        label={w.account}
        reading={readingOf(accounts)}
        options={[
          { id: any, name: w.any },
          ...(accounts.data?.accounts ?? []).map((a) => ({ id: a.id, name: `${a.name}, ${a.handle}` })),
        ]}
        value={search.account ?? any}
        onChange={(id) => show({ account: chosen(id) })}
      />
      <Select
        label={w.person}
        reading={readingOf(people)}
        options={[
          { id: any, name: w.everyone },
          ...(people.data?.people ?? []).map((p) => ({ id: p.id, name: personWords(p) })),
        ]}
        value={search.person ?? any}
        onChange={(id) => show({ person: chosen(id) })}
      />
      {filtered && (
        <Button
          kind="quiet"
          onPress={() =>
            show({ stage: undefined, state: undefined, account: undefined, person: undefined, text: undefined })
          }
        >
          {w.clear}
        </Button>
      )}
    </search>
  )
}

/** Before it is released: the stage. Afterwards: where it stands in each place, added up. */
const Standing = ({ post }: { post: Listed }) => {
  const states = deliveryStates.flatMap((state) => {
    const n = post.states[state] ?? 0
    return n > 0 ? [{ state, n }] : []
  })
  if (post.stage !== 'released' || states.length === 0) {
    const mark = post.stage === 'asked' || post.stage === 'released' ? 'waiting' : 'draft'
    return (
      <StateMark state={post.stage === 'discarded' ? 'withdrawn' : mark}>
        {recordWords.stageWords[post.stage]}
      </StateMark>
    )
  }
  return (
    <span className={css.states}>
      {states.map(({ state, n }) => (
        <StateMark key={state} state={markOf({ state, removal: null })}>
          {w.states(state, n)}
        </StateMark>
      ))}
    </span>
  )
}

const Day = ({ name, posts, zone }: { name: string; posts: readonly Listed[]; zone: string }) => (
  <Section heading={name}>
    <Ledger
      rows={posts.map((post) => ({
        id: post.id,
        time: clock(post.changedAt, zone),
        body: (
          <>
            <Link className={css.title} to="/posts/$id" params={{ id: post.id }}>
              {post.title}
            </Link>
            <p className="small second">
              {w.by(personWords(post.speaksFor ?? post.author))}{' '}
              {post.dueAt && post.stage !== 'discarded' && (
                <>
                  {(post.states.waiting ?? 0) > 0 || post.stage === 'asked'
                    ? w.due(lately(post.dueAt, zone, new Date()))
                    : w.was(lately(post.dueAt, zone, new Date()))}{' '}
                </>
              )}
              <Places accounts={post.accounts} />
            </p>
          </>
        ),
        side: <Standing post={post} />,
      }))}
    />
  </Section>
)

const byDay = (posts: readonly Listed[], zone: string): [string, Listed[]][] => {
  const days = new Map<string, Listed[]>()
  for (const post of posts) {
    const on = wallDay(post.changedAt, zone)
    days.set(on, [...(days.get(on) ?? []), post])
  }
  return [...days]
}

/** Every post, latest change first; what is shown is in the address. */
export const PostsPage = () => {
  const search = useSearch({ from: '/staff/posts' })
  const navigate = useNavigate({ from: '/posts' })
  const zone = useZone()
  const read = useRead(listPosts, search, { topic: 'post', also: topics })
  const { after } = search
  const filters = filtersOf(search)
  const filtered = isFiltered(search)
  const show: Show = (changes) => void navigate({ search: { ...filters, ...changes }, resetScroll: false })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ posts, all, next }) => (
        <>
          <PageAnswer answer={postsHeading(all, search.stage, filtered)} lede={w.lede} />
          <Filters search={search} show={show} />
          {posts.length === 0 && (
            <p className="second">
              {filtered ? w.none : w.empty} <Link to="/write">{w.write}</Link>
            </p>
          )}
          <div className={css.days}>
            {byDay(posts, zone).map(([on, some]) => (
              <Day key={on} name={day(some[0]?.changedAt ?? on, zone, new Date())} posts={some} zone={zone} />
            ))}
          </div>
          <p className={css.more}>
            {after !== undefined && (
              <ButtonLink to="/posts" search={filters}>
                {w.newest}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink to="/posts" search={{ ...filters, after: next }}>
                {w.older}
              </ButtonLink>
            )}
          </p>
        </>
      )}
    </Answered>
  )
}
