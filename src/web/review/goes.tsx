import { dueOn, stepsOf } from '../../review/carrying/steps.ts'
import type { Outcome } from '../../review/outcome.ts'
import { type Loss, lossOf, talkIn } from '../../review/plan/loss.ts'
import { type PlanFacts, planEndpoints } from '../../review/plan/plan.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Section } from '../parts/section.tsx'
import { day, wallDay } from '../say.ts'
import css from './review.module.css'
import { reviewWords as w } from './review-words.ts'

export type Wish = { outcome: Outcome | null; into: string | null; on: string }

const voicesOf = ({ voices }: Loss): string => {
  if (voices.lost.length > 0) return w.voicesGo(voices.whole)
  return voices.going.length === 0 ? w.nobodySigns : w.voicesKept
}

const Figures = ({ facts, id, into }: { facts: PlanFacts; id: string; into: string | null }) => {
  const going = [{ accountId: id, intoAccountId: into }]
  const loss = lossOf(facts.accounts, going, { voicesSign: into !== null }, facts.read)
  const talk = talkIn(facts.accounts, going)
  const { followers } = loss.amounts
  const known = followers.unknown === 0
  const objectives = loss.objectives.map((o) => facts.objectives.find((one) => one.id === o)?.name ?? o)
  const rows: readonly [number | null, string][] = [
    [known ? followers.lost : null, known ? w.followers(loss) : w.unknownFollowers],
    [loss.amounts[talk].lost, talk === 'conversations' ? w.conversations : w.replies],
    [loss.voices.lost.length, voicesOf(loss)],
    [loss.areas.length, w.areas(loss.areas.join(', '))],
    [loss.objectives.length, w.objectivesGo(objectives.join(', '))],
  ]
  return (
    <ul className={css.lost}>
      {rows.map(([n, words]) => (
        <li key={words}>
          <b>{n === null ? '–' : n.toLocaleString('en-GB')}</b>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the force loses if this one account goes, into the one that is chosen or into none. */
export const IfItGoes = ({ id, into }: { id: string; into: string | null }) => {
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  const there = facts.data?.accounts.some((a) => a.id === id)
  if (facts.data && !there) return null
  return (
    <Section
      heading={w.goes}
      more={w.goesNote}
      state={facts.data ? 'loaded' : facts.error ? { failed: facts.error.message } : 'loading'}
    >
      {facts.data && <Figures facts={facts.data} id={id} into={into} />}
    </Section>
  )
}

/** The list that a decision begins, with its days; nothing of it has happened yet. */
export const WhatBegins = ({ kind, wish }: { kind: 'closing' | 'adoption' | null; wish: Wish }) => {
  const zone = useZone()
  if (kind === null || wish.on === '') return null
  const today = wallDay(new Date(), zone)
  return (
    <Section heading={w.begins[kind]} more={w.beginsNote}>
      <ol className={css.begins}>
        {stepsOf(kind, wish.into !== null).map((s) => (
          <li key={s.id}>
            <b>{day(dueOn(s, wish.on, today), zone)}</b>
            {s.what}
          </li>
        ))}
      </ol>
    </Section>
  )
}
