import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { archiveRefusals as no } from './archive.refusals.ts'
import { importStages, mostFileBytes, mostPieceBytes, oddityKinds, readSteps } from './import.ts'

const id = z.string().min(1).max(64)
const whole = z.number().int().min(0)

export const importCounts = z.object({
  rows: whole,
  posts: whole,
  accounts: whole,
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  years: z.array(z.object({ year: z.number(), original: whole, reply: whole, quote: whole, reshare: whole })),
  fresh: whole,
  changed: whole,
  same: whole,
  media: z.object({ pictures: whole, videos: whole, told: whole, described: whole, previews: whole }).optional(),
  followers: whole.nullable(),
  following: whole.nullable(),
})

export const oddities = z.array(z.object({ kind: z.enum(oddityKinds), count: whole, examples: z.array(z.string()) }))

const row = z.object({
  id: z.string(),
  stage: z.enum(importStages),
  stageSince: z.string(),
  /** Null: one file of several accounts. */
  account: z.object({ id: z.string(), name: z.string(), handle: z.string(), network: z.string() }).nullable(),
  format: z.enum(['export', 'plain']),
  fileName: z.string(),
  bytes: whole,
  /** How much of the file has come in. */
  received: whole,
  /** What a reading is at, and how many bytes of that step it went through. Null: nobody reads it now. */
  readStep: z.enum(readSteps).nullable(),
  readBytes: whole,
  readOf: whole,
  by: z.string().nullable(),
  begunAt: z.string(),
  decidedBy: z.string().nullable(),
  takenAt: z.string().nullable(),
  counts: importCounts.nullable(),
  oddities,
  /** Where the file broke and what was expected. */
  refusal: z.string().nullable(),
  mayImport: z.boolean(),
})
export type ImportRow = z.output<typeof row>

export const archive = endpoint({
  method: 'GET',
  path: '/api/archive',
  purpose: 'What stands in the archive of each account, and the imports.',
  input: z.object({ account: id.optional() }),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        handle: z.string(),
        network: z.string(),
        closed: z.boolean(),
        posts: whole,
        imported: whole,
        ours: whole,
        firstAt: z.string().nullable(),
        lastAt: z.string().nullable(),
        followers: z.number().nullable(),
        countedAt: z.string().nullable(),
        /** How a person comes by this network's export; null where none can be read. */
        exportWords: z.string().nullable(),
        exportEndings: z.array(z.string()),
      }),
    ),
    imports: z.array(row),
    columns: z.array(z.object({ id: z.string(), needed: z.boolean(), words: z.string() })),
    mayImport: z.boolean(),
  }),
})

export const importOne = endpoint({
  method: 'GET',
  path: '/api/archive/imports/:id',
  purpose: 'One import: how far it is, what is in the file, and what is odd about it.',
  input: z.object({ id }),
  output: row,
  refusals: [no.noImport],
})

export const beginImport = endpoint({
  method: 'POST',
  path: '/api/archive/imports',
  purpose: 'Begins an import. The file follows in pieces.',
  input: z.object({
    accountId: id.nullable(),
    format: z.enum(['export', 'plain']),
    fileName: z.string().min(1).max(200),
    bytes: z.number().int().min(1),
  }),
  output: z.object({ id: z.string() }),
  refusals: [no.mayNotImport, no.noAccount, no.noReader, no.tooLargeFile, no.tooManyOpen],
})

export const receivePiece = endpoint({
  method: 'POST',
  path: '/api/archive/imports/:id/pieces',
  purpose: 'The next piece of the file, from the given byte on; after a break the import says from where to go on.',
  upload: { maxBytes: mostPieceBytes },
  input: z.object({ id, from: z.coerce.number().int().min(0).max(mostFileBytes) }),
  output: z.object({ received: whole, whole: z.boolean() }),
  refusals: [no.mayNotImport, no.noImport, no.notReceiving, no.otherPlace, no.notHere],
})

export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/archive/imports/:id/confirm',
  purpose:
    'Puts what was read into the archive, all of it or nothing. A post that stands there already is not doubled.',
  input: z.object({ id, acceptHandle: z.boolean() }),
  output: z.object({ posts: whole, fresh: whole, changed: whole }),
  refusals: [no.mayNotImport, no.noImport, no.notRead, no.otherAccount, no.readAgain],
})

export const abandonImport = endpoint({
  method: 'POST',
  path: '/api/archive/imports/:id/abandon',
  purpose: 'Deletes the file and what was read of it. What was confirmed before stays.',
  input: z.object({ id }),
  output: z.object({ id: z.string() }),
  refusals: [no.mayNotImport, no.noImport, no.over],
})
