import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { changeAims, changeDangerWords } from './settings.commands.ts'
import { changeAimsEndpoint, changeDangerWordsEndpoint, deskSettings } from './settings.contract.ts'
import { settingsFor } from './settings.queries.ts'

export const settingsRoutes: readonly Route[] = [
  route(deskSettings, async ({ world, actor }) => ok(await settingsFor(world.db, actor))),
  route(changeAimsEndpoint, ({ world, actor }, input) => changeAims(world, actor, input)),
  route(changeDangerWordsEndpoint, ({ world, actor }, input) => changeDangerWords(world, actor, input)),
]
