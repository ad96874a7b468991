import { answerRate } from './kept/answer-rate.ts'
import { appeals } from './kept/appeals.ts'
import { approvalDelay } from './kept/approval-delay.ts'
import { cover } from './kept/cover.ts'
import { crimeClock } from './kept/crime-clock.ts'
import { depth } from './kept/depth.ts'
import { firstLook } from './kept/first-look.ts'
import { hygiene } from './kept/hygiene.ts'
import { incidentYield } from './kept/incident-yield.ts'
import { localReach } from './kept/local-reach.ts'
import { moderation } from './kept/moderation.ts'
import { migration } from './kept/not-yet.ts'
import { overlap } from './kept/overlap.ts'
import { ruleOutcomes } from './kept/rule-outcomes.ts'
import { rumours } from './kept/rumours.ts'
import { strategyLink } from './kept/strategy-link.ts'
import { unattended } from './kept/unattended.ts'
import type { Measure } from './measure.ts'
import { accessibility } from './said/accessibility.ts'
import { balance } from './said/balance.ts'
import { channelShift } from './said/channel-shift.ts'
import { dialogue } from './said/dialogue.ts'
import { dormant } from './said/dormant.ts'
import { fallenSilent } from './said/fallen-silent.ts'
import { nearDuplicates } from './said/near-duplicates.ts'
import { ownWords } from './said/own-words.ts'
import { repeats } from './said/repeats.ts'
import { silentDays } from './said/silent-days.ts'
import { unmonitored } from './said/unmonitored.ts'
import { voiceBreadth } from './said/voice-breadth.ts'
import { welsh } from './said/welsh.ts'

/** All thirty, in the order of their numbers. */
export const measures: readonly Measure[] = [
  silentDays,
  unattended,
  dormant,
  ownWords,
  repeats,
  nearDuplicates,
  dialogue,
  answerRate,
  depth,
  firstLook,
  crimeClock,
  incidentYield,
  channelShift,
  unmonitored,
  cover,
  balance,
  voiceBreadth,
  fallenSilent,
  approvalDelay,
  ruleOutcomes,
  appeals,
  strategyLink,
  localReach,
  overlap,
  accessibility,
  welsh,
  rumours,
  moderation,
  hygiene,
  migration,
]

export const measureOf = (id: string): Measure | null => measures.find((m) => m.definition.id === id) ?? null
