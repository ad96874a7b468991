import { z } from 'zod'
import { Fault, Refused } from '../../call.ts'
import { words } from '../../words.ts'

const refused = z.object({
  refusal: z.object({ id: z.string(), words: z.string(), facts: z.record(z.string(), z.unknown()).optional() }),
})
const fault = z.object({ fault: z.object({ reference: z.string() }) })

/** What an answer that is no success says, as `call` would throw it. */
export const refusalIn = (body: unknown, status: number, path: string): Refused | Fault => {
  const no = refused.safeParse(body)
  if (no.success) {
    const { id, words: sentence, facts } = no.data.refusal
    return new Refused(id, sentence, facts ?? {}, status)
  }
  const broken = fault.safeParse(body)
  const reference = broken.success ? broken.data.fault.reference : `${status} ${path}`
  return new Fault(words.call.fault(reference), reference)
}
