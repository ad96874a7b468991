import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { addLine, beginLines, changeLine, endLine } from './lines.commands.ts'
import * as contract from './lines.contract.ts'
import { allLines, conversationLines, historyOf } from './lines.queries.ts'

const instant = (given: string | null) => (given === null ? null : new Date(given))

/** Lines ready to use. */
export const linesRoutes: readonly Route[] = [
  route(contract.listLines, async ({ world, actor, now }, { which }) =>
    ok(await allLines(world.db, actor, now, which)),
  ),
  route(contract.linesForConversation, ({ world, actor, now }, input) =>
    conversationLines(world.db, actor, now, input),
  ),
  route(contract.lineHistory, ({ world, actor }, { id }) => historyOf(world.db, actor, id)),
  route(contract.addLineEndpoint, ({ world, actor }, input) =>
    addLine(world, actor, { ...input, expiresAt: instant(input.expiresAt) }),
  ),
  route(contract.changeLineEndpoint, ({ world, actor }, { id, ...given }) =>
    changeLine(world, actor, id, { ...given, expiresAt: instant(given.expiresAt) }),
  ),
  route(contract.endLineEndpoint, ({ world, actor }, { id }) => endLine(world, actor, id)),
  route(contract.beginLinesEndpoint, ({ world, actor }, { ownerOfficeId }) => beginLines(world, actor, ownerOfficeId)),
]
