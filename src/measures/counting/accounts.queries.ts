import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { AccountClass, AccountKind } from '../../register/account.ts'
import { type Cover, cover as coverShape, hoursAWeek } from '../../register/cover.ts'
import type { Signing } from '../../register/signature.ts'
import type { AccountAsMeasured } from '../book.ts'
import { plainWords } from '../reading/plain-words.ts'
import { handleKey, type Officials } from '../reading/towards.ts'

/** An account with all that its posts are read by. */
export type Measured = {
  account: AccountAsMeasured
  name: string
  network: string
  cover: Cover
  signatures: readonly Signing[]
}
export type Surroundings = {
  zone: string
  officials: Officials
  lines: ReadonlySet<string>
  accounts: readonly Measured[]
}

/**
 * The accounts of a force that are measured, all but those proposed or closed, with what is known around them at `now`; of one only when it is
 * named. Seven statements.
 */
export async function surroundingsOf(
  db: Db,
  forceId: string,
  now: Date,
  account: string | null = null,
): Promise<Surroundings> {
  const force = await db.selectFrom('force').select('time_zone').where('id', '=', forceId).executeTakeFirstOrThrow()
  const accounts = await accountRows(db, forceId, now, account)
  const signatures = Map.groupBy(
    await db
      .selectFrom('signature')
      .select(['account_id', 'person_id', 'mark', 'from_at', 'until_at'])
      .where('force_id', '=', forceId)
      .$if(account !== null, (q) => q.where('account_id', '=', account))
      .execute(),
    (s) => s.account_id,
  )
  const rightly = await db
    .selectFrom('measure_reason')
    .select('account_id')
    .where('force_id', '=', forceId)
    .where('ended_at', 'is', null)
    .where('rightly', '=', true)
    .where('measure', 'in', ['M01', 'M03'])
    .execute()
  const eventDriven = new Set(rightly.map((r) => r.account_id))
  return {
    zone: force.time_zone,
    officials: await officialsOf(db, forceId),
    lines: await linesOf(db, forceId),
    accounts: accounts.map((a) => measuredOf(a, signatures.get(a.id) ?? [], eventDriven.has(a.id), now)),
  }
}

type AccountRow = {
  id: string
  network: string
  handle: string
  name: string
  class: AccountClass
  kind: AccountKind
  cover: unknown
  held: boolean
  trained: boolean | null
  next_review_at: Date | null
  keys: string | null
}

const accountRows = async (db: Db, forceId: string, now: Date, account: string | null): Promise<AccountRow[]> =>
  (
    await sql<AccountRow>`
      select a.id, a.network, a.handle, a.name, a.class, a.kind, a.cover, o.holder_id is not null as held, a.next_review_at, k.state as keys,
        (select bool_and(p.trained_until > ${now}) from contributor c join person p on p.force_id = c.force_id and p.id = c.person_id
          where c.force_id = a.force_id and c.account_id = a.id and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now})) as trained
      from account a
      left join office o on o.force_id = a.force_id and o.id = a.owner_office_id
      left join custody k on k.force_id = a.force_id and k.account_id = a.id
      where a.force_id = ${forceId} and a.status not in ('proposed', 'closed') and (${account}::text is null or a.id = ${account}) order by a.name, a.network, a.id`.execute(
      db,
    )
  ).rows

type SignatureRow = { person_id: string; mark: string; from_at: Date; until_at: Date | null }

function measuredOf(a: AccountRow, signatures: readonly SignatureRow[], eventDriven: boolean, now: Date): Measured {
  const cover = coverShape.parse(a.cover)
  return {
    name: a.name,
    network: a.network,
    cover,
    signatures: signatures.map((s) => ({ personId: s.person_id, mark: s.mark, from: s.from_at, until: s.until_at })),
    account: {
      id: a.id,
      handle: handleKey(a.handle),
      class: a.class,
      kind: a.kind,
      coverHours: hoursAWeek(cover),
      eventDriven,
      roster: signatures
        .filter((s) => s.from_at <= now && (s.until_at === null || s.until_at > now))
        .map((s) => ({ person: s.person_id, from: s.from_at.getTime() })),
      hygiene: {
        owner: a.held,
        training: a.trained,
        review: a.next_review_at === null ? null : a.next_review_at > now,
        cover: cover.length > 0,
        keys: a.keys === null ? null : a.keys === 'working',
      },
    },
  }
}

/** The register's own, and the list. */
async function officialsOf(db: Db, forceId: string): Promise<Officials> {
  const own = await db.selectFrom('account').select('handle').where('force_id', '=', forceId).execute()
  const listed = await db
    .selectFrom('official_handle')
    .select(['handle', 'kind'])
    .where('force_id', '=', forceId)
    .execute()
  return new Map([
    ...listed.map((l) => [l.handle, l.kind] as const),
    ...own.map((a) => [handleKey(a.handle), 'police'] as const),
  ])
}

/** The force's lines to use, in each language. */
async function linesOf(db: Db, forceId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ words: string }>`
    select w.value as words from reply_line l, jsonb_each_text(l.words) w where l.force_id = ${forceId}`.execute(db)
  return new Set(rows.map((r) => plainWords(r.words).join(' ')).filter((plain) => plain !== ''))
}
