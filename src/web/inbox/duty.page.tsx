import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { useRead } from '../call.ts'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import css from './duty.module.css'
import { DutyAlarm } from './duty-alarm.tsx'
import { DutyNotes } from './duty-notes.tsx'
import { DutyWays } from './duty-ways.tsx'
import { DutyWeek } from './duty-week.tsx'
import { dutyHeading, dutyLede, dutyWords, type Rota } from './duty-words.ts'
import { settingsWords } from './settings-words.ts'

const w = dutyWords
/** A cover that nobody keeps at all has a gap on every day; the first few say enough. */
const mostGaps = 3

const Cover = ({ rota }: { rota: Rota }) => (
  <Section
    heading={w.cover.heading}
    note={w.cover.note}
    state={rota.cover.length === 0 ? 'empty' : 'loaded'}
    empty={w.cover.all(rota.coverOf)}
  >
    <ul className={css.list}>
      {rota.cover.map(({ account, stated, staffed, missing }) => (
        <li key={account.id}>
          <b>{account.name}</b> <span className="mono small">{account.handle}</span>{' '}
          <span className="small second">{w.cover.of(staffed, stated)}</span>
          <p className="small second">
            {missing.slice(0, mostGaps).join('; ')}
            {missing.length > mostGaps && `; ${w.cover.more(missing.length - mostGaps)}`}
          </p>
        </li>
      ))}
    </ul>
  </Section>
)

/** Who is on duty, what one shift tells the next, and how alarms reach people. */
export const DutyPage = () => {
  const { alarm } = useSearch({ from: '/staff/duty' })
  const [week, setWeek] = useState(0)
  const read = useRead(dutyEndpoints.rota, { week }, { topic: 'duty', also: ['reach', 'account'], everyMs: 60_000 })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(rota) => (
        <>
          <PageAnswer
            answer={dutyHeading(rota)}
            lede={dutyLede(rota)}
            acts={<ButtonLink to="/desk/settings">{settingsWords.link}</ButtonLink>}
          />
          <div className={css.said}>
            {alarm && <DutyAlarm id={alarm} zone={rota.zone} />}
            {!rota.anybodyReachable && (
              <Notice tone="warn">{rota.onDuty.length === 0 ? w.nobodyToTell : w.unreachable}</Notice>
            )}
          </div>
          <div className="two-columns">
            <div>
              <DutyWeek rota={rota} week={week} onWeek={setWeek} />
              <Cover rota={rota} />
            </div>
            <div>
              <DutyWays zone={rota.zone} />
              <DutyNotes zone={rota.zone} />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
