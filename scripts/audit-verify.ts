import { verifyChain } from '../src/audit/audit.queries.ts'
import { readConfig } from '../src/foundation/config.ts'
import { openDatabase } from '../src/foundation/database.ts'

/** `npm run audit:verify`: walks every force's chain and names the first fact that is missing, moved or changed. Exit 1 when one is broken. */
const database = await openDatabase(readConfig())
let broken = 0
for (const { id } of await database.db.selectFrom('force').select('id').orderBy('id').execute()) {
  const seen = await verifyChain(database.db, id)
  console.log(
    seen.whole
      ? `${id}: ${seen.facts} facts, the chain is whole.`
      : `${id}: broken at fact ${seen.brokenAt}. ${seen.words}`,
  )
  if (!seen.whole) broken += 1
}
await database.close()
process.exit(broken > 0 ? 1 : 0)
