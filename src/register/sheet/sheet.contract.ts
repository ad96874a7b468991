import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { refusal } from '../../foundation/outcome.ts'
import { accountClass, accountStatus } from '../account.ts'
import { registerRefusals } from '../register.refusals.ts'

export const sheetRefusals = {
  mayNotChangeRegister: registerRefusals.mayNotChangeRegister,
  sheetUnreadable: refusal(
    'sheetUnreadable',
    'This file cannot be read as a list of accounts. Nothing was saved.',
    422,
  ),
  registerMoved: refusal(
    'registerMoved',
    'The register, or the file, is not as it was when you looked. Nothing was saved. Look at the rows again.',
  ),
  rowsNotReady: refusal(
    'rowsNotReady',
    'Some rows cannot be saved. Nothing was saved. Put them right in the file, or say that they are left out.',
  ),
  officesNotThere: refusal(
    'officesNotThere',
    'The file names offices that are not there yet. Nothing was saved. Say that they are made, or take them out of the file.',
  ),
  nothingToSave: refusal('nothingToSave', 'Nothing in this file is new or changed, so there is nothing to save.'),
} as const

const no = sheetRefusals
const upload = { maxBytes: 5_000_000 }
const yesOrNo = z.enum(['yes', 'no'])

const plannedRow = z.object({
  line: z.number().int(),
  state: z.enum(['new', 'changed', 'same', 'bad']),
  network: z.string(),
  handle: z.string(),
  /** As it would stand on the register; null where the row cannot be read. */
  account: z
    .object({ name: z.string(), class: accountClass, status: accountStatus, owner: z.string().nullable() })
    .nullable(),
  asks: z.array(z.enum(['isOurs', 'needsOwner'])),
  wrong: z.array(z.object({ column: z.string(), words: z.string() })),
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
})

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  bad: z.number().int(),
})

export const sheetEndpoints = {
  sheet: endpoint({
    method: 'GET',
    path: '/api/register/sheet',
    purpose: 'The whole register as CSV, in the columns that can be read in again.',
    file: true,
    input: z.object({}),
    output: z.unknown(),
  }),
  example: endpoint({
    method: 'GET',
    path: '/api/register/sheet/example',
    purpose: 'An example file with every column that can be read in.',
    file: true,
    input: z.object({}),
    output: z.unknown(),
  }),
  preview: endpoint({
    method: 'POST',
    path: '/api/register/sheet/preview',
    purpose: 'Reads a CSV file of accounts and says what saving it would do, row by row. Saves nothing.',
    upload,
    input: z.object({}),
    output: z.object({
      rows: z.array(plannedRow),
      counts,
      unknownHeads: z.array(z.string()),
      newOffices: z.array(z.object({ title: z.string(), rows: z.number().int() })),
      /** Of all that was shown; saving asks for it. */
      digest: z.string(),
    }),
    refusals: [no.mayNotChangeRegister, no.sheetUnreadable],
  }),
  importSheet: endpoint({
    method: 'POST',
    path: '/api/register/sheet',
    purpose: 'Saves what the preview of the same file showed, all of it or nothing.',
    upload,
    input: z.object({
      digest: z.string().length(64),
      makeOffices: yesOrNo.default('no'),
      /** Rows that cannot be saved are left out. */
      leaveOut: yesOrNo.default('no'),
    }),
    output: counts.extend({ offices: z.number().int() }),
    refusals: [
      no.mayNotChangeRegister,
      no.sheetUnreadable,
      no.registerMoved,
      no.rowsNotReady,
      no.officesNotThere,
      no.nothingToSave,
    ],
  }),
} as const
