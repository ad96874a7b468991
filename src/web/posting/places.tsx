import type { AccountRef } from '../../posting/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import css from './places.module.css'

/** The accounts of a post in one line: network and handle. */
export const Places = ({ accounts }: { accounts: readonly AccountRef[] }) => (
  <span className={css.places}>
    {accounts.map((a) => (
      <span key={a.id} className={css.place}>
        <MarkOf network={a.network} />
        <span className="mono">{a.handle}</span>
      </span>
    ))}
  </span>
)
