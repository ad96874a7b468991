import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import { type Call, type FileAnswer, type Room, route } from '../foundation/route.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import { forbidden } from './change.commands.ts'
import { changeConvention, noteProfile, readProfile } from './convention.commands.ts'
import { conventionOf } from './convention.queries.ts'
import { checkKeys, endKeys, giveKeys } from './custody/custody.commands.ts'
import { keysInventory } from './custody/custody.queries.ts'
import { signInAt } from './custody/sign-in.client.ts'
import { beginSignIn, finishSignIn } from './custody/sign-in.commands.ts'
import { returnPage } from './custody/sign-in.ts'
import { addOffice, changeHolder } from './office.commands.ts'
import { decideLookAlike, noteLookAlike } from './outside/outside.commands.ts'
import { lookAlikes } from './outside/outside.queries.ts'
import { addAccount, changeAccount, confirmOwner, moveAccount } from './register.commands.ts'
import { registerEndpoints as at } from './register.contract.ts'
import { registerJobs } from './register.jobs.ts'
import { accountPage, accounts, beginning, offices, ownedBy } from './register.queries.ts'
import { registerRefusals as no } from './register.refusals.ts'
import { accountById } from './register.store.ts'
import { askForAccount, decideRequest, openAccount, takeBackRequest } from './request/request.commands.ts'
import { requests } from './request/request.queries.ts'
import { addDelegation, endDelegation } from './roster/delegation.commands.ts'
import {
  addContributor,
  changeVoice,
  chooseInitials,
  endContributor,
  trustContributor,
} from './roster/roster.commands.ts'
import { legendOf, speakerOn } from './roster/roster.queries.ts'
import { sheetRoutes } from './sheet/sheet.routes.ts'
import { heldBy } from './succession.queries.ts'

const accountRoutes = [
  route(at.beginning, async ({ world, actor }) => ok(await beginning(world.db, actor.forceId))),
  route(at.accounts, async ({ world, actor, now }) =>
    ok({ accounts: await accounts(world.db, actor.forceId, now), mayChange: may(actor, 'changeRegister') }),
  ),
  route(at.account, async ({ world, actor, now }, { id }) => {
    const page = await accountPage(world, actor, id, now)
    return page ? ok(page) : refuse(no.noAccount)
  }),
  route(at.addAccount, ({ world, actor }, input) => addAccount(world, actor, input)),
  route(at.changeAccount, ({ world, actor }, input) => changeAccount(world, actor, input)),
  route(at.moveAccount, ({ world, actor }, input) => moveAccount(world, actor, input)),
  route(at.confirmOwner, ({ world, actor }, { id }) => confirmOwner(world, actor, id)),
  route(at.offices, async ({ world, actor }) => {
    const owned = await ownedBy(world.db, actor.forceId)
    const list = await offices(world.db, actor.forceId)
    return ok({ offices: list.map((office) => ({ ...office, accounts: owned.get(office.officeId) ?? [] })) })
  }),
  route(at.addOffice, ({ world, actor }, input) => addOffice(world, actor, input)),
  route(at.changeHolder, ({ world, actor }, input) => changeHolder(world, actor, input)),
]

