import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { maySpeak } from '../register/account.ts'
import { answeringOf } from './answering.ts'
import { consentUntil, contributorOn, signsOn } from './check-draft.ts'
import { accountFactsOf, draftFactsOf, speakersOf } from './facts.queries.ts'
import type { AccountFacts, SpeakerFacts } from './facts.ts'
import { shownMeanwhile } from './meanwhile.ts'
import { readPost } from './open-to.queries.ts'
import type { composeContext } from './post.contract.ts'
import { contentOf } from './post.store.ts'
import { postRefusals as no } from './refusals.ts'

type Context = z.input<typeof composeContext.output>

/** Everything that the writing screen needs, for this person and perhaps one post. */
export async function composing(db: Db, actor: Actor, now: Date, postId: string | null): Promise<Outcome<Context>> {
  const { forceId, personId } = actor
  if (personId === null) return refuse(no.noPost)
  const found = postId ? await readPost(db, actor, now, postId) : null
  if (found && !found.ok) return found
  const post = found?.value
  const content = post ? contentOf(post) : { targets: [], pictures: [], speaksForId: null }
  const mine = await accountFactsOf(db, forceId, { contributor: personId }, now)
  const others = content.targets.filter((id) => !mine.some((a) => a.id === id))
  const accounts = others.length > 0 ? [...mine, ...(await accountFactsOf(db, forceId, { ids: others }, now))] : mine
  const to = post ? answeringOf(post) : null
  const facts = await draftFactsOf(db, forceId, content, post?.author_id ?? personId, now, accounts, to)
  const [self] = await speakersOf(db, forceId, [personId])
  if (!self) return refuse(no.noPost)
  return ok({
    now: now.toISOString(),
    me: { id: self.id, rank: self.rank, name: self.name },
    facts,
    meanwhile: post ? shownMeanwhile(post, facts.zone, now) : null,
    mayWrite: Object.fromEntries(accounts.map((a) => [a.id, whyNotWrite(actor, self, a, now)])),
    maySign: signsWhere(actor, self, accounts, now),
    objectives: await objectivesOf(db, forceId, now),
    speakFor: await speakFor(db, actor, mine),
    emergency: may(actor, 'releaseEmergency')
      ? null
      : 'Communications officers, chief officers and gold release in an emergency.',
  })
}

function whyNotWrite(actor: Actor, self: SpeakerFacts, account: AccountFacts, now: Date): string | null {
  const contributor = contributorOn(account, self, now, 'drafts')
  if (!contributor.ok) return contributor.why
  if (!maySpeak(account.status)) return `${account.name} is not live.`
  return may(actor, 'writeOn', { isContributor: true, contributorCurrent: true }) ? null : 'Your role does not write.'
}

const objectivesOf = (db: Db, forceId: string, now: Date) =>
  db
    .selectFrom('objective')
    .select(['id', 'title', 'kind', 'area'])
    .where('force_id', '=', forceId)
    .where('starts_at', '<=', now)
    .where((e) => e.or([e('ends_at', 'is', null), e('ends_at', '>', now)]))
    .orderBy('kind')
    .orderBy('title')
    .execute()

/** Where my own name may stand: on the accounts where I sign. */
const signsWhere = (actor: Actor, self: SpeakerFacts, accounts: readonly AccountFacts[], now: Date): string[] =>
  accounts
    .filter((account) =>
      may(actor, 'speakOn', {
        signs: signsOn(account, self.id),
        contributorCurrent: contributorOn(account, self, now, 'drafts').ok,
      }),
    )
    .map((account) => account.id)

/** Officers who sign on accounts where I write: I may draft for them, and with their consent release. */
async function speakFor(db: Db, actor: Actor, mine: readonly AccountFacts[]): Promise<Context['speakFor']> {
  const places = new Map<string, AccountFacts[]>()
  for (const account of mine)
    for (const id of speakersOn(account, actor.personId))
      if (id !== actor.personId) places.set(id, [...(places.get(id) ?? []), account])
  const people = await speakersOf(db, actor.forceId, [...places.keys()])
  return people.map((person) => {
    const accounts = places.get(person.id) ?? []
    return {
      person,
      accountIds: accounts.map((a) => a.id),
      until: consentUntil(accounts, person.id, actor.personId ?? ''),
    }
  })
}

/** Where I only draft, everybody who signs; elsewhere those with a signature of their own. */
const speakersOn = (account: AccountFacts, me: string | null): string[] =>
  me !== null && !signsOn(account, me)
    ? account.contributors.filter((c) => c.voice === 'signs').map((c) => c.personId)
    : account.signatures.map((s) => s.personId)
