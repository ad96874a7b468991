import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { Refused } from '../call.ts'
import { words } from '../words.ts'

const shape = z.object({ conversationId: z.string() })

/** Where a refusal can be settled, when it names a conversation. */
export const WayOn = ({ cause }: { cause: Error }) => {
  const facts = cause instanceof Refused ? shape.safeParse(cause.facts) : null
  return (
    facts?.success && (
      <Link to="/desk/$id" params={{ id: facts.data.conversationId }}>
        {words.section.conversation}
      </Link>
    )
  )
}
