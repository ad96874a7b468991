import { BrokenFile } from '../import.ts'

/** One element of a list, as the text it stands as. `at`: the byte at which it begins. */
export type Element = { text: string; at: number }

/** No network lets a post be a tenth of this; unfolded, an element of many small values takes thirty times its bytes. */
const mostElementBytes = 2_000_000
const mostDepth = 200
const mostBefore = 300
const before = /^\uFEFF?\s*(?:window\.[\w.]+\s*=\s*)?$/

/**
 * Splits a JSON document that comes in pieces into the objects of its list: the document itself, or each list that a member of it is
 * (`list` names the only one wanted). JavaScript that assigns the document to a name is taken as the document. Nothing of it is held but
 * the element at hand. Throws BrokenFile with the byte.
 */
export class Elements {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })
  private readonly stack: number[] = []
  private readonly held: Uint8Array[] = []
  private heldBytes = 0
  private heldFrom = -1
  private offset = 0
  private inString = false
  private escaped = false
  private began = false
  private name = ''
  private naming = false
  private inList = false
  private readonly head: number[] = []
  private readonly list: string | null

  constructor(list: string | null) {
    this.list = list
  }

  /** The elements that end in this piece. */
  push(chunk: Uint8Array): Element[] {
    const found: Element[] = []
    let from = this.heldFrom >= 0 ? 0 : -1
    const stop = { backslash: -1 }
    for (let i = 0; i < chunk.length; i++) {
      if (this.inString) {
        if (!this.naming && !this.escaped) i = stopAt(chunk, i, stop)
        this.inside(chunk[i] ?? 0)
        continue
      }
      const c = chunk[i] ?? 0
      if (c === 0x22) this.openString()
      else if (c === 0x7b || c === 0x5b) {
        const starts = c === 0x7b && this.isElementNext() && this.heldFrom < 0
        this.open(c, i)
        if (starts) {
          this.heldFrom = this.offset + i
          from = i
        }
      } else if (c === 0x7d || c === 0x5d) {
        this.close(c, i)
        if (this.heldFrom >= 0 && this.isElementNext()) {
          found.push(this.emit(chunk.subarray(Math.max(from, 0), i + 1)))
          from = -1
        }
      } else if (!this.began) this.beforeDocument(c)
    }
    if (this.heldFrom >= 0) this.hold(chunk.subarray(Math.max(from, 0)))
    this.offset += chunk.length
    return found
  }

  /** Throws when the document did not end. */
  end(): void {
    if (!this.began) throw new BrokenFile('a JSON document', { byte: this.offset })
    if (this.stack.length > 0 || this.inString)
      throw new BrokenFile(
        this.heldFrom >= 0
          ? 'the end of this element; the file stops in the middle of it'
          : 'the end of the list; the file stops before it',
        { byte: this.heldFrom >= 0 ? this.heldFrom : this.offset },
      )
  }

  private isElementNext(): boolean {
    return this.inList && this.stack.length === (this.stack[0] === 0x5b ? 1 : 2)
  }

  private inside(c: number): void {
    if (this.escaped) this.escaped = false
    else if (c === 0x5c) this.escaped = true
    else if (c === 0x22) {
      this.inString = false
      this.naming = false
    } else if (this.naming && this.name.length < 100) this.name += String.fromCharCode(c)
  }

  private openString(): void {
    this.inString = true
    this.naming = this.stack.length === 1 && this.stack[0] === 0x7b
    if (this.naming) this.name = ''
  }

  private open(c: number, i: number): void {
    if (!this.began && !before.test(String.fromCharCode(...this.head).replace(/^ï»¿/, '')))
      throw new BrokenFile('a JSON document', { byte: this.offset + i })
    if (this.began && this.stack.length === 0)
      throw new BrokenFile('nothing after the document', { byte: this.offset + i })
    this.began = true
    this.stack.push(c)
    if (this.stack.length > mostDepth) throw new BrokenFile('fewer values inside each other', { byte: this.offset + i })
    if (c !== 0x5b) return
    if (this.stack.length === 1) this.inList = true
    else if (this.stack.length === 2 && this.stack[0] === 0x7b)
      this.inList = this.list === null || this.name === this.list
  }

  private close(c: number, i: number): void {
    const opened = this.stack.pop()
    if (opened !== (c === 0x7d ? 0x7b : 0x5b))
      throw new BrokenFile('what was opened to be closed', { byte: this.offset + i })
    if (this.stack.length === 1 && this.stack[0] === 0x7b) this.inList = false
  }

  private beforeDocument(c: number): void {
    this.head.push(c)
    if (this.head.length > mostBefore) throw new BrokenFile('a JSON document', { byte: 0 })
  }

  private hold(part: Uint8Array): void {
    this.held.push(part.slice())
    this.heldBytes += part.length
    if (this.heldBytes > mostElementBytes) throw new BrokenFile('an element of at most 2 MB', { byte: this.heldFrom })
  }

  private emit(last: Uint8Array): Element {
    const at = this.heldFrom
    let text = ''
    try {
      for (const part of this.held) text += this.decoder.decode(part, { stream: true })
      text += this.decoder.decode(last)
    } catch {
      throw new BrokenFile('text in UTF-8', { byte: at })
    }
    this.held.length = 0
    this.heldBytes = 0
    this.heldFrom = -1
    return { text, at }
  }
}

/** The next quote or backslash, or the last byte: most of an export is words, and they are stepped over at once. */
function stopAt(chunk: Uint8Array, from: number, stop: { backslash: number }): number {
  const quote = chunk.indexOf(0x22, from)
  if (stop.backslash < from) {
    const found = chunk.indexOf(0x5c, from)
    stop.backslash = found < 0 ? chunk.length : found
  }
  return Math.min(quote < 0 ? chunk.length : quote, stop.backslash, chunk.length - 1)
}
