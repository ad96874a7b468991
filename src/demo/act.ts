import type { PracticeAct } from '../networks/practice/fault.ts'
import type { AccountMove } from '../register/account.ts'
import type { AccountKey, ConnectedKey } from './accounts.ts'
import type { DeskDeed } from './desk/deed.ts'
import type { ObjectiveKey, OfficeKey, PersonKey } from './force.ts'
import type { RegisterDeed } from './register-deed.ts'
import type { SceneKey } from './scenes.ts'

/** What somebody writes, with the demo's own names for people, places and pictures. */
export type Say = {
  pieces: readonly string[]
  language: 'en' | 'cy'
  on: readonly AccountKey[]
  /** Null: as soon as it is released. */
  due: Date | null
  intent: 'inform' | 'engage' | 'appeal'
  objective: ObjectiveKey | null
  picture: { scene: SceneKey; alt: string } | null
  speaksFor: PersonKey | null
  rationale: { purpose: string; lawful: string; necessary: string; proportionate: string } | null
  reviewAt: Date | null
}

type By = { by: PersonKey }
type OfPost = By & { post: string }

/** One thing that somebody does. Posts and holds are called by names of the demo's own. */
export type Deed =
  | DeskDeed
  | RegisterDeed
  | (OfPost & { do: 'write' | 'change'; say: Say })
  | (OfPost & { do: 'ask' | 'publish' | 'discard' | 'putBack' })
  | (OfPost & { do: 'approve' | 'sendBack' | 'refuse' | 'emergency' | 'withdraw' | 'reopen'; reason: string })
  | (OfPost & { do: 'decide'; rule: string; reason: string; rationale: Say['rationale'] })
  | (OfPost & { do: 'look'; verdict: 'inOrder' | 'learn' | 'withdraw'; words: string })
  | (OfPost & { do: 'correct'; of: string; reason: string; pieces: readonly string[] })
  | (OfPost & { do: 'settle'; settling: 'sendOnceMore' | 'withdraw'; reason: string })
  | (By & { do: 'hold'; hold: string; area: string; reason: string })
  | (By & { do: 'release'; hold: string })
  | { do: 'fault'; on: ConnectedKey; fault: PracticeAct; times: number; seconds: number }
  | { do: 'reply'; post: string; on: ConnectedKey; name: string; words: string }
  | { do: 'signIn'; who: PersonKey }
  | (By & { do: 'leave'; who: PersonKey })
  | (By & { do: 'promote'; who: PersonKey; rank: string })
  | (By & { do: 'join'; who: PersonKey; on: AccountKey; trusted: boolean })
  | (By & { do: 'handOver'; office: OfficeKey; to: PersonKey })
  | (By & { do: 'consent'; to: PersonKey; on: AccountKey; until: Date })
  | (By & { do: 'moveAccount'; on: AccountKey; move: AccountMove; reason: string })

export type Act = { at: Date } & Deed

/** A draft in good order; state what differs. */
export const say = (given: Pick<Say, 'pieces' | 'on'> & Partial<Say>): Say => ({
  language: 'en',
  due: null,
  intent: 'inform',
  objective: 'trust',
  picture: null,
  speaksFor: null,
  rationale: null,
  reviewAt: null,
  ...given,
})
