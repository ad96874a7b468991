import { deskCounts } from '../../inbox/inbox.contract.ts'
import { networks } from '../../networks/networks.ts'
import { meEndpoint } from '../../people/people.contract.ts'
import { signOutEndpoint } from '../../people/sign-in.contract.ts'
import { listHolds, placeHoldEndpoint } from '../../posting/delivery/delivery.contract.ts'
import { counts as countsEndpoint } from '../../posting/today/today.contract.ts'
import { isOurs } from '../../register/account.ts'
import { type AccountRow, registerEndpoints } from '../../register/register.contract.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { call } from '../call.ts'
import type { HoldScope } from '../parts/hold-dialog.tsx'
import { words } from '../words.ts'
import { type EntryId, groups, writeEntry } from './entries.ts'
import type { FrameFacts, FrameSource } from './facts.ts'

type Scope = 'network' | 'area' | 'account'
const scopes: readonly Scope[] = ['network', 'area', 'account']

const scopesOf = (accounts: readonly AccountRow[]): HoldScope[] => {
  const open = accounts.filter((a) => isOurs(a.status))
  const areas = [...new Set(open.flatMap((a) => a.area ?? []))].sort()
  return [
    ...networks
      .filter((n) => open.some((a) => a.network === n.id))
      .map((n) => ({ id: `network:${n.id}`, name: n.name })),
    ...areas.map((area) => ({ id: `area:${area}`, name: words.hold.area(area) })),
    ...open.map((a) => ({ id: `account:${a.id}`, name: `${a.name}, ${a.handle}` })),
  ]
}

const heldOf = ({ holds }: Awaited<ReturnType<typeof readHolds>>): FrameFacts['held'] => {
  const first = holds.find((hold) => hold.scope === 'everything') ?? holds[0]
  if (!first) return null
  const names = holds.map((hold) =>
    hold.scope === 'everything' ? words.held.everything : (hold.targetName ?? hold.target ?? ''),
  )
  const what = first.scope === 'everything' ? words.held.everything : names.join(', ')
  return { what, since: first.placedAt, by: first.placedBy, why: first.reason }
}

const readHolds = (signal: AbortSignal) => call(listHolds, {}, { signal })

const ofInspectorates: readonly EntryId[] = ['measures', 'people', 'settings']

/** Everybody's, but for what would be refused; an inspectorate's, that has no accounts, what is left without any. */
const mayOpen = (id: EntryId, may: readonly string[], inspects: boolean): boolean =>
  inspects
    ? ofInspectorates.includes(id)
    : id !== 'subjectAccess' || may.includes('exportSubject') || may.includes('seeAudit')

const read = async (signal: AbortSignal): Promise<FrameFacts> => {
  const me = await call(meEndpoint, {}, { signal })
  const inspects = me.force.kind === 'inspectorate'
  const known = {
    force: me.force.name,
    inspects,
    zone: me.force.timeZone,
    me: { name: me.name, role: me.roleNames[0] ?? me.rank, initials: me.initials },
    mustChangePassword: me.mustChangePassword,
    entries: [writeEntry, ...groups.flatMap((g) => g.entries)].flatMap((e) =>
      mayOpen(e.id, me.may, inspects) ? [e.id] : [],
    ),
  }
  if (me.mustChangePassword || me.needsSecondFactor === 'must')
    return { ...known, counts: {}, mayHold: null, held: null }
  const [counts, desk, holds, reviews] = await Promise.all([
    call(countsEndpoint, {}, { signal }),
    // The frame stands without the figures of the desk: no count is better than no page.
    call(deskCounts, {}, { signal }).catch(() => null),
    readHolds(signal),
    call(reviewEndpoints.counts, {}, { signal }).catch(() => null),
  ])
  return {
    ...known,
    counts: {
      today: { n: counts.today + (desk?.inDanger ?? 0), urgent: counts.alarms > 0 || (desk?.inDanger ?? 0) > 0 },
      ...(desk ? { desk: { n: desk.waiting, urgent: false } } : {}),
      approvals: { n: counts.approvals, urgent: false },
      ...(reviews
        ? {
            reviews: {
              n: (me.may.includes('runReview') ? reviews.undecided + reviews.toBegin : 0) + reviews.looks,
              urgent: false,
            },
          }
        : {}),
    },
    mayHold: me.may.includes('placeHold') ? { waiting: holds.waiting, sending: holds.beingSent } : null,
    held: heldOf(holds),
  }
}

/** `area:Eastby` is the area Eastby; null is everything. */
const partOf = (scope: string | null): { scope: Scope | 'everything'; target: string | null } => {
  const kind = scopes.find((known) => scope?.startsWith(`${known}:`))
  return kind && scope !== null
    ? { scope: kind, target: scope.slice(kind.length + 1) }
    : { scope: 'everything', target: null }
}

/** The frame's facts and acts, from the contracts. */
export const source: FrameSource = {
  read,
  scopes: async (signal) => scopesOf((await call(registerEndpoints.accounts, {}, { signal })).accounts),
  hold: async ({ scope, why }) => {
    await call(placeHoldEndpoint, { ...partOf(scope), reason: why })
  },
  signOut: async () => {
    await call(signOutEndpoint, {})
  },
}
