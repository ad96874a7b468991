import { sketchTarget } from '../draft.ts'
import { everywhere, type Hit, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const noObjective: Rule = {
  id: 'R69',
  version: VERSION,
  title: 'No objective or local priority',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'advise',
  pack: null,
  source: { kind: 'official', words: 'The inspectorate’s report of 2018 on how forces engage the public' },
  why: 'A post that serves nothing we promised is hard to defend, and is not counted for what it does.',
  fix: 'Choose the objective or the local priority that it serves.',
  decidedBy: ['corporateCommunications', 'headOfCommunications', 'supervisor'],
  look(reading) {
    const { objectiveId, isReply, targets } = reading.draft
    if (objectiveId !== null || isReply) return []
    const campaign = targets.some((target) => target.class === 'campaign')
    return [
      {
        says: 'It serves no objective yet',
        at: null,
        words: 'no objective',
        severity: campaign ? 'needsApproval' : 'advise',
      },
    ]
  },
  fails: [{ words: 'A sunny day in Eastby.', when: 'with no objective chosen', draft: { objectiveId: null } }],
  passes: [
    { words: 'A sunny day in Eastby.', when: 'with an objective' },
    { words: 'You are welcome, Sam.', when: 'in a reply', draft: { objectiveId: null, isReply: true } },
  ],
}

const STATUS_WORDS = {
  proposed: 'is proposed and not yet approved',
  underReview: 'is under review',
  closing: 'is closing',
  closed: 'is closed',
  unofficial: 'is not an official account',
} as const

const notInOrder: Rule = {
  id: 'R70',
  version: VERSION,
  title: 'Account or contributor not in order',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'Northern Ireland’s cyber security guidance on social media accounts' },
  why: 'Only accounts and people that are checked and current may speak for the force.',
  fix: 'Put the account or the person in order in the register first, or leave this account out.',
  decidedBy: ['productOwner', 'headOfCommunications'],
  look: (reading) =>
    reading.draft.targets.flatMap(({ accountId, name, status, contributor }): Hit[] => {
      const hits: Hit[] = []
      if (status !== 'live') hits.push({ says: `${name} ${STATUS_WORDS[status]}`, at: null, accountId, words: status })
      if (!contributor.ok)
        hits.push({
          says: `You cannot post on ${name} now`,
          at: null,
          accountId,
          words: contributor.why,
          why: contributor.why,
        })
      return hits
    }),
  fails: [
    {
      words: 'A sunny day in Eastby.',
      when: 'on an account that is closing',
      draft: { targets: [sketchTarget({ status: 'closing' })] },
    },
    {
      words: 'A sunny day in Eastby.',
      when: 'by somebody who left the team',
      draft: { targets: [sketchTarget({ contributor: { ok: false, why: 'You left this team on 1 October.' } })] },
    },
  ],
  passes: [{ words: 'A sunny day in Eastby.', when: 'on a live account by a current contributor' }],
}

const held: Rule = {
  id: 'R41',
  version: VERSION,
  title: 'It would go out in a hold',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'College of Policing guidance on major incidents' },
  why: 'Posts are held while something grave happens, so that nothing thoughtless stands beside it.',
  fix: 'Wait until the hold ends and look at it again, or have whoever set the hold let it through.',
  decidedBy: ['gold', 'headOfCommunications'],
  look: (reading) =>
    reading.draft.targets.flatMap(({ accountId, name, hold }): Hit[] =>
      hold ? [{ says: `${name} is on hold: ${hold.words}`, at: null, accountId, words: hold.words }] : [],
    ),
  fails: [
    {
      words: 'Join our team.',
      when: 'in a hold',
      draft: { targets: [sketchTarget({ hold: { words: 'fatal collision, Eastby' } })] },
    },
  ],
  passes: [{ words: 'Join our team.', when: 'with no hold' }],
}

/** From this many waiting messages on, a new post needs approval. */
const MANY_WAITING = 3

const unanswered: Rule = {
  id: 'R39',
  version: VERSION,
  title: 'Someone at risk waits for an answer',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'advise',
  pack: null,
  source: { kind: 'press', words: 'An English force’s practice, as reported; the step to approval is ours' },
  why: 'Whoever asked for help sees us talk of other things.',
  fix: 'Answer the message first, or hand it to the desk.',
  decidedBy: ['supervisor', 'gold', 'headOfCommunications'],
  look: (reading) =>
    reading.draft.targets.flatMap(({ accountId, name, unansweredRisk }): Hit[] => {
      if (unansweredRisk <= 0 || reading.draft.isReply) return []
      const severity = unansweredRisk >= MANY_WAITING ? 'needsApproval' : 'advise'
      const waits =
        unansweredRisk === 1 ? '1 message about a risk waits' : `${unansweredRisk} messages about a risk wait`
      return [{ says: `${waits} on ${name}`, at: null, accountId, words: 'unanswered risk', severity }]
    }),
  fails: [
    {
      words: 'A sunny day in Eastby.',
      when: 'while a threat waits unread',
      draft: { targets: [sketchTarget({ unansweredRisk: 1 })] },
    },
  ],
  passes: [
    { words: 'A sunny day in Eastby.', when: 'with nothing waiting' },
    {
      words: 'We are on our way. If you are in danger call 999.',
      when: 'in a reply',
      draft: { isReply: true, targets: [sketchTarget({ unansweredRisk: 1 })] },
    },
  ],
}

export const coherenceRules: readonly Rule[] = [noObjective, notInOrder, held, unanswered]
