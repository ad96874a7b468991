import { type ReactNode, useId } from 'react'
import { words } from '../words.ts'
import css from './approval-sheet.module.css'
import { DataTable } from './data-table.tsx'
import { Icon, type IconName } from './icon.tsx'
import { NetworkMark } from './network-mark.tsx'

export type SheetPlace = {
  id: string
  network: { mark: string; name: string }
  handle: string
  as: ReactNode
  when: ReactNode
}

export type ApprovalSheetProps = {
  /** `Version 3, frozen 21:18` */
  version: ReactNode
  /** Check sum in groups of four: `8f2a 91c4 d07e`. */
  sum: string
  /** In the order in which they will be published. Use Diff inside to show what changed. */
  said: readonly { lang: string; language: string; words: ReactNode }[]
  /** What it answers, when it is an answer: it is part of what is approved. */
  answers?: { to: string; words: string; how: ReactNode } | null
  pictures: readonly { src: string; alt: readonly { lang: string; text: string }[]; about?: ReactNode }[]
  places: readonly SheetPlace[]
  foot?: readonly { icon: IconName; words: ReactNode }[]
  /** Another version stands in its place: struck, with a dashed edge. */
  superseded?: boolean
}

/** What was there before and what is there now, with hidden words for those who do not see the marks. */
export const Diff = ({ before, now }: { before: string; now: string }) => (
  <>
    <del>
      <span className="hidden-words">{words.diff.removed} </span>
      {before}
    </del>{' '}
    <ins>
      <span className="hidden-words">{words.diff.added} </span>
      {now}
    </ins>
  </>
)

const Places = ({ places }: { places: readonly SheetPlace[] }) => (
  <div className={css.places}>
    <DataTable
      caption={words.sheet.whereItGoes}
      rows={places}
      keyOf={(p) => p.id}
      middle
      columns={[
        {
          id: 'to',
          head: words.sheet.goesTo,
          names: true,
          cell: (p) => (
            <span className="row">
              <NetworkMark mark={p.network.mark} name={p.network.name} nameHidden />
              <b className="mono">{p.handle}</b>
            </span>
          ),
        },
        { id: 'as', head: words.sheet.as, cell: (p) => p.as },
        { id: 'when', head: words.sheet.when, cell: (p) => <span className="one-line">{p.when}</span> },
      ]}
    />
  </div>
)

/** Exactly what is being approved, drawn as one sheet with a heavy edge. Change anything and it is another sheet. */
export const ApprovalSheet = ({
  version,
  sum,
  said,
  answers = null,
  pictures,
  places,
  foot = [],
  superseded = false,
}: ApprovalSheetProps) => {
  const id = useId()
  return (
    <article className={css.sheet} aria-labelledby={id} data-superseded={superseded || undefined}>
      <div className={css.head}>
        <h2 id={id}>{superseded ? words.sheet.superseded : words.sheet.exactly}</h2>
        <span className={css.version}>{version}</span>
        <span className={`mono ${css.sum}`}>{sum}</span>
      </div>
      <div className={css.body}>
        {answers && (
          <div className={css.said}>
            <p className={css.language}>{words.sheet.answers}</p>
            <div className={css.answers}>
              <p className={css.words}>{answers.words}</p>
              <p className={css.how}>
                {answers.to}. <b>{answers.how}</b>
              </p>
            </div>
          </div>
        )}
        {said.map((s) => (
          <div key={s.lang} className={css.said}>
            <p className={css.language}>{s.language}</p>
            <p className={css.words} lang={s.lang}>
              {s.words}
            </p>
          </div>
        ))}
        {pictures.map((p) => (
          <div key={p.src} className={css.picture}>
            <img src={p.src} alt={p.alt[0]?.text ?? ''} />
            <dl>
              <dt>{words.sheet.alt}</dt>
              {p.alt.map((a) => (
                <dd key={a.lang} lang={a.lang}>
                  {a.text}
                </dd>
              ))}
              {p.about && <dt>{words.sheet.picture}</dt>}
              {p.about && <dd>{p.about}</dd>}
            </dl>
          </div>
        ))}
        <Places places={places} />
        {foot.length > 0 && (
          <p className={css.foot}>
            {foot.map((f) => (
              <span key={f.icon}>
                <Icon name={f.icon} size={14} /> {f.words}
              </span>
            ))}
          </p>
        )}
      </div>
    </article>
  )
}
