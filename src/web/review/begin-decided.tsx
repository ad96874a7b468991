import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { carryingEndpoints } from '../../review/carrying/carrying.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { day, wallDay } from '../say.ts'
import css from './review.module.css'
import { type Review, reviewWords as w } from './review-words.ts'

type Waiting = NonNullable<Review['review']['toBegin']>

const BeginForm = ({ data, kind, onClose }: { data: Review; kind: Waiting['kind']; onClose: () => void }) => {
  const zone = useZone()
  const { review } = data
  const today = wallDay(new Date(), zone)
  const decided = review.decision?.on ?? ''
  const [on, setOn] = useState<string>(decided >= today ? decided : '')
  const navigate = useNavigate()
  const begin = useAct(carryingEndpoints.beginCarryingOut, ['reviews', 'account', 'carrying-out'])
  const isLookAlike = review.subject === 'lookAlike'
  const about = { accountId: isLookAlike ? null : review.key, lookAlikeId: isLookAlike ? review.key : null }
  return (
    <FormDialog
      onClose={onClose}
      heading={w.beginListHeading(review.name)}
      act={w.beginList}
      send={() => begin.send({ kind, ...about, intoAccountId: review.decision?.into?.id ?? null, on })}
      onDone={({ id }) => void navigate({ to: '/reviews/carrying-out/$id', params: { id } })}
      notReady={on === '' ? w.needs.dayNeeded : null}
    >
      <DayField label={w.beginListOn} value={on} onChange={setOn} earliest={today} />
    </FormDialog>
  )
}

/** A decision by somebody who carries nothing out: it stands here until somebody begins its list. */
export const BeginDecided = ({ data }: { data: Review }) => {
  const zone = useZone()
  const [open, setOpen] = useState(false)
  const waits = data.review.toBegin
  if (!waits) return null
  return (
    <>
      <Notice tone="warn">
        <b>{w.notBegun[waits.kind]}.</b> {w.beginUntil(day(waits.until, zone, new Date()))}
        {data.may.begin && (
          <div className={css.acts}>
            <Button onPress={() => setOpen(true)}>{w.beginList}</Button>
          </div>
        )}
      </Notice>
      {open && <BeginForm data={data} kind={waits.kind} onClose={() => setOpen(false)} />}
    </>
  )
}
