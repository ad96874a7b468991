/** What stands alone, or before another sentence, ends as a sentence; what ends as one already stays as it is. */
export const asSentence = (words: string): string => {
  const said = words.trim()
  return said === '' || /[.!?…][”’"')]*$/u.test(said) ? said : `${said}.`
}

/** Puts sentences one after the other, each ended once; empty ones are left out. */
export const sentences = (...parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => asSentence(part ?? ''))
    .filter((part) => part !== '')
    .join(' ')
