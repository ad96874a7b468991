import { Link } from '@tanstack/react-router'
import { outcomeWords } from '../../review/outcome.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Ledger } from '../parts/ledger.tsx'
import { Section } from '../parts/section.tsx'
import { day, shortDay } from '../say.ts'
import { reviewWords as w } from './review-words.ts'

/** On Today: what was decided about accounts of mine, with the reason, and until when I may ask again. Nothing where nothing was. */
export const DecidedForMe = () => {
  const zone = useZone()
  const read = useRead(reviewEndpoints.mine, {})
  const decisions = read.data?.decisions ?? []
  if (decisions.length === 0) return null
  const now = new Date()
  return (
    <Section heading={w.mine}>
      <Ledger
        rows={decisions.map((d) => ({
          id: d.review,
          time: shortDay(d.decision.at, zone, now),
          body: (
            <>
              <Link to="/reviews/$round/$account" params={{ round: d.round, account: d.key }}>
                <b>
                  {d.name}: {outcomeWords[d.decision.outcome].toLowerCase()}
                  {d.decision.into && ` ${w.into(d.decision.into.name)}`}
                </b>
              </Link>
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
