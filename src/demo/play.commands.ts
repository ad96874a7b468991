import type { Outcome } from '../foundation/outcome.ts'
import { type Listener, listenerOf } from '../inbox/listening/listen.jobs.ts'
import { listenPaces } from '../inbox/listening/pace.ts'
import { replyAsPublic, setFault } from '../networks/practice/practice.commands.ts'
import { may } from '../people/may.ts'
import { changePerson, endPerson } from '../people/people.commands.ts'
import { noteSignedIn } from '../people/sign-in.commands.ts'
import {
  approvePost,
  askApproval,
  decideFinding,
  refusePost,
  sendBackPost,
} from '../posting/approval/approval.commands.ts'
import { recheck } from '../posting/approval/recheck.commands.ts'
import { lookAfterwards, publishAtOnce, publishEmergency } from '../posting/approval/release.commands.ts'
import { type Content, content } from '../posting/content.ts'
import { placeHold, putBack, releaseHold } from '../posting/delivery/hold.commands.ts'
import { paces } from '../posting/delivery/pace.ts'
import { settleDelivery } from '../posting/delivery/settle.commands.ts'
import type { Worker } from '../posting/delivery/worker.ts'
import { correctPost, discardPost, reopenPost, saveDraft, startDraft, withdrawPost } from '../posting/post.commands.ts'
import { instantOf, wallOf } from '../posting/schedule.ts'
import { openLines } from '../register/custody/lines.client.ts'
import { changeHolder } from '../register/office.commands.ts'
import { moveAccount } from '../register/register.commands.ts'
import { followPeople } from '../register/register.jobs.ts'
import { addDelegation } from '../register/roster/delegation.commands.ts'
import { addContributor } from '../register/roster/roster.commands.ts'
import type { AccountKey } from './accounts.ts'
import type { Act, Say } from './act.ts'
import { deskDoers, spoken } from './desk/desk.commands.ts'
import { forceZone } from './force.ts'
import { addScene } from './picture.commands.ts'
import { registerDoers } from './register.commands.ts'
import { actorOf, type DemoWorld, done, idOf } from './start.commands.ts'

/** What the player remembers of a post: its id, how often it was saved, and what was last put before somebody. */
type Known = { id: string; edit: number; version: number; digest: string }

export type Play = {
  world: DemoWorld
  posts: Map<string, Known>
  holds: Map<string, string>
  /** What the public said, by the demo's names, with the identifier on the network; and notes from one shift to the next. */
  talks: Map<string, string>
  /** Where each of them was said, and to which accounts since they listened the last time, by their ids. */
  talksOn: Map<string, AccountKey>
  spokenTo: Set<string>
  notes: Map<string, string>
  worker: Worker
  listener: Listener
}

export const playOf = (world: DemoWorld): Play => {
  const { lineOf, forget } = openLines(world)
  const pace = { ...listenPaces.real, hands: 100, lookMs: Number.POSITIVE_INFINITY }
  return {
    world,
    posts: new Map(),
    holds: new Map(),
    talks: new Map(),
    talksOn: new Map(),
    spokenTo: new Set(),
    notes: new Map(),
    worker: { name: 'demo', pace: paces.real, lineOf, forget },
    listener: { ...listenerOf(world, lineOf), name: 'demo', pace },
  }
}

type Deed<D extends Act['do']> = Extract<Act, { do: D }>
type Doers = { [D in Act['do']]: (play: Play, act: Deed<D>) => Promise<Outcome<unknown>> }

const known = ({ posts }: Play, name: string): Known => {
  const post = posts.get(name)
  if (!post) throw new Error(`The demo has not written ${name} yet.`)
  return post
}

const remember = (play: Play, name: string, change: Partial<Known> & { id: string }): void => {
  const before = play.posts.get(name)
  play.posts.set(name, { edit: 0, version: 1, digest: '', ...before, ...change })
}

