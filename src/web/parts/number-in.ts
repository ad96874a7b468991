/** A whole number within bounds, as somebody typed it; null for anything else, so that nothing is guessed for them. */
export const numberIn = (text: string, least: number, most = 9999): number | null => {
  const n = Number(text)
  return /^\d{1,6}$/.test(text.trim()) && n >= least && n <= most ? n : null
}
