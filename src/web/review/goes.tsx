import type { ReactNode } from 'react'
import { duesOf } from '../../review/carrying/steps.ts'
import { freeFrom } from '../../review/decision.ts'
import type { Outcome } from '../../review/outcome.ts'
import { type Loss, lossOf, talkIn } from '../../review/plan/loss.ts'
import { type PlanFacts, planEndpoints } from '../../review/plan/plan.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Section } from '../parts/section.tsx'
import { day, wallDay } from '../say.ts'
import { AmountLink } from './amount-link.tsx'
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
  const account = facts.accounts.find((a) => a.id === id)
  const objectives = loss.objectives.map((o) => facts.objectives.find((one) => one.id === o)?.name ?? o)
  const rows: readonly [ReactNode, string][] = account
    ? [
        [
          <AmountLink key="followers" amount="followers" of={account} />,
          account.followers === null ? w.unknownFollowers : w.followers(loss),
        ],
        [<AmountLink key="talk" amount={talk} of={account} />, w.saidThere[talk](account[talk] !== null)],
        [loss.voices.lost.length, voicesOf(loss)],
        [loss.areas.length, w.areas(loss.areas.join(', '))],
        [loss.objectives.length, w.objectivesGo(objectives.join(', '))],
      ]
    : []
  return (
    <ul className={css.lost}>
      {rows.map(([figure, words]) => (
        <li key={words}>
          <b>{figure}</b>
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
  const now = new Date()
  // As the list will have it: nobody closes an account while its people may still ask for a second look.
  const notBefore = kind === 'closing' ? freeFrom(now, zone) : null
  const list = { joins: wish.into !== null, on: wish.on, notBefore, begunOn: wallDay(now, zone) }
  return (
    <Section heading={w.begins[kind]} more={w.beginsNote}>
      <ol className={css.begins}>
        {duesOf(kind, list).map((s) => (
          <li key={s.id}>
            <b>{day(s.dueOn, zone)}</b>
            {s.what}
          </li>
        ))}
      </ol>
      {notBefore !== null && notBefore > wish.on && <p className={css.foot}>{w.closesFrom(day(notBefore, zone))}</p>}
    </Section>
  )
}
