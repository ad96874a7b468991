import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { abandonImport, confirmImport, type ImportRow, importOne } from '../../archive/archive.contract.ts'
import { keptDays, openImportStages } from '../../archive/import.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { CountBar } from '../parts/count-bar.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { FileButton } from '../parts/file-button.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { day, dayAndClock } from '../say.ts'
import css from './archive.module.css'
import { archiveWords, importHeading, oddWords, size, importWords as w } from './archive-words.ts'
import { useUpload } from './upload.ts'

type Part = { row: ImportRow; zone: string }

const Receiving = ({ row }: { row: ImportRow }) => {
  const upload = useUpload(row)
  const [other, setOther] = useState(false)
  const { hasFile, running, elsewhere } = upload
  const pick = (file: File): void => {
    setOther(file.size !== row.bytes)
    upload.goOn(file)
  }
  return (
    <div className={`stack ${css.page}`}>
      <CountBar used={upload.received} most={row.bytes} />
      <p>
        {w.coming(size(upload.received), size(row.bytes))} {running && w.goesOn} {elsewhere && w.elsewhere}
      </p>
      {upload.isLost && <Notice tone="warn">{w.lost}</Notice>}
      {upload.failed && (
        <Notice tone="warn">
          <b>{w.stopped}</b> {upload.failed.message}{' '}
          <Button small onPress={() => upload.goOn()}>
            {w.goOn}
          </Button>
        </Notice>
      )}
      {!hasFile && elsewhere === false && row.mayImport && (
        <Notice tone="warn">
          {other ? w.otherFile : w.again} <FileButton onFile={pick}>{w.chooseAgain}</FileButton>
        </Notice>
      )}
    </div>
  )
}

const Reading = ({ row }: { row: ImportRow }) => (
  <div className={`stack ${css.page}`}>
    {row.readOf > 0 && <CountBar used={row.readBytes} most={row.readOf} />}
    <p>
      {row.readOf > 0 && w.gone(size(row.readBytes), size(row.readOf))}{' '}
      {row.readStep === null ? w.waits : w.next[row.readStep]} {w.leave}
    </p>
  </div>
)

const InIt = ({ row, zone }: Part) => {
  const { counts } = row
  if (!counts) return null
  const { media } = counts
  const on = (at: string) => day(at, zone, new Date(0))
  const figure = (n: number) => n.toLocaleString('en-GB')
  return (
    <Section heading={w.inIt}>
      <Facts
        nameWidth={140}
        facts={[
          { name: w.facts.posts, value: figure(counts.posts) },
          { name: w.facts.fresh, value: figure(counts.fresh) },
          { name: w.facts.changed, value: figure(counts.changed) },
          { name: w.facts.same, value: figure(counts.same) },
          ...(media && media.pictures > 0
            ? [{ name: w.facts.pictures, value: w.pictures(media.pictures, media.previews) }]
            : []),
          ...(media && media.videos > 0 ? [{ name: w.facts.videos, value: figure(media.videos) }] : []),
          ...(media && media.told > 0
            ? [{ name: w.facts.described, value: w.described(media.described, media.told) }]
            : []),
          ...(counts.firstAt && counts.lastAt
            ? [{ name: w.facts.span, value: `${on(counts.firstAt)} – ${on(counts.lastAt)}` }]
            : []),
          ...(row.takenAt ? [{ name: w.facts.made, value: on(row.takenAt) }] : []),
          ...(counts.followers === null ? [] : [{ name: w.facts.followers, value: figure(counts.followers) }]),
          { name: w.facts.by, value: `${row.by ?? '–'}, ${dayAndClock(row.begunAt, zone, new Date())}` },
          ...(row.decidedBy
            ? [{ name: w.facts.decided, value: `${row.decidedBy}, ${dayAndClock(row.stageSince, zone, new Date())}` }]
            : []),
        ]}
      />
    </Section>
  )
}

const Years = ({ row }: { row: ImportRow }) => {
  const years = row.counts?.years ?? []
  const kinds = ['original', 'reply', 'quote', 'reshare'] as const
  const all = (year: (typeof years)[number]) => kinds.reduce((sum, kind) => sum + year[kind], 0)
  const most = Math.max(1, ...years.map(all))
  if (years.length === 0) return null
  return (
    <Section heading={w.years}>
      <DataTable
        caption={w.yearsCaption}
        rows={years}
        keyOf={(year) => String(year.year)}
        middle
        columns={[
          { id: 'year', head: w.yearHeads.year, names: true, cell: (year) => year.year },
          ...kinds.map((kind) => ({
            id: kind,
            head: w.yearHeads[kind],
            number: true,
            cell: (year: (typeof years)[number]) => (year[kind] === 0 ? '–' : year[kind].toLocaleString('en-GB')),
          })),
          {
            id: 'all',
            head: w.yearHeads.all,
            cell: (year) => (
              <CountBar used={all(year)} most={most} width={120}>
                {all(year).toLocaleString('en-GB')}
              </CountBar>
            ),
          },
        ]}
      />
    </Section>
  )
}

