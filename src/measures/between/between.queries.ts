import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { said } from '../../posting/facts.ts'
import type { AccountClass } from '../../register/account.ts'
import { lastCount } from '../counting/when.queries.ts'
import type { Definition } from '../measure.ts'
import type { SpanName } from '../span.ts'
import { classesShown, isWholeShown } from './few.ts'

/** Who may compare the figures of this force, and who might. */
export async function consentsOf({ db, clock }: World, actor: Actor) {
  const { forceId } = actor
  const rows = await db
    .selectFrom('compare_consent as c')
    .innerJoin('force as i', 'i.id', 'c.inspectorate_id')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'c.force_id').onRef('p.id', '=', 'c.given_by'))
    .leftJoin('person as e', (j) => j.onRef('e.force_id', '=', 'c.force_id').onRef('e.id', '=', 'c.ended_by'))
    .select(['c.id', 'i.name as inspectorate', 'c.from_at', 'c.until_at', 'c.ended_at'])
    .select(['p.name', 'p.rank', 'e.name as ended_name', 'e.rank as ended_rank'])
    .where('c.force_id', '=', forceId)
    .orderBy('c.given_at', 'desc')
    .execute()
  const inspectorates = await db
    .selectFrom('force')
    .select(['id', 'name'])
    .where('kind', '=', 'inspectorate')
    .orderBy('name')
    .execute()
  const ended = (c: (typeof rows)[number]) => c.ended_at ?? (c.until_at <= clock.now() ? c.until_at : null)
  return {
    consents: rows.map((c) => ({
      id: c.id,
      inspectorate: c.inspectorate,
      from: c.from_at.toISOString(),
      until: c.until_at.toISOString(),
      by: said(c),
      endedAt: ended(c)?.toISOString() ?? null,
      endedBy: c.ended_name === null ? null : said({ rank: c.ended_rank ?? '', name: c.ended_name }),
    })),
    inspectorates,
    mayLet: may(actor, 'letInspectorsCompare'),
  }
}

export type FiguresOfForce = {
  until: string | null
  whole: { figure: number; top: number; of: number } | null
  classes: { class: AccountClass; figure: number; top: number; of: number }[]
}

/** The figures of one force and of its classes, as far as they cannot tell which account they are of. */
export async function figuresOfForce(db: Db, forceId: string, d: Definition, span: SpanName): Promise<FiguresOfForce> {
  const whole = await db
    .selectFrom('measured')
    .select(['figure', 'top', 'of_count as of'])
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .where('measure', '=', d.id)
    .where('account_id', '=', '')
    .executeTakeFirst()
  const classes = await db
    .selectFrom('measured_class')
    .select(['class', 'middle', 'top', 'of_count as of', 'accounts'])
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .where('measure', '=', d.id)
    .execute()
  const shares = d.together === 'sum' && d.unit === 'share'
  return {
    until: (await lastCount(db, forceId)).until?.toISOString() ?? null,
    whole: whole && isWholeShown(classes) ? whole : null,
    classes: classesShown(classes).map(({ class: of, top, of: all, middle, accounts }) =>
      shares
        ? { class: of, figure: all === 0 ? 0 : top / all, top, of: all }
        : { class: of, figure: middle, top: middle, of: accounts },
    ),
  }
}
