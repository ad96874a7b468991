import type { PlainRow } from '../columns.ts'
import { BrokenFile } from '../import.ts'

/** An account that rows may be of. `seed` tells accounts apart where ids are counted. */
export type Place = { id: string; network: string; handle: string; externalId: string | null; seed: number }

const plainHandle = (handle: string): string => handle.replace(/^@/, '').toLowerCase()

/** A handle without the server it is on: exports name only the first part. */
const bare = (handle: string): string => plainHandle(handle).split('@')[0] ?? ''

export const sameHandle = (one: string, other: string): boolean => bare(one) === bare(other)

/** Finds the account of each row: the chosen one, or the one that the row names. Throws BrokenFile with the line. */
export function placing(places: readonly Place[], chosen: Place | null): (row: PlainRow) => Place {
  const byName = new Map(places.map((place) => [`${place.network} ${plainHandle(place.handle)}`, place]))
  let last: { network: string | null; account: string | null; place: Place } | null = null
  return (row) => {
    if (last && last.network === row.network && last.account === row.account) return last.place
    const place = chosen ? chosenPlace(chosen, row) : namedPlace(byName, row)
    last = { network: row.network, account: row.account, place }
    return place
  }
}

function chosenPlace(chosen: Place, { network, account, line }: PlainRow): Place {
  if (network !== null && network !== chosen.network)
    throw new BrokenFile(`network must be ${chosen.network}, as chosen, not ${network.slice(0, 40)}`, { line })
  if (account !== null && !sameHandle(account, chosen.handle))
    throw new BrokenFile(`account must be ${chosen.handle}, as chosen, not ${account.slice(0, 80)}`, { line })
  return chosen
}

function namedPlace(byName: ReadonlyMap<string, Place>, { network, account, line }: PlainRow): Place {
  if (network === null || account === null)
    throw new BrokenFile('network and account must be there where no account was chosen', { line })
  const place = byName.get(`${network} ${plainHandle(account)}`)
  if (!place)
    throw new BrokenFile(`${account.slice(0, 80)} on ${network.slice(0, 40)} is not on the register; add it first`, {
      line,
    })
  return place
}
