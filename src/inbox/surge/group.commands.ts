import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { isRestricted } from '../conversation.ts'
import { groupKeys, likeness, shinglesOf } from '../triage/fingerprint.ts'
import { alikeFrom, saysTheSame } from './batch.ts'
import { groupsWith, keepLot, lockSurge, type NewGroup, type SurgeRow, ungrouped, waitingIn } from './surge.store.ts'

/** So many conversations in one transaction. */
const atOnce = 500
/** In one run of the job; the next one follows soon. */
const lotsInRun = 20

/** Puts what has reached us since into groups that say nearly the same, for every surge whose mode is on. Safe in several processes at once. */
export async function groupSurges(world: World): Promise<void> {
  const on = await world.db
    .selectFrom('surge')
    .selectAll()
    .where('mode_at', 'is not', null)
    .where('mode_ended_at', 'is', null)
    .execute()
  for (const surge of on)
    for (let done = 0; done < lotsInRun; done += 1) if ((await groupLot(world, surge)) < atOnce) break
}

type Known = { id: string; language: 'en' | 'cy'; shingles: ReadonlySet<string> }

/** Groups of one lot, found by key: in memory, so that a lot costs a handful of statements however many messages it has. */
function index() {
  const byKey = new Map<string, Known[]>()
  return {
    add(group: Known, keys: readonly string[]) {
      for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), group])
    },
    /** The most alike, when it is alike enough; sharing a key alone says little. */
    best(language: string, shingles: ReadonlySet<string>, keys: readonly string[]): Known | null {
      let [found, most]: [Known | null, number] = [null, alikeFrom]
      for (const group of new Set(keys.flatMap((key) => byKey.get(key) ?? []))) {
        if (group.language !== language) continue
        const alike = likeness(group.shingles, shingles)
        if (alike >= most) [found, most] = [group, alike]
      }
      return found
    },
  }
}

type Rows = Awaited<ReturnType<typeof ungrouped>>
type Text = Pick<Rows[number], 'id' | 'kind' | 'language'> & {
  text: string
  keys: readonly string[]
  shingles: ReadonlySet<string>
}

/** What each of these says, where it can be put together with others: no picture, and nothing different said before. */
async function textsOf(c: Commanding, rows: Rows): Promise<Text[]> {
  // What may be danger is put together as everything else, and marked: a rumour of danger is mostly this. Words of intelligence stand nowhere else.
  const open = rows.filter((r) => !isRestricted(r.category))
  const waiting = await waitingIn(
    c.tx,
    c.actor.forceId,
    open.map((r) => r.id),
  )
  return open.flatMap(({ id, kind, language }) => {
    const said = waiting.get(id) ?? []
    const text = said.at(-1)?.text ?? ''
    const alone = said.some((m) => m.pictures > 0) || (said.length > 1 && !saysTheSame(text, said))
    const keys = alone ? [] : groupKeys(text)
    return keys.length === 0 ? [] : [{ id, kind, language, text, keys, shingles: shinglesOf(text) }]
  })
}

/** Each into the group most like it, or into a new one that begins with it. */
function gathered(surge: SurgeRow, texts: readonly Text[], known: ReturnType<typeof index>, now: Date) {
  const made: NewGroup[] = []
  const members: { group: string; conversation: string }[] = []
  // Said in private, it joins what is said in public and begins nothing: a group is shown with words of its own.
  const publicFirst = [...texts].sort((a, b) => Number(a.kind === 'direct') - Number(b.kind === 'direct'))
  for (const { id: conversation, kind, language, text, keys, shingles } of publicFirst) {
    let group = known.best(language, shingles, keys)
    if (!group && kind !== 'direct') {
      group = { id: newId(now), language, shingles }
      made.push({ force_id: surge.force_id, id: group.id, surge_id: surge.id, keys: [...keys], sample: text, language })
      known.add(group, keys)
    }
    if (group) members.push({ group: group.id, conversation })
  }
  return { made, members }
}

/** Returns how many conversations were looked at. */
async function groupLot(world: World, { force_id, id }: SurgeRow): Promise<number> {
  const done = await command(world, { forceId: force_id, personId: null, roles: [] }, async (c) => {
    // Whoever has the surge groups; the others have nothing to do.
    const surge = await lockSurge(c.tx, force_id, id)
    if (!surge || surge.mode_at === null || surge.mode_ended_at !== null) return ok(0)
    const rows = await ungrouped(c, surge, atOnce)
    if (rows.length === 0) return ok(0)
    const texts = await textsOf(c, rows)
    const known = index()
    for (const g of await groupsWith(c.tx, surge, [...new Set(texts.flatMap((t) => t.keys))]))
      known.add({ id: g.id, language: g.language, shingles: shinglesOf(g.sample) }, g.keys)
    const { made, members } = gathered(surge, texts, known, c.now)
    await keepLot(
      c,
      surge,
      made,
      members,
      rows.map((r) => r.id),
    )
    c.record('surge.grouped', `surge:${surge.id}`, { looked: rows.length, groups: made.length })
    return ok(rows.length)
  })
  return done.ok ? done.value : 0
}
