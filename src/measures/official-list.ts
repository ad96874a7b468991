import { handleKey } from './reading/towards.ts'

export type Official = { handle: string; kind: 'police' | 'partner'; name: string }

/** Reads a list of official accounts: handle, kind, name; a first line of headings and empty lines are passed over. Says every line that is wrong. */
export function readOfficials(list: string): { officials: Official[]; wrong: { line: number; words: string }[] } {
  const found = new Map<string, Official>()
  const wrong: { line: number; words: string }[] = []
  for (const [n, text] of list.split(/\r?\n/).entries()) {
    const [handle = '', kind = '', ...name] = text.split(/[,;\t]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
    if (text.trim() === '' || (n === 0 && /^handle$/i.test(handle))) continue
    const lower = kind.toLowerCase()
    if (!/^@?[\w.\-@]{1,200}$/.test(handle)) wrong.push({ line: n + 1, words: `“${handle}” is no handle` })
    else if (lower !== 'police' && lower !== 'partner')
      wrong.push({ line: n + 1, words: 'it must say police or partner after the handle' })
    else found.set(handleKey(handle), { handle: handleKey(handle), kind: lower, name: name.join(', ') })
  }
  return { officials: [...found.values()], wrong }
}
