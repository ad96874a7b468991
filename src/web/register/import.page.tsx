import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { registerEndpoints } from '../../register/register.contract.ts'
import { columns } from '../../register/sheet/columns.ts'
import { sheetEndpoints } from '../../register/sheet/sheet.contract.ts'
import { addressWith, call, faultOf, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { FileButton } from '../parts/file-button.tsx'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { ImportRows } from './import-rows.tsx'
import { needing, type Preview, importWords as w } from './import-words.ts'
import css from './register.module.css'

type Saved = z.output<typeof sheetEndpoints.importSheet.output>
type Chosen = { file: File; preview: Preview }

const endings = ['.csv', '.txt', 'text/csv']

/** Choosing a file, and where to get one. */
const Choose = ({ again, busy, onFile }: { again: boolean; busy: boolean; onFile: (file: File) => void }) => (
  <div className="row">
    <FileButton endings={endings} icon="copy" busy={busy} kind={again ? 'plain' : 'primary'} onFile={onFile}>
      {again ? w.chooseOther : w.choose}
    </FileButton>
    <span className="small third">{w.kinds}</span>
    <Link to="/register/new">{w.typeIn}</Link>
    <a href={addressWith(sheetEndpoints.example, {})} download={w.exampleName}>
      {w.example}
    </a>
    <a href={addressWith(sheetEndpoints.sheet, { at: Date.now() })} download>
      {w.whole}
    </a>
  </div>
)

const linesOf = (preview: Preview): string => {
  const lines = preview.rows.filter((r) => r.state === 'bad').map((r) => r.line)
  return lines.length > 12 ? `${lines.slice(0, 12).join(', ')} …` : lines.join(', ')
}

/** The decisions that saving needs, and the one button. */
const Save = ({ chosen, onSaved }: { chosen: Chosen; onSaved: (saved: Saved) => void }) => {
  const { preview, file } = chosen
  const [makeOffices, setMake] = useState(false)
  const [leaveOut, setLeave] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const { bad } = preview.counts
  const offices = preview.newOffices
  const nothing = preview.counts.new + preview.counts.changed === 0
  const notReady =
    (nothing && w.notReady.nothing) ||
    (bad > 0 && !leaveOut && w.notReady.bad(bad)) ||
    (offices.length > 0 && !makeOffices && w.notReady.offices)
  const save = async (): Promise<void> => {
    setBusy(true)
    setFailed(null)
    try {
      const said = {
        digest: preview.digest,
        makeOffices: makeOffices ? 'yes' : 'no',
        leaveOut: leaveOut ? 'yes' : 'no',
      } as const
      onSaved(await call(sheetEndpoints.importSheet, said, { file }))
    } catch (cause) {
      setFailed(faultOf(cause))
      setBusy(false)
    }
  }
  return (
    <div className={form.form}>
      {bad > 0 && !nothing && (
        <Checkbox checked={leaveOut} onChange={setLeave}>
          {w.leaveOut(bad, linesOf(preview))}
        </Checkbox>
      )}
      {offices.length > 0 && !nothing && (
        <div>
          <p>
            <b>{w.offices}.</b>{' '}
            {offices
              .slice(0, 20)
              .map((o) => w.officeRow(o.title, o.rows))
              .join('; ')}
            {offices.length > 20 && ' …'}
          </p>
          <Checkbox checked={makeOffices} onChange={setMake}>
            {w.makeOffices(offices.length)}
          </Checkbox>
        </div>
      )}
      <ActFailed cause={failed} />
      <div className={form.acts}>
        <Button kind="primary" busy={busy} notReady={notReady} onPress={() => void save()}>
          {w.save(preview)}
        </Button>
      </div>
    </div>
  )
}

const Columns = () => (
  <Section heading={w.columns.heading} note={w.columns.note}>
    <DataTable
      caption={w.columns.caption}
      rows={columns}
      keyOf={(c) => c.id}
      columns={[
        { id: 'head', head: w.columns.column, names: true, cell: (c) => <b>{c.head}</b> },
        { id: 'about', head: w.columns.about, cell: (c) => c.about },
      ]}
    />
  </Section>
)

const Read = ({ chosen, onSaved }: { chosen: Chosen; onSaved: (saved: Saved) => void }) => {
  const { preview, file } = chosen
  const needs = needing(preview.rows)
  const { bad } = preview.counts
  return (
    <Section
      heading={file.name}
      note={bad > 0 ? w.badNote(bad) : w.readLede(preview)}
      more={needs > 0 && <SeverityMark severity="approval">{w.needYou(needs)}</SeverityMark>}
    >
      <div className={`stack ${css.sheet}`}>
        {preview.unknownHeads.length > 0 && <Notice>{w.unknown(preview.unknownHeads)}</Notice>}
        <ImportRows key={preview.digest} preview={preview} />
        <Save key={preview.digest} chosen={chosen} onSaved={onSaved} />
      </div>
    </Section>
  )
}

const path = (
  <>
    <Link to="/register">{w.path}</Link> / {w.here}
  </>
)

const Done = ({ saved, onAgain }: { saved: Saved; onAgain: () => void }) => (
  <>
    <PageAnswer
      path={path}
      answer={w.saved(saved)}
      lede={w.savedLede(saved.offices, saved.bad)}
      acts={
        <>
          {saved.offices > 0 && <ButtonLink to="/register/offices">{w.toOffices}</ButtonLink>}
          <ButtonLink to="/register" search={{ show: 'attention' }} kind="primary">
            {w.toRegister}
          </ButtonLink>
        </>
      }
    />
    <Button onPress={onAgain}>{w.another}</Button>
  </>
)

/** A list of accounts from a spreadsheet: read, looked at row by row, saved all at once or not at all. */
export const ImportPage = () => {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const register = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const empty = register.data?.accounts.length === 0
  const take = async (file: File): Promise<void> => {
    setBusy(true)
    setFailed(null)
    setChosen(null)
    try {
      setChosen({ file, preview: await call(sheetEndpoints.preview, {}, { file }) })
    } catch (cause) {
      setFailed(faultOf(cause))
    }
    setBusy(false)
  }
  if (saved)
    return (
      <Done
        saved={saved}
        onAgain={() => {
          setSaved(null)
          setChosen(null)
        }}
      />
    )
  return (
    <>
      <PageAnswer
        path={path}
        answer={
          chosen ? w.read(chosen.preview.rows.length, chosen.file.name) : failed ? w.cannot : empty ? w.begin : w.here
        }
        lede={chosen ? w.readLede(chosen.preview) : w.beginLede}
      />
      <div className="stack">
        <ActFailed cause={failed} />
        <Choose again={chosen !== null} busy={busy} onFile={(file) => void take(file)} />
        {chosen && (
          <Read
            chosen={chosen}
            onSaved={(done) => {
              setSaved(done)
              void client.invalidateQueries()
            }}
          />
        )}
        {!chosen && <Columns />}
      </div>
    </>
  )
}
