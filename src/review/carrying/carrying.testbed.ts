import type { DeskBed } from '../../inbox/inbox.testbed.ts'
import { beginAlone } from './carrying.commands.ts'
import { doStep } from './step.commands.ts'

const closing = { accountId: 'westport', lookAlikeId: null, kind: 'closing', intoAccountId: 'chiefs' } as const
export const lastDay = '2026-09-28'

/** Westport is closed into the chiefs' account, by Priya unless said otherwise. */
export const begin = (bed: DeskBed, over: object = {}, who: Parameters<DeskBed['as']>[0] = 'priya') =>
  beginAlone(bed, bed.as(who), { ...closing, on: lastDay, ...over })

export const tick = (bed: DeskBed, id: string, step: string, who: Parameters<DeskBed['as']>[0] = 'priya') =>
  doStep(bed, bed.as(who), { id, step, evidence: `Seen: ${step}` })

/** Something of ours in the archive. */
export const published = (bed: DeskBed, account_id: string) =>
  bed.db
    .insertInto('published')
    .values({
      force_id: bed.forceId,
      account_id,
      external_id: 'x1',
      said_at: bed.clock.now(),
      kind: 'original',
      words: 'Hello',
      pictures: 0,
      videos: 0,
      cut: false,
      edited: false,
      seen_at: bed.clock.now(),
      source: 'ours',
    })
    .execute()
