import { ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { accountClasses } from '../../register/account.ts'
import { lastCount } from '../counting/when.queries.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { measures } from '../measures.ts'
import type { SpanName } from '../span.ts'
import { variationOf } from './vary.ts'

/** Dormant or not is no figure that can vary, and what is not measured does not. */
const varying = measures.map((m) => m.definition).filter((d) => d.id !== 'M03' && d.version > 0)
export const varyingOf = (id: string) => varying.find((d) => d.id === id)
export const varyingChoices = varying.map(({ id, name }) => ({ id, name }))

/** One measure over the accounts of a force, class by class, as it was counted last. */
export async function variation({ db }: World, actor: Actor, id: string, span: SpanName) {
  const d = varyingOf(id)
  if (!d) return refuse(r.noMeasure)
  const { forceId } = actor
  const rows = await db
    .selectFrom('measured as m')
    .innerJoin('account as a', (j) => j.onRef('a.force_id', '=', 'm.force_id').onRef('a.id', '=', 'm.account_id'))
    .select(['a.id', 'a.name', 'a.handle', 'a.network', 'a.class', 'm.figure', 'm.top', 'm.of_count as of'])
    .where('m.force_id', '=', forceId)
    .where('m.span', '=', span)
    .where('m.measure', '=', id)
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return ok({
    measure: { id: d.id, name: d.name, unit: d.unit, asks: d.asks },
    measures: varyingChoices,
    until: (await lastCount(db, forceId)).until?.toISOString() ?? null,
    accounts: rows.map(({ id: account, name, handle, network, class: of }) => ({
      id: account,
      name,
      handle,
      network,
      class: of,
    })),
    classes: accountClasses.flatMap((of) => {
      const figures = rows.filter((row) => row.class === of)
      return figures.length === 0 ? [] : [{ class: of, variation: variationOf(d, figures) }]
    }),
    mayCompare: may(actor, 'compareForces'),
    mayLetCompare: may(actor, 'letInspectorsCompare'),
  })
}
