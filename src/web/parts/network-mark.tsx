import { cx } from './class.ts'
import css from './mark.module.css'

export type NetworkMarkProps = {
  /** The two letters, from the network's traits. */
  mark: string
  name: string
  /** True beside a handle: the name is then only for screen readers. */
  nameHidden?: boolean
  state?: 'connected' | 'endsSoon' | 'notConnected'
}

/** A network by two letters in a frame and its real name; we use no logos. */
export const NetworkMark = ({ mark, name, nameHidden = false, state = 'connected' }: NetworkMarkProps) => (
  <span className={cx(css.network, state === 'endsSoon' && css.soon, state === 'notConnected' && css.apart)}>
    <span className={css.letters} aria-hidden="true">
      {mark}
    </span>
    <span className={nameHidden ? 'hidden-words' : undefined}>{name}</span>
  </span>
)
