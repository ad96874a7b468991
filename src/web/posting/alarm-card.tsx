import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { settleAlarmEndpoint } from '../../posting/delivery/delivery.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { dayAndClock } from '../say.ts'
import css from './health.module.css'
import { type HealthRead, healthWords } from './health-words.ts'
import { useLedHere } from './use-led-here.ts'

const w = healthWords.alarm

const SettleForm = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const settle = useAct(settleAlarmEndpoint, ['alarm', 'delivery', 'frame'])
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.heading}
      body={w.body}
      act={w.act}
      send={(reason) => settle.send({ id, reason })}
      label={w.reason}
      missing={w.reasonMissing}
      least={3}
      lines
    />
  )
}

type AlarmCardProps = { alarm: HealthRead['alarms'][number]; zone: string; may: boolean; first: boolean }

/** Something that stopped or went wrong: it stands here until the cause is gone, or a person says what was done about it. */
export const AlarmCard = ({ alarm, zone, may, first }: AlarmCardProps) => {
  const id = useId()
  const [settling, setSettling] = useState(false)
  const [noun, subject = ''] = alarm.subject.split(':')
  const ledHere = useLedHere(alarm.id, subject)
  return (
    <section className={css.card} data-tone="warn" aria-labelledby={id} id={alarm.id} ref={ledHere}>
      <SeverityMark severity="approval">{w.kind}</SeverityMark>
      <h2 id={id}>{alarm.words}</h2>
      <p className="small second">
        {w.raised(dayAndClock(alarm.raisedAt, zone, new Date()))}{' '}
        {noun === 'account' && (
          <Link to="/register/$id" params={{ id: subject }}>
            {w.account}
          </Link>
        )}
      </p>
      {may ? (
        <>
          <div className={css.acts}>
            <Button
              kind={first ? 'primary' : 'plain'}
              onPress={() => setSettling(true)}
              label={w.actLabel(alarm.words)}
            >
              {w.act}
            </Button>
          </div>
          <p className="small second">{w.ends}</p>
        </>
      ) : (
        <p className="small second">{w.mayNot}</p>
      )}
      {settling && <SettleForm id={alarm.id} onClose={() => setSettling(false)} />}
    </section>
  )
}
