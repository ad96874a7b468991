/** A refusal is an answer, not a fault: a stable id, and words that say what happened, what was kept and what to do. */
export type Refusal = {
  readonly id: string
  readonly words: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; facts?: Record<string, unknown> }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** `words` may replace the general sentence by one about this very case. */
export const refuse = (refusal: Refusal, facts?: Record<string, unknown>, words?: string): Outcome<never> => ({
  ok: false,
  refusal: words ? { ...refusal, words } : refusal,
  ...(facts ? { facts } : {}),
})

export const refusal = (id: string, words: string, status: Refusal['status'] = 409): Refusal => ({ id, words, status })
