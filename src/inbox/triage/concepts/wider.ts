import { deeds } from './wider-deeds.ts'
import { states } from './wider-states.ts'
import type { Wider } from './wording.ts'

/** Wordings by their build: who does what to whom, what is broken off, who is not heard of. Each is added to the concept it is filed under. */
export const wider: Readonly<Record<string, Wider>> = { ...deeds, ...states }
