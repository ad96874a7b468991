import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { must, openRegisterBed, type RegisterBed } from '../register/register.testbed.ts'
import { type Beginning, beginImport, confirmImport, receivePiece } from './import.commands.ts'
import { readImports } from './reading/read.jobs.ts'
import { tarEnd, tarPieces } from './tar.testbed.ts'

type Files = Readonly<Record<string, string | Uint8Array>>
const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content as string)

/** A zip as any program writes one. */
export function zipOf(files: Files, change: (entry: { size: number; sum: number }) => void = () => {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = bytesOf(content)
    const packed = deflateRawSync(plain)
    const told = { size: plain.length, sum: crc32(plain) }
    change(told)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(told.sum, 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(told.size, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    parts.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += head.length + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

export function tarGzOf(files: Files): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => tarPieces(name, bytesOf(content)))
  return gzipSync(Buffer.concat([...parts, tarEnd]))
}

/** One row of the plain columns, as a JSON line. */
export const plainLine = (change: Readonly<Record<string, unknown>> = {}): string =>
  `${JSON.stringify({ id: '1', said_at: '2024-05-01T18:30:00Z', words: 'Road closed', language: 'en', ...change })}\n`

export type ArchiveBed = RegisterBed & {
  /** Uploads a file in one piece and answers the import; nothing is read yet. */
  upload(accountId: string | null, file: string | Uint8Array, of?: Partial<Beginning>): Promise<string>
  /** Uploads, reads, and confirms when it could be read; answers the import's row. */
  bring(accountId: string | null, file: string | Uint8Array, of?: Partial<Beginning>): ReturnType<ArchiveBed['row']>
  row(id: string): Promise<Awaited<ReturnType<typeof rowOf>>>
  /** Everything that stands in the archive, in a fixed order, without what says where it came from. */
  archive(): Promise<unknown[]>
}

const rowOf = (bed: RegisterBed, id: string) =>
  bed.db.selectFrom('archive_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** A force with a register and a data folder of its own. */
export async function openArchiveBed(): Promise<ArchiveBed> {
  const folder = mkdtempSync(join(tmpdir(), 'fc-archive-'))
  const bed = await openRegisterBed({ config: { dataDir: folder } })
  const drop = bed[Symbol.asyncDispose].bind(bed)
  const upload: ArchiveBed['upload'] = async (accountId, file, of = {}) => {
    const bytes = bytesOf(file)
    const begin: Beginning = { accountId, format: 'plain', fileName: 'posts.jsonl', bytes: bytes.length, ...of }
    const { id } = must(await beginImport(bed, bed.head, begin))
    must(await receivePiece(bed, bed.head, { id, from: 0 }, bytes))
    return id
  }
  return Object.assign(bed, {
    upload,
    row: (id: string) => rowOf(bed, id),
    bring: async (accountId: string | null, file: string | Uint8Array, of: Partial<Beginning> = {}) => {
      const id = await upload(accountId, file, of)
      await readImports(bed)
      if ((await rowOf(bed, id)).stage === 'read') await confirmImport(bed, bed.head, { id, acceptHandle: true })
      return rowOf(bed, id)
    },
    archive: async () =>
      (await bed.db.selectFrom('published').selectAll().orderBy('account_id').orderBy('external_id').execute()).map(
        ({ import_id: _, ...row }) => row,
      ),
    async [Symbol.asyncDispose]() {
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
