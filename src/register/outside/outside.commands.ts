import { newId } from '../../foundation/identity.ts'
import { type Outcome as Answer, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { changing } from '../change.commands.ts'
import { tidyHandle } from '../naming.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { handleIsTaken } from '../register.store.ts'
import { likenessTo, type Outcome } from './look-alike.ts'
import { ownHandles } from './outside.queries.ts'
import * as store from './outside.store.ts'

type Noted = { network: string; handle: string; what: string }

/** Notes an account that looks like ours; which of ours is worked out from the handle. */
export const noteLookAlike = (world: World, actor: Actor, given: Noted): Promise<Answer<{ id: string }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    if (!traitsOf(given.network)) return refuse(no.unknownNetwork)
    const id = newId(c.now)
    const place = { force_id: actor.forceId, id, network: given.network, handle: tidyHandle(given.handle) }
    if (await handleIsTaken(c.tx, place)) return refuse(no.handleTaken)
    const ours = await ownHandles(c.tx, actor.forceId)
    const like = likenessTo(place, ours)
    const account = like && ours.find((o) => o.handle === like.of)
    const found = { what: given.what, account_id: account?.id ?? null, found_by: actor.personId, found_at: c.now }
    if (!(await store.insertLookAlike(c.tx, { ...place, ...found }))) return refuse(no.lookAlikeThere)
    c.record('lookAlike.noted', `lookAlike:${id}`, { network: given.network, of: account?.id ?? null })
    return ok({ id })
  })

type Decided = { id: string; outcome: Exclude<Outcome, 'open'>; reason: string; reportReference: string | null }

/** What became of it; said again when more is known, as when the network has taken it down. */
export const decideLookAlike = (world: World, actor: Actor, given: Decided): Promise<Answer<{ id: string }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    const row = await store.lookAlikeById(c.tx, actor.forceId, given.id)
    if (!row) return refuse(no.noLookAlike)
    await store.settleLookAlike(c.tx, row, {
      outcome: given.outcome,
      reason: given.reason,
      report_reference: given.reportReference ?? row.report_reference,
      decided_by: actor.personId,
      decided_at: c.now,
    })
    c.record('lookAlike.decided', `lookAlike:${given.id}`, { outcome: given.outcome })
    return ok({ id: given.id })
  })
