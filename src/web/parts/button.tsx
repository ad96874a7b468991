import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { words } from '../words.ts'
import css from './button.module.css'
import { cx } from './class.ts'
import { Icon, type IconName } from './icon.tsx'
import { Shape } from './shape.tsx'

type Looks = {
  /** primary: the one filled button of a page, and it says what will happen. */
  kind?: 'primary' | 'plain' | 'quiet' | 'refuse'
  /** 30 px, for a row of a table. */
  small?: boolean
  /** As wide as its column, as on a phone. */
  wide?: boolean
  icon?: IconName
  /** The second line: when and where. */
  second?: ReactNode
  /** The label: a verb and its object. */
  children: ReactNode
}

export type ButtonProps = Looks & {
  onPress?: (() => void) | undefined
  /** Makes it not ready: dashed, still in focus, and these words (the reason) replace the label. */
  notReady?: ReactNode
  /** The id of what must be settled first, as of a finding. */
  describedBy?: string | undefined
  /** At work: it cannot be pressed again. */
  busy?: boolean
  type?: 'button' | 'submit'
  autoFocus?: boolean
  /** For a button whose label is only an icon. */
  label?: string
}

const classOf = ({ kind = 'plain', small, wide, second }: Looks): string =>
  cx(css.button, kind !== 'plain' && css[kind], small && css.small, wide && css.wide, second !== undefined && css.two)

const Inside = ({ icon, second, children }: Looks) =>
  second === undefined ? (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  ) : (
    <>
      <span>{children}</span>
      <span className={css.second}>{second}</span>
    </>
  )

/** A button. One primary on a page; when it is not ready its label is the reason. */
export const Button = (props: ButtonProps) => {
  const { onPress, notReady, describedBy, busy = false, type = 'button', autoFocus = false, label } = props
  const blocked = notReady !== undefined && notReady !== null && notReady !== false
  return (
    <AriaButton
      className={classOf(blocked ? { ...props, kind: 'plain' } : props)}
      type={blocked || busy ? 'button' : type}
      data-pending={busy || undefined}
      autoFocus={autoFocus}
      {...(blocked || busy ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {busy && (
        <>
          <Shape name="dashed" />
          <span className="hidden-words">{words.button.busy}</span>
        </>
      )}
      {blocked ? notReady : <Inside {...props} />}
    </AriaButton>
  )
}

/** A file to take away. `href`: an address of ours. */
export const FileLink = ({ href, small = false, children }: { href: string; small?: boolean; children: ReactNode }) => (
  <a className={classOf({ kind: 'quiet', small, children })} href={href} download>
    {children}
  </a>
)

/** The page on paper. */
export const PrintButton = () => (
  <Button kind="quiet" onPress={() => window.print()}>
    {words.button.print}
  </Button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = (props: Looks & Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>) => {
  const { to, params, search, hash } = props
  return (
    <Link
      className={classOf(props)}
      {...(to ? { to } : {})}
      {...(params ? { params } : {})}
      {...(search ? { search } : {})}
      {...(hash ? { hash } : {})}
    >
      <Inside {...props} />
    </Link>
  )
}
