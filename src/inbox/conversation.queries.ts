import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import type { PersonRef } from '../posting/facts.ts'
import { openedBy } from '../posting/open-to.queries.ts'
import { peopleBy } from '../posting/refs.queries.ts'
import { whyNotPrivately } from './answering/answer.ts'
import { clocksOf } from './clock.ts'
import type { ConversationRow } from './conversation.store.ts'
import { isRestricted } from './conversation.ts'
import { aroundOf, clockFactsOf, placesOf, readerWith, worksOn } from './desk.queries.ts'
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
  const places = await placesOf(db, forceId, actor.personId, now)
  const reader = readerWith(actor, places)
  if (!row || !reader.mayRead(row.account_id)) return refuse(no.noConversation)
  const hasOpened = async () => reader.restricted && (await openedBy(db, actor, now, [id])).has(id)
  const closedToYou = isRestricted(row.category) && !(await hasOpened())
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
    draft: closedToYou ? null : await draftOf(db, row, around.zone, now),
    outcomes: closedToYou ? [] : await outcomesOf(db, row),
    may: {
      work: works,
      moderate: works && !closedToYou && may(actor, 'moderate'),
      ...waysToAnswer(actor, row, head.account.name, { works, belongs: places.has(row.account_id) }),
    },
    people: works ? await peopleFor(db, row, now) : [],
  })
}

/** What would not be refused: the network takes it from us, and this one may write on the account. In whose name is chosen with the words. */
function waysToAnswer(
  actor: Actor,
  row: ConversationRow,
  account: string,
  { works, belongs }: { works: boolean; belongs: boolean },
): Pick<Whole['may'], 'answerPublicly' | 'answerPrivately' | 'whyNotAnswer'> {
  const traits = traitsOf(row.network)
  const mayWrite = may(actor, 'writeOn', { isContributor: belongs, contributorCurrent: belongs })
  const why = !traits?.connected
    ? 'No answer can be sent from here: this network is not connected.'
    : !mayWrite
      ? `You have no place on ${account}, so an answer of yours would not go out. Hand it to somebody who answers there.`
      : row.kind === 'direct'
        ? whyNotPrivately(traits, row.kind)
        : null
  const can = works && why === null
  return {
    answerPublicly: can && row.kind === 'public',
    answerPrivately: can && row.kind === 'direct',
    whyNotAnswer: works ? why : null,
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