async function contentOf({ world }: Play, by: Deed<'write'>['by'], say: Say): Promise<Content> {
  const targets = say.on.map((key) => idOf(world.accountIds, key))
  const pictures = say.picture
    ? [{ id: await addScene(world, by, say.picture.scene), alt: say.picture.alt, piece: 0 }]
    : []
  const late = targets.map((id) => [`R55||${id}|late`, 'no'] as const)
  return content.parse({
    pieces: [...say.pieces],
    language: say.language,
    targets,
    pictures,
    when: say.due ? whenOf(say.due) : { kind: 'now' },
    intent: say.intent,
    objectiveId: say.objective && idOf(world.objectiveIds, say.objective),
    speaksForId: say.speaksFor && idOf(world.personIds, say.speaksFor),
    rationale: say.rationale,
    reviewAt: say.reviewAt?.toISOString() ?? null,
    answers: say.on.length === 1 && say.on[0] === 'chiefs' ? Object.fromEntries(late) : {},
  })
}

/** In the night in which an hour comes twice, which of the two is meant. */
function whenOf(due: Date): Content['when'] {
  const wall = wallOf(due, forceZone)
  const first = instantOf(wall, forceZone, 'earlier')?.instant
  return { kind: 'at', wall, zone: forceZone, which: first && first < due ? 'later' : 'earlier' }
}

const doers: Doers = {
  ...deskDoers,
  ...registerDoers,
  write: async (play, { by, post, say }) => {
    const begun = await startDraft(play.world, actorOf(play.world, by), { content: await contentOf(play, by, say) })
    if (begun.ok) remember(play, post, begun.value)
    return begun
  },
  change: async (play, { by, post, say }) => {
    const { id, edit } = known(play, post)
    const words = await contentOf(play, by, say)
    const saved = await saveDraft(play.world, actorOf(play.world, by), { id, edit, content: words })
    if (saved.ok) remember(play, post, { id, edit: saved.value.edit, version: saved.value.version })
    return saved
  },
  ask: async (play, { by, post }) => {
    const { id, edit } = known(play, post)
    const asked = await askApproval(play.world, actorOf(play.world, by), { id, edit })
    if (asked.ok) remember(play, post, { id, version: asked.value.version, digest: asked.value.digest })
    return asked
  },
  publish: (play, { by, post }) => {
    const { id, edit } = known(play, post)
    return publishAtOnce(play.world, actorOf(play.world, by), { id, edit })
  },
  discard: (play, { by, post }) => discardPost(play.world, actorOf(play.world, by), { id: known(play, post).id }),
  approve: (play, { by, post, reason }) => {
    const { id, version, digest } = known(play, post)
    return approvePost(play.world, actorOf(play.world, by), { id, version, digest, reason })
  },
  sendBack: (play, { by, post, reason }) => {
    const { id, version } = known(play, post)
    return sendBackPost(play.world, actorOf(play.world, by), { id, version, reason })
  },
  refuse: (play, { by, post, reason }) => {
    const { id, version } = known(play, post)
    return refusePost(play.world, actorOf(play.world, by), { id, version, reason })
  },
  emergency: (play, { by, post, reason }) => {
    const { id, edit } = known(play, post)
    return publishEmergency(play.world, actorOf(play.world, by), { id, edit, reason, overrides: {} })
  },
  decide: async (play, { by, post, rule, reason, rationale }) => {
    const { id, version, digest } = known(play, post)
    const finding = await openFinding(play, post, rule)
    const decided = { id, version, digest, finding, reason, ...(rationale ? { rationale } : {}) }
    return decideFinding(play.world, actorOf(play.world, by), decided)
  },
  look: (play, { by, post, verdict, words }) =>
    lookAfterwards(play.world, actorOf(play.world, by), { id: known(play, post).id, verdict, words }),
  correct: async (play, { by, post, of, reason, pieces }) => {
    const { id } = known(play, of)
    const begun = await correctPost(play.world, actorOf(play.world, by), { id, reason, pieces: [...pieces] })
    if (begun.ok) remember(play, post, begun.value)
    return begun
  },
  withdraw: (play, { by, post, reason }) =>
    withdrawPost(play.world, actorOf(play.world, by), { id: known(play, post).id, reason }),
  reopen: async (play, { by, post, reason }) => {
    const { id } = known(play, post)
    const reopened = await reopenPost(play.world, actorOf(play.world, by), { id, reason })
    if (reopened.ok) remember(play, post, { id, version: reopened.value.version, edit: reopened.value.edit })
    return reopened
  },
  hold: async (play, { by, hold, area, reason }) => {
    const placed = await placeHold(play.world, actorOf(play.world, by), { scope: 'area', target: area, reason })
    if (placed.ok) play.holds.set(hold, placed.value.id)
    return placed
  },
  release: (play, { by, hold }) => releaseHold(play.world, actorOf(play.world, by), idOf(play.holds, hold)),
  putBack: async (play, { by, post }) =>
    putBack(play.world, actorOf(play.world, by), await deliveryOf(play, post, null), true, recheck),
  settle: async (play, { by, post, settling, reason }) =>
    settleDelivery(play.world, actorOf(play.world, by), await deliveryOf(play, post, null), { act: settling }, reason),
  fault: ({ world }, { on, fault, times, seconds }) =>
    setFault(world, actorOf(world, 'bryn'), may, {
      accountId: idOf(world.accountIds, on),
      key: null,
      act: fault,
      times,
      seconds,
    }),
  reply: async (play, { post, on, name, words }) => {
    const delivery = await deliveryOf(play, post, idOf(play.world.accountIds, on))
    const { external_id: id } = await play.world.db
      .selectFrom('piece')
      .select('external_id')
      .where('delivery_id', '=', delivery)
      .where('n', '=', 0)
      .executeTakeFirstOrThrow()
    const said = { id: id ?? '', name, text: words }
    const out = await replyAsPublic(play.world, actorOf(play.world, 'bryn'), may, said)
    return spoken(play, `${post}, ${on}: ${name}`, on, out)
  },
  signIn: ({ world }, { who }) =>
    noteSignedIn(world, { forceId: world.forceId, personId: idOf(world.personIds, who) }, 'password'),
  leave: async ({ world }, { by, who }) => {
    const left = await endPerson(world, actorOf(world, by), idOf(world.personIds, who))
    await followPeople(world)
    return left
  },
  promote: async ({ world }, { by, who, rank }) => {
    const changed = await changePerson(world, actorOf(world, by), idOf(world.personIds, who), { rank })
    await followPeople(world)
    return changed
  },
  join: ({ world }, { by, who, on, trusted }) => {
    const place = { id: idOf(world.accountIds, on), personId: idOf(world.personIds, who), trusted }
    return addContributor(world, actorOf(world, by), { ...place, from: null, until: null, initials: null })
  },
  handOver: ({ world }, { by, office, to }) => {
    const handover = { id: idOf(world.officeIds, office), holderId: idOf(world.personIds, to) }
    return changeHolder(world, actorOf(world, by), handover)
  },
  consent: ({ world }, { by, to, on, until }) => {
    const given = { byPersonId: idOf(world.personIds, by), toPersonId: idOf(world.personIds, to) }
    return addDelegation(world, actorOf(world, by), {
      id: idOf(world.accountIds, on),
      ...given,
      until: until.toISOString(),
    })
  },
  moveAccount: ({ world }, { by, on, move, reason }) =>
    moveAccount(world, actorOf(world, by), { id: idOf(world.accountIds, on), move, reason }),
}

