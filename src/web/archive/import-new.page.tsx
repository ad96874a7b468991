import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { archive, beginImport } from '../../archive/archive.contract.ts'
import { networkName } from '../../networks/networks.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { FileButton } from '../parts/file-button.tsx'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import css from './archive.module.css'
import { type ArchivePage, archiveWords, size, beginWords as w } from './archive-words.ts'
import { upload } from './upload.ts'

const several = ''
const plainEndings = ['.csv', '.jsonl', '.ndjson', '.txt']

const Begin = ({ page, account }: { page: ArchivePage; account: string | undefined }) => {
  const navigate = useNavigate()
  const [accountId, setAccount] = useState(account ?? several)
  const [wanted, setFormat] = useState<'export' | 'plain'>('export')
  const [file, setFile] = useState<File | null>(null)
  const begin = useAct(beginImport, ['archive'])
  const chosen = page.accounts.find((a) => a.id === accountId)
  const format = chosen?.exportWords ? wanted : 'plain'
  const endings = format === 'export' ? (chosen?.exportEndings ?? []) : plainEndings
  const go = (): void => {
    if (!file) return
    begin.mutate(
      { accountId: accountId === several ? null : accountId, format, fileName: file.name, bytes: file.size },
      {
        onSuccess: ({ id }) => {
          void upload(id, file, 0)
          void navigate({ to: '/archive/$id', params: { id } })
        },
      },
    )
  }
  return (
    <div className={`${form.form} ${css.page}`}>
      <Select
        label={w.account}
        value={accountId}
        onChange={setAccount}
        options={[
          { id: several, name: w.several },
          ...page.accounts.map((a) => ({
            id: a.id,
            name: a.name,
            aside: `${networkName(a.network)}, ${a.handle}`,
          })),
        ]}
      />
      {chosen?.exportWords && (
        <RadioGroup
          label={w.format}
          value={format}
          onChange={setFormat}
          choices={(['export', 'plain'] as const).map((id) => ({ id, name: w.formats[id] }))}
        />
      )}
      {chosen && !chosen.exportWords && <Notice>{w.noExport(networkName(chosen.network))}</Notice>}
      {format === 'export' && chosen?.exportWords && (
        <p>
          <b>{w.how}.</b> {chosen.exportWords}
        </p>
      )}
      <div className="row">
        <FileButton endings={endings} kind={file === null ? 'primary' : 'plain'} onFile={setFile}>
          {file ? w.other : w.choose}
        </FileButton>
        <span className="small second">{file ? `${file.name}, ${size(file.size)}` : w.kinds(endings)}</span>
      </div>
      <ActFailed cause={begin.error} />
      {file && (
        <div className={form.acts}>
          <Button kind="primary" busy={begin.isPending} onPress={go}>
            {w.upload(file.name)}
          </Button>
        </div>
      )}
      {format === 'plain' && <Columns page={page} />}
    </div>
  )
}

const Columns = ({ page }: { page: ArchivePage }) => (
  <Section heading={w.columns} note={w.columnsNote}>
    <DataTable
      caption={w.columns}
      rows={page.columns}
      keyOf={(column) => column.id}
      columns={[
        {
          id: 'id',
          head: w.columnHeads.id,
          names: true,
          cell: (column) => (
            <>
              <span className="mono">{column.id}</span>{' '}
              {column.needed && <span className="small second">{w.needed}</span>}
            </>
          ),
        },
        { id: 'words', head: w.columnHeads.words, cell: (column) => column.words },
      ]}
    />
  </Section>
)

/** Beginning an import: of which account, which kind of file, and the file. */
export const ImportNewPage = () => {
  const { account } = useSearch({ from: '/staff/archive/new' })
  const read = useRead(archive, {}, { also: ['account'] })
  return (
    <Answered read={read} heading={{ reading: w.heading, failed: archiveWords.failed }}>
      {(page) => (
        <>
          <PageAnswer path={<Link to="/archive">{archiveWords.archive}</Link>} answer={w.heading} lede={w.lede} />
          {page.mayImport ? <Begin page={page} account={account} /> : <Notice>{w.mayNot}</Notice>}
        </>
      )}
    </Answered>
  )
}
