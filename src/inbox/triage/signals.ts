import type { Signal } from './signal.ts'
import { calmSignals } from './signals/calm.ts'
import { formalSignals } from './signals/formal.ts'
import { harmSignals } from './signals/harm.ts'
import { intelligenceSignals } from './signals/intelligence.ts'
import { missingSignals } from './signals/missing.ts'
import { selfSignals } from './signals/self.ts'
import { serviceSignals } from './signals/service.ts'
import { talkSignals } from './signals/talk.ts'
import { violenceSignals } from './signals/violence.ts'
import { vulnerableSignals } from './signals/vulnerable.ts'

/** Every signal, dangers first. */
export const signals: readonly Signal[] = [
  ...selfSignals,
  ...violenceSignals,
  ...missingSignals,
  ...vulnerableSignals,
  ...harmSignals,
  ...calmSignals,
  ...serviceSignals,
  ...intelligenceSignals,
  ...formalSignals,
  ...talkSignals,
]
