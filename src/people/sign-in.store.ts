import type { Tx } from '../foundation/database.ts'

const credential = 'credential'

/** Makes what better-auth signs in: a user with a password. Returns nothing; the user's id is given. */
export async function insertSignIn(
  tx: Tx,
  user: { id: string; name: string; email: string; hash: string },
  at: Date,
): Promise<void> {
  const times = { created_at: at, updated_at: at }
  await tx
    .insertInto('auth_user')
    .values({ id: user.id, name: user.name, email: user.email, email_verified: true, ...times })
    .execute()
  await tx
    .insertInto('auth_account')
    .values({
      id: user.id,
      user_id: user.id,
      account_id: user.id,
      provider_id: credential,
      password: user.hash,
      ...times,
    })
    .execute()
}

export async function updatePassword(tx: Tx, userId: string, hash: string, at: Date): Promise<void> {
  await tx
    .updateTable('auth_account')
    .set({ password: hash, updated_at: at })
    .where('user_id', '=', userId)
    .where('provider_id', '=', credential)
    .execute()
}

export async function updateSignInName(
  tx: Tx,
  userId: string,
  changes: { name?: string; email?: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('auth_user')
    .set({ ...changes, updated_at: at })
    .where('id', '=', userId)
    .execute()
}

/** Signs every device out, except the one whose session token is given. */
export async function endSessions(tx: Tx, userId: string, except: string | null = null): Promise<void> {
  const all = tx.deleteFrom('auth_session').where('user_id', '=', userId)
  await (except === null ? all : all.where('token', '<>', except)).execute()
}

export async function endSecondFactor(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.deleteFrom('auth_two_factor').where('user_id', '=', userId).execute()
  await tx
    .updateTable('auth_user')
    .set({ two_factor_enabled: false, updated_at: at })
    .where('id', '=', userId)
    .execute()
}

/** Nothing is left that could sign in: no session, no password, no second factor, no half-finished sign-in. */
export async function deleteSignIn(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('auth_verification').where('value', '=', userId).execute()
  await tx.deleteFrom('auth_user').where('id', '=', userId).execute()
}
