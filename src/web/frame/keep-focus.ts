/** A place that can take the focus of what was in it: the nearest part of the page that is still there. */
const isPlace = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.matches('section, main')

const around = (element: Element): Element[] => {
  const all: Element[] = []
  for (let up: Element | null = element; up; up = up.parentElement) all.push(up)
  return all
}

/** After a dialog has given the focus back, and after a heading that was asked for has taken it. */
const pause = 80

/**
 * Where an act takes away the very button that did it, the focus would fall to the top of the page; the part in which it stood takes it, so
 * that the next Tab goes on from there and a screen reader says where that is. Returns how to end it.
 */
export const keepFocus = (): (() => void) => {
  let had: Element[] = []
  const onFocus = (event: FocusEvent): void => {
    had = event.target instanceof Element ? around(event.target) : []
  }
  // Somebody pressed beside everything: that is no loss.
  const onLeave = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      if (target === had[0] && had[0]?.isConnected && document.activeElement === document.body) had = []
    })
  const watcher = new MutationObserver(() => {
    if (document.activeElement !== document.body || had.length === 0 || had[0]?.isConnected) return
    const places = had
    had = []
    setTimeout(() => {
      const place = document.activeElement === document.body && places.find(isPlace)
      if (!place) return
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1
      place.focus({ preventScroll: true })
    }, pause)
  })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('focusout', onLeave)
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => {
    watcher.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('focusout', onLeave)
  }
}
