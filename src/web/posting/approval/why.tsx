import { Facts } from '../../parts/facts.tsx'
import { Section } from '../../parts/section.tsx'
import { asksRationale } from '../compose/marks.ts'
import { reasonNames } from '../compose/rationale.tsx'
import { type Approval, approvalWords } from './approval-words.ts'

const w = approvalWords.why

/** Purpose and the three tests, where somebody wrote them down. */
export const Why = ({ one }: { one: Approval }) => {
  const { rationale } = one
  const missing = rationale === null && asksRationale(one.check.result)
  return (
    <Section heading={w.heading} state={rationale === null ? 'empty' : 'loaded'} empty={missing ? w.missing : w.none}>
      {rationale && <Facts strong facts={reasonNames.map((name) => ({ name: w[name], value: rationale[name] }))} />}
    </Section>
  )
}
