import { traitsOf } from '../../networks/networks.ts'
import type { AccountRef } from '../../posting/facts.ts'
import { NetworkMark } from '../parts/network-mark.tsx'
import css from './places.module.css'

/** The accounts of a post in one line: network and handle. */
export const Places = ({ accounts }: { accounts: readonly AccountRef[] }) => (
  <span className={css.places}>
    {accounts.map((a) => {
      const traits = traitsOf(a.network)
      return (
        <span key={a.id} className={css.place}>
          <NetworkMark mark={traits?.mark ?? '?'} name={traits?.name ?? a.network} nameHidden />
          <span className="mono">{a.handle}</span>
        </span>
      )
    })}
  </span>
)
