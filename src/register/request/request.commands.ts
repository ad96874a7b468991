import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { afterMove, maySpeak } from '../account.ts'
import { changing } from '../change.commands.ts'
import { tidyHandle } from '../naming.ts'
import { addInside, wrongWith } from '../register.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { accountById, noteDecision, updateAccount } from '../register.store.ts'
import { isRetired } from '../retired.queries.ts'
import { openingFacts } from './opening.queries.ts'
import type { RequestFields } from './request.contract.ts'
import * as store from './request.store.ts'
import { afterDecision, type OpeningStep, openingOf, type RequestDecision, stopsOpening } from './request.ts'

/** Asks for an account. Nothing is on the register before communications has approved it. */
export const askForAccount = (world: World, actor: Actor, given: RequestFields): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, null, async (c) => {
    const { personId, forceId } = actor
    if (personId === null || !may(actor, 'askForAccount')) return refuse(no.mayNotAsk)
    if (!traitsOf(given.network)) return refuse(no.unknownNetwork)
    if (await isRetired(c.tx, forceId, given.network)) return refuse(no.networkRetired)
    const id = newId(c.now)
    const handle = tidyHandle(given.handle)
    const objectiveIds = given.objectiveId === null ? [] : [given.objectiveId]
    const place = { force_id: forceId, id, network: given.network, handle }
    const wrong = await wrongWith(c, place, { ...given, supervisorOfficeId: null, objectiveIds })
    if (wrong) return wrong
    await store.insertRequest(c.tx, {
      ...place,
      name: given.name,
      class: given.class,
      area: given.area,
      purpose: given.purpose,
      objective_id: given.objectiveId,
      owner_office_id: given.ownerOfficeId,
      why_new: given.whyNew,
      who_posts: given.whoPosts,
      leave_cover: given.leaveCover,
      monitoring: given.monitoring,
      training: given.training,
      risk: given.risk,
      asked_by: personId,
      asked_at: c.now,
      state: 'waiting',
    })
    c.record('account.askedFor', `request:${id}`, { network: given.network, class: given.class })
    return ok({ id })
  })

export const takeBackRequest = (world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, null, async (c) => {
    const request = await store.requestById(c.tx, actor.forceId, id)
    if (!request) return refuse(no.noRequest)
    if (request.asked_by !== actor.personId) return refuse(no.notYourRequest)
    if (request.state !== 'waiting') return refuse(no.requestDecided)
    await store.settleRequest(c.tx, request, { state: 'takenBack', decided_at: c.now })
    c.record('account.requestTakenBack', `request:${id}`)
    return ok({ id })
  })

type Decided = { id: string; decision: RequestDecision; reason: string; accountId: string | null }

/** Approves, turns down or redirects, once, with the reason. Approving puts the account on the register as proposed. */
export const decideRequest = (
  world: World,
  actor: Actor,
  { id, decision, reason, accountId }: Decided,
): Promise<Outcome<{ id: string; accountId: string | null }>> =>
  changing(world, actor, null, async (c) => {
    const request = await store.requestById(c.tx, actor.forceId, id)
    if (!request) return refuse(no.noRequest)
    if (!may(actor, 'decideAccount', { askedById: request.asked_by })) return refuse(no.mayNotDecideAccount)
    if (request.state !== 'waiting') return refuse(no.requestDecided)
    let account: string | null = null
    if (decision === 'redirect') {
      const other = accountId === null ? undefined : await accountById(c.tx, actor.forceId, accountId)
      if (!other || !maySpeak(other.status)) return refuse(no.redirectWhere)
      account = other.id
    }
    if (decision === 'approve') {
      const added = await addInside(c, { ...accountOf(request), status: 'proposed' })
      if (!added.ok) return added
      account = added.value.id
    }
    await store.settleRequest(c.tx, request, {
      state: afterDecision[decision],
      reason,
      account_id: account,
      decided_by: actor.personId,
      decided_at: c.now,
    })
    c.record('account.requestDecided', `request:${id}`, { decision, account })
    return ok({ id, accountId: account })
  })

/** What a request says of its account; the rest is settled before it opens. */
const accountOf = (request: store.RequestRecord) => ({
  network: request.network,
  handle: request.handle,
  name: request.name,
  class: request.class,
  kind: 'collective' as const,
  purpose: request.purpose,
  area: request.area,
  ownerOfficeId: request.owner_office_id,
  supervisorOfficeId: null,
  signaturePlace: 'suffix' as const,
  cover: [],
  latenessMinutes: 30,
  objectiveIds: request.objective_id === null ? [] : [request.objective_id],
  nextReviewAt: null,
})

type Opened = { id: string; accepted: readonly OpeningStep[]; reason: string }

/** Opens a proposed account when everything on its list is done, or was accepted as it is. */
export const openAccount = (
  world: World,
  actor: Actor,
  { id, accepted, reason }: Opened,
): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    const account = await accountById(c.tx, actor.forceId, id)
    if (!account) return refuse(no.noAccount)
    const status = afterMove(account.status, 'approve')
    if (!status)
      return refuse(no.moveImpossible, undefined, 'This account is not waiting to be opened. Nothing was changed.')
    const list = openingOf(await openingFacts(c.tx, account, c.now))
    const stops = stopsOpening(list, accepted)
    if (stops.length > 0)
      return refuse(
        no.notReadyToOpen,
        { steps: stops.map((s) => s.step) },
        `Nothing was changed. ${stops.map((s) => s.words).join(' ')}`,
      )
    await updateAccount(c.tx, account, { status })
    await noteDecision(c.tx, actor, { account_id: id, what: 'approve', reason, at: c.now })
    const asTheyAre = list.filter((s) => !s.done).map((s) => s.step)
    c.record('account.moved', `account:${id}`, {
      from: account.status,
      to: status,
      move: 'approve',
      accepted: asTheyAre,
    })
    return ok({ id })
  })
