import { joinOurs } from '../../archive/ours.commands.ts'
import { countForce } from '../../measures/counting/count.commands.ts'
import { listOfficials, sayWhy } from '../../measures/measures.commands.ts'
import { countWhatIsDue, midnightOf } from '../../measures/measures.jobs.ts'
import { addPerson } from '../../people/people.commands.ts'
import { addOffice } from '../../register/office.commands.ts'
import { addContributor } from '../../register/roster/roster.commands.ts'
import { importSheet, previewSheet } from '../../register/sheet/sheet.commands.ts'
import type { Calendar } from '../calendar.ts'
import { emailOf, forceZone } from '../force.ts'
import { actorOf, type Chapter, type DemoWorld, done, idOf } from '../start.commands.ts'
import { trainedUntil } from '../training.ts'
import { yearAccounts } from './accounts.ts'
import { bringArchive } from './archive.commands.ts'
import { historyOf, type Told } from './history.ts'
import { officialsList } from './others.ts'
import { rolesOf, serving, yearOffices } from './people.ts'
import { reasons } from './reasons.ts'
import { reviewMoments, roundDay, workingDay } from './review/review.commands.ts'
import { sheetOf } from './sheet.ts'
import { tellersOf } from './tellers.queries.ts'

/** A force of the usual size, with everything that it published in a year; counted when the weeks have been lived. */
export const year: Chapter = async ({ world, calendar, seed, say }) => {
  say('People, offices, and the sheet in which the other accounts stood …')
  const ids = await addPeople(world, calendar.now)
  await addOffices(world, ids)
  await bringSheet(world, calendar)
  await givePlaces(world, ids)
  done(await listOfficials(world, actorOf(world, 'owen'), officialsList), 'official accounts')
  const told = (await tellersOf(world)).flatMap((teller) => historyOf(teller, calendar, seed))
  const bring = bringing(world, told, say)
  await bring()
  return {
    moments: [
      { at: calendar.at(workingDay(calendar, roundDay), '08:15'), run: () => countFirst(world, bring) },
      ...reviewMoments(world, calendar, ids),
    ],
    end: async () => {
      await bring()
      done(await joinOurs(world, world.forceId), 'our own posts')
      say('The measures are counted …')
      await countWhatIsDue(world)
    },
  }
}

/** Brings what was published since it was brought the last time, in a file of its own. */
function bringing(world: DemoWorld, told: readonly Told[], say: (line: string) => void): () => Promise<void> {
  let from = ''
  return async () => {
    const [after, until] = [from, world.clock.now().toISOString()]
    from = until
    const rows = told.filter((row) => String(row.said_at) >= after && String(row.said_at) < until)
    await bringArchive(world, actorOf(world, 'owen'), `westshire-accounts-until-${until.slice(0, 10)}.jsonl`, rows, say)
  }
}

/** Before the review everything is brought up to date and counted. */
async function countFirst(world: DemoWorld, bring: () => Promise<void>): Promise<void> {
  await bring()
  done(await joinOurs(world, world.forceId), 'our own posts')
  await sayReasons(world)
  const product = { forceId: world.forceId, personId: null, roles: [] }
  done(await countForce(world, product, midnightOf(world.clock.now(), forceZone)), 'the measures before the review')
}

async function sayReasons(world: DemoWorld): Promise<void> {
  for (const [handle, measure, by, reason] of reasons) {
    const { id } = await accountCalled(world, handle)
    done(await sayWhy(world, actorOf(world, by), { account: id, measure, reason, rightly: true }), reason)
  }
}

const keysOf = <T extends object>(table: T): (keyof T & string)[] => Object.keys(table) as (keyof T & string)[]

async function addPeople(world: DemoWorld, now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>(world.personIds)
  const product = { forceId: world.forceId, personId: null, roles: [] }
  for (const key of keysOf(serving)) {
    const [rank, name, initials] = serving[key]
    const of = { rank, name, initials, roles: rolesOf(key), email: emailOf(name) }
    const person = { ...of, trainedUntil: trainedUntil(name, now), signIn: false }
    ids.set(key, done(await addPerson(world, product, person), name).id)
  }
  return ids
}

async function addOffices(world: DemoWorld, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const key of keysOf(yearOffices)) {
    const [title, holder] = yearOffices[key]
    done(await addOffice(world, actorOf(world, 'owen'), { title, holderId: idOf(ids, holder) }), title)
  }
}

/** Read, looked at, and saved as a whole; offices that the sheet names and nobody has made are made, and nobody holds them. */
async function bringSheet(world: DemoWorld, calendar: Calendar): Promise<void> {
  const sheet = new TextEncoder().encode(sheetOf(yearAccounts, calendar.now))
  const { digest } = done(await previewSheet(world, actorOf(world, 'owen'), sheet), 'the sheet')
  const answer = { digest, makeOffices: true, leaveOut: false }
  done(await importSheet(world, actorOf(world, 'owen'), sheet, answer), 'the sheet')
}

const accountCalled = (world: DemoWorld, handle: string) =>
  world.db
    .selectFrom('account')
    .select('id')
    .where('force_id', '=', world.forceId)
    .where('handle', '=', handle)
    .executeTakeFirstOrThrow()

/** Since when everybody of the year has been on their account. */
const longAgo = '2023-06-05T00:00:00Z'

async function givePlaces(world: DemoWorld, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { handle, voices } of yearAccounts) {
    if (voices.length === 0) continue
    const { id } = await accountCalled(world, handle)
    for (const [who] of voices) {
      const personId = idOf(ids, who)
      const place = { id, personId, trusted: false, from: longAgo, until: null, initials: null }
      done(await addContributor(world, actorOf(world, 'priya'), place), `${who} on ${handle}`)
    }
  }
}
