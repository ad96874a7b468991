import { sql } from 'kysely'
import type { Db } from '../foundation/database.ts'
import { accountClass } from '../register/account.ts'
import type { Subject } from './criteria.ts'
import { type Earlier, standing } from './decide.commands.ts'
import { keyOf } from './decision.ts'
import { outcome } from './outcome.ts'
import type { Reason } from './recommendation.ts'
import type { ReviewRecord, RoundRecord } from './review.store.ts'
import { reasonWords } from './saying.ts'
import type { Scorecard, Tested } from './scorecard.ts'

export type AccountIn = { id: string; name: string; network: string; handle: string }
type PersonIn = { id: string; name: string; rank: string }

/** Names of the accounts and people that a page speaks of; one that is not known any more by its identifier. */
export type Names = { account(id: string | null): AccountIn | null; person(id: string | null): PersonIn }

export async function namesOf(db: Db, forceId: string): Promise<Names> {
  const of = (table: 'account' | 'person') => db.selectFrom(table).where('force_id', '=', forceId)
  const accounts = await of('account')
    .select(['id', 'name', sql<string>`network`.as('network'), sql<string>`handle`.as('handle')])
    .execute()
  const people = await of('person')
    .select(['id', 'name', sql<string>`rank`.as('rank')])
    .execute()
  const [byAccount, byPerson] = [new Map(accounts.map((a) => [a.id, a])), new Map(people.map((p) => [p.id, p]))]
  return {
    account: (id) => (id === null ? null : (byAccount.get(id) ?? { id, name: id, network: '', handle: '' })),
    person: (id) => byPerson.get(id ?? '') ?? { id: id ?? '', name: '', rank: '' },
  }
}

export const headOf = (r: RoundRecord, names: Names) => ({
  id: r.id,
  name: r.name,
  from: r.from_at.toISOString(),
  until: r.until_at.toISOString(),
  frozenAt: r.frozen_at.toISOString(),
  criteriaVersion: r.criteria_version,
  begunBy: names.person(r.begun_by),
  endedAt: r.ended_at?.toISOString() ?? null,
})

export const roundById = (db: Db, forceId: string, id: string): Promise<RoundRecord | undefined> =>
  db.selectFrom('review_round').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export const aboutOf = (r: ReviewRecord, subject: Subject, names: Names) => ({
  id: r.id,
  key: keyOf(r),
  subject,
  name: r.name,
  handle: r.handle,
  network: r.network,
  class: accountClass.nullable().parse(r.class),
  area: r.area,
  recommendation: r.recommendation,
  recommendedInto: names.account(r.recommended_into),
})

/** The reasons in words, each from the test that it names. */
export const becauseOf = (card: Scorecard, all: readonly Reason[], names: Names): string[] => {
  const tests = new Map<string, Tested>(card.tests.map((t) => [t.criterion, t]))
  return all.map((r) => {
    const test = tests.get(r.criterion)
    return test ? reasonWords(test, (id) => names.account(id)?.name ?? id) : r.criterion
  })
}

export const decisionOf = (e: Earlier, names: Names) => ({
  outcome: outcome.parse(e.outcome),
  into: names.account(e.into),
  on: e.on,
  reason: e.reason,
  whyOther: e.whyOther,
  by: names.person(e.by),
  at: e.at,
})

export const standingOf = (r: ReviewRecord, names: Names) => {
  const [decided] = standing(r)
  return decided ? decisionOf(decided, names) : null
}
