import type { Json } from '../foundation/canonical.ts'
import type { Tx } from '../foundation/database.ts'
import { type Nudge, nudge } from '../foundation/live.ts'
import type { Outcome } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { appendFacts } from './audit.store.ts'
import type { Fact } from './fact.ts'

/** What a command is given: the transaction, the time, and the way to say what happened. */
export type Commanding = {
  tx: Tx
  now: Date
  actor: Actor
  /** Notes a fact; it is written with everything else at the end of the transaction. `subject` is `<noun>:<id>`; its noun is also nudged to open screens. */
  record(kind: string, subject: string, data?: { readonly [name: string]: Json }): void
}

class Refused extends Error {
  readonly outcome: Outcome<never> & { ok: false }
  constructor(outcome: Outcome<never> & { ok: false }) {
    super(outcome.refusal.id)
    this.outcome = outcome
  }
}

/**
 * The one way to change anything: one transaction that changes, appends its facts and tells open screens, or does none of it.
 * A refusal rolls everything back and is returned. Never call a network inside.
 */
export async function command<T>(
  world: World,
  actor: Actor,
  change: (c: Commanding) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const now = world.clock.now()
  try {
    return await world.db.transaction().execute(async (tx) => {
      const facts: Omit<Fact, 'seq' | 'forceId'>[] = []
      const record: Commanding['record'] = (kind, subject, data = {}) =>
        facts.push({ at: now.toISOString(), kind, actor: actor.personId, subject, data })
      const outcome = await change({ tx, now, actor, record })
      if (!outcome.ok) throw new Refused(outcome)
      await nudge(tx, nudgesOf(actor.forceId, facts))
      await appendFacts(tx, actor.forceId, facts)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}

/** Many things of one kind are told as one: a screen reads the list again, once. */
const manyOfOneKind = 50

const nudgesOf = (forceId: string, facts: readonly { subject: string }[]): Nudge[] => {
  const subjects = [...new Set(facts.map((f) => f.subject))].map((subject) => {
    const [topic = subject, id] = subject.split(':')
    return { forceId, topic, ...(id ? { id } : {}) }
  })
  return [...Map.groupBy(subjects, (s) => s.topic)].flatMap(([topic, all]) =>
    all.length > manyOfOneKind ? [{ forceId, topic }] : all,
  )
}
