import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { listPeople } from '../../people/people.contract.ts'
import { listPosts } from '../../posting/post.contract.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { expectArrival } from '../frame/arrive.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Empty, Waiting } from '../parts/section.tsx'
import { textsOf } from '../register/register-words.ts'
import css from './find.module.css'
import { findHeading, findWords as w } from './find-words.ts'
import { FoundAccounts, FoundPeople, FoundPosts, NotRead } from './found.tsx'
import { matches } from './matches.ts'

/** On a phone, where the top bar has no room for it. */
const Field = ({ sought }: { sought: string }) => {
  const [text, setText] = useState(sought)
  const navigate = useNavigate()
  const find = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    expectArrival('/find')
    void navigate({ to: '/find', search: { words: text.trim() } })
  }
  return (
    <search className={css.field}>
      <form onSubmit={find}>
        <TextField label={w.field} type="search" value={text} onChange={setText} />
        <Button kind="primary" type="submit">
          {w.act}
        </Button>
      </form>
    </search>
  )
}

/** People who are here, then those who left: an old signature leads to one of them. */
const useEverybody = () => {
  const here = useRead(listPeople, { left: 'no' }, { topic: 'person' })
  const left = useRead(listPeople, { left: 'yes' }, { topic: 'person' })
  return {
    isPending: here.isPending || left.isPending,
    error: here.error ?? left.error,
    refetch: () => Promise.all([here.refetch(), left.refetch()]),
    people: [...(here.data?.people ?? []), ...(left.data?.people ?? [])],
  }
}

const Nothing = () => (
  <Empty>
    <b>{w.nothing}</b> {w.nothingMore} <Link to="/register">{w.accounts}</Link>, <Link to="/people">{w.people}</Link>,{' '}
    <Link to="/posts">{w.posts}</Link>.
  </Empty>
)

const Found = ({ sought }: { sought: string }) => {
  const zone = useZone()
  const register = useRead(registerEndpoints.accounts, {}, { topic: 'account', also: ['office', 'person'] })
  const everybody = useEverybody()
  const posts = useRead(listPosts, { text: sought, most: 10 }, { topic: 'post', also: ['delivery'] })
  const accounts = register.data?.accounts.filter((row) => matches(sought, textsOf(row))) ?? []
  const people = everybody.people.filter((p) => matches(sought, [p.rank, p.name, p.initials]))
  const reading = register.isPending || everybody.isPending || posts.isPending
  const failed = register.error ?? everybody.error ?? posts.error
  const n = { accounts: accounts.length, people: people.length, posts: posts.data?.all ?? 0 }
  return (
    <>
      <PageAnswer answer={findHeading(sought, reading ? 'reading' : failed ? 'failed' : n)} lede={w.searched} />
      <Field sought={sought} />
      <div className={css.groups}>
        <NotRead of="accounts" read={register} />
        <FoundAccounts rows={accounts} sought={sought} />
        <NotRead of="people" read={everybody} />
        <FoundPeople rows={people} zone={zone} />
        <NotRead of="posts" read={posts} />
        <FoundPosts rows={posts.data?.posts ?? []} all={n.posts} sought={sought} zone={zone} />
        {reading && <Waiting />}
        {!reading && !failed && n.accounts + n.people + n.posts === 0 && <Nothing />}
      </div>
    </>
  )
}

/** Accounts, people and posts that match what was written in the find field, each a link. */
export const FindPage = () => {
  const { words } = useSearch({ from: '/staff/find' })
  const sought = words.trim()
  if (sought !== '') return <Found key={sought} sought={sought} />
  return (
    <>
      <PageAnswer answer={findHeading('', 'reading')} lede={w.noWords} />
      <Field sought="" />
    </>
  )
}
