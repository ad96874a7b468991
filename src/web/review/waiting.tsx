import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { outcomeWords } from '../../review/outcome.ts'
import { waitingEndpoints } from '../../review/waiting/waiting.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Ledger, type LedgerProps } from '../parts/ledger.tsx'
import { Section } from '../parts/section.tsx'
import { day, shortDay } from '../say.ts'
import { reviewWords as w } from './review-words.ts'

type Waiting = z.output<typeof waitingEndpoints.waiting.output>
type Place = Pick<Waiting['looks'][number], 'review' | 'round' | 'key' | 'name'>
type Decided = Waiting['toBegin'][number]['decision']

const Way = ({ to, children }: { to: Place; children: ReactNode }) => (
  <Link to="/reviews/$round/$account" params={{ round: to.round, account: to.key }}>
    <b>{children}</b>
  </Link>
)
const said = (name: string, d: Decided): string =>
  `${name}: ${outcomeWords[d.outcome].toLowerCase()}${d.into ? ` ${w.into(d.into.name)}` : ''}`
const who = (p: { rank: string; name: string }): string => `${p.rank} ${p.name}`.trim()

/** On Today: lists that nobody has begun, second looks to decide, and what was decided otherwise. Nothing where nothing waits. */
export const ReviewsWaiting = () => {
  const zone = useZone()
  const read = useRead(waitingEndpoints.waiting, {}, { also: ['carryingOut', 'account'] })
  const now = new Date()
  const at = (instant: string): string => day(instant, zone, now)
  const { toBegin, looks, otherwise }: Waiting = read.data ?? { toBegin: [], looks: [], otherwise: [] }
  const row = (
    to: Place,
    time: string,
    heading: string,
    words: string,
    small: string,
  ): LedgerProps['rows'][number] => ({
    id: to.review,
    time: shortDay(time, zone, now),
    body: (
      <>
        <Way to={to}>{heading}</Way>
        <p>{words}</p>
        <p className="small second">{small}</p>
      </>
    ),
  })
  const sections = [
    {
      heading: w.waitingHeading,
      rows: toBegin.map((r) =>
        row(r, r.decision.at, said(r.name, r.decision), r.decision.reason, w.beginUntil(at(r.beginUntil))),
      ),
    },
    {
      heading: w.looksHeading,
      rows: looks.map((r) => row(r, r.at, r.name, `“${r.why}”`, `${who(r.by)}. ${w.decideUntil(at(r.decideUntil))}`)),
    },
    {
      heading: w.otherwiseHeading,
      rows: otherwise.map((r) =>
        row(r, r.look.at, said(r.name, r.decision), r.look.reason, w.decidedBy(who(r.look.by), at(r.look.at))),
      ),
    },
  ]
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows }) => (
      <Section key={heading} heading={heading} more={String(rows.length)}>
        <Ledger rows={rows} />
      </Section>
    ))
}
