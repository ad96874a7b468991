const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word that is sought stands somewhere in these texts, in any order; without regard to case and accents, so `Llyr` finds `Llŷr`. */
export const matches = (sought: string, texts: readonly (string | null | undefined)[]): boolean => {
  const all = plain(texts.filter((text) => text).join(' '))
  return plain(sought)
    .split(/\s+/)
    .every((word) => all.includes(word))
}
