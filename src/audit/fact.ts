import { canonical, type Json } from '../foundation/canonical.ts'

/** Something that happened: ids and plain values only. Personal words live in the tables, so that erasing them does not break the chain. */
export type Fact = {
  forceId: string
  seq: number
  at: string
  kind: string
  actor: string | null
  subject: string
  data: { readonly [name: string]: Json }
}

/** The text that is hashed: the hash of the fact before, and every field in one fixed order. */
export const hashedText = (fact: Fact, previous: string): string =>
  canonical([previous, fact.forceId, fact.seq, fact.at, fact.kind, fact.actor, fact.subject, fact.data])

/** What stands before the first fact of a force. */
export const beginning = '0'.repeat(64)