const requestRoutes = [
  route(at.requests, async ({ world, actor }) => ok({ requests: await requests(world.db, actor) })),
  route(at.askForAccount, ({ world, actor }, input) => askForAccount(world, actor, input)),
  route(at.takeBackRequest, ({ world, actor }, { id }) => takeBackRequest(world, actor, id)),
  route(at.decideRequest, ({ world, actor }, input) => decideRequest(world, actor, input)),
  route(at.openAccount, ({ world, actor }, input) => openAccount(world, actor, input)),
  route(at.lookAlikes, async ({ world, actor }) =>
    ok({ lookAlikes: await lookAlikes(world.db, actor.forceId), mayChange: may(actor, 'changeRegister') }),
  ),
  route(at.noteLookAlike, ({ world, actor }, input) => noteLookAlike(world, actor, input)),
  route(at.decideLookAlike, ({ world, actor }, input) => decideLookAlike(world, actor, input)),
  route(at.heldBy, async ({ world, actor, now }, { id }) => {
    const held = await heldBy(world.db, actor, id, now)
    return held ? ok(held) : refuse(no.personUnknown)
  }),
  route(at.readConvention, async ({ world, actor }) =>
    ok({ convention: await conventionOf(world.db, actor.forceId), mayChange: may(actor, 'changeRegister') }),
  ),
  route(at.changeConvention, ({ world, actor }, input) => changeConvention(world, actor, input)),
  route(at.noteProfile, ({ world, actor }, input) => noteProfile(world, actor, input)),
  route(at.readProfile, ({ world, actor }, { id }) => readProfile(world, actor, id)),
]

const rosterRoutes = [
  route(at.addContributor, ({ world, actor }, input) => addContributor(world, actor, input)),
  route(at.endContributor, ({ world, actor }, { id }) => endContributor(world, actor, id)),
  route(at.trustContributor, ({ world, actor }, input) => trustContributor(world, actor, input)),
  route(at.changeVoice, ({ world, actor }, input) => changeVoice(world, actor, input)),
  route(at.chooseInitials, ({ world, actor }, input) => chooseInitials(world, actor, input)),
  route(at.addDelegation, ({ world, actor }, input) => addDelegation(world, actor, input)),
  route(at.endDelegation, ({ world, actor }, { id }) => endDelegation(world, actor, id)),
  route(at.legend, async ({ world, actor }, { id }) => {
    const account = await accountById(world.db, actor.forceId, id)
    return account ? ok({ legend: await legendOf(world.db, actor.forceId, id) }) : refuse(no.noAccount)
  }),
  route(at.speaker, async ({ world, actor }, { id, mark, at: instant }) => {
    const account = await accountById(world.db, actor.forceId, id)
    if (!account) return refuse(no.noAccount)
    return ok({ speaker: await speakerOn(world.db, actor.forceId, id, mark, new Date(instant)) })
  }),
]

const custodyRoutes = [
  route(at.keys, async ({ world, actor, now }) => {
    const not = forbidden(actor, 'giveKeys')
    return not ?? ok({ keys: await keysInventory(world.db, actor.forceId, now) })
  }),
  route(at.giveKeys, ({ world, actor }, input) => giveKeys(world, actor, input)),
  route(at.checkKeys, ({ world, actor }, { id }) => checkKeys(world, actor, id)),
  route(at.endKeys, ({ world, actor }, input) => endKeys(world, actor, input)),
  route(at.signInAtNetwork, ({ world, actor }, { id }) => beginSignIn(world, actor, id)),
  route(at.signInReturn, async ({ world, actor, request }, { network }): Promise<Outcome<FileAnswer>> => {
    const back = await finishSignIn(world, actor, { network, params: new URL(request.url).searchParams })
    return ok({ bytes: new TextEncoder().encode(returnPage(back)), mediaType: 'text/html; charset=utf-8', name: null })
  }),
  route(at.signInMetadata, async (call, { network }) => said(call, network, 'metadata')),
  route(at.signInKeys, async (call, { network }) => said(call, network, 'publicKeys')),
]

/** What this installation says of itself is the same for every force; the first one stands for all. */
async function said({ world }: Call, network: string, what: 'metadata' | 'publicKeys'): Promise<Outcome<unknown>> {
  const force = await world.db.selectFrom('force').select('id').orderBy('id').executeTakeFirst()
  const signIn = force && traitsOf(network)?.signInAtNetwork ? await signInAt(world, force.id, network) : null
  return signIn ? ok(signIn[what]) : refuse(no.noSignInThere)
}

export const registerRoom: Room = {
  name: 'register',
  routes: [...accountRoutes, ...sheetRoutes, ...requestRoutes, ...rosterRoutes, ...custodyRoutes],
  jobs: registerJobs,
}
