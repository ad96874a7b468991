import { useState } from 'react'
import { handOver, take } from '../../inbox/inbox.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { Select } from '../parts/select.tsx'
import { WhoTile } from '../parts/signature.tsx'
import { lately } from '../posting/moment.ts'
import { personWords } from '../posting/refs.ts'
import { initials } from '../say.ts'
import css from './conversation.module.css'
import { deskWords } from './desk-words.ts'
import { deskTopics, type Whole } from './use-hold.ts'

const w = deskWords.holder
const everybody = 'everybody'

type Props = { c: Whole; zone: string; now: Date }

/** Taking it from somebody: who loses it, and why. */
export const TakeOver = ({ c, zone, now, onClose }: Props & { onClose: () => void }) => {
  const act = useAct(take, deskTopics)
  const holder = c.row.holder
  if (!holder) return null
  const name = personWords(holder.person)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.over.heading(name)}
      body={w.over.body(name, lately(holder.since, zone, now))}
      act={w.over.act(name)}
      send={(reason) => act.send({ id: c.row.id, over: { reason } })}
      label={w.over.reason}
      missing={w.over.missing}
      least={3}
    />
  )
}

/** To one of those who work here, or back for everybody, with what they need to know. */
const HandOver = ({ c, onClose }: Props & { onClose: () => void }) => {
  const act = useAct(handOver, deskTopics)
  const [to, setTo] = useState<string>(everybody)
  const [words, setWords] = useState('')
  const others = c.people.filter((p) => !(c.row.holder?.you && p.id === c.row.holder.person.id))
  const chosen = others.find((p) => p.id === to) ?? null
  return (
    <FormDialog
      onClose={onClose}
      heading={w.hand.heading}
      act={w.hand.act(chosen && personWords(chosen))}
      send={() => act.send({ id: c.row.id, to: chosen?.id ?? null, words })}
    >
      <Select
        label={w.hand.to}
        options={[
          { id: everybody, name: w.hand.everybody },
          ...others.map((p) => ({ id: p.id, name: personWords(p) })),
        ]}
        value={to}
        onChange={setTo}
      />
      <TextField label={w.hand.note} lines value={words} onChange={setWords} />
    </FormDialog>
  )
}

export type Asked = 'over' | 'hand' | null

type HolderProps = Props & {
  asked: Asked
  ask: (asked: Asked) => void
  onTake: () => void
  taking: boolean
  /** The reply below has the filled button instead. */
  quiet: boolean
}

/** Who has it, since when, and when it frees itself. Changes are said politely. */
export const Holder = (props: HolderProps) => {
  const { c, zone, now, ask } = props
  const { holder } = c.row
  const open = c.stage === 'open' && c.may.work
  return (
    <div className={css.holder}>
      <div className={css.has} role="status">
        {holder ? (
          <>
            <WhoTile initials={initials(holder.person.name)} />
            <p>
              <b>{holder.you ? w.you : w.theirs(personWords(holder.person))}</b>
              <span>{w.since(lately(holder.since, zone, now), lately(holder.until, zone, now))}</span>
            </p>
          </>
        ) : (
          open && (
            <p>
              <b>{w.nobody}</b>
              {c.row.offeredTo && <span>{w.offered(personWords(c.row.offeredTo))}</span>}
            </p>
          )
        )}
      </div>
      {open && !holder && (
        <Button kind={props.quiet ? 'plain' : 'primary'} icon="hand" busy={props.taking} onPress={props.onTake}>
          {w.take}
        </Button>
      )}
      {open && holder?.you && <Button onPress={() => ask('hand')}>{w.handOver}</Button>}
      {open && holder && !holder.you && <Button onPress={() => ask('over')}>{`${w.takeOver}…`}</Button>}
      {props.asked === 'over' && holder && !holder.you && (
        <TakeOver c={c} zone={zone} now={now} onClose={() => ask(null)} />
      )}
      {props.asked === 'hand' && <HandOver c={c} zone={zone} now={now} onClose={() => ask(null)} />}
    </div>
  )
}
