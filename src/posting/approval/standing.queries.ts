import { createHash } from 'node:crypto'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { maySpeak } from '../../register/account.ts'
import { type CheckResult, decidingRoleSchema, type Override } from '../../rulebook/finding.ts'
import { answeringOf } from '../answering.ts'
import { checkDraft, chosenAccounts, consentUntil, contributorOn, troublesOf } from '../check-draft.ts'
import type { Content } from '../content.ts'
import { draftFactsOf, factsFor } from '../facts.queries.ts'
import type { AccountFacts, DraftFacts } from '../facts.ts'
import { contentOf, type PostRow } from '../post.store.ts'
import { type Due, dueOf } from '../schedule.ts'
import { digestText, sheetOf } from './digest.ts'
import type { Sheet } from './sheet.ts'

export const digestOf = (sheet: Sheet): string => createHash('sha256').update(digestText(sheet)).digest('hex')

/** A post as it stands at this moment: composed, hashed and ready to be checked with today's signatures, people, pictures and holds. */
export type Standing = {
  post: PostRow
  content: Content
  facts: DraftFacts
  chosen: AccountFacts[]
  sheet: Sheet
  digest: string
  due: Due | null
  /** Why it cannot go out, whatever anybody decides. */
  troubles: string[]
  check(consent: 'willAsk' | 'standing', overrides?: readonly Override[]): CheckResult
}

export async function standingOf(
  db: Db,
  post: PostRow,
  now: Date,
  content: Content = contentOf(post),
): Promise<Standing> {
  const facts = await draftFactsOf(db, post.force_id, content, post.author_id, now, [], answeringOf(post))
  return standing(post, content, facts, now)
}

/** Many posts of one force, with one loading for all. */
export async function standingsOf(db: Db, forceId: string, posts: readonly PostRow[], now: Date): Promise<Standing[]> {
  const all = posts.map((post) => ({
    post,
    content: contentOf(post),
    authorId: post.author_id,
    answering: answeringOf(post),
  }))
  const factsOf = await factsFor(db, forceId, all, now)
  return all.map((one) => standing(one.post, one.content, factsOf(one), now))
}

function standing(post: PostRow, content: Content, facts: DraftFacts, now: Date): Standing {
  const sheet = sheetOf(content, facts)
  const due = dueOf(content.when, now)
  return {
    post,
    content,
    facts,
    sheet,
    due,
    chosen: chosenAccounts(content, facts),
    digest: digestOf(sheet),
    troubles: [...(due ? [] : ['This date or time does not exist. Choose another.']), ...troublesOf(content, facts)],
    check: (consent, overrides = []) =>
      checkDraft(content, facts, { now, writtenAt: post.changed_at, consent, overrides }),
  }
}

/** Which of its accounts may not speak, and who may not write or speak there (any more), in words: the author, and the one in whose name it goes out, who signs there. */
export function notSpeaking(s: Standing, now: Date): string[] {
  const { author, speaksFor } = s.facts
  const people = speaksFor
    ? ([
        [author, 'drafts'],
        [speaksFor, 'signs'],
      ] as const)
    : ([[author, 'signs']] as const)
  const at = s.due?.instant ?? now
  const found = people.flatMap(([person, voice]) =>
    s.chosen.flatMap((a) => {
      const contributor = contributorOn(a, person, at, voice)
      return contributor.ok ? [] : [contributor.why]
    }),
  )
  const shut = s.chosen.flatMap((a) => (maySpeak(a.status) ? [] : [`${a.name} may no longer speak.`]))
  return [...new Set([...shut, ...found])]
}

type Decided = {
  post_id: string
  digest: string
  finding: string | null
  role: string | null
  person_id: string
  reason: string
  at: Date
}

/** Decisions about findings of these posts; `of` gives those that were recorded for exactly this digest. */
export async function overridesBy(
  db: Db,
  forceId: string,
  postIds: readonly string[],
): Promise<(postId: string, digest: string) => Override[]> {
  const rows: Decided[] =
    postIds.length === 0
      ? []
      : await db
          .selectFrom('decision')
          .select(['post_id', 'digest', 'finding', 'role', 'person_id', 'reason', 'at'])
          .where('force_id', '=', forceId)
          .where('post_id', 'in', [...postIds])
          .where('kind', '=', 'override')
          .orderBy('at')
          .execute()
  return (postId, digest) => rows.filter((r) => r.post_id === postId && r.digest === digest).flatMap(overrideOf)
}

function overrideOf(r: Decided): Override[] {
  const role = decidingRoleSchema.safeParse(r.role)
  return role.success && r.finding
    ? [{ key: r.finding, role: role.data, personId: r.person_id, reason: r.reason, at: r.at.toISOString() }]
    : []
}

export const overridesOf = async (db: Db, forceId: string, postId: string, digest: string): Promise<Override[]> =>
  (await overridesBy(db, forceId, [postId]))(postId, digest)

/** Whether this one may change the post: its author, the one whose name it carries, or a contributor of all its accounts. */
export function mayEdit(
  actor: Actor,
  s: Pick<Standing, 'post' | 'content' | 'chosen'>,
  now: Date,
  self: DraftFacts['author'] | null,
): boolean {
  if (actor.personId === null) return false
  if (actor.personId === s.post.author_id || actor.personId === s.content.speaksForId) return true
  if (!self || s.chosen.length === 0) return false
  return s.chosen.every((account) =>
    may(actor, 'writeOn', {
      isContributor: account.contributors.some((c) => c.personId === actor.personId),
      contributorCurrent: contributorOn(account, self, now, 'drafts').ok,
    }),
  )
}

/** What `may` has to know before it says who approves. */
export function approving(actor: Actor, s: Standing, now: Date) {
  const speaker = s.facts.speaksFor?.id ?? null
  const at = now.toISOString()
  const consents = (to: string) => speaker !== null && (consentUntil(s.chosen, speaker, to) ?? '') >= at
  const belongs = (a: AccountFacts) =>
    a.contributors.some((c) => c.personId === actor.personId) || a.answerFor.includes(actor.personId ?? '')
  return {
    authorId: s.post.author_id,
    speaksForId: speaker,
    hasConsent: consents(actor.personId ?? '') || consents(s.post.author_id),
    isContributor: s.chosen.every(belongs),
  }
}
