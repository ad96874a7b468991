import type { AccountClass } from '../../register/account.ts'
import { signed } from '../../register/signature.ts'
import { type AccountKey, accounts } from '../accounts.ts'
import { type PersonKey, people } from '../force.ts'
import { firstDay } from '../routine.ts'
import type { DemoWorld } from '../start.commands.ts'
import type { Speaker } from './account.ts'
import { yearAccounts } from './accounts.ts'
import type { Signer, Teller } from './history.ts'
import { type ServingKey, serving } from './people.ts'
import { type StyleKey, stylesBefore } from './styles.ts'

/** Who signs there, by name, and how large a part of what is said. */
type Part = readonly [name: string, part: number]
type Known = { network: string; handle: string; style: StyleKey; followers: number; voices: readonly Part[] }

const nameOf = (who: Speaker): string =>
  who in serving ? serving[who as ServingKey][1] : people[who as PersonKey].name

const yearDays = 366

/** How each account is told, by network and handle. */
const known = (): Known[] => [
  ...yearAccounts.map((a) => ({ ...a, voices: a.voices.map(([who, part]) => [nameOf(who), part] as const) })),
  ...Object.entries(stylesBefore).map(([key, [style, followers]]) => {
    const { network, handle, places } = accounts[key as AccountKey]
    return {
      network,
      handle,
      style,
      followers,
      voices: places.map((p, n) => [nameOf(p.who), n === 0 ? 2 : 1] as const),
    }
  }),
]

/** What the posts of an account speak of when they name a place. */
function placeOf(of: { class: AccountClass; name: string; area: string | null }): string {
  if (of.class === 'neighbourhood') return of.name
  return of.area ?? (of.class === 'individual' ? 'Westport' : 'Westshire')
}

/** Every account as its year is told, with whoever signed there as the register knows it. */
export async function tellersOf({ db, forceId }: DemoWorld): Promise<Teller[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'network', 'handle', 'name', 'class', 'area', 'signature_place'])
    .where('force_id', '=', forceId)
    .execute()
  const signatures = await db
    .selectFrom('signature as s')
    .innerJoin('person as p', (j) => j.onRef('p.force_id', '=', 's.force_id').onRef('p.id', '=', 's.person_id'))
    .select(['s.account_id', 's.mark', 's.from_at', 'p.name'])
    .where('s.force_id', '=', forceId)
    .execute()
  return known().map(({ network, handle, style, followers, voices }) => {
    const row = rows.find((r) => r.network === network && r.handle === handle)
    if (!row) throw new Error(`${handle} is not on the register.`)
    const signers = voices.flatMap(([name, part]): Signer[] => {
      const own = signatures.find((s) => s.account_id === row.id && s.name === name)
      return own ? [{ part, from: own.from_at, sign: (words) => signed(words, own.mark, row.signature_place) }] : []
    })
    const until = network === 'practice' ? firstDay + 1 : 0
    return {
      network,
      handle,
      place: placeOf(row),
      style,
      corporate: row.class === 'corporate',
      followers,
      signers,
      since: yearDays,
      until,
    }
  })
}
