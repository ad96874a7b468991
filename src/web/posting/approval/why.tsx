import { needsRationale } from '../../../posting/approval/rationale.ts'
import { Facts } from '../../parts/facts.tsx'
import { Section } from '../../parts/section.tsx'
import { day } from '../../say.ts'
import { reasonNames } from '../compose/rationale.tsx'
import { type Approval, approvalWords } from './approval-words.ts'

const w = approvalWords.why

/** What it is for and when somebody looks at it again; and purpose and the three tests, where somebody wrote them down. */
export const Why = ({ one, zone, now }: { one: Approval; zone: string; now: Date }) => {
  const { rationale } = one
  const missing = rationale === null && needsRationale(one.check.result)
  return (
    <Section heading={w.heading}>
      {rationale ? (
        <Facts strong facts={reasonNames.map((name) => ({ name: w[name], value: rationale[name] }))} />
      ) : (
        <p>{missing ? w.missing : w.none}</p>
      )}
      <Facts
        facts={[
          { name: w.intent, value: w.intents[one.intent] },
          { name: w.again, value: one.reviewAt ? day(one.reviewAt, zone, now) : w.never },
        ]}
      />
    </Section>
  )
}
