import { sql } from 'kysely'
import type { Outcome } from '../foundation/outcome.ts'
import type { Actor } from '../foundation/world.ts'
import { openTestbed, type Testbed } from '../testbed.ts'
import { approvePost, askApproval } from './approval/approval.commands.ts'
import { type Content, content as contentSchema } from './content.ts'
import { startDraft } from './post.commands.ts'

const allWeek = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }))
const office = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))

const people = {
  leah: ['PC', 'Leah Corrigan', 'LC', ['contributor']],
  tom: ['PC', 'Tom Brackley', 'TB', ['contributor']],
  nadia: ['Insp', 'Nadia Farrow', 'NF', ['supervisor']],
  ffion: ['', 'Ffion Maddox', 'FM', ['communicationsOfficer']],
  owen: ['', 'Owen Tredwell', 'OT', ['communicationsOfficer']],
  paula: ['DI', 'Paula Rensby', 'PR', ['sio']],
  theo: ['ACC', 'Theo Ashdown', 'TA', ['chiefOfficer']],
  mina: ['', 'Mina Okafor', 'MO', ['staffOfficer']],
  gwen: ['Supt', 'Gwen Hale', 'GH', ['gold']],
  rhys: ['', 'Rhys Reader', 'RR', ['reviewer']],
} as const

export type Name = keyof typeof people

/** A force in which every part of a post's way can be played: three accounts, ten people. */
export type PostingBed = Testbed & {
  as(name: Name): Actor
  /** Begins a draft as this person and gives its id. */
  draft(name: Name, changes?: Partial<Content>): Promise<string>
  /** Begins a draft and puts it before an approver. */
  asked(name: Name, changes?: Partial<Content>): Promise<{ id: string; version: number; digest: string }>
}

export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok)
    throw new Error(`${outcome.refusal.id}: ${outcome.refusal.words} ${JSON.stringify(outcome.facts ?? {})}`)
  return outcome.value
}

export const refused = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.id)

/** Words that no rule has anything against. */
export const plainWords =
  'We are at Eastby library on Thursday 10 September from 10am to noon. Come and talk to us about parking.'

export const contentWith = (changes: Partial<Content> = {}): Content =>
  contentSchema.parse({ pieces: [plainWords], targets: ['westport'], objectiveId: 'parking', ...changes })

export async function openPosting(options: Parameters<typeof openTestbed>[0] = {}): Promise<PostingBed> {
  const bed = await openTestbed(options)
  await fill(bed)
  const as = (name: Name): Actor => ({ forceId: bed.forceId, personId: name, roles: people[name][3] })
  const draft = async (name: Name, changes: Partial<Content> = {}) =>
    value(await startDraft(bed, as(name), { content: contentWith(changes) })).id
  const asked = async (name: Name, changes: Partial<Content> = {}) => {
    const id = await draft(name, changes)
    const { version, digest } = value(await askApproval(bed, as(name), { id, edit: 0 }))
    return { id, version, digest }
  }
  return Object.assign(bed, { as, draft, asked })
}

async function fill(bed: Testbed): Promise<void> {
  const force_id = bed.forceId
  const from_at = new Date('2026-01-01T00:00:00Z')
  await bed.db
    .updateTable('force')
    .set({ settings: JSON.stringify({ lowRiskSample: 1 }) })
    .execute()
  await bed.db
    .insertInto('person')
    .values(
      Object.entries(people).map(([id, [rank, name, initials, roles]]) => ({
        force_id,
        id,
        name,
        rank,
        initials,
        roles: [...roles],
        joined_at: from_at,
        trained_until: new Date('2027-06-01T00:00:00Z'),
      })),
    )
    .execute()
  await bed.db
    .insertInto('objective')
    .values({ force_id, id: 'parking', title: 'Safe parking near schools', kind: 'localPriority', starts_at: from_at })
    .execute()
  const account = (
    id: string,
    name: string,
    network: string,
    place: 'prefix' | 'suffix',
    cover: unknown,
    kind: 'neighbourhood' | 'chiefOfficer',
  ) => ({
    force_id,
    id,
    network,
    handle: name.replaceAll(' ', ''),
    name,
    class: kind,
    kind: 'collective' as const,
    status: 'live' as const,
    purpose: 'To talk with people here',
    area: 'Westport',
    signature_place: place,
    cover: JSON.stringify(cover),
    created_at: from_at,
  })
  await bed.db
    .insertInto('account')
    .values([
      account('westport', 'Westport Police', 'practice', 'prefix', allWeek, 'neighbourhood'),
      account('eastby', 'Eastby Police', 'bluesky', 'suffix', office, 'neighbourhood'),
      account('chiefs', 'Westshire Chiefs', 'practice', 'prefix', allWeek, 'chiefOfficer'),
    ])
    .execute()
  const places = {
    westport: ['leah', 'tom', 'nadia', 'ffion'],
    eastby: ['leah', 'nadia'],
    chiefs: ['theo', 'mina'],
  } as const
  for (const [account_id, names] of Object.entries(places)) {
    await bed.db
      .insertInto('contributor')
      .values(
        names.map((person_id) => ({
          force_id,
          id: `${account_id}-${person_id}`,
          account_id,
          person_id,
          trusted: person_id === 'leah' || person_id === 'mina',
          from_at,
        })),
      )
      .execute()
    await bed.db
      .insertInto('signature')
      .values(
        names.map((person_id) => {
          const [rank, , initials] = people[person_id]
          return {
            force_id,
            id: `${account_id}-${person_id}`,
            account_id,
            person_id,
            mark: account_id === 'eastby' || rank === '' ? initials : `${rank} ${initials}`,
            from_at,
          }
        }),
      )
      .execute()
  }
}

/** Needs approval by a role that R03 names. */
export const guilty = 'Two people arrested in Mill Lane after a break-in. Burglar caught red-handed.'
/** Blocked until the senior investigating officer or gold decides. */
export const named = 'We have arrested Darren Pell, 34, over the Mill Lane burglary. Call 101 and quote 0398.'
export const nameKey = 'R01|words||darren pell, 34,'

export const postOf = (bed: PostingBed, id: string) =>
  bed.db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
export const deliveriesOf = (bed: PostingBed, id: string) =>
  bed.db.selectFrom('delivery').selectAll().where('post_id', '=', id).execute()
export const approve = (
  bed: PostingBed,
  name: Parameters<PostingBed['as']>[0],
  asked: { id: string; version: number; digest: string },
) => approvePost(bed, bed.as(name), { ...asked, reason: '' })
export const later = { kind: 'at' as const, wall: '2026-09-08T08:00', zone: 'Europe/London', which: 'earlier' as const }

/** As if the networks had taken every piece of them. */
export async function sendAll(bed: PostingBed, posts: string | readonly string[]): Promise<void> {
  const sent = bed.db
    .selectFrom('delivery')
    .select('id')
    .where('post_id', 'in', typeof posts === 'string' ? [posts] : posts)
    .where('state', '!=', 'withdrawn')
  const at = bed.clock.now()
  await bed.db
    .updateTable('piece')
    .set((e) => ({ external_id: sql<string>`'x-' || ${e.ref('delivery_id')}`, sent_at: at }))
    .where('delivery_id', 'in', sent)
    .execute()
  await bed.db.updateTable('delivery').set({ state: 'sent', sent_at: at }).where('id', 'in', sent).execute()
}
