import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor, World } from '../foundation/world.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import { zoneOf } from '../people/people.queries.ts'
import { personOf } from '../people/person.ts'
import { flagsOf, movesFrom } from './account.ts'
import { byConvention } from './convention.queries.ts'
import { coveredAt, coverOf, coverWords, daysOf, hoursAWeek, nextCover } from './cover.ts'
import { type KeptKeys, keysStateOf, needsKeys } from './custody/custody.ts'
import type { AccountPage, AccountRow, registerEndpoints } from './register.contract.ts'
import { type AccountRecord, accountById, accountsOf } from './register.store.ts'
import { openingOf } from './request/request.ts'
import { contributorsAt, delegationsAt, legendOf, signatureClashes } from './roster/roster.queries.ts'

/** What the register knows of its accounts, read in as many queries however many they are. */
type Surroundings = {
  offices: Map<string, NonNullable<AccountRow['owner']>>
  /** Of those who have a place there now: who sign, and who may not write because training or agreement has ended. */
  places: Map<string, { signing: number; lapsed: number }>
  keys: Map<string, KeptKeys>
  clashes: Set<string>
}

async function surroundings(db: Db, forceId: string, now: Date): Promise<Surroundings> {
  const places = await db
    .selectFrom('contributor as c')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'c.force_id').onRef('p.id', '=', 'c.person_id'))
    .select('c.account_id')
    .select(sql<number>`count(*) filter (where c.voice = 'signs')::int`.as('signing'))
    .select(sql<number>`count(*) filter (where p.trained_until < ${now})::int`.as('lapsed'))
    .where('c.force_id', '=', forceId)
    .where('c.from_at', '<=', now)
    .where(sql<boolean>`(c.until_at is null or c.until_at > ${now})`)
    .groupBy('c.account_id')
    .execute()
  const keys = await db
    .selectFrom('custody')
    .select(['account_id', 'state', 'words', 'ends_at'])
    .where('force_id', '=', forceId)
    .execute()
  return {
    offices: new Map((await offices(db, forceId)).map((o) => [o.officeId, o])),
    places: new Map(places.map((p) => [p.account_id, p])),
    keys: new Map(keys.map((k) => [k.account_id, { state: k.state, words: k.words, endsAt: k.ends_at }])),
    clashes: new Set((await signatureClashes(db, forceId, now)).map((clash) => clash.accountId)),
  }
}

/** Every office of a force and who holds it. */
export async function offices(db: Db, forceId: string): Promise<NonNullable<AccountRow['owner']>[]> {
  const rows = await db
    .selectFrom('office as o')
    .leftJoin('person as p', (j) => j.onRef('p.force_id', '=', 'o.force_id').onRef('p.id', '=', 'o.holder_id'))
    .select(['o.id', 'o.title', 'o.since', 'p.id as person_id', 'p.name', 'p.rank'])
    .where('o.force_id', '=', forceId)
    .orderBy('o.title')
    .execute()
  return rows.map((r) => ({
    officeId: r.id,
    title: r.title,
    holder: personOf(r.person_id, r.name, r.rank),
    since: r.since?.toISOString() ?? null,
  }))
}

const rowOf = (account: AccountRecord, around: Surroundings, now: Date): AccountRow => {
  const cover = coverOf(account)
  const traits = traitsOf(account.network)
  const owner = account.owner_office_id ? (around.offices.get(account.owner_office_id) ?? null) : null
  const kept = around.keys.get(account.id) ?? null
  const { signing: people, lapsed } = around.places.get(account.id) ?? { signing: 0, lapsed: 0 }
  return {
    id: account.id,
    network: account.network,
    handle: account.handle,
    name: account.name,
    class: account.class,
    kind: account.kind,
    status: account.status,
    practice: traits?.practice ?? false,
    purpose: account.purpose,
    area: account.area,
    owner,
    signaturePlace: account.signature_place,
    people,
    cover: { words: coverWords(cover), hours: hoursAWeek(cover), days: daysOf(cover) },
    nextReviewAt: account.next_review_at?.toISOString() ?? null,
    keys: keysStateOf(traits, kept, now),
    flags: flagsOf(
      {
        status: account.status,
        owner: owner && { officeId: owner.officeId, holderId: owner.holder?.id ?? null },
        ownerChangedAt: account.owner_changed_at,
        contributors: people,
        lapsed,
        coverHours: hoursAWeek(cover),
        nextReviewAt: account.next_review_at,
        needsKeys: needsKeys(traits),
        keys: kept,
        signatureClash: around.clashes.has(account.id),
      },
      now,
    ),
  }
}

/** The register: every account, also the closed and the unofficial ones, by name. */
export async function accounts(db: Db, forceId: string, now: Date): Promise<AccountRow[]> {
  const rows = await accountsOf(db, forceId)
  const around = await surroundings(db, forceId, now)
  return rows.map((account) => rowOf(account, around, now))
}

