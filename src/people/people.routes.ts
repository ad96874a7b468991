import { generalRefusals as general } from '../foundation/endpoint.ts'
import { ok, refuse } from '../foundation/outcome.ts'
import { rateLimit } from '../foundation/rate-limit.ts'
import { type Room, route } from '../foundation/route.ts'
import { firstRun } from './first-run.commands.ts'
import { changeForce } from './force.commands.ts'
import { settleRoles } from './grant.commands.ts'
import { may } from './may.ts'
import { addPerson, changePerson, endPerson, giveSignIn } from './people.commands.ts'
import * as doors from './people.contract.ts'
import { forceAndSettings, listThePeople, nobodyCanSignIn, onePerson, whoAmI } from './people.queries.ts'
import { changePassword } from './sign-in.commands.ts'
import { sessionToken } from './sign-in.ts'
import { agree, recordTraining } from './training/training.commands.ts'
import { trainingEndpoints as training } from './training/training.contract.ts'
import { trainingOf } from './training/training.queries.ts'

const day = (given: string | null) => (given === null ? null : new Date(given))

const firstRunTries = rateLimit(20, 60_000)

export const peopleRoom: Room = {
  name: 'people',
  jobs: [],
  routes: [
    route(doors.meEndpoint, async ({ world, actor }) => {
      const me = await whoAmI(world.db, actor)
      return me ? ok(me) : refuse(general.notSignedIn)
    }),
    route(doors.changePasswordEndpoint, ({ world, actor, request }, input) =>
      changePassword(world, actor, input, sessionToken(request.headers.get('cookie'))),
    ),
    route(doors.listPeople, async ({ world, actor }, input) =>
      ok(await listThePeople(world.db, actor, input.left === 'yes')),
    ),
    route(doors.readPerson, async ({ world, actor }, { id }) => {
      const found = await onePerson(world.db, actor, id)
      return found ? ok(found) : refuse(doors.peopleRefusals.noPerson)
    }),
    route(doors.addPersonEndpoint, ({ world, actor }, input) =>
      addPerson(world, actor, { ...input, trainedUntil: day(input.trainedUntil) }),
    ),
    route(doors.changePersonEndpoint, ({ world, actor }, { id, ...change }) => changePerson(world, actor, id, change)),
    route(doors.giveSignInEndpoint, ({ world, actor }, { id }) => giveSignIn(world, actor, id)),
    route(doors.settleRolesEndpoint, ({ world, actor }, input) => settleRoles(world, actor, input)),
    route(doors.leaveEndpoint, ({ world, actor }, { id }) => endPerson(world, actor, id)),
    route(doors.readForce, async ({ world, actor }) =>
      ok({ ...(await forceAndSettings(world.db, actor.forceId)), mayChange: may(actor, 'changeForceSettings') }),
    ),
    route(doors.changeForceEndpoint, ({ world, actor }, input) => changeForce(world, actor, input)),
    route(training.training, async ({ world, actor, now }) => ok(await trainingOf(world, actor, now))),
    route(training.recordTraining, ({ world, actor }, { id, subject, until }) =>
      recordTraining(world, actor, { personId: id, subject, until: new Date(until) }),
    ),
    route(training.agree, ({ world, actor }) => agree(world, actor)),
    route(doors.firstRunState, async ({ world }) => ok({ needed: await nobodyCanSignIn(world.db) })),
    route(doors.firstRunEndpoint, async ({ world, ip }, input) =>
      firstRunTries(ip) ? refuse(general.tooOften) : firstRun(world, input),
    ),
  ],
}
