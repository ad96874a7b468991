import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'

/**
 * Puts rows into a table by COPY. `pieces` are its text format, cut only at the ends of lines. `like`: the table is made first, unlogged and
 * after that one; a new table is filled from front to back, an old one wherever there is room.
 */
export type CopyIn = (
  table: string,
  columns: readonly string[],
  pieces: AsyncIterable<string>,
  like?: string,
) => Promise<void>

const statement = (table: string, columns: readonly string[], from: string): string =>
  `copy "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) from ${from}`
const making = (table: string, like: string): string => `create unlogged table "${table}" (like "${like}")`

/** PostgreSQL: one transaction, so all rows or none; a fault of `pieces` takes everything back, also the table that was made. Sends no faster than the server reads. */
export const copyIntoPostgres =
  (pool: pg.Pool): CopyIn =>
  async (table, columns, pieces, like) => {
    const first = like === undefined ? '' : `${making(table, like)}; `
    const freeze = like === undefined ? '' : ' with (freeze)'
    const text = `${first}${statement(table, columns, 'stdin')}${freeze}`
    const client = await pool.connect()
    try {
      await new Promise<void>((done, failed) => client.query(new Copy(text, pieces, done, failed)))
      client.release()
    } catch (error) {
      client.release(true) // what the server still expects of it is not known
      throw error
    }
  }

class Copy implements pg.Submittable {
  private readonly text: string
  private readonly pieces: AsyncIterable<string>
  private readonly done: () => void
  private readonly failed: (error: unknown) => void
  private isOver = false
  private cause: unknown = null
  private bytes = Buffer.alloc(256 * 1024)

  constructor(text: string, pieces: AsyncIterable<string>, done: () => void, failed: (error: unknown) => void) {
    this.text = text
    this.pieces = pieces
    this.done = done
    this.failed = failed
  }

  submit(connection: pg.Connection): void {
    connection.query(this.text)
  }

  handleCopyInResponse(connection: pg.Connection): void {
    void this.send(connection)
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.isOver = true
    this.done()
  }

  /** The server said no, or the connection broke; a fault of our own is what the caller wants to hear of. */
  handleError(error: unknown): void {
    this.isOver = true
    this.failed(this.cause ?? error)
  }

  private async send({ stream }: pg.Connection): Promise<void> {
    try {
      for await (const piece of this.pieces) {
        if (this.isOver) return
        await this.write(stream, 'd', piece)
      }
      await this.write(stream, 'c', '')
    } catch (error) {
      this.cause = error
      if (this.isOver) this.failed(error)
      else await this.write(stream, 'f', 'stopped\0')
    }
  }

  /**
   * One message of the protocol: `d` rows, `c` the end, `f` a fault. Written into the same bytes each time, once the kernel has taken the last
   * one: otherwise hundreds of megabytes wait to be collected.
   */
  private write(stream: pg.Connection['stream'], kind: string, body: string): Promise<void> {
    const size = 5 + Buffer.byteLength(body)
    if (size > this.bytes.length) this.bytes = Buffer.alloc(size * 2)
    this.bytes.write(kind, 0, 'latin1')
    this.bytes.writeInt32BE(size - 1, 1)
    this.bytes.write(body, 5, 'utf8')
    return new Promise((taken) => stream.write(this.bytes.subarray(0, size), () => taken()))
  }
}

const lotLetters = 4_000_000

/** PGlite: in lots of some megabytes, each by itself; a fault of `pieces` leaves those before it. */
export const copyIntoEmbedded =
  (pglite: PGlite): CopyIn =>
  async (table, columns, pieces, like) => {
    if (like !== undefined) await pglite.exec(making(table, like))
    let lot: string[] = []
    let letters = 0
    const put = async (): Promise<void> => {
      if (letters === 0) return
      const blob = new Blob(lot)
      lot = []
      letters = 0
      await pglite.query(statement(table, columns, "'/dev/blob'"), [], { blob })
    }
    for await (const piece of pieces) {
      lot.push(piece)
      letters += piece.length
      if (letters > lotLetters) await put()
    }
    await put()
  }
