import { z } from 'zod'
import { forceSettings } from '../people/force.ts'
import { accountClass, accountKind, accountStatus, placeVoice, signaturePlace } from '../register/account.ts'
import { coverHours } from '../register/cover.ts'
import { answering } from './answering.ts'

/** What a screen shows of a person. */
export const personRef = z.object({ id: z.string(), rank: z.string(), name: z.string() })
export type PersonRef = z.output<typeof personRef>

/** 'PC Leah Corrigan'; without a rank the name alone. */
export const said = (p: Pick<PersonRef, 'rank' | 'name'>): string => `${p.rank} ${p.name}`.trim()

/** What a screen shows of an account. What its network can do is in networks/networks.ts, by `network`. */
export const accountRef = z.object({
  id: z.string(),
  network: z.string(),
  handle: z.string(),
  name: z.string(),
  class: accountClass,
  area: z.string().nullable(),
})
export type AccountRef = z.output<typeof accountRef>

/** One account as composing and checking need it. The same facts serve the browser while somebody types and the server when it decides. */
export const accountFacts = accountRef.extend({
  kind: accountKind,
  status: accountStatus,
  signaturePlace,
  /** The signatures in force, whose and how they are published. */
  signatures: z.array(z.object({ personId: z.string(), mark: z.string() })),
  /** Who contributes here now: signs, or drafts for those who sign. `until`: the place is known to end then; null: no end is known. */
  contributors: z.array(
    z.object({ personId: z.string(), voice: placeVoice, trusted: z.boolean(), until: z.string().nullable() }),
  ),
  /** Standing consents in force: `to` may release in the name of `by` until then. */
  delegations: z.array(z.object({ by: z.string(), to: z.string(), until: z.string() })),
  /** Who answers for the account by office: its owner and its supervisor, where somebody holds these. */
  answerFor: z.array(z.string()),
  cover: z.array(coverHours),
  /** The hold that would stop it now, in words. */
  hold: z.string().nullable(),
  latenessMinutes: z.number(),
  unansweredRisk: z.number(),
})
export type AccountFacts = z.output<typeof accountFacts>

/** A person as far as a post needs to know: somebody who left or whose training lapsed may not speak. */
export const speakerFacts = personRef.extend({ leftAt: z.string().nullable(), trainedUntil: z.string().nullable() })
export type SpeakerFacts = z.output<typeof speakerFacts>

/** Everything that turns what an author wrote into what would be published and into what the rules look at. */
export const draftFacts = z.object({
  zone: z.string(),
  settings: forceSettings,
  accounts: z.array(accountFacts),
  /** Pictures in the content: what the bytes are. */
  pictures: z.array(z.object({ id: z.string(), sha256: z.string(), removed: z.array(z.string()) })),
  author: speakerFacts,
  /** In whose name it goes out, when that is somebody else. */
  speaksFor: speakerFacts.nullable(),
  /** What it answers, when it is an answer to somebody. */
  answering: answering.nullable().default(null),
  /** Handles on the register. */
  ownHandles: z.array(z.string()),
})
export type DraftFacts = z.output<typeof draftFacts>
