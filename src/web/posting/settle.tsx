import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { networkName } from '../../networks/networks.ts'
import { settleEndpoint } from '../../posting/delivery/delivery.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { clock, dayAndClock, sentence } from '../say.ts'
import css from './health.module.css'
import { type InDoubt, type SettleAct, healthWords as w } from './health-words.ts'
import { useLedHere } from './use-led-here.ts'

const SettleForm = ({ id, act, onClose }: { id: string; act: SettleAct; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [url, setUrl] = useState('')
  const settle = useAct(settleEndpoint, ['delivery', 'post', 'alarm', 'frame'])
  const urlWrong = url.trim() !== '' && !/^https?:\/\/\S+$/.test(url.trim())
  const said = w.ask[act]
  return (
    <FormDialog
      onClose={onClose}
      heading={said.heading}
      act={said.act}
      send={() => settle.send({ id, act, url: url.trim() === '' ? null : url.trim(), reason })}
    >
      <p>{said.body}</p>
      <TextField
        label={w.reason}
        value={reason}
        onChange={setReason}
        autoFocus
        wrong={reason.trim().length < 3 && w.reasonMissing}
      />
      {act === 'itIsThere' && (
        <TextField
          label={w.url}
          aside={w.urlAside}
          type="url"
          value={url}
          onChange={setUrl}
          wrong={urlWrong && w.urlWrong}
        />
      )}
    </FormDialog>
  )
}

const History = ({ delivery: d, zone }: { delivery: InDoubt; zone: string }) => {
  const last = d.looks.at(-1)
  return (
    <p>
      {d.sentAt ? w.sentOnce(clock(d.sentAt, zone)) : w.notSent} {sentence(d.why)}{' '}
      {last && w.looked(d.looks.length, clock(last, zone))}
    </p>
  )
}

const SettleActs = ({
  delivery: d,
  onAct,
  first,
}: {
  delivery: InDoubt
  onAct: (act: SettleAct) => void
  first: boolean
}) => (
  <div className={css.acts}>
    <Button kind={first ? 'primary' : 'plain'} onPress={() => onAct('itIsThere')}>
      {w.acts.itIsThere}
    </Button>
    <Button onPress={() => onAct('sendOnceMore')}>{w.acts.sendOnceMore}</Button>
    {d.live > 0 && <Button onPress={() => onAct('leaveTheRest')}>{w.acts.leaveTheRest}</Button>}
    <Button kind="quiet" onPress={() => onAct('withdraw')}>
      {w.acts.withdraw}
    </Button>
  </div>
)

/** A delivery of which the product cannot tell: a person looks, and says what they see. */
export const DoubtCard = ({
  delivery: d,
  zone,
  may,
  first,
}: {
  delivery: InDoubt
  zone: string
  may: boolean
  first: boolean
}) => {
  const id = useId()
  const [act, setAct] = useState<SettleAct | null>(null)
  const ledHere = useLedHere(d.id)
  const network = networkName(d.network)
  return (
    <section className={css.card} aria-labelledby={id} id={d.id} ref={ledHere}>
      <StateMark state="needsPerson">{w.needs}</StateMark>
      <h2 id={id}>{w.doubtHeading(network, d.live, d.pieces)}</h2>
      <History delivery={d} zone={zone} />
      <blockquote>{d.words}</blockquote>
      <p className="small second">
        {d.account}, <span className="mono">{d.handle}</span>.{' '}
        {d.sentAt && <>{dayAndClock(d.sentAt, zone, new Date())}. </>}
        <Link to="/posts/$id" params={{ id: d.postId }}>
          {w.record}
        </Link>
      </p>
      {may ? (
        <>
          <p className={css.look}>
            {d.profileUrl ? (
              <>
                <a href={d.profileUrl} target="_blank" rel="noreferrer">
                  {w.look(`${d.handle}, ${network}`)}
                </a>
                , {w.thenSay}
              </>
            ) : (
              w.lookPlain
            )}
          </p>
          <SettleActs delivery={d} onAct={setAct} first={first} />
          <p className="small second">{w.nothing}</p>
        </>
      ) : (
        <p className="small second">{w.mayNot}</p>
      )}
      {act && <SettleForm id={d.id} act={act} onClose={() => setAct(null)} />}
    </section>
  )
}
