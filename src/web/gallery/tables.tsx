import { useState } from 'react'
import { Bars } from '../parts/bars.tsx'
import { CoverBar } from '../parts/cover-bar.tsx'
import { DataTable, type Sort } from '../parts/data-table.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { cover, networks, reshares, voice } from './examples.ts'

const accounts = [
  {
    id: 'harrow',
    group: 'Needs attention',
    network: networks.x,
    name: 'Harrowfield Police',
    handle: '@HarrowfieldPol',
    kind: 'District',
    people: 2,
    weeks: reshares,
    cover: { words: '', days: [] },
    tone: 'risk' as const,
  },
  {
    id: 'eastby',
    group: 'Needs attention',
    network: networks.facebook,
    name: 'Eastby North',
    handle: 'EastbyNorthNPT',
    kind: 'Neighbourhood',
    people: 3,
    weeks: voice,
    cover: { words: 'Mon–Fri 8–18', days: cover },
    tone: 'warn' as const,
  },
  {
    id: 'chiefs',
    group: 'In order',
    network: networks.bluesky,
    name: 'Chief officers',
    handle: '@chiefs.westshire.police.uk',
    kind: 'Collective',
    people: 5,
    weeks: voice,
    cover: { words: 'Mon–Fri 8–18', days: cover },
    tone: undefined,
  },
]

export const Tables = () => {
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'ascending' })
  const rows = [...accounts].sort(
    (a, b) =>
      a.group.localeCompare(b.group) * -1 || a.name.localeCompare(b.name) * (sort.order === 'ascending' ? 1 : -1),
  )
  return (
    <Section heading="Table" note="Rows with a heading each, in groups; on a phone a block each">
      <DataTable
        caption="Accounts of Westshire Police"
        rows={rows}
        keyOf={(a) => a.id}
        toneOf={(a) => a.tone}
        groupOf={(a) => a.group}
        groupHead={(name, inGroup) => (
          <>
            <b>{name}</b> {inGroup.length}
          </>
        )}
        sort={sort}
        onSort={setSort}
        columns={[
          {
            id: 'name',
            head: 'Account',
            names: true,
            sortable: true,
            cell: (a) => (
              <span className="row">
                <NetworkMark mark={a.network.mark} name={a.network.name} nameHidden />
                <span>
                  <b>{a.name}</b>
                  <br />
                  <span className="third">{a.handle}</span>
                </span>
              </span>
            ),
          },
          { id: 'kind', head: 'Class', cell: (a) => a.kind, later: true },
          { id: 'people', head: 'People', number: true, cell: (a) => a.people },
          { id: 'cover', head: 'Cover', cell: (a) => <CoverBar words={a.cover.words} days={a.cover.days} /> },
          {
            id: 'weeks',
            head: '13 weeks',
            cell: (a) => <Bars weeks={a.weeks} form="stacked" name={`Own words and reshares, ${a.handle}`} />,
          },
          {
            id: 'voice',
            head: 'Posts and replies',
            later: true,
            cell: () => <Bars weeks={voice} form="pairs" name="Posts and replies" width={150} />,
          },
          {
            id: 'state',
            head: 'Health',
            cell: (a) =>
              a.tone === 'risk' ? (
                <StateMark state="needsPerson">No owner</StateMark>
              ) : (
                <SeverityMark severity={a.tone === 'warn' ? 'approval' : 'fixed'}>
                  {a.tone === 'warn' ? 'No cover tonight' : 'In order'}
                </SeverityMark>
              ),
          },
        ]}
      />
    </Section>
  )
}
