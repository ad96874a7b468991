import { CsvError, parse } from 'csv-parse/sync'
import { type Line, plainCell, separatorIn } from './csv.ts'

/** Why a file is no table, in words; `line` where the trouble begins. */
export type Unreadable = { line: number | null; words: string }

/** Excel saves CSV in the old encoding of Windows, or as UTF-16, unless it is told otherwise. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The rows of a CSV file, without empty ones, whatever spreadsheet wrote it: quotes and line breaks in cells, BOM, semicolons, tabs. */
export function readCsv(bytes: Uint8Array): Line[] | Unreadable {
  const text = textOf(bytes)
  if (text.includes('\0'))
    return { line: null, words: 'This is not a CSV file. Save the sheet as CSV, then choose it again.' }
  const said = /^sep=(.)\r?\n/.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const before = said ? 1 : 0
  const lines: Line[] = []
  let next = before + 1
  try {
    parse(body, {
      delimiter: said?.[1] ?? separatorIn(body.slice(0, `${body}\n`.indexOf('\n'))),
      relax_column_count: true,
      on_record: (cells: string[], { lines: last }) => {
        if (cells.some((c) => c.trim() !== '')) lines.push({ line: next, cells: cells.map((c) => plainCell(c.trim())) })
        next = before + last + 1
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED'
    return {
      line: next,
      words: open
        ? `A quotation mark that opens in line ${next} is never closed. Close it, or take it out.`
        : `Line ${next} has a quotation mark in the middle of a cell. Take it out, or write it twice and put the cell in quotation marks.`,
    }
  }
  return lines
}
