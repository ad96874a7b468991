import { listHolds, publishingHealth } from '../../posting/delivery/delivery.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { dayAndClock } from '../say.ts'
import { AlarmCard } from './alarm-card.tsx'
import css from './health.module.css'
import { ByNetwork, Checking, Figures } from './health-parts.tsx'
import { healthHeading, healthLede, healthWords as w } from './health-words.ts'
import { DoubtCard } from './settle.tsx'

const topics = ['delivery', 'post', 'alarm', 'hold', 'account'] as const

/** What is held, in a few words, from the same list as the page of holds; null when nothing is. */
const useHeld = (zone: string): string | null => {
  const { data } = useRead(listHolds, {}, { topic: 'hold', also: ['delivery'] })
  const everything = data?.holds.find((hold) => hold.scope === 'everything')
  if (everything) return w.everythingHeld(dayAndClock(everything.placedAt, zone, new Date()))
  return data && data.holds.length > 0 ? w.someHeld(data.holds.length) : null
}

/** Will posts go out, and what needs a person. */
export const HealthPage = () => {
  const zone = useZone()
  const read = useRead(publishingHealth, {}, { also: topics, everyMs: 15_000 })
  const held = useHeld(zone)
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(data) => (
        <>
          <PageAnswer
            answer={healthHeading(data, held)}
            lede={healthLede(data, data.nextDueAt ? dayAndClock(data.nextDueAt, zone, new Date()) : null)}
            acts={<ButtonLink to="/holds">{w.holdsLink}</ButtonLink>}
          />
          {data.needsPerson.length + data.alarms.length > 0 && (
            <div className={css.cards}>
              {data.needsPerson.map((delivery, i) => (
                <DoubtCard key={delivery.id} delivery={delivery} zone={zone} may={data.maySettle} first={i === 0} />
              ))}
              {data.alarms.map((alarm, i) => (
                <AlarmCard
                  key={alarm.id}
                  alarm={alarm}
                  zone={zone}
                  may={data.maySettleAlarms}
                  first={i === 0 && data.needsPerson.length === 0}
                />
              ))}
            </div>
          )}
          <div className={css.stack}>
            <ByNetwork read={data} zone={zone} />
            <Checking read={data} zone={zone} />
          </div>
          <Figures read={data} zone={zone} />
        </>
      )}
    </Answered>
  )
}
