/** One thing in a tar; `type` as the format numbers them, a plain file unless told otherwise. */
export function tarPieces(name: string, bytes: Buffer, type = '0'): Buffer[] {
  const head = Buffer.alloc(512)
  head.write(name, 0)
  head.write(`${bytes.length.toString(8).padStart(11, '0')} `, 124)
  head.write(`        ${type}`, 148)
  head.write('ustar', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
}

/** The end of a tar. */
export const tarEnd = Buffer.alloc(1024)
