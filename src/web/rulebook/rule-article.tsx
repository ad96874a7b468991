import { type Role, roles } from '../../people/role.ts'
import { type Example, everywhere, type Rule } from '../../rulebook/rule.ts'
import type { Severity } from '../../rulebook/season.ts'
import { Facts } from '../parts/facts.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { MarkedWords } from '../parts/word-editor.tsx'
import { day } from '../say.ts'
import css from './rules.module.css'
import { markOf, rulesWords as w } from './rules-words.ts'

const roleName = (role: Role): string => roles[role].label

/** The words of an example, with what must be underlined in them. */
const Words = ({ example, severity }: { example: Example; severity: Severity }) => {
  if (example.words.trim() === '') return <span className="third">{w.noWords}</span>
  const from = example.marks ? example.words.indexOf(example.marks) : -1
  if (from < 0 || !example.marks) return <>“{example.words}”</>
  const marks = [{ n: 1, from, to: from + example.marks.length, severity: markOf[severity] }]
  return <MarkedWords text={example.words} marks={marks} />
}

const Examples = ({ heading, list, severity }: { heading: string; list: readonly Example[]; severity: Severity }) => {
  if (list.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul className="small">
        {list.map((example) => (
          <li key={`${example.words} ${example.when ?? ''}`}>
            <Words example={example} severity={severity} />
            {example.when && <span className="third"> {example.when}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

const decides = (rule: Rule): string => {
  if (rule.decidedBy.length > 0) return rule.decidedBy.map(roleName).join(', ')
  return rule.severity === 'advise' ? w.anybody : w.nobody
}

const where = (rule: Rule): string =>
  rule.jurisdictions.length === everywhere.length
    ? w.everywhere
    : rule.jurisdictions.map((j) => w.jurisdictions[j]).join(', ')

/** One rule, to be read: what it says, why, what to do, whose it is, and examples. */
export const RuleArticle = ({ rule, own, open }: { rule: Rule; own: Severity | 'off' | undefined; open: boolean }) => {
  const severity = own === undefined || own === 'off' ? rule.severity : own
  return (
    <article className={css.rule} id={rule.id} aria-labelledby={`${rule.id}-title`}>
      <p className={css.id}>
        <a href={`#${rule.id}`}>{rule.id}</a>
      </p>
      <div className={css.prose}>
        <h2 id={`${rule.id}-title`}>{rule.title}</h2>
        {own === 'off' ? (
          <StateMark state="withdrawn">{w.off}</StateMark>
        ) : (
          <SeverityMark severity={markOf[severity]} />
        )}
        {own !== undefined && own !== rule.severity && (
          <p className="small">{w.own(own === 'off' ? w.off : w.weights[own], w.weights[rule.severity])}</p>
        )}
        <dl>
          <dt>{w.why}</dt>
          <dd>{rule.why}</dd>
          <dt>{w.fix}</dt>
          <dd>{rule.fix}</dd>
        </dl>
        <details className={css.examples} open={open}>
          <summary>{w.examples(rule.fails.length + rule.passes.length)}</summary>
          <Examples heading={w.noticed} list={rule.fails} severity={severity} />
          <Examples heading={w.fine} list={rule.passes} severity={severity} />
        </details>
      </div>
      <Facts
        nameWidth={92}
        facts={[
          { name: w.source, value: `${w.kinds[rule.source.kind]}: ${rule.source.words}` },
          { name: w.decides, value: decides(rule) },
          { name: w.looks, value: w.modes[rule.mode] },
          { name: w.where, value: where(rule) },
          { name: w.changed, value: day(`${rule.version}T12:00:00Z`, 'UTC', new Date()) },
        ]}
      />
    </article>
  )
}
