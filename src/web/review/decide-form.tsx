import { registerEndpoints } from '../../register/register.contract.ts'
import { carries, type Given, wrongWith } from '../../review/decision.ts'
import { type Outcome, outcomeWords } from '../../review/outcome.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Segmented } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { wallDay } from '../say.ts'
import css from './review.module.css'
import { type Review, reviewWords as w } from './review-words.ts'

export type Draft = { outcome: Outcome | null; into: string | null; on: string; reason: string; whyOther: string }

/** What a form begins with: what is recommended is chosen, nothing is said yet. */
export const draftFor = ({ review }: Review): Draft => ({
  outcome: review.decision?.outcome ?? review.recommendation,
  into: review.decision ? (review.decision.into?.id ?? null) : (review.recommendedInto?.id ?? null),
  on: review.decision?.on ?? '',
  reason: '',
  whyOther: '',
})

/** A draft as the endpoint takes it; what the chosen outcome has no place for is left out. */
export const givenOf = (d: Draft, { review }: Review): Given | null =>
  d.outcome && {
    outcome: d.outcome,
    into: d.outcome === 'merge' ? d.into : null,
    on: d.on === '' ? null : d.on,
    reason: d.reason.trim(),
    whyOther: d.outcome !== review.recommendation && d.whyOther.trim().length >= 3 ? d.whyOther.trim() : null,
  }

/** What must be settled first, in words; null when the decision can be recorded. */
export const notReady = (d: Draft, data: Review, zone: string): string | null => {
  const given = givenOf(d, data)
  if (!given) return w.needs.outcomeNotHere
  const about = {
    subject: data.review.subject,
    recommended: data.review.recommendation,
    today: wallDay(new Date(), zone),
  }
  const wrong = wrongWith(given, about)
  if (wrong) return w.needs[wrong]
  return given.reason.length < 3 ? w.needs.reason : null
}

/** The fields of a decision: outcome, into where and when, the reason, and why it is not what is recommended. */
export const DecideFields = ({
  data,
  draft,
  onChange,
}: {
  data: Review
  draft: Draft
  onChange: (draft: Draft) => void
}) => {
  const zone = useZone()
  const { review, outcomes } = data
  const carried = draft.outcome && carries(draft.outcome, review.subject)
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const register = useRead(registerEndpoints.accounts, {}, { topic: 'account', enabled: draft.outcome === 'merge' })
  const stay = (register.data?.accounts ?? []).filter(
    (a) => a.id !== review.key && (a.status === 'live' || a.status === 'underReview'),
  )
  const beside = new Set(Object.keys(data.beside))
  const options = [...stay.filter((a) => beside.has(a.id)), ...stay.filter((a) => !beside.has(a.id))]
  return (
    <>
      <div className={css.outcomes}>
        <Segmented
          label={w.choose}
          labelHidden
          value={draft.outcome}
          onChange={(outcome) => set({ outcome })}
          choices={outcomes.map((o) => ({ id: o, name: outcomeWords[o] }))}
        />
      </div>
      <div className={css.where}>
        {draft.outcome === 'merge' && (
          <Select
            label={w.intoLabel}
            reading={readingOf(register)}
            value={draft.into}
            onChange={(into) => set({ into })}
            options={options.map((a) => ({ id: a.id, name: a.name, aside: a.handle }))}
          />
        )}
        <DayField
          label={carried ? w.onLabel.goes : w.onLabel.again}
          {...(carried ? {} : { aside: '(not needed)' })}
          value={draft.on}
          onChange={(on) => set({ on })}
          earliest={wallDay(new Date(), zone)}
        />
      </div>
      <TextField label={w.reasonLabel} value={draft.reason} onChange={(reason) => set({ reason })} lines />
      {draft.outcome !== null && draft.outcome !== review.recommendation && (
        <TextField label={w.whyOther} value={draft.whyOther} onChange={(whyOther) => set({ whyOther })} lines />
      )}
    </>
  )
}