/** One account with everybody who writes on it. Null when it is not there. */
export async function accountPage(world: World, actor: Actor, id: string, now: Date): Promise<AccountPage | null> {
  const { db } = world
  const { forceId } = actor
  const account = await accountById(db, forceId, id)
  if (!account) return null
  const around = await surroundings(db, forceId, now)
  const row = rowOf(account, around, now)
  const cover = coverOf(account)
  const zone = await zoneOf(db, forceId)
  const contributors = await contributorsAt(db, account, now)
  const { handle, profile, wording } = await byConvention(db, account, row.owner?.title ?? null)
  const owner = row.owner && { title: row.owner.title, held: row.owner.holder !== null }
  return {
    account: {
      ...row,
      supervisor: account.supervisor_office_id ? (around.offices.get(account.supervisor_office_id) ?? null) : null,
      coverHours: [...cover],
      zone,
      coveredNow: coveredAt(cover, now, zone),
      nextCover: nextCover(cover, now, zone)?.toISOString() ?? null,
      latenessMinutes: account.lateness_minutes,
      objectives: await objectivesOf(db, forceId, id),
      externalId: account.external_id,
      createdAt: account.created_at.toISOString(),
      version: account.version,
    },
    contributors,
    legend: await legendOf(db, forceId, id),
    delegations: await delegationsAt(db, forceId, id, now),
    decisions: await decisionsOn(db, forceId, id),
    moves: may(actor, 'changeRegister') ? movesFrom(account.status) : [],
    naming: handle,
    profile: {
      text: account.profile,
      at: account.profile_at?.toISOString() ?? null,
      findings: profile ?? [],
      wording,
    },
    opening:
      account.status === 'proposed'
        ? openingOf({ handle, profile, owner, keys: row.keys, coverWords: row.cover.words })
        : null,
    may: {
      write: mayWrite(actor, contributors, await trainedUntil(db, actor), now),
      change: may(actor, 'changeRegister'),
      keys: may(actor, 'giveKeys') && needsKeys(traitsOf(account.network)),
      contributors: may(actor, 'grantContributor'),
    },
  }
}

const trainedUntil = async (db: Db, { forceId, personId }: Actor): Promise<Date | null> =>
  (
    await db
      .selectFrom('person')
      .select('trained_until')
      .where('force_id', '=', forceId)
      .where('id', '=', personId ?? '')
      .executeTakeFirst()
  )?.trained_until ?? null

const mayWrite = (actor: Actor, places: AccountPage['contributors'], trained: Date | null, now: Date): boolean =>
  may(actor, 'writeOn', {
    isContributor: places.some((place) => place.inForce && place.person.id === actor.personId),
    contributorCurrent: trained === null || trained >= now,
  })

const objectivesOf = (db: Db, forceId: string, accountId: string): Promise<{ id: string; title: string }[]> =>
  db
    .selectFrom('account_objective as a')
    .innerJoin('objective as o', (j) => j.onRef('o.force_id', '=', 'a.force_id').onRef('o.id', '=', 'a.objective_id'))
    .select(['o.id', 'o.title'])
    .where('a.force_id', '=', forceId)
    .where('a.account_id', '=', accountId)
    .orderBy('o.title')
    .execute()

async function decisionsOn(db: Db, forceId: string, accountId: string): Promise<AccountPage['decisions']> {
  const rows = await db
    .selectFrom('account_decision as d')
    .leftJoin('person as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.id', '=', 'd.person_id'))
    .select(['d.what', 'd.reason', 'd.at', 'p.id', 'p.name', 'p.rank'])
    .where('d.force_id', '=', forceId)
    .where('d.account_id', '=', accountId)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map(({ what, reason, at, id, name, rank }) => ({
    what,
    reason,
    by: personOf(id, name, rank),
    at: at.toISOString(),
  }))
}

/** Which of the first steps of a new force are done. */
export async function beginning(db: Db, forceId: string): Promise<z.input<typeof registerEndpoints.beginning.output>> {
  const { rows } = await sql<z.input<typeof registerEndpoints.beginning.output>>`
    select exists (select 1 from person where force_id = ${forceId} and left_at is null and 'headOfCommunications' = any(roles)) as "headOfCommunications",
      exists (select 1 from account where force_id = ${forceId}) as accounts,
      exists (select 1 from contributor where force_id = ${forceId}) as contributor,
      exists (select 1 from custody where force_id = ${forceId} and state = 'working') as connected`.execute(db)
  return rows[0] ?? { headOfCommunications: false, accounts: false, contributor: false, connected: false }
}

/** What each office owns; closed accounts are not counted. */
export async function ownedBy(db: Db, forceId: string): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'owner_office_id'])
    .where('force_id', '=', forceId)
    .where('status', '<>', 'closed')
    .where('owner_office_id', 'is not', null)
    .orderBy('name')
    .execute()
  const owned = Map.groupBy(rows, (row) => row.owner_office_id ?? '')
  return new Map([...owned].map(([office, list]) => [office, list.map(({ id, name }) => ({ id, name }))]))
}
