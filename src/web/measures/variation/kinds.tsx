import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SpanName } from '../../../measures/span.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Section } from '../../parts/section.tsx'
import { figureWords, type MeasuredAccount, ofWords } from '../figures.ts'
import css from '../measures.module.css'
import { measuresWords } from '../measures-words.ts'
import { VariationChart } from './charts.tsx'
import {
  isOut,
  kindSentence,
  type Measured,
  ordinaryRange,
  outSentence,
  type Standing,
  type Variation,
  variationWords as w,
  wideSentence,
} from './variation-words.ts'

export type Kind = { name: string; variation: Variation }
type Naming = { one: string; nameOf: (id: string) => ReactNode }

/** Each kind a panel: a sentence, every dot, and whoever is beyond what is ordinary with why it is marked. */
export const KindPanels = ({ m, kinds, one, nameOf }: { m: Measured; kinds: readonly Kind[] } & Naming) => (
  <div className={css.panels}>
    {kinds.map(({ name, variation: v }) => (
      <section key={name} className={css.panel} aria-label={name}>
        <header>
          <h2>{name}</h2>
        </header>
        <p className="small second">
          {kindSentence(m, v, one)} {wideSentence(m, v, one)}
        </p>
        <VariationChart m={m} v={v} name={name} one={one} />
        <ul className={css.outside}>
          {v.points.filter(isOut).map((p) => (
            <li key={p.id}>
              <b>{nameOf(p.id)}</b> {outSentence(m, p, v.funnel)}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)

type Row = Standing & {
  kind: string
  /** Whether its figure is so many of so many, and not a middle one. */
  isCount: boolean
}

/** The same as a table: every figure with where such a one ordinarily stands. */
export const KindTable = ({
  m,
  kinds,
  head,
  caption,
  nameOf,
}: { m: Measured; kinds: readonly Kind[]; head: string; caption: string } & Omit<Naming, 'one'>) => {
  const rows: Row[] = kinds.flatMap(({ name, variation }) =>
    variation.points.map((p) => ({ ...p, kind: name, isCount: variation.funnel })),
  )
  const of = { id: m.id, unit: m.unit, bottom: 'rows' }
  const columns: Column<Row>[] = [
    { id: 'name', head, names: true, cell: (p) => nameOf(p.id) },
    { id: 'figure', head: measuresWords.figure, number: true, cell: (p) => <b>{figureWords(m, p.figure)}</b> },
    { id: 'counted', head: measuresWords.counted, number: true, cell: (p) => (p.isCount && ofWords(of, p)) || '–' },
    { id: 'ordinary', head: w.ordinary, number: true, cell: (p) => ordinaryRange(m, p) },
    { id: 'stands', head: w.stands, cell: (p) => w.standsWords[p.stands] },
  ]
  return (
    <Section heading={caption} more={String(rows.length)}>
      <DataTable
        caption={caption}
        rows={rows}
        columns={columns}
        keyOf={(p) => `${p.kind} ${p.id}`}
        groupOf={(p) => p.kind}
        toneOf={(p) => (isOut(p) ? 'warn' : undefined)}
        middle
      />
    </Section>
  )
}

/** An account by name, with the way to its rows. */
export const accountLink = (
  accounts: readonly MeasuredAccount[],
  span: Exclude<SpanName, 'before'>,
  measure: string,
): ((id: string) => ReactNode) => {
  const by = new Map(accounts.map((a) => [a.id, a]))
  return (id) => (
    <Link to="/measures/accounts/$id" params={{ id }} search={{ span, measure }}>
      {by.get(id)?.name} <span className="mono third">@{by.get(id)?.handle.replace(/^@/, '')}</span>
    </Link>
  )
}
