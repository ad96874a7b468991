import type { Content } from '../../../posting/content.ts'
import { TextField } from '../../parts/field.tsx'
import { Section } from '../../parts/section.tsx'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'

const w = composeWords.rationale

type Reasons = NonNullable<Content['rationale']>

export const noReasons: Reasons = { purpose: '', lawful: '', necessary: '', proportionate: '' }
export const reasonNames = ['purpose', 'lawful', 'necessary', 'proportionate'] as const

/** Purpose and the three tests, as fields; also used by whoever decides. */
export const ReasonFields = ({ reasons, onChange }: { reasons: Reasons; onChange: (reasons: Reasons) => void }) => (
  <div className={css.reasons}>
    {reasonNames.map((name) => (
      <TextField
        key={name}
        label={w[name]}
        lines
        value={reasons[name]}
        onChange={(text) => onChange({ ...reasons, [name]: text })}
      />
    ))}
  </div>
)

/** Asked for only where something was found that nobody but those who lead a case may decide. */
export const Rationale = ({ content, change }: DeskParts) => (
  <Section heading={w.heading} note={w.note}>
    <ReasonFields
      reasons={content.rationale ?? noReasons}
      onChange={(reasons) =>
        change((c) => ({
          ...c,
          rationale: reasonNames.every((name) => reasons[name].trim() === '') ? null : reasons,
        }))
      }
    />
  </Section>
)
