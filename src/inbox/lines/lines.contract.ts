import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { personRef } from '../../posting/facts.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { lineRefusals as no } from './lines.refusals.ts'

const id = z.string().min(1).max(64)
const instant = z.string()

export const line = z.object({
  id,
  title: z.string(),
  words: z.object({ en: z.string(), cy: z.string() }),
  source: z.string(),
  topics: z.string(),
  ifAsked: z.boolean(),
  expiresAt: instant.nullable(),
  endedAt: instant.nullable(),
  state: z.enum(['ready', 'expiring', 'expired', 'ended']),
  owner: z.object({ officeId: id, title: z.string(), holder: personRef.nullable() }).nullable(),
  /** What somebody has to fill in before it can be used. */
  gaps: z.array(z.string()),
  changedAt: instant,
  changedBy: personRef,
  /** How often it was changed since it was added. */
  changes: z.number(),
})

export const listLines = endpoint({
  method: 'GET',
  path: '/api/lines',
  purpose: 'Lines ready to use, with owner, source and end; those in force and expired, or all that ever were.',
  input: z.object({ which: z.enum(['inForce', 'all']).default('inForce') }),
  output: z.object({
    now: instant,
    lines: z.array(line),
    /** Those that end within seven days, or have ended unrenewed, and are owned by an office that you hold. */
    yours: z.array(id),
    mayChange: z.boolean(),
  }),
})

export const linesForConversation = endpoint({
  method: 'GET',
  path: '/api/lines/for',
  purpose:
    'Lines that fit what a conversation says, in its language, best first; then the others that may be used. Expired ones never.',
  input: z.object({ conversation: id, language: z.enum(['en', 'cy']).optional() }),
  output: z.object({
    language: z.enum(['en', 'cy']),
    lines: z.array(
      z.object({
        id,
        title: z.string(),
        words: z.string(),
        source: z.string(),
        ifAsked: z.boolean(),
        expiresAt: instant.nullable(),
        gaps: z.array(z.string()),
        fits: z.boolean(),
      }),
    ),
  }),
  refusals: [no.mayNotUseLines, inboxRefusals.noConversation],
})

export const lineHistory = endpoint({
  method: 'GET',
  path: '/api/lines/:id/history',
  purpose: 'What a line said before, and who wrote it so, newest first.',
  input: z.object({ id }),
  output: z.object({
    versions: z.array(
      z.object({
        n: z.number(),
        title: z.string(),
        words: z.object({ en: z.string(), cy: z.string() }),
        source: z.string(),
        ifAsked: z.boolean(),
        by: personRef,
        from: instant,
        until: instant,
      }),
    ),
  }),
  refusals: [no.noLine],
})

const given = {
  title: z.string().trim().min(3).max(120),
  words: z.object({ en: z.string().trim().min(3).max(2000), cy: z.string().trim().max(2000).default('') }),
  source: z.string().trim().min(3).max(300),
  topics: z.string().trim().max(500).default(''),
  ownerOfficeId: id,
  ifAsked: z.boolean().default(false),
  expiresAt: z.iso.datetime().nullable().default(null),
}

export const addLineEndpoint = endpoint({
  method: 'POST',
  path: '/api/lines',
  purpose: 'Adds a line ready to use, with its owner and source.',
  input: z.object(given),
  output: z.object({ id }),
  refusals: [no.mayNotChangeLines, no.noOffice, no.endsInPast, no.wrongGaps],
})

export const changeLineEndpoint = endpoint({
  method: 'POST',
  path: '/api/lines/:id/change',
  purpose: 'Changes a line, or renews it with a later end. What it said before is kept.',
  input: z.object({ id, ...given }),
  output: z.object({ id }),
  refusals: [no.mayNotChangeLines, no.noLine, no.lineEnded, no.noOffice, no.endsInPast, no.wrongGaps],
})

export const endLineEndpoint = endpoint({
  method: 'POST',
  path: '/api/lines/:id/end',
  purpose: 'Ends a line: it is offered to nobody any more, and kept.',
  input: z.object({ id }),
  output: z.object({ endedAt: instant }),
  refusals: [no.mayNotChangeLines, no.noLine, no.lineEnded],
})

export const beginLinesEndpoint = endpoint({
  method: 'POST',
  path: '/api/lines/begin',
  purpose:
    'Adds the lines that a police force can begin with, in both languages, where there is none yet. One office owns them.',
  input: z.object({ ownerOfficeId: id }),
  output: z.object({ added: z.number() }),
  refusals: [no.mayNotChangeLines, no.noOffice, no.linesThere],
})
