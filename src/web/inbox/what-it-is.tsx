import { useState } from 'react'
import { categorise } from '../../inbox/inbox.contract.ts'
import { categories, described } from '../../inbox/triage/category.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import { Shape } from '../parts/shape.tsx'
import css from './conversation.module.css'
import { deskWords } from './desk-words.ts'
import { whatItIsId } from './use-conversation.ts'
import { deskTopics, type Whole } from './use-hold.ts'

const w = deskWords.suggestion

const isCategory = (id: string): id is (typeof categories)[number] => categories.some((c) => c === id)

/** The words that led to the suggestion, and what each says. */
const Because = ({ c }: { c: Whole }) => {
  const { because } = c.suggestion
  return (
    <details className={css.because}>
      <summary>{w.why}</summary>
      {because.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul>
          {because.map((b) => (
            <li key={`${b.words} ${b.says}`}>{w.because(b.words, b.says)}</li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** What it may be, as suggested by readable rules, and what it is, as a person says. */
export const WhatItIs = ({ c }: { c: Whole }) => {
  const act = useAct(categorise, deskTopics)
  const [changing, setChanging] = useState(false)
  const { category, decided, danger } = c.row
  const { label } = described[category]
  const may = c.may.work && c.stage === 'open'
  const say = (id: string): void => {
    if (isCategory(id)) act.mutate({ id: c.row.id, category: id }, { onSuccess: () => setChanging(false) })
  }
  return (
    <section
      id={whatItIsId}
      className={css.whatItIs}
      aria-label={w.region}
      data-risk={(danger && !decided) || undefined}
    >
      <div className={css.isIt}>
        <p>
          {danger && !decided && <Shape name="diamond" size={14} />}
          <b>{decided ? w.is(label) : w.maybe(label)}.</b>{' '}
          <span>{decided ? w.decided : danger && category !== 'threatOrVulnerable' ? w.danger : may ? w.ask : ''}</span>
        </p>
        {may && !changing && (
          <>
            {!decided && (
              <Button small busy={act.isPending} onPress={() => say(category)}>
                {w.yes}
              </Button>
            )}
            <button type="button" className={`as-link ${css.link}`} onClick={() => setChanging(true)}>
              {decided ? w.change : w.other}
            </button>
          </>
        )}
        <Because c={c} />
      </div>
      {changing && (
        <div className={css.other}>
          <Select
            label={w.region}
            options={categories.map((id) => ({ id, name: described[id].label }))}
            value={category}
            onChange={say}
          />
          <button type="button" className={`as-link ${css.link}`} onClick={() => setChanging(false)}>
            {w.keep}
          </button>
        </div>
      )}
      <ActFailed cause={act.error} />
    </section>
  )
}
