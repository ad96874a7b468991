import type { Subject } from '../people/training/training.ts'
import type { AccountClass } from '../register/account.ts'
import type { Outcome as Became } from '../register/outside/look-alike.ts'
import type { RequestDecision } from '../register/request/request.ts'
import type { AccountKey } from './accounts.ts'
import type { ObjectiveKey, OfficeKey, PersonKey } from './force.ts'

type By = { by: PersonKey }
type Asked = {
  network: string
  handle: string
  name: string
  class: AccountClass
  purpose: string
  office: OfficeKey
  objective: ObjectiveKey
  whyNew: string
  whoPosts: string
  leaveCover: string
  monitoring: string
  training: string
  risk: string
}

/** What is done to the register. Requests and look-alikes are called by names of the demo's own. */
export type RegisterDeed =
  | (By & { do: 'askAccount'; request: string; asked: Asked })
  | (By & { do: 'decideRequest'; request: string; decision: RequestDecision; to: AccountKey | null; reason: string })
  | (By & { do: 'train'; who: PersonKey; subject: Exclude<Subject, 'agreement'>; until: Date })
  | (By & { do: 'profile'; on: AccountKey; words: string })
  | (By & { do: 'noteLookAlike'; found: string; network: string; handle: string; what: string })
  | (By & { do: 'decideLookAlike'; found: string; outcome: Exclude<Became, 'open'>; reason: string; reference: string })
