import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { dayMs, type Followed, type Moderated, nothingKnown, type Released, type Rumour, type Talk } from '../book.ts'
import { type Row, readItems } from '../item.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { claimCount, freeCount, replaceFigures } from '../measures.store.ts'
import { type Measured, type Surroundings, surroundingsOf } from './accounts.queries.ts'
import { alikeOf } from './alike.client.ts'
import { moderatedBy, releasedBy, rumoursBy, talksBy } from './desk.queries.ts'
import { followedBy } from './followed.queries.ts'
import { countingForce } from './force.ts'
import { postsByAccount, publishedBy } from './published.queries.ts'
import { archiveMark } from './when.queries.ts'

/** So many posts are read at a time: their words are all that is in memory of a force. */
const portion = 20_000
/** What a desk holds is counted for a year, and for the thirteen weeks before those. */
const deskDays = 400

export type Counted = { posts: number; accounts: number; nearMs: number; ms: number }

/**
 * Counts every measure of every account of a force, up to an instant (excluded), and puts the figures in place of those before; whoever counts
 * the force already makes this one refuse.
 */
export async function countForce(world: World, actor: Actor, until: Date): Promise<Outcome<Counted>> {
  if (!may(actor, 'countMeasures')) return refuse(r.mayNotCount)
  const token = newId(world.clock.now())
  if (!(await claimCount(world, actor.forceId, token))) return refuse(r.beingCounted)
  try {
    return await counted(world, actor, until)
  } finally {
    await freeCount(world, actor.forceId, token)
  }
}

async function counted(world: World, actor: Actor, until: Date): Promise<Outcome<Counted>> {
  const { db } = world
  const { forceId } = actor
  const begun = performance.now()
  const mark = await archiveMark(db, forceId)
  const around = await surroundingsOf(db, forceId, world.clock.now())
  const desk = await deskOf(world, forceId, around, until)
  const sizes = await postsByAccount(db, forceId)
  const counting = countingForce(until.getTime())
  let posts = 0
  for await (const [accounts, rows] of read(world, forceId, portions(around.accounts, sizes), until)) {
    for (const measured of accounts) {
      const own = rows.get(measured.account.id) ?? []
      posts += own.length
      counting.add(bookOf(measured, own, around, desk))
    }
  }
  const compared = performance.now()
  const alike = await alikeOf(counting.posts.done())
  const figures = counting.done(alike)
  const nearMs = performance.now() - compared
  const accounts = around.accounts.length
  const saved = await command(world, actor, async (c) => {
    await replaceFigures(c, { until, posts, accounts, mark }, figures)
    c.record('measures.counted', `measures:${forceId}`, { until: until.toISOString(), posts, accounts })
    return ok({})
  })
  return saved.ok ? ok({ posts, accounts, nearMs, ms: performance.now() - begun }) : saved
}

/** While one portion is counted the next is being read. */
async function* read(
  world: World,
  forceId: string,
  parts: readonly (readonly Measured[])[],
  until: Date,
): AsyncGenerator<[readonly Measured[], Map<string, Row[]>]> {
  const rowsOf = (part: readonly Measured[]) =>
    publishedBy(
      world.db,
      forceId,
      part.map((m) => m.account.id),
      until,
    )
  let coming = parts[0] ? rowsOf(parts[0]) : null
  for (const [n, part] of parts.entries()) {
    const rows = await coming
    const after = parts[n + 1]
    coming = after ? rowsOf(after) : null
    coming?.catch(() => {}) // it is awaited in its turn, and its fault is told then
    if (rows) yield [part, rows]
  }
}

function portions(accounts: readonly Measured[], sizes: ReadonlyMap<string, number>): Measured[][] {
  const parts: Measured[][] = []
  let room = 0
  for (const measured of accounts) {
    const size = sizes.get(measured.account.id) ?? 0
    const part = parts.at(-1)
    if (part && size <= room) part.push(measured)
    else {
      parts.push([measured])
      room = portion
    }
    room -= size
  }
  return parts
}

type Desk = {
  talks: ReadonlyMap<string, readonly Talk[]>
  released: ReadonlyMap<string, readonly Released[]>
  moderated: ReadonlyMap<string, readonly Moderated[]>
  followed: ReadonlyMap<string, Followed>
  rumours: ReadonlyMap<string, readonly Rumour[]>
}

/** `account`: of one only. */
export async function deskOf(
  { db }: Pick<World, 'db'>,
  forceId: string,
  around: Surroundings,
  until: Date,
  account: string | null = null,
): Promise<Desk> {
  const span = { from: until.getTime() - deskDays * dayMs, until: until.getTime() }
  const covers = new Map(around.accounts.map((m) => [m.account.id, m.cover]))
  return {
    talks: await talksBy(db, forceId, span, account, (id) => covers.get(id) ?? [], around.zone),
    released: await releasedBy(db, forceId, span, account),
    moderated: await moderatedBy(db, forceId, span, account),
    followed: await followedBy(db, forceId, account),
    rumours: await rumoursBy(db, forceId, span, account),
  }
}

/** The posts of one account, understood, beside what its desk and record hold. */
export function bookOf({ account, signatures }: Measured, rows: readonly Row[], around: Surroundings, desk: Desk) {
  const { officials, lines } = around
  return {
    account,
    items: readItems(rows, { handle: account.handle, officials, signatures, lines }),
    talks: desk.talks.get(account.id) ?? null,
    released: desk.released.get(account.id) ?? [],
    moderated: desk.moderated.get(account.id) ?? [],
    followed: desk.followed.get(account.id) ?? nothingKnown,
    rumours: desk.rumours.get(account.id) ?? [],
  }
}
