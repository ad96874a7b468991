import { type Amount, amountWords, isTold, type Loss } from '../../review/plan/loss.ts'
import type { PlanFacts } from '../../review/plan/plan.contract.ts'
import { useZone } from '../frame/facts.ts'
import { DataTable } from '../parts/data-table.tsx'
import css from './plan.module.css'
import { chartWords, lossSentence, lostWords, shareWords, shownAmounts, planWords as w } from './plan-words.ts'

type Talk = 'conversations' | 'replies'
export type LossProps = { loss: Loss; facts: PlanFacts; talk: Talk }

/** Where the axis ends, and its marks, in hundredths: the shortest on which the longest bar fits. */
const axes: readonly (readonly number[])[] = [
  [0, 5, 10],
  [0, 10, 20],
  [0, 20, 40],
  [0, 20, 40, 60],
  [0, 20, 40, 60, 80],
  [0, 25, 50, 75, 100],
]
const whole = [0, 25, 50, 75, 100] as const
const axisFor = (share: number): readonly number[] => axes.find((marks) => (marks.at(-1) ?? 0) >= share * 100) ?? whole

/** The answer in one sentence, with both figures. */
export const LossSentence = ({ loss, talk }: Pick<LossProps, 'loss' | 'talk'>) => {
  if (loss.accounts === 0) return <p className={css.say}>{w.nothing}</p>
  const { begins, followers, joins, said } = lossSentence(loss, talk)
  return (
    <p className={css.say}>
      {begins} <b>{followers}</b> of followers {joins} <b className={css.talk}>{said}</b> of {w.talk[talk]}.
    </p>
  )
}

const Bar = ({ amount, loss, talk, marks }: { amount: Amount; loss: Loss; talk: Talk; marks: readonly number[] }) => {
  const { share } = loss.amounts[amount]
  const most = marks.at(-1) ?? 100
  return (
    <>
      <span className={css.what} data-first={amount === 'followers' || amount === talk || undefined}>
        {amountWords[amount]}
      </span>
      <div className={css.track}>
        {marks.slice(1).map((mark) => (
          <span key={mark} className={css.tick} style={{ left: `${(mark / most) * 100}%` }} />
        ))}
        <span
          className={css.bar}
          data-tone={amount === talk ? 'talk' : amount === 'reshares' ? 'mute' : undefined}
          style={{ width: `${((share ?? 0) * 10_000) / most}%` }}
        />
        <span className={css.value}>{lostWords(loss.amounts[amount])}</span>
      </div>
    </>
  )
}

/** How much of the whole force would go: bars from zero, said in words for who does not see them, and as a table. */
export const LossBars = ({ loss, talk }: Pick<LossProps, 'loss' | 'talk'>) => {
  const shown = shownAmounts(loss)
  const marks = axisFor(Math.max(0, ...shown.map((a) => loss.amounts[a].share ?? 0)))
  const most = marks.at(-1) ?? 100
  return (
    <>
      <div role="img" aria-label={chartWords(loss, shown)}>
        <div className={css.bars} aria-hidden="true">
          {shown.map((amount) => (
            <Bar key={amount} amount={amount} loss={loss} talk={talk} marks={marks} />
          ))}
          <span className={css.axisName} />
          <div className={css.axis}>
            {marks.map((mark) => (
              <span key={mark} style={{ left: `${(mark / most) * 100}%` }}>
                {mark}%
              </span>
            ))}
          </div>
        </div>
      </div>
      <details className={css.details}>
        <summary>{w.figures}</summary>
        <DataTable
          caption={chartWords(loss, shown)}
          rows={shown}
          keyOf={(a) => a}
          middle
          columns={[
            { id: 'what', head: w.tableHead.what, names: true, cell: (a) => amountWords[a] },
            {
              id: 'lost',
              head: w.tableHead.lost,
              number: true,
              cell: (a) => (isTold(loss, a) ? loss.amounts[a].lost.toLocaleString('en-GB') : shareWords(null)),
            },
            {
              id: 'whole',
              head: w.tableHead.whole,
              number: true,
              cell: (a) => loss.amounts[a].whole.toLocaleString('en-GB'),
            },
            { id: 'share', head: w.tableHead.share, number: true, cell: (a) => shareWords(loss.amounts[a].share) },
            { id: 'unknown', head: w.tableHead.unknown, number: true, cell: (a) => loss.amounts[a].unknown },
          ]}
        />
      </details>
    </>
  )
}

/** What no bar can show: whom nobody else reaches, who falls silent, and what nobody speaks for any more. */
export const AlsoLost = ({ loss, facts }: Pick<LossProps, 'loss' | 'facts'>) => {
  const zone = useZone()
  return (
    <ul className={css.also} aria-label={w.also}>
      <li>
        {w.onlyThese(loss)}
        <small>{loss.exactly ? w.countedOnly(loss.exactly, zone) : w.estimate}</small>
      </li>
      <li>
        {w.voices(loss)}
        {loss.voices.lost.length > 0 && <small>{w.voicesLost(loss, facts)}</small>}
      </li>
      <li>{w.areas(loss)}</li>
      <li>{w.objectives(loss, facts)}</li>
      {loss.leaving > 0 && <li>{w.leaving(loss.leaving)}</li>}
      {loss.amounts.conversations.unknown > 0 && loss.amounts.conversations.whole > 0 && (
        <li>{w.unheard(loss.amounts.conversations.unknown)}</li>
      )}
    </ul>
  )
}
