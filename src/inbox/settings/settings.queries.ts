import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { peopleBy } from '../../posting/refs.queries.ts'
import { crimeHours, requestDays } from '../clock.ts'
import { type Aims, ordinaryAims, readAims } from '../desk.ts'
import { type Category, categories } from '../triage/category.ts'
import { allOf, readDangerWords } from '../triage/own-words.ts'
import { type CategoryAims, deskChange, type deskSettings } from './settings.contract.ts'
import { deskOf } from './settings.store.ts'

type Settings = z.input<typeof deskSettings.output>

const mostChanges = 20

export const aimsOf = (aims: Aims, category: Category): Omit<CategoryAims, 'category'> => ({
  // Reading them has seen to it that there is one.
  firstLook: aims.firstLook[category] ?? 0,
  firstReply: aims.firstReply[category],
  incidentRaised: aims.incidentRaised[category],
  always: aims.always[category],
})

export async function settingsFor(db: Db, actor: Actor): Promise<Settings> {
  const row = await deskOf(db, actor.forceId)
  const aims = readAims(row?.aims)
  return {
    aims: categories.map((category) => ({
      category,
      ...aimsOf(aims, category),
      proposal: aimsOf(ordinaryAims, category),
    })),
    limits: { crimeHours, requestDays },
    dangerWords: readDangerWords(row?.danger_words),
    changes: await changesOf(db, actor.forceId),
    mayChange: may(actor, 'changeDesk'),
  }
}

async function changesOf(db: Db, forceId: string): Promise<Settings['changes']> {
  const rows = await db
    .selectFrom('desk_change')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostChanges)
    .execute()
  const person = await peopleBy(
    db,
    forceId,
    rows.map((r) => r.by_id),
  )
  return rows.map(({ id, at, by_id, what, value }) => ({
    id,
    at: at.toISOString(),
    by: person(by_id),
    change: deskChange.parse({ what, ...(value as object) }),
  }))
}

/** The words of danger that a force has set, whatever their language: for weighing what is heard. */
export const ownDangerWords = async (db: Db, forceId: string): Promise<readonly string[]> =>
  allOf(readDangerWords((await deskOf(db, forceId))?.danger_words))
