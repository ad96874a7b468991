import { betweenEndpoints } from '../../../measures/between/between.contract.ts'
import type { SpanName } from '../../../measures/span.ts'
import { classLabels } from '../../../register/account.ts'
import { addressWith, useRead } from '../../call.ts'
import { FileLink } from '../../parts/button.tsx'
import { Empty, Section } from '../../parts/section.tsx'
import { measuresWords } from '../measures-words.ts'
import { KindPanels, KindTable } from './kinds.tsx'
import { variationHeading, variationWords as w } from './variation-words.ts'

type Of = { measure: string; span: Exclude<SpanName, 'before'> }
/** Read only where somebody may compare: each reading is kept by the forces that are read. */
export const useForces = (of: Of, enabled: boolean) => useRead(betweenEndpoints.forces, of, { enabled })
type ForcesRead = ReturnType<typeof useForces>

/** What an inspector's page found. */
export const forcesHeading = ({ data }: ForcesRead): string => {
  if (!data) return measuresWords.reading
  if (data.forces.length === 0) return w.forcesHeading
  return variationHeading(data.measure, true, [data.whole], { one: 'force', where: () => 'between them' })
}

/** For an inspector: how the forces that let themselves be compared differ, all together and class by class. */
export const BetweenForces = ({ read, measure, span }: { read: ForcesRead } & Of) => {
  const data = read.data
  if (!data) return <Section heading={w.forces} state={read.isError ? { failed: read.error.message } : 'loading'} />
  const names = new Map(data.forces.map((f) => [f.id, f.name]))
  const nameOf = (id: string) => names.get(id)
  const kinds = [
    { name: w.forcesAll, variation: data.whole },
    ...data.classes.map((c) => ({ name: classLabels[c.class], variation: c.variation })),
  ]
  return (
    <Section
      heading={w.forces}
      more={
        <FileLink small href={addressWith(betweenEndpoints.forcesFile, { measure, span })}>
          {measuresWords.csv}
        </FileLink>
      }
    >
      {data.forces.length === 0 ? (
        <Empty>{w.noForces}</Empty>
      ) : (
        <>
          <KindPanels m={data.measure} kinds={kinds} one="force" nameOf={nameOf} />
          <p className="small second">{w.few}</p>
          <KindTable m={data.measure} kinds={kinds} head={w.force} caption={w.forces} nameOf={nameOf} />
        </>
      )}
    </Section>
  )
}
