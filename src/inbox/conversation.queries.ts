import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import type { PersonRef } from '../posting/facts.ts'
import { peopleBy } from '../posting/refs.queries.ts'
import { whyNotPrivately } from './answering/answer.ts'
import { clocksOf } from './clock.ts'
import type { ConversationRow } from './conversation.store.ts'
import { isRestricted, restrictedHours } from './conversation.ts'
import { aroundOf, clockFactsOf, readerOf, readerWith, worksOn } from './desk.queries.ts'
import { aboutOf, draftOf, entriesOf } from './entries.queries.ts'
import type { conversation } from './inbox.contract.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'
import { rowsOf, shownClock } from './queue-rows.queries.ts'
import { suggestionOf } from './suggestion.ts'

type Whole = z.input<typeof conversation.output>

/** One conversation for this reader, and nothing that the person said anywhere else. A fixed number of statements. */
export async function conversationFor(db: Db, actor: Actor, now: Date, id: string): Promise<Outcome<Whole>> {
  const { forceId } = actor
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  const reader = await readerOf(db, actor, now)
  if (!row || !reader.mayRead(row.account_id)) return refuse(no.noConversation)
  const closedToYou = isRestricted(row.category) && !(reader.restricted && (await hasOpened(db, actor, row, now)))
  const [head] = await rowsOf(db, actor, now, [row], new Set(closedToYou ? [] : [id]))
  if (!head) return refuse(no.noConversation)
  const around = await aroundOf(db, forceId, [row.account_id])
  const works = worksOn(reader, row)
  const suggestion = suggestionOf(row)
  return ok({
    now: now.toISOString(),
    row: head,
    version: row.version,
    stage: row.stage,
    closedToYou,
    suggestion: {
      category: suggestion.category,
      danger: suggestion.danger,
      because: closedToYou ? [] : suggestion.because,
    },
    about: closedToYou ? null : await aboutOf(db, row),
    entries: closedToYou ? [] : await entriesOf(db, row),
    clocks: clocksOf(clockFactsOf(row, around), now).map(shownClock),
    crimeSaid: row.crime_said,
    crimeRef: row.crime_ref,
    draft: closedToYou ? null : await draftOf(db, row),
    outcomes: closedToYou ? [] : await outcomesOf(db, row),
    may: { work: works, moderate: works && may(actor, 'moderate'), ...waysToAnswer(row, works) },
    people: works ? await peopleFor(db, row, now) : [],
  })
}

/** Whether this reader has opened what is restricted, and was recorded, within a shift. */
const hasOpened = async (db: Db, actor: Actor, row: ConversationRow, now: Date): Promise<boolean> =>
  (await db
    .selectFrom('conversation_act')
    .select('id')
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .where('kind', '=', 'restrictedRead')
    .where('by_id', '=', actor.personId)
    .where('at', '>', new Date(now.getTime() - restrictedHours * 3_600_000))
    .limit(1)
    .executeTakeFirst()) !== undefined

function waysToAnswer(
  row: ConversationRow,
  works: boolean,
): Pick<Whole['may'], 'answerPublicly' | 'answerPrivately' | 'whyNotPrivately'> {
  const traits = traitsOf(row.network)
  const connected = works && (traits?.connected ?? false)
  const why = whyNotPrivately(traits, row.kind)
  return {
    answerPublicly: connected && row.kind === 'public',
    answerPrivately: connected && why === null,
    whyNotPrivately: why,
  }
}

async function outcomesOf(db: Db, row: ConversationRow): Promise<Whole['outcomes']> {
  const rows = await db
    .selectFrom('outcome')
    .selectAll()
    .where('force_id', '=', row.force_id)
    .where('conversation_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const person = await peopleBy(
    db,
    row.force_id,
    rows.map((r) => r.by_id),
  )
  return rows.map(({ kind, reference, team, reason, by_id, at }) => ({
    kind,
    reference,
    team,
    reason,
    by: person(by_id),
    at: at.toISOString(),
  }))
}

/** Everybody who may work on it, by name. */
async function peopleFor(db: Db, row: ConversationRow, now: Date): Promise<PersonRef[]> {
  const people = await db
    .selectFrom('person as p')
    .leftJoin('contributor as c', (j) =>
      j
        .onRef('c.force_id', '=', 'p.force_id')
        .onRef('c.person_id', '=', 'p.id')
        .on('c.account_id', '=', row.account_id)
        .on('c.from_at', '<=', now)
        .on((e) => e.or([e('c.until_at', 'is', null), e('c.until_at', '>', now)])),
    )
    .select(['p.id', 'p.rank', 'p.name', 'p.roles', 'p.trained_until', 'c.account_id'])
    .where('p.force_id', '=', row.force_id)
    .where('p.left_at', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  const able = people.filter((p) => {
    const trained = p.trained_until === null || p.trained_until >= now
    const places = new Set(p.account_id !== null && trained ? [row.account_id] : [])
    return worksOn(readerWith({ forceId: row.force_id, personId: p.id, roles: p.roles }, places), row)
  })
  return [...new Map(able.map(({ id, rank, name }) => [id, { id, rank, name }])).values()]
}
