import { type ReactNode, useId, useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { words } from '../words.ts'
import { cx } from './class.ts'
import { CountBar } from './count-bar.tsx'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import { NetworkMark } from './network-mark.tsx'
import css from './target-chooser.module.css'

export type Target = {
  id: string
  network: { mark: string; name: string }
  handle: string
  /** Counted as the network counts, signature and all; `most` is null where there is no limit. */
  used: number
  most: number | null
  /** Why it is not ticked or cannot be: "Same words, same day: a repeat". Stands in place of the count. */
  reason?: ReactNode
  disabled?: boolean
}

export type TargetChooserProps = {
  label: ReactNode
  aside?: ReactNode
  targets: readonly Target[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

type Room = 'none' | 'near' | 'full' | 'over'

const roomOf = ({ used, most }: Target): Room => {
  if (most === null || used < most - 20) return 'none'
  if (used < most) return 'near'
  return used === most ? 'full' : 'over'
}

const sayRoom = (t: Target): string => {
  const name = `${t.network.name} ${t.handle}`
  const left = (t.most ?? 0) - t.used
  switch (roomOf(t)) {
    case 'near':
      return words.targets.left(name, left)
    case 'full':
      return words.targets.full(name)
    case 'over':
      return words.targets.over(name, -left)
    default:
      return ''
  }
}

/** Says each target once when 20 are left, when it is full and when it is over; not at every letter. */
const useRoomSaid = (targets: readonly Target[]): string => {
  const bands = targets.map((t) => `${t.id} ${roomOf(t)}`).join(', ')
  const [last, setLast] = useState({ bands, said: '' })
  if (last.bands === bands) return last.said
  const before = new Set(last.bands.split(', '))
  const said = targets
    .filter((t) => !before.has(`${t.id} ${roomOf(t)}`))
    .map(sayRoom)
    .filter(Boolean)
    .join('. ')
  setLast({ bands, said })
  return said
}

const Count = ({ target: t }: { target: Target }) => {
  if (t.reason) return t.reason
  if (t.most === null) return words.targets.noLimit(t.used)
  const over = roomOf(t) === 'over'
  return (
    <CountBar used={t.used} most={t.most} tone={over ? 'risk' : roomOf(t) === 'none' ? 'plain' : 'warn'} width={52}>
      <span className={cx(over && css.over)}>{words.targets.of(t.used, t.most)}</span>
    </CountBar>
  )
}

/** On which accounts: tick, network, handle, and how much room the words leave there. */
export const TargetChooser = ({ label, aside, targets, chosen, onChange }: TargetChooserProps) => {
  const id = useId()
  const said = useRoomSaid(targets.filter((t) => chosen.includes(t.id)))
  return (
    <CheckboxGroup value={[...chosen]} onChange={onChange}>
      <Label className={field.label ?? ''}>
        {label} {aside && <span className={field.light}>{aside}</span>}
      </Label>
      <div className={css.targets}>
        {targets.map((t) => (
          <Checkbox
            key={t.id}
            value={t.id}
            className={css.target ?? ''}
            isDisabled={t.disabled ?? false}
            aria-label={`${t.network.name} ${t.handle}`}
            aria-describedby={`${id}-${t.id}`}
            data-over={(chosen.includes(t.id) && roomOf(t) === 'over') || undefined}
          >
            <span className={css.box} aria-hidden="true">
              {chosen.includes(t.id) && <Icon name="tick" size={13} />}
            </span>
            <span className={css.about}>
              <span className={css.name}>
                <NetworkMark mark={t.network.mark} name={t.network.name} nameHidden />
                <span className={cx('mono', css.handle)}>{t.handle}</span>
              </span>
              <span className={css.count} id={`${id}-${t.id}`}>
                <Count target={t} />
              </span>
            </span>
          </Checkbox>
        ))}
      </div>
      <p className="hidden-words" role="status">
        {said}
      </p>
    </CheckboxGroup>
  )
}
