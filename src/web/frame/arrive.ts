/** After each navigation the focus goes to the heading, whenever the page has drawn one. */
let awaited: string | null = null
let navigated = false

/** The frame says which address was asked for. */
export const expectArrival = (address: string): void => {
  awaited = address
  navigated = true
}

/**
 * The heading at this address asks whether the focus is its to take: when it was asked for, and also when the focus was lost
 * because a waiting page was replaced.
 */
export const takeArrival = (address: string): boolean => {
  const mine = awaited === address || (navigated && document.activeElement === document.body)
  if (awaited === address) awaited = null
  return mine
}
