import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Category, categories } from '../src/inbox/triage/category.ts'
import { evidenceIn } from '../src/inbox/triage/evidence.ts'
import { byWriter, type Labelled, tuning } from '../src/inbox/triage/labelled/labelled.testbed.ts'
import { learn, read, tableText } from '../src/inbox/triage/labelled/learn.testbed.ts'
import { scoresOf } from '../src/inbox/triage/labelled/scores.ts'
import { categoriesOf, dangerIn } from '../src/inbox/triage/learned.ts'
import { DANGER, THREAT } from '../src/inbox/triage/suggest.ts'

/**
 * Writes the learned weights of triage anew, from the messages that may be tuned on and from no others, and tells what to expect: each
 * writer's messages judged by what the other writers' taught. Whoever wrote the concepts had read them all, so expect less of new ones.
 */
const file = join(import.meta.dirname, '..', 'src', 'inbox', 'triage', 'learned.json')

function judgedByOthers(): { message: Labelled; danger: number; said: Category }[] {
  return byWriter.flatMap((own) => {
    const learned = learn(
      byWriter
        .filter((other) => other !== own)
        .flat()
        .map(read),
    )
    return own.map((message) => {
      const { sentences } = evidenceIn(message.text)
      const danger = dangerIn(learned, sentences, message.kind).score
      const scores = categoriesOf(learned, sentences, message.kind)
      const other = categories
        .slice(1)
        .reduce((best, one) => ((scores.get(one) ?? 0) > (scores.get(best) ?? 0) ? one : best), 'comment')
      return { message, danger, said: danger >= THREAT ? ('threatOrVulnerable' as const) : other }
    })
  })
}

writeFileSync(file, tableText(learn(tuning.map(read))))
console.log(`${tuning.length} messages read, ${file} written`)
const judged = judgedByOthers()
for (const [name, begins] of [
  ['all', /^/],
  ['tune', /^m/],
  ['fresh', /^f/],
  ['blind-a', /^a/],
  ['blind-b', /^b/],
] as const) {
  const those = judged.filter(({ message }) => begins.test(message.id))
  const dangers = those.filter(({ message }) => message.category === 'threatOrVulnerable')
  const others = those.filter(({ message }) => message.category !== 'threatOrVulnerable')
  const flagged = (some: typeof judged): string =>
    `${some.filter(({ danger }) => danger >= DANGER).length} of ${some.length}`
  const { macroF1, perClass } = scoresOf(those.map(({ message, said }) => ({ is: message.category, said })))
  console.log(`${name}: dangers ${flagged(dangers)}, false alarms ${flagged(others)}, macro-F1 ${macroF1.toFixed(3)}`)
  if (name === 'all')
    for (const [category, { precision, recall, f1 }] of Object.entries(perClass))
      console.log(`  ${category} ${precision.toFixed(3)} ${recall.toFixed(3)} ${f1.toFixed(3)}`)
}
