import { createHash } from 'node:crypto'
import { canonical } from '../foundation/canonical.ts'
import type { Tx } from '../foundation/database.ts'
import { beginning, type Fact, hashedText } from './fact.ts'

export const hashOf = (fact: Fact, previous: string): string =>
  createHash('sha256').update(hashedText(fact, previous)).digest('hex')

/** Appends facts to the force's chain. Holds the chain from here to the end of the transaction, so call it last. */
export async function appendFacts(
  tx: Tx,
  forceId: string,
  facts: readonly Omit<Fact, 'seq' | 'forceId'>[],
): Promise<void> {
  if (facts.length === 0) return
  const head = (await lockHead(tx, forceId)) ?? (await firstHead(tx, forceId))
  let { seq, hash } = head
  const rows = facts.map((f) => {
    const fact: Fact = { ...f, forceId, seq: seq + 1 }
    const previous = hash
    seq += 1
    hash = hashOf(fact, previous)
    return {
      force_id: forceId,
      seq,
      at: new Date(fact.at),
      kind: fact.kind,
      actor: fact.actor,
      subject: fact.subject,
      data: canonical(fact.data),
      previous,
      hash,
    }
  })
  await tx
    .with('added', (db) => db.insertInto('fact').values(rows))
    .updateTable('chain_head')
    .set({ seq, hash })
    .where('force_id', '=', forceId)
    .execute()
}

const lockHead = (tx: Tx, forceId: string) =>
  tx.selectFrom('chain_head').select(['seq', 'hash']).where('force_id', '=', forceId).forUpdate().executeTakeFirst()

/** The first fact of a force; two firsts at once meet at the row and one waits for the other. */
async function firstHead(tx: Tx, forceId: string): Promise<{ seq: number; hash: string }> {
  await tx
    .insertInto('chain_head')
    .values({ force_id: forceId, seq: 0, hash: beginning })
    .onConflict((c) => c.doNothing())
    .execute()
  return (await lockHead(tx, forceId)) ?? { seq: 0, hash: beginning }
}
