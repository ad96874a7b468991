import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { spanWords } from '../../posting/schedule.ts'
import { type AccountClass, accountClasses } from '../../register/account.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Button } from '../parts/button.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { Section } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { Tag } from '../parts/tag.tsx'
import { clock, day } from '../say.ts'
import { ApprovalLink } from './approval/approval-link.tsx'
import css from './today.module.css'
import { type Today, todayWords as w } from './today-words.ts'

const dayShort = (at: string, zone: string): string => day(at, zone).slice(0, 3)

/** What I may approve, the soonest first. */
export const Approvals = ({ today: { approvals, next24, zone } }: { today: Today }) => {
  const next = next24.items.find((item) => item.state === 'waiting')
  return (
    <Section
      heading={<span id="approvals">{w.approvals.heading}</span>}
      more={approvals.length > 0 && <Link to="/approvals">{approvals.length}</Link>}
      state={approvals.length === 0 ? 'empty' : 'loaded'}
      empty={
        <>
          <b>{w.approvals.none}</b> {next ? w.approvals.next(clock(next.at, zone)) : w.approvals.nothingNext}
        </>
      }
    >
      <Ledger
        rows={approvals.map((a) => ({
          id: a.id,
          time: a.dueAt ? clock(a.dueAt, zone) : '–',
          day: a.dueAt ? dayShort(a.dueAt, zone) : w.approvals.asSoon,
          body: (
            <>
              <ApprovalLink className={css.title} post={a} />
              <p className="small second">{w.approvals.more(a.accounts[0]?.name ?? '', a.accounts.length - 1)}</p>
            </>
          ),
          ...(a.minutesLeft !== null && a.minutesLeft < 120
            ? {
                side: (
                  <Tag tone="warn">
                    <Shape name="clock" size={13} />{' '}
                    {a.minutesLeft < 0 ? w.approvals.late : w.approvals.left(spanWords(a.minutesLeft))}
                  </Tag>
                ),
              }
            : {}),
        }))}
      />
    </Section>
  )
}

/** How publishing went, from the same figures as its own page. */
export const Health = ({ today: { health } }: { today: Today }) => (
  <Section
    heading={<span id="health">{w.health.heading}</span>}
    more={<Link to="/health">{w.health.more(health.days)}</Link>}
  >
    <p className={css.figure}>
      {health.due === 0 ? (
        w.health.none
      ) : (
        <>
          <b>{health.onTime.toLocaleString('en-GB')}</b> {w.health.onTime(health.due)}
        </>
      )}
    </p>
    <ul className={css.states}>
      {health.needsPerson > 0 && (
        <li>
          <StateMark state="needsPerson">{w.health.needsPerson}</StateMark>
          <b>{health.needsPerson}</b>
        </li>
      )}
      {health.refused > 0 && (
        <li>
          <StateMark state="refused">{w.health.refused}</StateMark>
          <b>{health.refused}</b>
        </li>
      )}
      <li>
        <StateMark state="checking">{w.health.checking}</StateMark>
        <b>{health.checking}</b>
      </li>
      <li>
        <StateMark state="held">{w.health.held}</StateMark>
        <b>{health.held}</b>
      </li>
      <li>
        <StateMark state="withdrawn">{w.health.missed}</StateMark>
        <b>{health.missed + health.sentTwice}</b>
      </li>
    </ul>
  </Section>
)

const NoneYet = () => (
  <>
    {w.cover.noAccount} <Link to="/register">{w.cover.first}</Link>
  </>
)

const fewest = 8
/** As the register groups them. */
const placeOf = ({ class: c }: { class: AccountClass }): number => accountClasses.indexOf(c)

/** Accounts that invite contact and that nobody watches through the night. */
export const NoCover = ({ today: { noCover, zone } }: { today: Today }) => {
  const [whole, setWhole] = useState(false)
  const rows = noCover.accounts.toSorted((x, y) => placeOf(x.account) - placeOf(y.account))
  const more = rows.length - fewest
  return (
    <Section
      heading={<span id="cover">{w.cover.heading}</span>}
      more={w.cover.of(noCover.accounts.length, noCover.of)}
      state={noCover.accounts.length === 0 ? 'empty' : 'loaded'}
      empty={noCover.of > 0 ? w.cover.none : <NoneYet />}
    >
      <DataTable
        caption={w.cover.caption}
        middle
        rows={whole || more < 2 ? rows : rows.slice(0, fewest)}
        keyOf={(a) => a.account.id}
        columns={[
          {
            id: 'account',
            head: w.cover.account,
            names: true,
            cell: ({ account }) => (
              <span className="row">
                <MarkOf network={account.network} />
                <Link className={css.title} to="/register/$id" params={{ id: account.id }}>
                  {account.name}
                </Link>
              </span>
            ),
          },
          {
            id: 'ended',
            head: w.cover.ended,
            cell: (a) => (a.coverEnded ? clock(a.coverEnded, zone) : a.next ? w.cover.noneToday : w.cover.noHours),
          },
          {
            id: 'next',
            head: w.cover.next,
            cell: (a) => (a.next ? `${dayShort(a.next, zone)} ${clock(a.next, zone)}` : '–'),
          },
        ]}
      />
      {!whole && more > 1 && (
        <Button small onPress={() => setWhole(true)}>
          {w.cover.more(more)}
        </Button>
      )}
    </Section>
  )
}