/** The key of what a rule found in the version that waits, as the approver's screen would show it. */
async function openFinding(play: Play, post: string, rule: string): Promise<string> {
  const row = await play.world.db
    .selectFrom('check_result')
    .select('result')
    .where('force_id', '=', play.world.forceId)
    .where('subject', '=', `post:${known(play, post).id}`)
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow()
  const { findings } = row.result as { findings: { key: string; rule: string }[] }
  const found = findings.find((f) => f.rule === rule)
  if (!found) throw new Error(`The rules did not find ${rule} in ${post}.`)
  return found.key
}

async function deliveryOf(play: Play, post: string, accountId: string | null): Promise<string> {
  const all = play.world.db.selectFrom('delivery').select('id').where('post_id', '=', known(play, post).id)
  const { id } = await (accountId ? all.where('account_id', '=', accountId) : all).executeTakeFirstOrThrow()
  return id
}

/** Does one act through its command, at the time to which the clock is set. Throws when it is refused. */
export async function perform(play: Play, act: Act): Promise<void> {
  const doer = doers[act.do] as (play: Play, act: Act) => Promise<Outcome<unknown>>
  done(
    await doer(play, act),
    `${act.do} ${'post' in act ? act.post : 'talk' in act ? act.talk : ''} at ${act.at.toISOString()}`,
  )
}
