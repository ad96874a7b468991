import type { OutcomeKind } from '../../inbox/conversation.ts'
import type { DutyKind } from '../../inbox/duty/rota.ts'
import type { Category } from '../../inbox/triage/category.ts'
import type { ConnectedKey } from '../accounts.ts'
import type { PersonKey } from '../force.ts'

type By = { by: PersonKey }
type OfQuestion = By & { question: string }
/** What somebody of the public said is called by a name of the demo's own, and so is the conversation that it is in. */
type OfTalk = By & { talk: string }

/** One thing that the public or the desk does. */
export type DeskDeed =
  | { do: 'speak'; talk: string; on: ConnectedKey; name: string; words: string; direct: boolean; language: 'en' | 'cy' }
  | { do: 'sayMore'; talk: string; below: string; name: string; words: string }
  /** Whoever was spoken to listens; `everywhere`: all do. */
  | { do: 'hear'; everywhere?: true }
  | (OfTalk & { do: 'take' })
  | (OfTalk & { do: 'give'; to: PersonKey | null; words: string })
  | (OfTalk & { do: 'decideKind'; category: Category })
  | (OfTalk & { do: 'note'; words: string })
  | (OfTalk & { do: 'incident'; reference: string })
  | (OfTalk & { do: 'crime'; reference: string })
  /** `answer` goes out at once; `beginAnswer` stays a draft. */
  | (OfTalk & { do: 'answer'; words: string })
  | (OfTalk & { do: 'beginAnswer'; words: string })
  /** `words`: the reference, the team or the reason, as the outcome needs it. */
  | (OfTalk & { do: 'end'; outcome: OutcomeKind; words: string })
  | (OfTalk & { do: 'hide'; code: string; reason: string })
  | (OfTalk & { do: 'appeal'; words: string })
  | (OfTalk & { do: 'decideAppeal'; outcome: 'upheld' | 'lifted'; reason: string })
  /** Standards are published, and the first lines ready to use are there. */
  | (By & { do: 'beginDesk' })
  | (By & { do: 'onDuty'; who: PersonKey; kind: DutyKind; from: string; until: string })
  | (By & { do: 'leaveNote'; note: string; words: string })
  | (By & { do: 'readNote'; note: string })
  /** What the public is asked; the post that asks is called as the demo calls it. */
  | (OfQuestion & { do: 'planQuestion'; title: string; words: string })
  | (OfQuestion & { do: 'tieQuestion'; post: string })
  | (OfQuestion & { do: 'moveQuestion'; move: 'open' | 'close' | 'answer' })
  | (OfQuestion & { do: 'answerQuestion'; theme: string; talks: readonly string[]; did: string })
