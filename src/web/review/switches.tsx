import { type ReactNode, useState } from 'react'
import { type Going, lossOf, type Switch, switches, talkIn } from '../../review/plan/loss.ts'
import type { PlanFacts } from '../../review/plan/plan.contract.ts'
import { Checkbox } from '../parts/choices.tsx'
import { triedOf } from './fitting.ts'
import css from './plan.module.css'
import { planWords as w } from './plan-words.ts'

/** Single changes that somebody tries out, over a plan that stays as it is. */
export const useTrying = (facts: PlanFacts, going: readonly Going[]) => {
  const [kept, setKept] = useState<readonly string[]>([])
  const [onlyUnused, setOnlyUnused] = useState(false)
  const [voicesSign, setVoicesSign] = useState(true)
  const { accounts } = facts
  const list = switches(accounts, going, { voicesSign })
  const tried = triedOf(accounts, going, list, { kept, onlyUnused })
  const change = (s: Switch, on: boolean): void => {
    if (s.kind === 'voicesSign') setVoicesSign(on)
    else if (s.kind === 'onlyUnused') setOnlyUnused(on)
    else setKept(on ? [...kept, s.accountId] : kept.filter((id) => id !== s.accountId))
  }
  const isOn = (s: Switch): boolean =>
    s.kind === 'voicesSign' ? voicesSign : s.kind === 'onlyUnused' ? onlyUnused : kept.includes(s.accountId)
  return {
    tried,
    loss: lossOf(accounts, tried, { voicesSign }, facts.read),
    talk: talkIn(accounts, going),
    list,
    isOn,
    change,
  }
}

const keyOf = (s: Switch): string => (s.kind === 'keep' ? s.accountId : s.kind)

/** Each change with what it makes of the share that is lost, or of the voices that are kept. */
export const Switches = ({ trying, facts }: { trying: ReturnType<typeof useTrying>; facts: PlanFacts }): ReactNode =>
  trying.list.length > 0 && (
    <ul className={css.switches} aria-label={w.changesIf}>
      {trying.list.map((s) => (
        <li key={keyOf(s)}>
          <Checkbox checked={trying.isOn(s)} onChange={(on) => trying.change(s, on)}>
            {w.switchName(s, facts)}
          </Checkbox>
          <b>{s.kind === 'voicesSign' ? w.kept(s.kept, s.of) : w.becomes(s.before, s.after)}</b>
        </li>
      ))}
    </ul>
  )
