import type { AccountClass } from '../../register/account.ts'
import { type Book, inSpan } from '../book.ts'
import type { Item } from '../item.ts'
import { measures } from '../measures.ts'
import type { Alike } from '../near/alike.ts'
import { shingling } from '../near/shingles.ts'
import { countNear, nearDuplicates } from '../said/near-duplicates.ts'
import { spanNames, spanOf } from '../span.ts'
import { byClass, type ClassRow, isCounted, keptOf, type MeasuredRow, together } from './measured.ts'

/** An own post without its words: enough to count who was nearly like whom. */
type Slim = Pick<Item, 'id' | 'at' | 'own' | 'length'>

export type Near = { accountId: string; id: string; kind: 'own' | 'other'; otherAccountId: string; otherId: string }

/** All that is kept of a counting. */
export type Figures = { rows: MeasuredRow[]; classes: ClassRow[]; near: Near[] }

const nobody: ReadonlySet<string> = new Set()

/**
 * Counts a force account by account, so that only one account's words are in memory at a time. `add` each account; hand what `posts` gives to
 * the comparing, and its answer to `done`. Pure: what comes in is rows, what goes out is figures.
 */
export function countingForce(until: number) {
  const rows: MeasuredRow[] = []
  const accounts: { id: string; class: AccountClass; own: readonly Slim[] }[] = []
  const posts = shingling()
  /** Account and post of each that is compared, by its number. */
  const compared: { account: number; post: Slim }[] = []
  return {
    posts,
    add(book: Omit<Book, 'span' | 'inSpan' | 'near' | 'nearOwn'>): void {
      const own: Slim[] = []
      for (const item of book.items) {
        if (!item.own) continue
        const slim = { id: item.id, at: item.at, own: true, length: item.length }
        own.push(slim)
        if (posts.add(accounts.length, item.at, item.plain) >= 0)
          compared.push({ account: accounts.length, post: slim })
      }
      accounts.push({ id: book.account.id, class: book.account.class, own })
      for (const name of spanNames) {
        const span = spanOf(name, until)
        const full: Book = { ...book, span, inSpan: inSpan(book.items, span), near: nobody, nearOwn: nobody }
        for (const { definition, count } of measures) {
          if (definition === nearDuplicates.definition || !isCounted(definition, name)) continue
          const kept = keptOf(definition, name, book.account.id, count(full))
          if (kept) rows.push(kept)
        }
      }
    },
    done(alike: Alike): Figures {
      const near = nearOf(alike, accounts, compared)
      const flagged = Map.groupBy(near, (n) => n.accountId)
      for (const { id, own } of accounts) {
        const theirs = flagged.get(id) ?? []
        const of = (kind: Near['kind']) => new Set(theirs.filter((n) => n.kind === kind).map((n) => n.id))
        const sets = { near: of('other'), nearOwn: of('own') }
        for (const name of spanNames) {
          const result = countNear({ ...sets, inSpan: inSpan(own, spanOf(name, until)) })
          const kept = keptOf(nearDuplicates.definition, name, id, result)
          if (kept) rows.push(kept)
        }
      }
      const classes = byClass(rows, new Map(accounts.map((a) => [a.id, a.class])))
      return { rows: [...rows, ...allTogether(rows)], classes, near }
    },
  }
}

function nearOf(
  alike: Alike,
  accounts: readonly { id: string }[],
  compared: readonly { account: number; post: Slim }[],
): Near[] {
  const near: Near[] = []
  for (const [n, { account, post }] of compared.entries())
    for (const kind of ['own', 'other'] as const) {
      const partner = compared[alike[kind][n] ?? -1]
      if (!partner) continue
      const [accountId, otherAccountId] = [accounts[account]?.id ?? '', accounts[partner.account]?.id ?? '']
      near.push({ accountId, id: post.id, kind, otherAccountId, otherId: partner.post.id })
    }
  return near
}

function allTogether(rows: readonly MeasuredRow[]): MeasuredRow[] {
  const by = Map.groupBy(rows, (row) => `${row.measure} ${row.span}`)
  return measures.flatMap(({ definition }) =>
    spanNames.flatMap((span) => together(definition, span, by.get(`${definition.id} ${span}`) ?? []) ?? []),
  )
}
