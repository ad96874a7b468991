import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learn, read, tableText } from '../src/inbox/triage/labelled/learn.testbed.ts'
import { tuning } from '../src/inbox/triage/labelled/labelled.testbed.ts'

/** Writes the learned weights of triage anew, from the messages that may be tuned on and from no others. */
const file = join(import.meta.dirname, '..', 'src', 'inbox', 'triage', 'learned.json')
writeFileSync(file, tableText(learn(tuning.map(read))))
console.log(`${tuning.length} messages read, ${file} written`)
