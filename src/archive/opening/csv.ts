import { BrokenFile } from '../import.ts'

/** One row of a CSV file and the line on which it begins, from 1. */
export type CsvRow = { cells: string[]; line: number }

const mostRow = 1_000_000
const mostCells = 1000

/**
 * Splits CSV text (RFC 4180: commas, quotes doubled inside quotes, line breaks inside quotes) that comes in pieces, cut anywhere. A
 * semicolon separates where the first line has one and no comma. Throws BrokenFile with the line.
 */
export class Csv {
  private cells: string[] = []
  private cell = ''
  private letters = 0
  private line = 1
  private rowLine = 1
  private state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  private comma = ''
  private waiting = ''

  push(text: string): CsvRow[] {
    const found: CsvRow[] = []
    const all = this.comma === '' ? this.learn(text) : text
    for (const letter of all) this.take(letter, found)
    return found
  }

  end(): CsvRow[] {
    const found: CsvRow[] = []
    if (this.comma === '') {
      this.comma = separatorOf(this.waiting)
      for (const letter of this.waiting) this.take(letter, found)
    }
    if (this.state === 'quoted')
      throw new BrokenFile('the quotes that were opened to be closed; the file ends inside them', {
        line: this.rowLine,
      })
    if (this.cell !== '' || this.cells.length > 0 || this.state === 'quote') this.row(found)
    return found
  }

  /** Nothing is split before the first line is whole: it says what separates. */
  private learn(text: string): string {
    this.waiting += text
    if (this.waiting.length > mostRow) throw this.tooLong()
    if (!/[\r\n]/.test(text)) return ''
    this.comma = separatorOf(this.waiting)
    return this.waiting.replace(/^\uFEFF/, '')
  }

  private take(letter: string, found: CsvRow[]): void {
    if (letter === '\n') this.line += 1
    if (this.state === 'quoted') {
      if (letter === '"') this.state = 'quote'
      else this.add(letter)
    } else if (letter === '"' && this.state === 'quote') {
      this.add('"')
      this.state = 'quoted'
    } else if (letter === '"' && this.state === 'start') this.state = 'quoted'
    else if (letter === this.comma) {
      this.cells.push(this.cell)
      if (this.cells.length > mostCells)
        throw new BrokenFile(`a row of at most ${mostCells} cells; its end may be missing`, { line: this.rowLine })
      this.cell = ''
      this.state = 'start'
    } else if (letter === '\n') this.row(found)
    else if (letter !== '\r') this.plain(letter)
  }

  private plain(letter: string): void {
    if (this.state === 'quote')
      throw new BrokenFile('a comma after closing quotes; quotes inside a cell are doubled', { line: this.line })
    this.state = 'plain'
    this.add(letter)
  }

  private add(letter: string): void {
    this.cell += letter
    this.letters += 1
    if (this.letters > mostRow) throw this.tooLong()
  }

  private tooLong(): BrokenFile {
    return new BrokenFile('a row of at most a million letters; a quote may be missing', { line: this.rowLine })
  }

  private row(found: CsvRow[]): void {
    const isEmpty = this.cells.length === 0 && this.cell === '' && this.state === 'start'
    if (!isEmpty) found.push({ cells: [...this.cells, this.cell], line: this.rowLine })
    this.cells = []
    this.cell = ''
    this.letters = 0
    this.state = 'start'
    this.rowLine = this.line
  }
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  return first.includes(';') && !first.includes(',') ? ';' : ','
}
