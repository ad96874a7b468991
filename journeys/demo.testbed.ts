import { constants, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { z } from 'zod'
import { type Caller, type Counter, callAs, openCounter, signInByCall } from './counter.testbed.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a program that has lived the demo's year until this run began, and is closed. */
    played: string
  }
}

/** A copy of the folder in which the demo has lived its year: its store, its files and the secret that opens its keys. */
export function copyDemo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fc-journey-'))
  cpSync(inject('played'), folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return folder
}

/** The real program, started again where the demo has lived its year. */
export const openDemo = (): Promise<Counter> => openCounter({}, copyDemo())

/** Signs in as somebody of the demo force: `ffion.maddox`. */
export const signInAs = (seat: Caller, who: string): Promise<void> =>
  signInByCall(seat, `${who}@westshire.example`, 'practice makes calm')

const compose = z.object({ facts: z.object({ accounts: z.array(z.object({ id: z.string(), handle: z.string() })) }) })
const started = z.object({ id: z.string(), edit: z.number() })
const finding = z.object({ key: z.string(), severity: z.string(), state: z.string() })
const shown = z.object({
  frozen: z.object({ version: z.number(), digest: z.string() }),
  check: z.object({ result: z.object({ findings: z.array(finding) }) }),
})

/** The answer, or a test that stops here. */
export const done = (what: string, { status, body }: { status: number; body: unknown }): unknown => {
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Writes a post for one account and puts it before an approver. Returns its id. */
export async function askFor(seat: Caller, handle: string, words: string): Promise<string> {
  const { facts } = compose.parse(done('compose', await callAs(seat, 'GET', '/api/posting/compose')))
  const targets = facts.accounts.filter((a) => a.handle === handle).map((a) => a.id)
  const content = { pieces: [words], targets }
  const { id, edit } = started.parse(done('draft', await callAs(seat, 'POST', '/api/posts', { content })))
  done('ask', await callAs(seat, 'POST', `/api/posts/${id}/ask`, { edit }))
  return id
}

/** Approves exactly what is put before an approver now; what a rule blocks they let stand first, with a reason. */
export async function approve(seat: Caller, post: string): Promise<void> {
  const { frozen, check } = shown.parse(done('read', await callAs(seat, 'GET', `/api/approvals/${post}`)))
  const blocked = check.result.findings.filter((f) => f.severity === 'block' && f.state === 'open')
  for (const { key } of blocked) {
    const decision = { ...frozen, finding: key, reason: 'It may wait with the others.' }
    done('decide', await callAs(seat, 'POST', `/api/posts/${post}/override`, decision))
  }
  done('approve', await callAs(seat, 'POST', `/api/posts/${post}/approve`, frozen))
}
