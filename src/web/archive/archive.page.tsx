import { Link, useSearch } from '@tanstack/react-router'
import { archive, type ImportRow } from '../../archive/archive.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { type State, StateMark } from '../parts/state-mark.tsx'
import { shortDay } from '../say.ts'
import css from './archive.module.css'
import { type AccountRow, archiveHeading, type ArchivePage as Page, size, archiveWords as w } from './archive-words.ts'
import { Pictures } from './pictures.tsx'

const figure = (n: number): string => (n === 0 ? '–' : n.toLocaleString('en-GB'))

const accountColumns = (zone: string): Column<AccountRow>[] => {
  const on = (at: string | null) => (at ? shortDay(at, zone, new Date()) : '–')
  return [
    {
      id: 'account',
      head: w.heads.account,
      names: true,
      cell: (row) => (
        <>
          <Link to="/register/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="small second row">
            <MarkOf network={row.network} /> <span className="mono">{row.handle}</span>
          </div>
        </>
      ),
    },
    { id: 'from', head: w.heads.from, cell: (row) => on(row.firstAt) },
    { id: 'until', head: w.heads.until, cell: (row) => on(row.lastAt) },
    {
      id: 'posts',
      head: w.heads.posts,
      number: true,
      cell: (row) => (row.posts === 0 ? <span className="second">{w.noPosts}</span> : figure(row.posts)),
    },
    { id: 'ours', head: w.heads.ours, number: true, later: true, cell: (row) => figure(row.ours) },
    {
      id: 'followers',
      head: w.heads.followers,
      number: true,
      later: true,
      cell: (row) => (
        <Link to="/archive/followers/$id" params={{ id: row.id }} aria-label={w.followersOf(row.name, row.followers)}>
          {row.followers === null ? w.notKnown : row.followers.toLocaleString('en-GB')}
        </Link>
      ),
    },
  ]
}

export const stateOf: Readonly<Record<ImportRow['stage'], State>> = {
  receiving: 'sending',
  received: 'waiting',
  reading: 'checking',
  read: 'needsPerson',
  confirmed: 'live',
  refused: 'refused',
  abandoned: 'withdrawn',
}

const importColumns = (zone: string): Column<ImportRow>[] => [
  {
    id: 'file',
    head: w.importHeads.file,
    names: true,
    cell: (row) => (
      <>
        <Link to="/archive/$id" params={{ id: row.id }} className={css.file}>
          {row.fileName}
        </Link>
        <div className="small second">{shortDay(row.begunAt, zone, new Date())}</div>
      </>
    ),
  },
  { id: 'account', head: w.importHeads.account, cell: (row) => row.account?.name ?? w.several },
  {
    id: 'state',
    head: w.importHeads.state,
    cell: (row) => <StateMark state={stateOf[row.stage]}>{w.stages[row.stage]}</StateMark>,
  },
  { id: 'by', head: w.importHeads.by, later: true, cell: (row) => row.by ?? '–' },
  { id: 'size', head: w.importHeads.size, number: true, later: true, cell: (row) => size(row.bytes) },
]

const Loaded = ({ page, account, zone }: { page: Page; account: string | undefined; zone: string }) => {
  const one = account ? page.accounts[0] : undefined
  return (
    <>
      <PageAnswer
        path={one && <Link to="/archive">{w.archive}</Link>}
        answer={archiveHeading(page)}
        lede={one ? w.ofAccount(one.name) : w.lede}
        acts={
          page.mayImport && (
            <ButtonLink to="/archive/new" search={{ account }} kind="primary">
              {w.bring}
            </ButtonLink>
          )
        }
      />
      <div className={css.parts}>
        <Section heading={w.imports} state={page.imports.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
          <DataTable
            caption={w.importsCaption}
            columns={importColumns(zone)}
            rows={page.imports}
            keyOf={(row) => row.id}
            toneOf={(row) => (row.stage === 'read' ? 'warn' : undefined)}
          />
        </Section>
        <Section heading={w.accounts} state={page.accounts.length === 0 ? 'empty' : 'loaded'} empty={w.noAccounts}>
          <DataTable
            caption={w.caption}
            columns={accountColumns(zone)}
            rows={page.accounts.filter((row) => !row.closed || row.posts > 0)}
            keyOf={(row) => row.id}
          />
        </Section>
        {one && <Pictures account={one.id} zone={zone} />}
      </div>
    </>
  )
}

/** What stands in the archive of every account, or of one, and the files that were brought in. */
export const ArchivePage = () => {
  const { account } = useSearch({ from: '/staff/archive' })
  const zone = useZone()
  const read = useRead(archive, { account }, { also: ['account'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(page) => <Loaded page={page} account={account} zone={zone} />}
    </Answered>
  )
}
