import { listPeople } from '../../people/people.contract.ts'
import { familyNameOf } from '../../people/person.ts'
import type { AccountClass } from '../../register/account.ts'
import { handleFindings, tidyHandle } from '../../register/naming.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { ConventionFindings } from './convention-findings.tsx'

export const useConvention = () => useRead(registerEndpoints.readConvention, {}, { topic: 'account' }).data?.convention

type Named = { handle: string; class: AccountClass | null; area: string }

/** What the convention says of a handle, while it is typed. */
export const NameFindings = ({ named, onUse }: { named: Named; onUse: (handle: string) => void }) => {
  const convention = useConvention()
  const people = useRead(listPeople, {}, { also: ['person'] })
  if (!convention) return null
  const findings = handleFindings({
    handle: named.handle,
    class: named.class ?? 'specialist',
    area: named.area.trim() || null,
    familyNames: (people.data?.people ?? []).map((p) => familyNameOf(p.name)),
    convention: convention.naming,
  })
  return (
    <ConventionFindings
      text={tidyHandle(named.handle)}
      findings={findings}
      take={(f) => f.wording !== null && onUse(f.wording)}
    />
  )
}
