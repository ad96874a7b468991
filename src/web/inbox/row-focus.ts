import { beside } from './queue.ts'

/** The links of the rows, in their order on the page. */
export const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** The row in which the focus stands. */
export const rowInFocus = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null

/** Moves the focus to the row above or below; from elsewhere it begins at the open one. */
export const moveFocus = (step: 1 | -1, chosen: string | null): void => {
  const all = links()
  const ids = all.map((a) => a.dataset.row ?? '')
  const here = rowInFocus()
  const to =
    here === null ? (chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)) : beside(ids, here, step)
  all.find((a) => a.dataset.row === to)?.focus()
}

/** What had the focus is gone: the conversation takes it, so that the next key and a screen reader go on from there. */
export const rescueFocus = (): void => {
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.getElementById('conversation')?.focus({ preventScroll: true })
  }, 0)
}
