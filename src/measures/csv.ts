import { csvText } from '../register/sheet/csv.ts'

/** A table as a CSV file. A cell that is not known is empty. */
export const csvFile = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) => ({
  bytes: new TextEncoder().encode(csvText([head, ...rows.map((cells) => cells.map((cell) => String(cell ?? '')))])),
  mediaType: 'text/csv; charset=utf-8',
  name,
})
