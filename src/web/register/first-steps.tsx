import { Link } from '@tanstack/react-router'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { beginningWords as w } from '../people/beginning-words.ts'
import css from './register.module.css'

/** What a new force does first and what of it is done; it goes when somebody can write somewhere. */
export const FirstSteps = () => {
  const { data } = useRead(registerEndpoints.beginning, {}, { also: ['account', 'person', 'people'] })
  if (!data || (data.headOfCommunications && data.accounts && data.contributor)) return null
  return (
    <Section heading={w.heading}>
      <ol className={css.steps}>
        {w.steps.map((step, i) => (
          <li key={step.id} data-done={data[step.id] || undefined}>
            <span aria-hidden="true">{data[step.id] ? <Icon name="tick" size={24} /> : i + 1}</span>
            <div>
              <h3>
                {step.heading} {data[step.id] && <SeverityMark severity="fixed">{w.done}</SeverityMark>}
              </h3>
              <p>{step.body}</p>
              {!data[step.id] && step.to && (
                <p>
                  <Link to={step.to}>{step.act}</Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
