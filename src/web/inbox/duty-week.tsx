import { useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { personWords } from '../posting/refs.ts'
import { clock, day } from '../say.ts'
import css from './duty.module.css'
import { AddDuty } from './duty-add.tsx'
import { daySentence, dutyWords, kindWords, type OnDuty, type Rota } from './duty-words.ts'

const w = dutyWords.week
const lanes = { onCall: 3, desk: 15 } as const

type Stretch = { from: string; until: string }
type Day = { from: number; until: number }

/** Where a stretch lies within a day of the wall, as a share of it; null when it does not touch it. */
const shareOf = (s: Stretch, { from, until }: Day): { x: number; width: number } | null => {
  const begins = Math.max(new Date(s.from).getTime(), from)
  const ends = Math.min(new Date(s.until).getTime(), until)
  return ends <= begins ? null : { x: (begins - from) / (until - from), width: (ends - begins) / (until - from) }
}

const hours = (s: Stretch, zone: string, d: Day): string => {
  const from = new Date(Math.max(new Date(s.from).getTime(), d.from))
  const until = new Date(Math.min(new Date(s.until).getTime(), d.until))
  return w.nobody(clock(from, zone), until.getTime() === d.until ? '24:00' : clock(until, zone))
}

const DayBar = ({ rota, at, ends }: { rota: Rota; at: string; ends: string }) => {
  const d = { from: new Date(at).getTime(), until: new Date(ends).getTime() }
  const duties = rota.duties.filter((duty) => shareOf(duty, d))
  const gaps = rota.gaps.filter((gap) => shareOf(gap, d))
  const now = (new Date(rota.now).getTime() - d.from) / (d.until - d.from)
  const said = daySentence(
    day(at, rota.zone),
    duties.map((x) => `${personWords(x.person)} ${kindWords[x.kind].toLowerCase()} ${hours(x, rota.zone, d)}`),
    gaps.map((gap) => hours(gap, rota.zone, d)),
  )
  return (
    <li className={css.day}>
      <span aria-hidden="true">{day(at, rota.zone).replace(/ \w+$/, '')}</span>
      <svg className={css.bar} viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label={said}>
        <rect width="1000" height="28" className={css.ground} />
        {gaps.map((gap) => {
          const share = shareOf(gap, d)
          return (
            share && (
              <rect key={gap.from} x={share.x * 1000} width={share.width * 1000} height="28" className={css.gap} />
            )
          )
        })}
        {duties.map((x) => {
          const share = shareOf(x, d)
          return (
            share && (
              <rect
                key={x.id}
                x={share.x * 1000}
                y={lanes[x.kind]}
                width={share.width * 1000}
                height="10"
                className={css[x.kind]}
              />
            )
          )
        })}
        {[6, 12, 18].map((hour) => (
          <line key={hour} x1={(hour / 24) * 1000} x2={(hour / 24) * 1000} y1="0" y2="28" className={css.line} />
        ))}
        {now >= 0 && now <= 1 && <line x1={now * 1000} x2={now * 1000} y1="0" y2="28" className={css.now} />}
      </svg>
    </li>
  )
}

const DutyRow = ({ duty, rota }: { duty: OnDuty; rota: Rota }) => {
  const end = useAct(dutyEndpoints.endDuty, ['duty'])
  const { zone } = rota
  const over = duty.until <= rota.now
  const begun = duty.from <= rota.now
  return (
    <li className={css.row}>
      <div>
        <b>{personWords(duty.person)}</b> <span className="second">{kindWords[duty.kind].toLowerCase()}</span>
        <p className="small second">
          {day(duty.from, zone)}, {clock(duty.from, zone)} to{' '}
          {day(duty.from, zone) === day(duty.until, zone) ? '' : `${day(duty.until, zone)}, `}
          {clock(duty.until, zone)}
          {!over && !duty.reachable && <b className={css.warn}> {w.noWay}</b>}
        </p>
        <ActFailed cause={end.error} />
      </div>
      {rota.mayChange && !over && (
        <Button
          small
          busy={end.isPending}
          onPress={() => end.mutate({ id: duty.id })}
          label={`${begun ? w.end : w.drop}: ${w.endLabel(personWords(duty.person), `${day(duty.from, zone)}, ${clock(duty.from, zone)}`)}`}
        >
          {begun ? w.end : w.drop}
        </Button>
      )}
    </li>
  )
}

/** The rota of one week as a picture and as a list. */
export const DutyWeek = ({ rota, week, onWeek }: { rota: Rota; week: number; onWeek: (week: number) => void }) => {
  const [adding, setAdding] = useState(false)
  const ends = [...rota.days.slice(1), rota.until]
  return (
    <Section
      heading={w.heading}
      note={`${day(rota.days[0] ?? rota.now, rota.zone)} to ${day(rota.days[6] ?? rota.now, rota.zone)}`}
    >
      <div className={css.acts}>
        <Button small onPress={() => onWeek(week - 1)}>
          {w.earlier}
        </Button>
        {week !== 0 && (
          <Button small onPress={() => onWeek(0)}>
            {w.now}
          </Button>
        )}
        <Button small onPress={() => onWeek(week + 1)}>
          {w.later}
        </Button>
      </div>
      <p className={css.hours} aria-hidden="true">
        <span>00</span>
        <span>06</span>
        <span>12</span>
        <span>18</span>
        <span>24</span>
      </p>
      <ol className={css.week}>
        {rota.days.map((at, n) => (
          <DayBar key={at} rota={rota} at={at} ends={ends[n] ?? rota.until} />
        ))}
      </ol>
      <p className={css.legend} aria-hidden="true">
        {(['onCall', 'desk'] as const).map((kind) => (
          <span key={kind}>
            <svg width="14" height="10" aria-hidden="true">
              <rect width="14" height="10" className={css[kind]} />
            </svg>
            {w.legend[kind]}
          </span>
        ))}
        <span>
          <svg width="14" height="10" aria-hidden="true">
            <rect width="14" height="10" className={css.gap} />
          </svg>
          {w.legend.nobody}
        </span>
      </p>
      {rota.duties.length === 0 && <p className="small second">{w.empty}</p>}
      <ul className={css.list}>
        {rota.duties.map((duty) => (
          <DutyRow key={duty.id} duty={duty} rota={rota} />
        ))}
      </ul>
      {rota.mayChange && (
        <div className={css.acts}>
          <Button kind="primary" onPress={() => setAdding(true)}>
            {w.add}
          </Button>
        </div>
      )}
      {adding && <AddDuty zone={rota.zone} onClose={() => setAdding(false)} />}
    </Section>
  )
}
