import { traitsOf } from '../networks/networks.ts'
import type { PlaceVoice } from '../register/account.ts'
import { coveredAt, hoursAWeek } from '../register/cover.ts'
import { asPublished } from '../register/signature.ts'
import { check } from '../rulebook/check.ts'
import type { Draft, DraftLimit, DraftTarget, DraftText } from '../rulebook/draft.ts'
import type { CheckResult, Override } from '../rulebook/finding.ts'
import { answeringTroubles } from './answering.ts'
import type { Content } from './content.ts'
import { type AccountFacts, type DraftFacts, type SpeakerFacts, said } from './facts.ts'
import { compose, type Fitted, signatureOn, wordsFor } from './fit.ts'
import { dueOf, wallOf } from './schedule.ts'

/** The rule that counts as the networks count. */
const lengthRule = 'R84'

/** `consent`: whether the one in whose name it goes out will release it (`willAsk`), or has to have consented already (`standing`). */
export type Checking = { now: Date; writtenAt: Date; consent: 'willAsk' | 'standing'; overrides?: readonly Override[] }

/** The rules' verdict on a draft: the same code while somebody types and when the server decides. */
export const checkDraft = (content: Content, facts: DraftFacts, how: Checking): CheckResult =>
  check(draftOf(content, facts, how), { pack: facts.settings.pack, overrides: how.overrides ?? [] })

/** Fills in the shape that the rules look at. */
export function draftOf(content: Content, facts: DraftFacts, how: Checking): Draft {
  const due = dueOf(content.when, how.now)
  const instant = due?.instant ?? how.now
  const chosen = chosenAccounts(content, facts)
  return {
    texts: textsOf(content, chosen),
    pictures: content.pictures.map((p, n) => ({
      field: `alt:${n}`,
      alt: p.alt.trim(),
      language: content.language,
      locationInFile: false,
    })),
    targets: chosen.map((account) => targetOf(content, account, facts, instant)),
    author: { personId: facts.author.id, name: said(facts.author) },
    delegation: consentOf(chosen, facts, how, instant),
    publishAt: { instant: instant.toISOString(), local: wallOf(instant, facts.zone) },
    writtenOn: wallOf(how.writtenAt, facts.zone).slice(0, 10),
    scheduled: due?.scheduled ?? false,
    isReply: facts.answering !== null,
    isAutomatic: facts.answering?.automatic ?? false,
    intent: content.intent,
    objectiveId: content.objectiveId,
    jurisdiction: facts.settings.jurisdiction,
    corporateNumbers: facts.settings.corporateNumbers,
    ownHandles: facts.ownHandles,
    answers: content.answers,
  }
}

const isPrivate = (facts: Pick<DraftFacts, 'answering'>): boolean => facts.answering?.direct != null

export const chosenAccounts = (
  content: Pick<Content, 'targets'>,
  facts: Pick<DraftFacts, 'accounts'>,
): AccountFacts[] => content.targets.flatMap((id) => facts.accounts.filter((account) => account.id === id))

/** `words`, `words/1` … for the common words, `words:<account>` … for an account's own. Words that go nowhere are not looked at. */
function textsOf(content: Content, chosen: readonly AccountFacts[]): DraftText[] {
  const threadOf = (pieces: readonly string[], accountId: string | null): DraftText[] =>
    pieces.map((text, n) => ({ field: fieldOf(accountId, n), text, language: content.language, accountId }))
  const own = chosen.filter((account) => content.variants[account.id])
  const common = own.length < chosen.length || chosen.length === 0 ? threadOf(content.pieces, null) : []
  return [...common, ...own.flatMap((account) => threadOf(wordsFor(content, account.id), account.id))]
}

export const fieldOf = (accountId: string | null, n: number): string =>
  `words${accountId === null ? '' : `:${accountId}`}${n === 0 ? '' : `/${n}`}`

function targetOf(content: Content, account: AccountFacts, facts: DraftFacts, instant: Date): DraftTarget {
  const speaker = facts.speaksFor ?? facts.author
  const traits = traitsOf(account.network)
  const fitted = compose(content, account, speaker.id, isPrivate(facts))
  const signature = facts.answering?.automatic ? null : signatureOn(account, speaker.id)
  const published = signature && asPublished(signature.mark, account.signaturePlace)
  return {
    accountId: account.id,
    name: account.name,
    handle: account.handle,
    network: traits?.name ?? account.network,
    class: account.class,
    kind: account.kind,
    status: account.status,
    watched: watchedAt(account, instant, facts.zone),
    signature: published ? { signature: published, personId: speaker.id } : null,
    otherSignatures: account.signatures.flatMap((s) => {
      const other =
        s.personId === signature?.personId && s.mark === signature.mark
          ? null
          : asPublished(s.mark, account.signaturePlace)
      return other ? [{ signature: other, personId: s.personId }] : []
    }),
    limit: limitOf(content, account, fitted),
    unansweredRisk: account.unansweredRisk,
    contributor: facts.answering?.automatic ? { ok: true } : contributorOn(account, speaker, instant, 'signs'),
    hold: account.hold === null ? null : { words: account.hold },
  }
}

function watchedAt(account: AccountFacts, instant: Date, zone: string): DraftTarget['watched'] {
  if (hoursAWeek(account.cover) === 168) return 'always'
  return coveredAt(account.cover, instant, zone) ? 'atPublish' : 'no'
}

