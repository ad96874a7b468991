import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { listPeople } from '../../people/people.contract.ts'
import { classLabels } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { Section } from '../parts/section.tsx'
import { Places } from '../posting/places.tsx'
import type { Listed } from '../posting/record/posts-words.ts'
import { recordWords } from '../posting/record/record-words.ts'
import { personWords, roleName } from '../posting/refs.ts'
import { HealthMark } from '../register/register-cells.tsx'
import { clock, day } from '../say.ts'
import css from './find.module.css'
import { findWords as w } from './find-words.ts'

type Person = z.output<typeof listPeople.output>['people'][number]
type Read = { error: Error | null; refetch: () => Promise<unknown> }

/** So many rows of a kind; the rest is in its own list. */
const most = 10

/** A list that was not read, where its matches would stand. */
export const NotRead = ({ of, read }: { of: 'accounts' | 'people' | 'posts'; read: Read }) =>
  read.error && (
    <Section
      heading={w[of]}
      state={{
        failed: (
          <>
            <b>{w.failed[of]}</b> {read.error.message}
          </>
        ),
        again: () => void read.refetch(),
      }}
    />
  )

export const FoundAccounts = ({ rows, sought }: { rows: readonly AccountRow[]; sought: string }) => {
  if (rows.length === 0) return null
  return (
    <Section
      heading={w.accounts}
      more={
        rows.length > most && (
          <Link to="/register" search={{ sought }}>
            {w.all(rows.length, 'accounts')}
          </Link>
        )
      }
    >
      <ul className={css.rows}>
        {rows.slice(0, most).map((row) => (
          <li key={row.id}>
            <MarkOf network={row.network} />
            <div>
              <Link to="/register/$id" params={{ id: row.id }}>
                {row.name}
              </Link>{' '}
              <span className="mono second">{row.handle}</span>
              <p className="small second">
                {classLabels[row.class]}. {row.purpose}
              </p>
            </div>
            <HealthMark row={row} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const FoundPeople = ({ rows, zone }: { rows: readonly Person[]; zone: string }) => {
  if (rows.length === 0) return null
  return (
    <Section heading={w.people} more={rows.length > most && <Link to="/people">{w.everybody}</Link>}>
      <ul className={css.rows}>
        {rows.slice(0, most).map((person) => (
          <li key={person.id}>
            <span className={css.initials}>{person.initials}</span>
            <div>
              <Link to="/posts" search={{ person: person.id }}>
                {personWords(person)}
                <span className="hidden-words">, {w.wrote}</span>
              </Link>
              <p className="small second">{person.roles.map(roleName).join(', ')}</p>
            </div>
            {person.leftAt && <span className="small second">{w.left(day(person.leftAt, zone, new Date()))}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type FoundPostsProps = { rows: readonly Listed[]; all: number; sought: string; zone: string }

export const FoundPosts = ({ rows, all, sought, zone }: FoundPostsProps) => {
  if (rows.length === 0) return null
  return (
    <Section
      heading={w.posts}
      more={
        all > rows.length && (
          <Link to="/posts" search={{ text: sought }}>
            {w.all(all, 'posts')}
          </Link>
        )
      }
    >
      <Ledger
        rows={rows.map((post) => ({
          id: post.id,
          time: clock(post.changedAt, zone),
          day: day(post.changedAt, zone, new Date()),
          body: (
            <>
              <Link to="/posts/$id" params={{ id: post.id }}>
                {post.title}
              </Link>
              <p className="small second">
                {personWords(post.speaksFor ?? post.author)}. <Places accounts={post.accounts} />
              </p>
            </>
          ),
          side: recordWords.stageWords[post.stage],
        }))}
      />
    </Section>
  )
}