const Odd = ({ row }: { row: ImportRow }) => (
  <Section heading={w.odd} state={row.oddities.length === 0 ? 'empty' : 'loaded'} empty={w.nothingOdd}>
    <ul className={css.odd}>
      {row.oddities.map((odd) => (
        <li key={odd.kind}>{oddWords[odd.kind](odd.count, odd.examples)}</li>
      ))}
    </ul>
  </Section>
)

const Confirm = ({ row, zone }: Part) => {
  const [accept, setAccept] = useState(false)
  const confirm = useAct(confirmImport, ['archive'])
  const other = row.oddities.find((odd) => odd.kind === 'otherHandle')
  const { posts = 0, fresh = 0, changed = 0 } = row.counts ?? {}
  return (
    <div className={form.form}>
      {other && (
        <Checkbox checked={accept} onChange={setAccept}>
          {w.accept(`@${other.examples[0] ?? ''}`)}
        </Checkbox>
      )}
      {posts > 0 && fresh + changed === 0 && <p className="second">{w.same}</p>}
      <p className="second">{w.keptUntil(day(keptUntil(row), zone, new Date(0)))}</p>
      <ActFailed cause={confirm.error} />
      <div className={form.acts}>
        <Button
          kind="primary"
          busy={confirm.isPending}
          notReady={posts === 0 ? w.nothing : other && !accept ? w.acceptFirst : undefined}
          onPress={() => confirm.mutate({ id: row.id, acceptHandle: accept })}
        >
          {w.confirm(posts)}
        </Button>
        <Abandon row={row} />
      </div>
    </div>
  )
}

const keptUntil = ({ stageSince }: ImportRow): string =>
  new Date(Date.parse(stageSince) + keptDays * 86_400_000).toISOString()

const Abandon = ({ row }: { row: ImportRow }) => {
  const [open, setOpen] = useState(false)
  const abandon = useAct(abandonImport, ['archive'])
  return (
    <>
      <Button onPress={() => setOpen(true)}>{w.abandon}</Button>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.abandon}
          act={w.abandon}
          refuse
          send={() => abandon.send({ id: row.id })}
        >
          <p>{w.abandonWhy}</p>
        </FormDialog>
      )}
    </>
  )
}

const Broke = ({ row }: { row: ImportRow }) => (
  <div className={css.page}>
    <Notice tone="warn">
      <b>{w.broke}.</b> <span className={css.place}>{w.brokeWhat(row.refusal ?? '')}</span> {w.brokeNext}
    </Notice>
  </div>
)

const Loaded = ({ row, zone }: Part) => {
  const { stage, account } = row
  return (
    <>
      <PageAnswer
        path={<Link to="/archive">{archiveWords.archive}</Link>}
        answer={importHeading(row)}
        lede={account ? w.of(account.name, account.handle) : w.several}
        dense
      />
      {stage === 'receiving' && <Receiving row={row} />}
      {(stage === 'received' || stage === 'reading') && <Reading row={row} />}
      {stage === 'refused' && <Broke row={row} />}
      {row.counts && (
        <div className={css.beside}>
          <div className={css.parts}>
            <InIt row={row} zone={zone} />
            {stage === 'read' && <Odd row={row} />}
            {stage === 'read' && row.mayImport && <Confirm row={row} zone={zone} />}
          </div>
          <Years row={row} />
        </div>
      )}
      {stage !== 'read' && openImportStages.includes(stage) && row.mayImport && (
        <div className={css.below}>
          <div className={form.acts}>
            <Abandon row={row} />
          </div>
        </div>
      )}
    </>
  )
}

/** One import: how far it is, what is in the file, and whether it goes into the archive. */
export const ImportPage = () => {
  const { id } = useParams({ from: '/staff/archive/$id' })
  const zone = useZone()
  const read = useRead(importOne, { id }, { everyMs: 2000 })
  return (
    <Answered
      read={read}
      path={<Link to="/archive">{archiveWords.archive}</Link>}
      heading={{ reading: w.reading, failed: w.failed }}
    >
      {(row) => <Loaded key={row.id} row={row} zone={zone} />}
    </Answered>
  )
}