/** Counted per published piece; a network without threads joins the pieces, so its count belongs to the first field. */
function limitOf(content: Content, account: AccountFacts, fitted: Fitted): DraftLimit {
  const traits = traitsOf(account.network)
  const own = content.variants[account.id] ? account.id : null
  return {
    max: fitted.pieces[0]?.max ?? null,
    unit: 'characters',
    pieces: fitted.pieces.map((piece, n) => ({ field: fieldOf(own, n), count: piece.count })),
    altMax: traits?.pictures?.altMax ?? null,
  }
}

/** Why this person has no place on the account when it goes out, or null: asked when it is approved and again when it is due. */
export function noPlaceOn(
  account: Pick<AccountFacts, 'contributors' | 'name'>,
  person: SpeakerFacts,
  instant: Date,
): string | null {
  const who = said(person)
  if (person.leftAt !== null && new Date(person.leftAt) <= instant) return `${who} has left the force.`
  if (person.trainedUntil !== null && new Date(person.trainedUntil) < instant)
    return `The training or the agreement of ${who} ends before it goes out. Have it renewed, or choose an earlier time.`
  const places = account.contributors.filter((c) => c.personId === person.id)
  if (places.length === 0) return `${who} does not contribute to ${account.name}.`
  return places.some((c) => c.until === null || new Date(c.until) > instant)
    ? null
    : `The place of ${who} on ${account.name} ends before it goes out. Choose an earlier time, or have the place renewed in the register.`
}

/** Whether words may go out there in this person's name; whoever only drafts there speaks for somebody else. */
export const signsOn = (account: Pick<AccountFacts, 'contributors'>, personId: string): boolean =>
  account.contributors.some((c) => c.personId === personId && c.voice === 'signs')

/** Whether this person may write on the account when it goes out; `signs`: whether it may go out in their name. */
export function contributorOn(
  account: Pick<AccountFacts, 'contributors' | 'name'>,
  person: SpeakerFacts,
  instant: Date,
  voice: PlaceVoice,
): DraftTarget['contributor'] {
  const why = noPlaceOn(account, person, instant)
  if (why !== null) return { ok: false, why }
  if (voice === 'signs' && !signsOn(account, person.id))
    return {
      ok: false,
      why: `${said(person)} drafts on ${account.name} and does not sign there. Choose in whose name it goes out.`,
    }
  return { ok: true }
}

/** The consent under which the author speaks in another's name; for `willAsk` the release itself will be the consent. */
function consentOf(
  chosen: readonly AccountFacts[],
  facts: DraftFacts,
  how: Checking,
  instant: Date,
): Draft['delegation'] {
  const speaker = facts.speaksFor
  if (!speaker || speaker.id === facts.author.id) return null
  const until = consentUntil(chosen, speaker.id, facts.author.id)
  if (until !== null && until >= instant.toISOString()) return { personId: speaker.id, until }
  return how.consent === 'willAsk' ? { personId: speaker.id, until: instant.toISOString() } : null
}

/** Until when `to` may release in the name of `by` on every one of these accounts; null when on one of them not. */
export function consentUntil(accounts: readonly AccountFacts[], by: string, to: string): string | null {
  const ends = accounts.map(
    (account) =>
      account.delegations
        .filter((d) => d.by === by && d.to === to)
        .map((d) => d.until)
        .sort()
        .at(-1) ?? null,
  )
  if (ends.length === 0 || ends.includes(null)) return null
  return ends.filter((end) => end !== null).sort()[0] ?? null
}

/** Whether the author may let a clear post out alone: trusted on every account, in their own name or with standing consent. */
export function isTrusted(
  accounts: readonly AccountFacts[],
  facts: Pick<DraftFacts, 'author' | 'speaksFor'>,
  at: Date,
): boolean {
  const author = facts.author.id
  const speaker = facts.speaksFor?.id ?? author
  const consent = consentUntil(accounts, speaker, author)
  if (speaker !== author && (consent === null || consent < at.toISOString())) return false
  return accounts.length > 0 && accounts.every((a) => a.contributors.some((c) => c.personId === author && c.trusted))
}

/** Troubles that the rules tell as well, while the rule about length is in force: a list beside the findings leaves these out. */
export function toldByRules(content: Content, facts: DraftFacts, result: CheckResult): string[] {
  if (!result.findings.some((f) => f.rule === lengthRule && f.severity === 'block')) return []
  const speaker = facts.speaksFor ?? facts.author
  return chosenAccounts(content, facts).flatMap((account) => [
    ...compose(content, account, speaker.id, isPrivate(facts)).tooLong,
  ])
}

/** Everything that makes it impossible as it stands, whatever anybody decides. Each is told once. */
export function troublesOf(content: Content, facts: DraftFacts): string[] {
  const chosen = chosenAccounts(content, facts)
  const speaker = facts.speaksFor ?? facts.author
  const found = answeringTroubles(facts.answering, content)
  if (content.targets.length === 0) found.push('Choose at least one account.')
  else if (chosen.length < content.targets.length)
    found.push('One of the accounts is no longer on the register. Choose again.')
  for (const account of chosen) found.push(...compose(content, account, speaker.id, isPrivate(facts)).troubles)
  if (content.pictures.some((p) => !facts.pictures.some((known) => known.id === p.id)))
    found.push('One of the pictures is no longer here. Take it out or add it again.')
  return [...new Set(found)]
}
