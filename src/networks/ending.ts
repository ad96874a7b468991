/** How a call to a network ended. Anything that is not a definite answer is `unknown`, and an unknown write is never repeated unasked. */
export type Ending =
  | { kind: 'done'; externalId: string; url: string | null; proof: Proof }
  /** A definite no, in words that the author can act on. */
  | { kind: 'refused'; words: string }
  /** A definite not-now. `until` is when to try again; `keyEnded` means nothing works until somebody renews the keys. */
  | { kind: 'later'; until: Date | null; keyEnded: boolean; words: string }
  | { kind: 'unknown'; words: string }

/** What the network holds. `absent` is proof only when the list read was complete and fresh. */
export type Look =
  | { kind: 'found'; externalId: string; url: string | null; proof: Proof }
  | { kind: 'absent'; isProof: boolean }
  /** Something else stands at our key: a person must see it. */
  | { kind: 'different'; words: string }
  | { kind: 'unknown'; words: string }

/** What the network answered, as it answered, kept with the record. */
export type Proof = { readonly [name: string]: string | number | boolean | null }
