import { Link } from '@tanstack/react-router'
import { type AccountFlag, classLabels, statusLabels } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Bars } from '../parts/bars.tsx'
import { CoverBar } from '../parts/cover-bar.tsx'
import type { Column } from '../parts/data-table.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { age, shortDay } from '../say.ts'
import type { ForceActivity } from './activity.ts'
import css from './register.module.css'
import { holderWords, registerWords as w } from './register-words.ts'

const graveFlags: readonly AccountFlag[] = ['noOwner', 'ownerVacant', 'keysEnded']

/** The most pressing thing about an account, or that it is in order. */
export const HealthMark = ({ row }: { row: Pick<AccountRow, 'flags' | 'status'> }) => {
  const flag = row.flags[0]
  if (flag && graveFlags.includes(flag)) return <StateMark state="needsPerson">{w.flags[flag]}</StateMark>
  if (flag) return <SeverityMark severity="approval">{w.flags[flag]}</SeverityMark>
  if (row.status === 'proposed' || row.status === 'closed' || row.status === 'unofficial')
    return <StateMark state="draft">{statusLabels[row.status]}</StateMark>
  return <SeverityMark severity="fixed">{w.inOrder}</SeverityMark>
}

export const OwnerWords = ({ owner, zone }: { owner: AccountRow['owner']; zone: string }) => {
  if (owner === null) return <b className={css.vacant}>{w.noOwner}</b>
  if (owner.holder === null) {
    return (
      <>
        <b className={css.vacant}>{w.vacant(owner.since ? shortDay(owner.since, zone, new Date()) : null)}</b>
        <br />
        <span className="second">{owner.title}</span>
      </>
    )
  }
  return (
    <>
      {owner.title}
      <br />
      <span className="second">{holderWords({ title: owner.title, holder: owner.holder })}</span>
    </>
  )
}

const Review = ({ at, zone }: { at: string | null; zone: string }) => {
  const now = new Date()
  if (at === null) return <span className="third">{w.noReview}</span>
  const when = shortDay(at, zone, now)
  return new Date(at) < now ? (
    <span className={css.late}>{w.reviewWas(when)}</span>
  ) : (
    <span className="second">{w.review(when)}</span>
  )
}

/** What is not read yet stays empty; what could not be read says so. */
const Weeks = ({ row, activity }: { row: AccountRow; activity: ForceActivity }) => {
  if (activity === 'notKnown') return <span className="third">{w.notKnown}</span>
  const said = activity?.of.get(row.id)
  const bars = activity && (said?.bars ?? Array<number>(activity.weeks).fill(0))
  return (
    <span className={css.weeks}>
      {bars && (
        <Bars
          weeks={bars.map((first, n) => ({ first, second: said?.reshares[n] ?? 0 }))}
          form="stacked"
          name={w.weeksOf(`${row.name}, ${row.handle}`)}
        />
      )}
    </span>
  )
}

const LastPost = ({ row, activity }: { row: AccountRow; activity: ForceActivity }) => {
  if (activity === null) return null
  if (activity === 'notKnown') return <span className="third">{w.notKnown}</span>
  const said = activity.of.get(row.id)
  const last = said?.lastAt ? age(said.lastAt, new Date()) : <span className="third">{w.neverPosted}</span>
  if (!said?.dormant) return last
  return (
    <>
      <span className={css.whole}>
        <SeverityMark severity="approval">{w.dormant[said.dormant]}</SeverityMark>
      </span>
      <br />
      <span className="second">{last}</span>
    </>
  )
}

const Name = ({ row }: { row: AccountRow }) => (
  <span className={css.name}>
    <MarkOf network={row.network} />
    <span>
      <Link to="/register/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      <span className={css.handle}>{row.handle}</span>
    </span>
  </span>
)

/** The columns of the register; those marked later are left out on a phone. */
export const columnsFor = (zone: string, activity: ForceActivity): Column<AccountRow>[] => [
  { id: 'account', sortable: true, head: w.head.account, names: true, cell: (row) => <Name row={row} /> },
  { id: 'class', sortable: true, head: w.head.class, later: true, cell: (row) => classLabels[row.class] },
  { id: 'purpose', head: w.head.purpose, later: true, cell: (row) => row.purpose },
  { id: 'owner', sortable: true, head: w.head.owner, cell: (row) => <OwnerWords owner={row.owner} zone={zone} /> },
  {
    id: 'people',
    sortable: true,
    head: w.head.people,
    number: true,
    later: true,
    cell: (row) => (row.people === 0 && row.flags.length > 0 ? <b className={css.vacant}>0</b> : row.people),
  },
  {
    id: 'cover',
    sortable: true,
    head: w.head.cover,
    later: true,
    cell: (row) => <CoverBar words={row.cover.words} days={row.cover.days} />,
  },
  { id: 'weeks', head: w.head.weeks, later: true, cell: (row) => <Weeks row={row} activity={activity} /> },
  { id: 'last', head: w.head.last, later: true, cell: (row) => <LastPost row={row} activity={activity} /> },
  {
    id: 'health',
    sortable: true,
    head: w.head.health,
    cell: (row) => (
      <>
        <HealthMark row={row} />
        <br />
        <Review at={row.nextReviewAt} zone={zone} />
      </>
    ),
  },
]
