import type { Outcome } from '../foundation/outcome.ts'
import { recordTraining } from '../people/training/training.commands.ts'
import { noteProfile } from '../register/convention.commands.ts'
import { decideLookAlike, noteLookAlike } from '../register/outside/outside.commands.ts'
import { askForAccount, decideRequest } from '../register/request/request.commands.ts'
import type { Act } from './act.ts'
import type { Play } from './play.commands.ts'
import type { RegisterDeed } from './register-deed.ts'
import { actorOf, idOf } from './start.commands.ts'

type Doers = { [D in RegisterDeed['do']]: (play: Play, act: Extract<Act, { do: D }>) => Promise<Outcome<unknown>> }

export const registerDoers: Doers = {
  askAccount: async ({ world, notes }, { by, request, asked: { office, objective, ...asked } }) => {
    const made = await askForAccount(world, actorOf(world, by), {
      ...asked,
      area: null,
      ownerOfficeId: idOf(world.officeIds, office),
      objectiveId: idOf(world.objectiveIds, objective),
    })
    if (made.ok) notes.set(request, made.value.id)
    return made
  },
  decideRequest: ({ world, notes }, { by, request, decision, to, reason }) =>
    decideRequest(world, actorOf(world, by), {
      id: idOf(notes, request),
      decision,
      reason,
      accountId: to && idOf(world.accountIds, to),
    }),
  train: ({ world }, { by, who, subject, until }) =>
    recordTraining(world, actorOf(world, by), { personId: idOf(world.personIds, who), subject, until }),
  profile: ({ world }, { by, on, words }) =>
    noteProfile(world, actorOf(world, by), { id: idOf(world.accountIds, on), profile: words }),
  noteLookAlike: async ({ world, notes }, { by, found, network, handle, what }) => {
    const noted = await noteLookAlike(world, actorOf(world, by), { network, handle, what })
    if (noted.ok) notes.set(found, noted.value.id)
    return noted
  },
  decideLookAlike: ({ world, notes }, { by, found, outcome, reason, reference }) =>
    decideLookAlike(world, actorOf(world, by), { id: idOf(notes, found), outcome, reason, reportReference: reference }),
}
