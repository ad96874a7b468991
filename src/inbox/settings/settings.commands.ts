import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { dueAnew } from '../conversation.store.ts'
import { aimKinds, deskAims, ordinaryAims, readAims } from '../desk.ts'
import { needsPerson } from '../triage/category.ts'
import { allOf, type DangerWords, readDangerWords, saysNothing } from '../triage/own-words.ts'
import type { CategoryAims } from './settings.contract.ts'
import { aimsOf } from './settings.queries.ts'
import { settingsRefusals as no } from './settings.refusals.ts'
import { keepChange, lockDesk, saveDesk } from './settings.store.ts'

const kinds = [...aimKinds, 'always'] as const

/** Sets the aims of one category. What is as we propose is not kept, so that it follows when the proposal changes. */
export const changeAims = (world: World, actor: Actor, input: CategoryAims): Promise<Outcome<CategoryAims>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeDesk)
    const { category, ...asked } = input
    const row = await lockDesk(c.tx, actor.forceId)
    const before = aimsOf(readAims(row?.aims), category)
    const after = { ...asked, always: asked.always || needsPerson(category) }
    if (kinds.every((kind) => before[kind] === after[kind])) return ok({ category, ...after })
    const kept = deskAims.catch(deskAims.parse({})).parse(row?.aims ?? {})
    const own = (kind: (typeof kinds)[number]) => {
      const { [category]: _, ...others } = kept[kind]
      return after[kind] === ordinaryAims[kind][category] ? others : { ...others, [category]: after[kind] }
    }
    const aims = Object.fromEntries(kinds.map((kind) => [kind, own(kind)]))
    await saveDesk(c, { aims: JSON.stringify(aims) })
    await keepChange(c, { what: 'aims', category, before, after })
    await dueAnew(c)
    c.record('desk.aimsChanged', `desk:${actor.forceId}`, { category, before, after })
    return ok({ category, ...after })
  })

const once = (words: readonly string[]): string[] => [
  ...new Map(words.map((word) => [word.toLowerCase(), word])).values(),
]

/** Sets the words of danger. They count for what is heard from now on; what was heard before stands as it was weighed. */
export const changeDangerWords = (world: World, actor: Actor, input: DangerWords): Promise<Outcome<DangerWords>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeDesk)
    const words = { en: once(input.en), cy: once(input.cy) }
    const common = allOf(words).filter(saysNothing)
    if (common.length > 0) return refuse(no.saysNothing, { words: common })
    const before = allOf(readDangerWords((await lockDesk(c.tx, actor.forceId))?.danger_words))
    const after = allOf(words)
    const added = after.filter((word) => !before.includes(word))
    const removed = before.filter((word) => !after.includes(word))
    if (added.length + removed.length === 0) return ok(words)
    await saveDesk(c, { danger_words: JSON.stringify(words) })
    await keepChange(c, { what: 'dangerWords', added, removed })
    c.record('desk.dangerWordsChanged', `desk:${actor.forceId}`, { added: added.length, removed: removed.length })
    return ok(words)
  })
