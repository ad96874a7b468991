import { type Commanding, command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { lastCount } from '../measures/counting/when.queries.ts'
import { spanOf } from '../measures/span.ts'
import { may } from '../people/may.ts'
import { criteriaNow } from './criteria.queries.ts'
import {
  criteria,
  criterionIds,
  proposedSettings,
  type Settings,
  settings as settingsShape,
  subjects,
} from './criteria.ts'
import { evidenceOf, type Frozen } from './freeze.queries.ts'
import { type Judged, judged } from './judge.ts'
import { outcomes } from './outcome.ts'
import { reviewRefusals as no } from './review.refusals.ts'
import * as store from './review.store.ts'

/**
 * Begins a round over every account and look-alike: reads the evidence as it was counted last, judges it by the criteria that hold now, and keeps
 * both, so that nothing moves under whoever decides.
 */
export const beginRound = (world: World, actor: Actor, name: string): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'runReview') || actor.personId === null) return refuse(no.mayNotRunReview)
    const { until, at } = await lastCount(c.tx, actor.forceId)
    if (!until || !at) return refuse(no.notCountedYet)
    const span = spanOf('weeks13', until.getTime())
    const all = await evidenceOf(c.tx, actor.forceId, span, c.now)
    if (all.length === 0) return refuse(no.nothingToReview)
    const by = await criteriaNow(c.tx, actor.forceId)
    const [id, from] = [newId(c.now), new Date(span.from)]
    const begun = await store.insertRound(c.tx, {
      force_id: actor.forceId,
      id,
      name,
      from_at: from,
      until_at: until,
      counted_at: at,
      frozen_at: c.now,
      criteria_version: by.version,
      criteria: JSON.stringify(by.settings),
      begun_by: actor.personId,
    })
    if (!begun) return refuse(no.roundOpen)
    const basis = { criteriaVersion: by.version, from: from.toISOString(), until: until.toISOString() }
    const round = judged(all, by.settings, basis)
    await store.insertReviews(
      c,
      id,
      round.map((one, n) => reviewOf(c, one, n + 1)),
    )
    c.record('review.begun', `reviews:${id}`, { criteria: by.version, accounts: all.length, ...counts(round) })
    return ok({ id })
  })

const reviewOf = (c: Commanding, { of, card, recommendation }: Judged<Frozen>, place: number): store.NewReview => ({
  id: newId(c.now),
  place,
  accountId: of.subject === 'lookAlike' ? null : of.id,
  lookAlikeId: of.subject === 'lookAlike' ? of.id : null,
  name: of.name,
  handle: of.handle,
  network: of.network,
  class: of.class,
  area: of.area,
  scorecard: card,
  recommendation: recommendation.outcome,
  recommendedInto: recommendation.into,
  reasons: recommendation.reasons,
})

/** How many of each recommendation. */
const counts = (all: readonly Judged<Frozen>[]): Record<string, number> =>
  Object.fromEntries(outcomes.map((o) => [o, all.filter((j) => j.recommendation.outcome === o).length]))

/** Ends a round. `anyway`: although some accounts are not decided; they keep their recommendation, and nothing becomes of them. */
export const endRound = (
  world: World,
  actor: Actor,
  { round: id, anyway }: { round: string; anyway: boolean },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'runReview') || actor.personId === null) return refuse(no.mayNotRunReview)
    const round = await store.lockRound(c.tx, actor.forceId, id)
    if (!round) return refuse(no.noRound)
    if (round.ended_at) return refuse(no.roundEnded)
    const { undecided, looks } = await store.openIn(c.tx, round)
    if (looks > 0) return refuse(no.secondLookWaits)
    if (undecided > 0 && !anyway)
      return refuse(no.stillUndecided, { undecided }, `${undecided} not decided yet. Nothing was changed.`)
    await store.endRoundRow(c.tx, round, actor.personId, c.now)
    c.record('review.ended', `reviews:${id}`, { undecided })
    return ok({ id })
  })

type Change = { version: number; settings: Settings; why: string }

/** Writes the next version of the criteria. Rounds that have begun keep theirs. `version`: the one that was read. */
export const changeCriteria = (
  world: World,
  actor: Actor,
  { version, settings, why }: Change,
): Promise<Outcome<{ version: number }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'changeCriteria') || actor.personId === null) return refuse(no.mayNotChangeCriteria)
    const tidy = tidied(settings)
    if (!subjects.every((s) => criterionIds.some((id) => tidy[id].used && criteria[id].of.includes(s))))
      return refuse(no.noneUsed)
    if ((await criteriaNow(c.tx, actor.forceId)).version !== version) return refuse(no.criteriaMeanwhile)
    const row = { version: version + 1, criteria: JSON.stringify(tidy), why, by_id: actor.personId, at: c.now }
    if (!(await store.insertCriteria(c.tx, { force_id: actor.forceId, ...row }))) return refuse(no.criteriaMeanwhile)
    c.record('review.criteriaChanged', `reviews:${actor.forceId}`, { version: version + 1 })
    return ok({ version: version + 1 })
  })

/** Only silence knows a second line; a changed line is the force's own unless it says otherwise. */
const tidied = (given: Settings): Settings =>
  settingsShape.parse(
    Object.fromEntries(
      criterionIds.map((id) => [id, { ...given[id], grave: proposedSettings[id].grave && given[id].grave }]),
    ),
  )
