/**
 * What a spreadsheet would run as a formula is made words by an apostrophe; reading takes it away again. Some read the wide signs of East Asia
 * as the plain ones.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Rows of cells as a spreadsheet reads them: UTF-8 with its mark, commas, CRLF, every cell in quotes. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`

/** A cell as it was before `csvText` made words of it. */
export const plainCell = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text)

/** One row with the line of the file in which it begins. */
export type Line = { line: number; cells: readonly string[] }

const separators = [',', ';', '\t'] as const

/** Which separator stands most often in the first line: Excel writes semicolons where the comma is the decimal mark. */
export const separatorIn = (head: string): string => {
  const bare = head.replace(/"[^"]*"/g, '')
  const [best = ','] = separators.toSorted((a, b) => bare.split(b).length - bare.split(a).length)
  return best
}
