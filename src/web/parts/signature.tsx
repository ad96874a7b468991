import { words } from '../words.ts'
import { cx } from './class.ts'
import { Icon } from './icon.tsx'
import css from './mark.module.css'

export type SignatureProps = {
  /** As published: `ACC MJ:` or `^DW`. */
  text: string
  /** Shown with a padlock: added by the product, not to be typed. */
  locked?: boolean
  state?: 'inForce' | 'past' | 'clash'
  /** Said on hover of a past signature, as in "until 31 Mar 2026". */
  title?: string | undefined
  /** Opens the legend. */
  onPress?: (() => void) | undefined
}

/** Who speaks, as published. Looks the same everywhere. */
export const Signature = ({ text, locked = false, state = 'inForce', title, onPress }: SignatureProps) => {
  const className = cx(css.signature, state === 'past' && css.past, state === 'clash' && css.clash)
  const inside = (
    <>
      {text}
      {locked && <Icon name="lock" size={12} />}
    </>
  )
  if (onPress) {
    return (
      <button
        type="button"
        className={className}
        onClick={onPress}
        title={title}
        aria-label={words.signature.added(text)}
      >
        {inside}
      </button>
    )
  }
  return (
    <span className={className} title={title}>
      {inside}
    </span>
  )
}

/** Two letters of a person in a tile; the name stands beside it. */
export const WhoTile = ({ initials }: { initials: string }) => (
  <span className={css.tile} aria-hidden="true">
    {initials}
  </span>
)
