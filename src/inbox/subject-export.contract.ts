import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { personRef } from '../posting/facts.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'

const id = z.string().min(1).max(64)
const instant = z.string()

const subjectExport = z.object({
  id,
  network: z.string(),
  reference: z.string(),
  reason: z.string(),
  by: personRef,
  at: instant,
  messages: z.number(),
})

export const exportSubject = endpoint({
  method: 'POST',
  path: '/api/desk/subject-exports',
  purpose:
    'Everything that one person said to us on one network, as a file, because that person asked for it and gave their handle. Information manager only; the asking is recorded, the handle is not.',
  input: z.object({
    network: z.string().min(1).max(40),
    /** Their handle or the network's id of them, as they gave it. */
    subject: z.string().trim().min(2).max(200),
    reference: z.string().trim().min(2).max(60),
    reason: z.string().trim().min(3).max(4000),
  }),
  /** The file: a JSON document. */
  output: z.object({}).loose(),
  file: true,
  refusals: [no.notInformationManager, no.noSuchNetwork, no.severalSubjects],
})

export const subjectExports = endpoint({
  method: 'GET',
  path: '/api/desk/subject-exports',
  purpose: 'What was handed out to people who asked for their own words, latest first, without saying who they are.',
  input: z.object({ most: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ exports: z.array(subjectExport), mayExport: z.boolean() }),
  refusals: [no.notInformationManager],
})
