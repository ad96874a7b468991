import type { Db, Tx } from '../foundation/database.ts'

/** Roles of this person that one person alone has given and no second one has confirmed. */
export const grantsOf = (tx: Tx, forceId: string, personId: string) =>
  tx
    .selectFrom('role_grant')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('person_id', '=', personId)
    .orderBy('role')
    .execute()

/** The same of everybody, with who gave them. */
export const allGrants = (db: Db, forceId: string) =>
  db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 'g.force_id').onRef('p.id', '=', 'g.by_person_id'))
    .select(['g.person_id', 'g.role', 'g.at', 'g.counts', 'g.by_person_id', 'p.name', 'p.rank'])
    .where('g.force_id', '=', forceId)
    .orderBy('g.at')
    .orderBy('g.role')
    .execute()

type Grants = { forceId: string; personId: string; byId: string; counts: boolean; roles: readonly string[] }

export async function insertGrants(tx: Tx, g: Grants, at: Date): Promise<void> {
  const given = { by_person_id: g.byId, at, counts: g.counts }
  await tx
    .insertInto('role_grant')
    .values(g.roles.map((role) => ({ force_id: g.forceId, person_id: g.personId, role, ...given })))
    .onConflict((on) => on.columns(['force_id', 'person_id', 'role']).doUpdateSet(given))
    .execute()
}

export async function deleteGrants(tx: Tx, forceId: string, personId: string, roles: readonly string[]): Promise<void> {
  if (roles.length === 0) return
  await tx
    .deleteFrom('role_grant')
    .where('force_id', '=', forceId)
    .where('person_id', '=', personId)
    .where('role', 'in', [...roles])
    .execute()
}

/** Everybody who has been at work here and can sign in, with their roles. */
export const whoIsAtWork = (tx: Tx, forceId: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('force_id', '=', forceId)
    .where('left_at', 'is', null)
    .where('auth_user_id', 'is not', null)
    .where('signed_in_at', 'is not', null)
    .execute()
