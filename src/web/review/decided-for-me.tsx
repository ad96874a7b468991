import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { type Outcome, outcomeWords } from '../../review/outcome.ts'
import { waitingEndpoints } from '../../review/waiting/waiting.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Ledger } from '../parts/ledger.tsx'
import { Section } from '../parts/section.tsx'
import { day, shortDay } from '../say.ts'
import { reviewWords as w } from './review-words.ts'

type Mine = z.output<typeof waitingEndpoints.mine.output>
type About = Pick<Mine['decisions'][number], 'round' | 'key' | 'name'>

const Way = ({ to, what, into }: { to: About; what: Outcome; into: { name: string } | null }) => (
  <Link to="/reviews/$round/$account" params={{ round: to.round, account: to.key }}>
    <b>
      {to.name}: {outcomeWords[what].toLowerCase()}
      {into && ` ${w.into(into.name)}`}
    </b>
  </Link>
)

/** On Today, before what is only to be read: what a round would end of mine while nobody has decided it. Nothing where nothing is. */
export const AskedOfMe = () => {
  const zone = useZone()
  const rows = useRead(waitingEndpoints.mine, {}).data?.undecided ?? []
  if (rows.length === 0) return null
  const now = new Date()
  return (
    <Section heading={w.mineAsked} more={String(rows.length)}>
      <Ledger
        rows={rows.map((r) => ({
          id: r.review,
          time: shortDay(r.at, zone, now),
          body: (
            <>
              <Way to={r} what={r.recommendation} into={r.into} />
              <p>{w.mineSay(r.heard)}</p>
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** On Today: what was decided about accounts of mine, with the reason, and until when I may ask again. Nothing where nothing was. */
export const DecidedForMe = () => {
  const zone = useZone()
  const rows = useRead(waitingEndpoints.mine, {}).data?.decisions ?? []
  if (rows.length === 0) return null
  const now = new Date()
  return (
    <Section heading={w.mine}>
      <Ledger
        rows={rows.map((d) => ({
          id: d.review,
          time: shortDay(d.decision.at, zone, now),
          body: (
            <>
              <Way to={d} what={d.decision.outcome} into={d.decision.into} />
              <p>{d.decision.reason}</p>
              <p className="small second">
                {d.look ? w.mineLook[d.look] : new Date(d.askUntil) > now && w.mineAsk(day(d.askUntil, zone, now))}
              </p>
            </>
          ),
        }))}
      />
    </Section>
  )
}
