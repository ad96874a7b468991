/** Of fewer accounts a figure may tell which account it is. */
export const fewestShown = 3

type Class = { accounts: number }

/**
 * The classes of a force that others may see. Left out are those of few accounts, and then the smallest of the others until enough accounts are
 * left out together: what is shown, taken from the figure of the whole force, would otherwise be theirs.
 */
export function classesShown<C extends Class>(classes: readonly C[]): C[] {
  let hidden = 0
  return classes
    .toSorted((a, b) => a.accounts - b.accounts)
    .filter(({ accounts }) => {
      const hide = accounts < fewestShown || (hidden > 0 && hidden < fewestShown)
      if (hide) hidden += accounts
      return !hide
    })
}

/** Whether the whole force has accounts enough to be shown. */
export const isWholeShown = (classes: readonly Class[]): boolean =>
  classes.reduce((sum, c) => sum + c.accounts, 0) >= fewestShown
