import { z } from 'zod'
import { Refused } from '../call.ts'
import { words } from '../words.ts'
import { Notice } from './notice.tsx'
import { WayOn } from './way-on.tsx'

const fieldsShape = z.array(z.object({ field: z.string(), words: z.string() }))

/** What a refused or broken act says, where the act was; nothing when it went well. */
export const ActFailed = ({ cause }: { cause: Error | null }) => {
  if (!cause) return null
  const fields = cause instanceof Refused ? fieldsShape.safeParse(cause.facts.fields) : null
  return (
    <Notice failed tone={cause instanceof Refused ? 'warn' : 'risk'}>
      {cause.message} <WayOn cause={cause} />
      {fields?.success && fields.data.length > 0 && (
        <> {words.form.fields(fields.data.map((f) => `${f.field}: ${f.words}`).join('; '))}</>
      )}
    </Notice>
  )
}
