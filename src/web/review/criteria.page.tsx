import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { accountClasses, classLabels } from '../../register/account.ts'
import { type CriterionId, criteria, criterionIds, type Lines, type Setting } from '../../review/criteria.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { lineWords } from '../../review/saying.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, PrintButton } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { shortDay } from '../say.ts'
import { criteriaHeading, criteriaWords as w } from './criteria-words.ts'
import { CriterionForm } from './criterion-form.tsx'

type Data = z.output<typeof reviewEndpoints.criteria.output>
type Row = { id: CriterionId; setting: Setting }

const linesWords = (id: CriterionId, of: Lines): string =>
  [
    lineWords(id, of.all),
    ...accountClasses.flatMap((c) => {
      const line = of.byClass[c]
      return line === undefined ? [] : [`${classLabels[c].toLowerCase()} ${lineWords(id, line)}`]
    }),
  ].join('; ')

const columnsFor = (onEdit: ((id: CriterionId) => void) | null): Column<Row>[] => [
  {
    id: 'test',
    head: w.test,
    names: true,
    cell: ({ id }) => <b>{criteria[id].name}</b>,
  },
  {
    id: 'from',
    head: w.from,
    cell: ({ id }) => {
      const { from } = criteria[id]
      return 'measure' in from ? (
        <Link to="/measures/$id" params={{ id: from.measure }} search={{ span: 'weeks13' }}>
          {from.measure}
        </Link>
      ) : (
        from.record
      )
    },
  },
  {
    id: 'line',
    head: w.line,
    cell: ({ id, setting }) =>
      setting.used ? (
        <>
          {linesWords(id, setting.line)}
          {setting.grave && (
            <>
              <br />
              <span className="second">{w.grave(linesWords(id, setting.grave))}</span>
            </>
          )}
        </>
      ) : (
        <span className="third">{w.notUsed}</span>
      ),
  },
  {
    id: 'source',
    head: w.source,
    cell: ({ setting }) => (
      <>
        {w.bases[setting.basis]}
        <br />
        <span className="second">{setting.source}</span>
      </>
    ),
  },
  ...(onEdit
    ? [
        {
          id: 'edit',
          head: w.edit,
          act: true,
          cell: ({ id }: Row) => (
            <Button small label={w.editLabel(criteria[id].name)} onPress={() => onEdit(id)}>
              {w.edit}
            </Button>
          ),
        },
      ]
    : []),
]

const Page = ({ data }: { data: Data }) => {
  const [editing, setEditing] = useState<CriterionId | null>(null)
  const zone = useZone()
  const rows = criterionIds.map((id) => ({ id, setting: data.settings[id] }))
  return (
    <>
      <PageAnswer
        path={
          <>
            <Link to="/reviews">{w.reviews}</Link> / {w.criteria}
          </>
        }
        answer={criteriaHeading(rows.map((r) => r.setting))}
        lede={w.lede(data.version)}
        acts={<PrintButton />}
      />
      <DataTable
        caption={w.criteria}
        rows={rows}
        keyOf={(r) => r.id}
        columns={columnsFor(data.mayChange ? setEditing : null)}
        groupOf={(r) => w.speaks[criteria[r.id].speaks]}
      />
      <Section heading={w.versions} state={data.versions.length === 0 ? 'empty' : 'loaded'} empty={w.noVersions}>
        <DataTable
          caption={w.versions}
          rows={data.versions}
          keyOf={(v) => String(v.version)}
          columns={[
            { id: 'version', head: w.version, names: true, cell: (v) => String(v.version) },
            { id: 'why', head: w.why, cell: (v) => v.why },
            { id: 'by', head: w.by, cell: (v) => `${v.by.rank} ${v.by.name}, ${shortDay(v.at, zone, new Date())}` },
          ]}
        />
      </Section>
      {editing && <CriterionForm id={editing} data={data} onClose={() => setEditing(null)} />}
    </>
  )
}

/** What accounts are judged by: published, with where each line comes from, and the force's own to change. */
export const CriteriaPage = () => {
  const read = useRead(reviewEndpoints.criteria, {})
  return (
    <Answered
      read={read}
      heading={{ reading: w.reading, failed: w.failed }}
      path={<Link to="/reviews">{w.reviews}</Link>}
    >
      {(data) => <Page data={data} />}
    </Answered>
  )
}
