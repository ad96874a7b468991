import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Category, categories } from '../src/inbox/triage/category.ts'
import { evidenceIn } from '../src/inbox/triage/evidence.ts'
import { byWriter, type Labelled, taught, tuning } from '../src/inbox/triage/labelled/labelled.testbed.ts'
import { learn, read, tableText } from '../src/inbox/triage/labelled/learn.testbed.ts'
import { scoresOf } from '../src/inbox/triage/labelled/scores.ts'
import { dangerIn, oddsOf } from '../src/inbox/triage/learned.ts'
import { DANGER, LOOK } from '../src/inbox/triage/suggest.ts'

/**
 * Writes the learned weights of triage anew, from the messages that may be tuned on and from no others, and tells what to expect: each
 * writer's messages judged by what the other writers' taught. Who wrote concepts or `taught` had read some of them, so expect less of new ones.
 */
const file = join(import.meta.dirname, '..', 'src', 'inbox', 'triage', 'learned.json')

type Judged = { is: Category; said: Category; danger: number }

function judgedByOthers(own: readonly Labelled[]): Judged[] {
  const others = byWriter.filter((one) => one !== own).flat()
  const learned = learn([...others, ...taught].map(read))
  return own.map(({ text, kind, category }) => {
    const { sentences } = evidenceIn(text)
    const danger = dangerIn(learned, sentences, kind).score
    const odds = oddsOf(learned, sentences, kind)
    const [best = 'comment'] = categories
      .slice(1)
      .sort((a, b) => (odds[categories.indexOf(b)] ?? 0) - (odds[categories.indexOf(a)] ?? 0))
    return { is: category, said: danger >= DANGER ? 'threatOrVulnerable' : best, danger }
  })
}

function tell(name: string, judged: readonly Judged[]): void {
  const dangers = judged.filter(({ is }) => is === 'threatOrVulnerable')
  const others = judged.filter(({ is }) => is !== 'threatOrVulnerable')
  const from = (those: readonly Judged[], least: number): string =>
    (those.filter(({ danger }) => danger >= least).length / those.length).toFixed(3)
  const at = (least: number): string => `${from(dangers, least)} of dangers and ${from(others, least)} of others`
  console.log(
    `${name}: called a danger ${at(DANGER)}; looked at first or called ${at(LOOK)}; macro-F1 ${scoresOf(judged).macroF1.toFixed(3)}`,
  )
}

writeFileSync(file, tableText(learn(tuning.map(read))))
console.log(`${tuning.length} messages read, ${file} written`)
const judged = byWriter.map(judgedByOthers)
for (const [at, those] of judged.entries()) tell(`writer ${at + 1}`, those)
tell('all', judged.flat())
