import { createContext, use } from 'react'
import type { HoldScope } from '../parts/hold-dialog.tsx'
import type { EntryId } from './entries.ts'

/** What the frame shows on every page. */
export type FrameFacts = {
  force: string
  /** IANA zone of the force: all times on staff pages are in it. */
  zone: string
  me: { name: string; role: string; initials: string }
  /** An inspectorate: it has no accounts of its own, and compares those who let it. */
  inspects?: boolean
  /** The one-time password is still in use: nothing else is allowed before it is changed. */
  mustChangePassword?: boolean
  /** Entries that this person may use; the others are not shown. */
  entries: readonly EntryId[]
  /** Counts beside entries. Urgent only for Today, when someone may be in danger or something fails if nobody acts. */
  counts: Partial<Record<EntryId, { n: number; urgent: boolean }>>
  /** What the hold dialog says, or null where this person may not hold. */
  mayHold: { waiting: number; sending: number } | null
  /** Posts are held: what (`all posts`), since when (ISO), by whom, why. */
  held: { what: string; since: string; by: string; why: string } | null
}

/** Where the frame gets its facts and sends its acts; source.ts puts the contracts behind it. */
export type FrameSource = {
  read(signal: AbortSignal): Promise<FrameFacts>
  /** What may be held beside everything. */
  scopes(signal: AbortSignal): Promise<HoldScope[]>
  hold(wish: { scope: string | null; why: string }): Promise<void>
  signOut(): Promise<void>
}

/** The facts as they were last read; null while they are not known. */
export const FactsContext = createContext<FrameFacts | null>(null)

/** The force's zone; while it is not known, that of most forces. */
export const useZone = (): string => use(FactsContext)?.zone ?? 'Europe/London'

/** Whether whoever reads is of an inspectorate, whose one page is how forces differ. */
export const useInspects = (): boolean => use(FactsContext)?.inspects ?? false
