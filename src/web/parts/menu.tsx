import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import css from './field.module.css'
import { Icon } from './icon.tsx'

export type MenuEntry = { id: string; name: string; onPress: () => void; chosen?: boolean; disabled?: boolean }

export type MenuProps = {
  /** A Button, or any pressable part of React Aria. */
  trigger: ReactNode
  sections: readonly { heading?: string; entries: readonly MenuEntry[] }[]
}

/** Acts behind one button, in ruled sections. An entry that is chosen carries a tick. */
export const Menu = ({ trigger, sections }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className={css.popover ?? ''} placement="bottom end" offset={4}>
      <AriaMenu>
        {sections.map(({ heading, entries }) => (
          <MenuSection
            key={heading ?? entries[0]?.id ?? ''}
            aria-label={heading ?? entries.map((e) => e.name).join(', ')}
          >
            {heading ? <Header className={css.heading ?? ''}>{heading}</Header> : <Header className={css.rule ?? ''} />}
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className={css.option ?? ''}
                textValue={entry.name}
                isDisabled={entry.disabled ?? false}
                onAction={entry.onPress}
              >
                {entry.name}
                {entry.chosen && (
                  <span className={css.here}>
                    <Icon name="tick" />
                  </span>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)
