import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AccountMove, classLabels, moveLabels } from '../../register/account.ts'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { carryingEndpoints as carrying } from '../../review/carrying/carrying.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { CoverBar } from '../parts/cover-bar.tsx'
import { Facts } from '../parts/facts.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { day, dayAndClock } from '../say.ts'
import css from './account.module.css'
import { accountWords as w } from './account-words.ts'
import { OwnerWords } from './register-cells.tsx'

type Part = { page: AccountPage; zone: string }

const TakeOver = ({ page }: { page: AccountPage }) => {
  const confirm = useAct(register.confirmOwner, ['account'])
  return (
    <div className="stack">
      <p className="small second">{w.record.confirmWhy}</p>
      <div className={css.acts}>
        <Button small busy={confirm.isPending} onPress={() => confirm.mutate({ id: page.account.id })}>
          {w.record.confirm}
        </Button>
      </div>
      <ActFailed cause={confirm.error} />
    </div>
  )
}

/** What the force decided about this account. */
export const TheRecord = ({ page, zone }: Part) => {
  const a = page.account
  const on = (at: string) => day(at, zone, new Date())
  const supervisor = a.supervisor && { ...a.supervisor }
  return (
    <Section heading={w.record.heading}>
      <Facts
        facts={[
          { name: w.record.for, value: a.purpose },
          { name: w.record.answers, value: <OwnerWords owner={a.owner} zone={zone} /> },
          {
            name: w.record.supervisor,
            value: supervisor ? <OwnerWords owner={supervisor} zone={zone} /> : w.record.none,
          },
          { name: w.record.signature, value: w.record.places[a.signaturePlace] },
          { name: w.record.class, value: classLabels[a.class] },
          { name: w.record.area, value: a.area ?? '–' },
          { name: w.record.late, value: w.record.minutes(a.latenessMinutes) },
          { name: w.record.review, value: a.nextReviewAt ? on(a.nextReviewAt) : w.record.noReview },
          { name: w.record.since, value: on(a.createdAt) },
          ...(a.externalId ? [{ name: w.record.externalId, value: <span className="mono">{a.externalId}</span> }] : []),
        ]}
      />
      {a.flags.includes('ownerNew') && page.may.change && <TakeOver page={page} />}
    </Section>
  )
}

export const Objectives = ({ page }: { page: AccountPage }) => (
  <Section
    heading={w.objectives.heading}
    more={
      page.may.change && (
        <Link to="/register/$id/change" params={{ id: page.account.id }} hash="objectives">
          {w.objectives.change}
        </Link>
      )
    }
    state={page.account.objectives.length === 0 ? 'empty' : 'loaded'}
    empty={w.objectives.none}
  >
    <ul className={css.list}>
      {page.account.objectives.map((o) => (
        <li key={o.id}>{o.title}</li>
      ))}
    </ul>
  </Section>
)

export const Cover = ({ page, zone }: Part) => {
  const { cover, coveredNow, nextCover } = page.account
  return (
    <Section
      heading={w.cover.heading}
      more={cover.hours > 0 && w.cover.hours(cover.hours)}
      state={cover.hours === 0 ? 'empty' : 'loaded'}
      empty={w.cover.none}
    >
      <div className="stack">
        <CoverBar words={cover.words} days={cover.days} form="week" />
        <p className="small second">
          {w.cover.stated(cover.words)}{' '}
          {coveredNow ? w.cover.now : nextCover && w.cover.next(dayAndClock(nextCover, zone, new Date()))}
        </p>
      </div>
    </Section>
  )
}

const MoveForm = ({ page, move, onClose }: { page: AccountPage; move: AccountMove; onClose: () => void }) => {
  const go = useAct(register.moveAccount, ['account'])
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.next.sure(moveLabels[move], page.account.name)}
      act={moveLabels[move]}
      refuse={move === 'turnDown'}
      send={(reason) => go.send({ id: page.account.id, move, reason })}
      label={w.next.reason}
      missing={w.next.missing}
      lines
    />
  )
}

const CloseForm = ({ page, onClose }: { page: AccountPage; onClose: () => void }) => {
  const close = useAct(carrying.closeUnused, ['account', 'carrying-out'])
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.next.sure(moveLabels.close, page.account.name)}
      act={moveLabels.close}
      refuse
      body={w.next.unused}
      send={(reason) => close.send({ accountId: page.account.id, reason })}
      label={w.next.reason}
      missing={w.next.missing}
      lines
    />
  )
}

/** How it closes: by the list that is open, by one that is begun, or by a reason where nothing was ever published. */
const Closing = ({ page }: { page: AccountPage }) => {
  const [open, setOpen] = useState(false)
  const { id } = page.account
  const read = useRead(carrying.ofAccount, { accountId: id }, { also: ['carryingOut', 'account', 'delivery'] })
  const how = read.data
  if (how?.list)
    return (
      <ButtonLink small to="/reviews/carrying-out/$id" params={{ id: how.list.id }}>
        {w.next.list[how.list.kind === 'adoption' ? 'adoption' : 'closing']}
      </ButtonLink>
    )
  if (!how?.mayBegin) return null
  if (!how.unused)
    return (
      <ButtonLink small to="/reviews/carrying-out" search={{ close: id }}>
        {w.next.closeByList}
      </ButtonLink>
    )
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {moveLabels.close}
      </Button>
      {open && <CloseForm page={page} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Reviewing, adopting, and the way to the list by which it closes: what the stage of the account allows. */
export const Moves = ({ page }: { page: AccountPage }) => {
  const [move, setMove] = useState<AccountMove | null>(null)
  if (!page.may.change || page.account.status === 'closed') return null
  return (
    <Section heading={w.next.heading}>
      <div className={css.acts}>
        {page.moves.map((m) => (
          <Button key={m} small onPress={() => setMove(m)}>
            {moveLabels[m]}
          </Button>
        ))}
        <Closing page={page} />
      </div>
      {move && <MoveForm page={page} move={move} onClose={() => setMove(null)} />}
    </Section>
  )
}

type Entry = { at: string; words: string }

const entriesOf = ({ account, legend, delegations, decisions }: AccountPage): Entry[] =>
  [
    { at: account.createdAt, words: w.history.made },
    ...legend.map((row) => ({ at: row.from, words: w.history.joined(`${row.signature ?? row.mark} ${row.name}`) })),
    ...legend.flatMap((row) =>
      row.until ? [{ at: row.until, words: w.history.left(`${row.signature ?? row.mark} ${row.name}`) }] : [],
    ),
    ...delegations.map((d) => ({ at: d.from, words: w.history.consent(d.by.name, d.to.name) })),
    ...decisions.map((d) => ({
      at: d.at,
      words: w.history.decided(d.what === 'endKeys' ? w.keys.endAct : moveLabels[d.what], d.reason, d.by?.name ?? null),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))

/** Who came and went, newest first. */
export const History = ({ page, zone }: Part) => (
  <Section heading={w.history.heading}>
    <ul className={css.list}>
      {entriesOf(page).map((entry) => (
        <li key={`${entry.at} ${entry.words}`}>
          <span>{entry.words}</span>
          <time className="second" dateTime={entry.at}>
            {day(entry.at, zone, new Date())}
          </time>
        </li>
      ))}
    </ul>
  </Section>
)
