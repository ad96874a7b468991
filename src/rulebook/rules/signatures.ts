import { type DraftTarget, sketchTarget } from '../draft.ts'
import { fold } from '../language/fold.ts'
import type { Reading } from '../reading.ts'
import { everywhere, type Hit, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'
const leah = { signature: 'PC LC:', personId: 'leah' } as const
const chief = { signature: 'ACC TH:', personId: 'hale' } as const

const unsigned: Rule = {
  id: 'R59',
  version: VERSION,
  title: 'No signature on an account of several officers',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter, from a force’s notes on a shared account of chief officers' },
  why: 'On this account several people speak, and readers must see who.',
  fix: 'Choose who speaks. The signature is then added to each post by itself.',
  decidedBy: ['productOwner', 'headOfCommunications'],
  look: (reading) =>
    reading.draft.targets
      .filter(
        (target) =>
          !reading.draft.isAutomatic &&
          target.kind === 'collective' &&
          (target.signature === null || target.signature.signature.trim() === ''),
      )
      .map(
        (target): Hit => ({
          says: `${target.name} needs a signature`,
          at: null,
          accountId: target.accountId,
          words: 'no signature',
        }),
      ),
  fails: [
    {
      words: 'Back from a busy market day.',
      when: 'on a shared account, nobody chosen',
      draft: { targets: [sketchTarget({ kind: 'collective' })] },
    },
  ],
  passes: [
    {
      words: 'Back from a busy market day.',
      when: 'on a shared account, signed PC LC:',
      draft: { targets: [sketchTarget({ kind: 'collective', signature: leah })] },
    },
    { words: 'Back from a busy market day.', when: 'on an account that speaks with one voice' },
    {
      words: 'Nobody is reading messages here now. In an emergency call 999. Otherwise call 101.',
      when: 'the line that goes out by itself while nobody looks',
      draft: { isReply: true, isAutomatic: true, targets: [sketchTarget({ kind: 'collective' })] },
    },
  ],
}

/** Whether the author may speak as this person when the post goes out. */
function maySpeakAs(reading: Reading, personId: string): boolean {
  const { author, delegation, publishAt } = reading.draft
  if (author.personId === personId) return true
  if (delegation?.personId !== personId) return false
  const [until, goesOut] = [Date.parse(delegation.until), Date.parse(publishAt.instant)]
  return Number.isFinite(until) && Number.isFinite(goesOut) && goesOut <= until
}

const notTheirs: Rule = {
  id: 'R60',
  version: VERSION,
  title: 'Signed with someone else’s signature',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter, from a force’s notes on a shared account of chief officers' },
  why: 'A signature promises that this person said it. Nobody has recorded that you may speak for them.',
  fix: 'Send it to them to release, have the consent recorded, or sign it yourself.',
  decidedBy: ['productOwner', 'headOfCommunications', 'chiefOfficer'],
  look: (reading) =>
    reading.draft.targets.flatMap((target): Hit[] => {
      const { signature } = target
      if (!signature || maySpeakAs(reading, signature.personId)) return []
      return [
        {
          says: `“${signature.signature}” is not your signature`,
          at: null,
          accountId: target.accountId,
          words: signature.signature,
        },
      ]
    }),
  fails: [
    {
      words: 'Back from a busy market day.',
      when: 'signed ACC TH: by somebody else',
      draft: { targets: [sketchTarget({ signature: chief })] },
    },
  ],
  passes: [
    {
      words: 'Back from a busy market day.',
      when: 'signed with one’s own',
      draft: { targets: [sketchTarget({ signature: leah })] },
    },
    {
      words: 'Back from a busy market day.',
      when: 'signed ACC TH: with a consent that lasts until tomorrow',
      draft: {
        targets: [sketchTarget({ signature: chief })],
        delegation: { personId: 'hale', until: '2026-10-07T22:00:00Z' },
      },
    },
  ],
}

/** Rank and initials as one word: 'ACC TH:' and '^acc th' read the same. */
const bare = (signature: string): string => fold(signature).lower.replaceAll(/[^a-z0-9]/g, '')

function clashes(target: DraftTarget): Hit[] {
  const { signature } = target
  if (!signature) return []
  const mine = bare(signature.signature)
  const twin = target.otherSignatures.find((one) => one.personId !== signature.personId && bare(one.signature) === mine)
  const drift = target.otherSignatures.find(
    (one) => one.personId === signature.personId && bare(one.signature) !== mine,
  )
  const place = { at: null, accountId: target.accountId }
  if (twin) {
    return [
      {
        ...place,
        says: `Two people sign “${signature.signature}” on ${target.name}`,
        words: `${signature.signature} twice`,
      },
    ]
  }
  if (!drift) return []
  return [
    {
      ...place,
      says: `The same person also signs “${drift.signature}” on ${target.name}`,
      words: `${signature.signature} and ${drift.signature}`,
      severity: 'advise',
      why: 'Readers know a voice by one signature.',
      fix: 'Keep one of the two on the roster.',
    },
  ]
}

const clash: Rule = {
  id: 'R61',
  version: VERSION,
  title: 'Two people with one signature, or one person with two',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter, from a force’s notes: both styles were seen in one week' },
  why: 'Nobody can tell which of the two is speaking.',
  fix: 'Give one of them another signature on the roster, such as a second initial.',
  decidedBy: ['productOwner', 'headOfCommunications'],
  look: (reading) => reading.draft.targets.flatMap(clashes),
  fails: [
    {
      words: 'Back from a busy market day.',
      when: 'two people sign PC LC:',
      draft: {
        targets: [sketchTarget({ signature: leah, otherSignatures: [{ signature: 'PC LC', personId: 'lewis' }] })],
      },
    },
    {
      words: 'Back from a busy market day.',
      when: 'one person signs in two styles',
      draft: {
        targets: [sketchTarget({ signature: leah, otherSignatures: [{ signature: 'PC Corrigan', personId: 'leah' }] })],
      },
    },
  ],
  passes: [
    {
      words: 'Back from a busy market day.',
      draft: {
        targets: [sketchTarget({ signature: leah, otherSignatures: [{ signature: 'PC AB:', personId: 'amy' }] })],
      },
    },
  ],
}

export const signatureRules: readonly Rule[] = [unsigned, notTheirs, clash]
