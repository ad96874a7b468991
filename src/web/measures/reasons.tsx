import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Shape } from '../parts/shape.tsx'
import { shortDay } from '../say.ts'
import { type Apart, type Definition, figureWords, type Reason } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

type About = { account: { id: string; name: string }; d: Definition }

const WhyForm = ({ account, d, onClose }: About & { onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [rightly, setRightly] = useState(false)
  const say = useAct(measuresEndpoints.sayWhy)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.whyHeading(account.name, d.name)}
      act={w.whyAct}
      send={() => say.send({ measure: d.id, account: account.id, reason, rightly })}
    >
      <TextField
        label={w.whyReason}
        value={reason}
        onChange={setReason}
        lines
        wrong={reason.trim().length < 3 && w.whyShort}
      />
      <Checkbox checked={rightly} onChange={setRightly}>
        {w.whyRightly}
      </Checkbox>
    </FormDialog>
  )
}

/** The reason that stands, or that there is none; and the way to record or end one. */
export const ReasonCell = ({ account, d, reason, may }: About & { reason: Reason | undefined; may: boolean }) => {
  const [writing, setWriting] = useState(false)
  const zone = useZone()
  const end = useAct(measuresEndpoints.endReason)
  if (reason)
    return (
      <span>
        {reason.reason}{' '}
        <span className="third">
          {reason.by}, {shortDay(reason.at, zone, new Date())}
        </span>{' '}
        {may && (
          <button
            type="button"
            className="as-link"
            aria-label={w.endReasonLabel(account.name)}
            disabled={end.isPending}
            onClick={() => end.mutate({ id: reason.id })}
          >
            {w.endReason}
          </button>
        )}
      </span>
    )
  return (
    <span className="row">
      <span className={css.noReason}>
        <Shape name="triangle" /> {w.noReason}
      </span>
      {may && (
        <Button small label={w.sayWhyLabel(account.name, d.name)} onPress={() => setWriting(true)}>
          {w.sayWhy}
        </Button>
      )}
      {writing && <WhyForm account={account} d={d} onClose={() => setWriting(false)} />}
    </span>
  )
}

/** Those furthest from their class, with the reason recorded or that there is none. */
export const Furthest = ({
  rows,
  definitions,
  reasons,
  may,
}: {
  rows: readonly Apart[]
  definitions: readonly Definition[]
  reasons: readonly Reason[]
  may: boolean
}) => {
  const of = (id: string) => definitions.find((d) => d.id === id)
  const columns: Column<Apart>[] = [
    {
      id: 'who',
      head: w.furthest,
      names: true,
      cell: ({ account, measure, figure, middle }) => {
        const d = of(measure)
        return (
          <>
            <Link to="/measures/accounts/$id" params={{ id: account.id }} search={{ span: 'weeks13', measure }}>
              <b>{account.name}</b>
            </Link>
            {d && (
              <>
                : {d.name.toLowerCase()} {figureWords(d, figure)}
                <br />
                <span className="second">{w.classMiddle(figureWords(d, middle))}</span>
              </>
            )}
          </>
        )
      },
    },
    {
      id: 'why',
      head: w.reason,
      cell: ({ account, measure }) => {
        const d = of(measure)
        const reason = reasons.find((r) => r.accountId === account.id && r.measure === measure)
        return d && <ReasonCell account={account} d={d} reason={reason} may={may} />
      },
    },
  ]
  return (
    <DataTable
      caption={w.furthest}
      rows={rows}
      keyOf={(r) => `${r.account.id} ${r.measure}`}
      columns={columns}
      empty={w.none}
    />
  )
}
