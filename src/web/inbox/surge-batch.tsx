import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import {
  approveBatchEndpoint,
  batchEndpoint,
  closeBatchEndpoint,
  giveUpBatchEndpoint,
  sendBackBatchEndpoint,
} from '../../inbox/surge/surge.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { sentence } from '../say.ts'
import css from './surge.module.css'
import { resultWords, surgeWords as w } from './surge-words.ts'

type Whole = z.output<typeof batchEndpoint.output>
const topics = ['surge', 'conversation', 'approvals', 'frame'] as const

type Done = z.output<typeof approveBatchEndpoint.output>

type SheetProps = {
  id: string
  sheet: Whole['sheets'][number]
  may: boolean
  /** Said by the page: once nothing waits with these words the sheet is gone. */
  onDone: (done: Done) => void
}

const Sheet = ({ id, sheet, may, onDone }: SheetProps) => {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const approve = useAct(approveBatchEndpoint, topics)
  const back = useAct(sendBackBatchEndpoint, topics)
  return (
    <div className={css.sheet}>
      <div className="stack">
        <p className="small second">
          {w.as(sheet.signature)}. {sheet.accounts.map((a) => w.readsOn(a.name, sheet.n)).join(', ')}
        </p>
        {sheet.pieces.map((piece) => (
          <p key={piece} className={css.words}>
            {piece}
          </p>
        ))}
        {sheet.says.map((says) => (
          <Notice key={says} tone="warn">
            {sentence(says)}
          </Notice>
        ))}
        {may ? (
          <div className={css.acts}>
            <Button
              kind="primary"
              busy={approve.isPending}
              onPress={() => approve.mutate({ id, sum: sheet.sum }, { onSuccess: onDone })}
            >
              {w.approve(sheet.n)}
            </Button>
            <Button onPress={() => setOpen(true)}>{w.sendBack}</Button>
          </div>
        ) : (
          <p className="small second">{w.own}</p>
        )}
        <ActFailed cause={approve.error} />
      </div>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.sendBackHeading}
          act={w.sendBack}
          refuse
          send={() => back.send({ id, sum: sheet.sum, reason })}
          onDone={(done) => {
            setOpen(false)
            onDone(done)
          }}
          notReady={reason.trim().length < 3 && w.reasonShort}
        >
          <TextField label={w.reason} lines value={reason} onChange={setReason} autoFocus />
        </FormDialog>
      )}
    </div>
  )
}

const Acts = ({ whole }: { whole: Whole }) => {
  const { id, results } = whole.batch
  const [open, setOpen] = useState(false)
  const close = useAct(closeBatchEndpoint, topics)
  const giveUp = useAct(giveUpBatchEndpoint, topics)
  // What was left out after it was begun is among them.
  const unsent = results.taken - results.sent - results.onTheWay - results.needsPerson - results.givenUp
  return (
    <>
      <div className={css.acts}>
        {whole.may.close && whole.ready > 0 && (
          <Button kind="primary" busy={close.isPending} onPress={() => close.mutate({ id })}>
            {w.close(whole.ready)}
          </Button>
        )}
        {whole.may.giveUp && unsent > 0 && <Button onPress={() => setOpen(true)}>{w.giveUp}</Button>}
      </div>
      {close.data && <Notice>{w.done(close.data.done, close.data.changed, close.data.left)}</Notice>}
      <ActFailed cause={close.error} />
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.giveUpHeading}
          act={w.giveUp}
          refuse
          send={() => giveUp.send({ id })}
        >
          <p>{w.giveUpBody}</p>
        </FormDialog>
      )}
    </>
  )
}

/** One answer to many: one sheet, the list of the people it goes to, and what became of every one. */
export const SurgeBatch = ({ id }: { id: string }) => {
  const [done, setDone] = useState<Done | null>(null)
  const read = useRead(batchEndpoint, { id }, { also: ['conversation', 'post', 'delivery'], everyMs: 5000 })
  const path = (
    <>
      <Link to="/desk">{w.path}</Link> / <Link to="/desk/surge">{w.here}</Link>
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(whole) => (
        <>
          <PageAnswer
            path={path}
            answer={w.batchHeading(said(whole.batch.by), whole.batch.results.taken)}
            lede={resultWords(whole.batch.results)}
            dense
          />
          <div className="stack">
            <Acts whole={whole} />
            {done && <Notice>{w.done(done.done, done.changed, done.left)}</Notice>}
            <Section heading={w.same} state={whole.sheets.length === 0 ? 'empty' : 'loaded'} empty={w.sameNone}>
              <div className="stack">
                {whole.sheets.map((sheet) => (
                  <Sheet key={sheet.sum} id={id} sheet={sheet} may={whole.may.approve} onDone={setDone} />
                ))}
              </div>
            </Section>
            <Section heading={w.who} more={String(whole.people.length)}>
              <ul className={css.people}>
                {whole.people.map((p) => (
                  <li key={p.conversationId}>
                    <p>
                      <Link to="/desk/$id" params={{ id: p.conversationId }}>
                        {p.from}
                      </Link>{' '}
                      {p.words}
                    </p>
                    <p className="small second">{p.state}</p>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        </>
      )}
    </Answered>
  )
}
