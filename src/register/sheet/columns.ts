import { Temporal } from 'temporal-polyfill'
import { networks, traitsOf } from '../../networks/networks.ts'
import {
  type AccountClass,
  type AccountKind,
  type AccountStatus,
  accountClasses,
  accountKinds,
  accountStatuses,
  classLabels,
  kindLabels,
  type SignaturePlace,
  signaturePlaces,
  statusLabels,
} from '../account.ts'
import { type Cover, coverWords } from '../cover.ts'
import { tidyHandle } from '../naming.ts'
import { coverFrom } from './cover-words.ts'

/** An account as a sheet says it: offices and objectives by their titles, the review as a day of the force's calendar. */
export type Listed = {
  network: string
  handle: string
  name: string
  class: AccountClass
  status: AccountStatus
  kind: AccountKind
  purpose: string
  area: string | null
  owner: string | null
  supervisor: string | null
  signaturePlace: SignaturePlace
  cover: Cover
  latenessMinutes: number
  objectives: readonly string[]
  nextReview: string | null
}

/** What the force has: titles as they are written. */
export type Titles = { offices: readonly string[]; objectives: readonly string[] }

type Reading = { put: Partial<Listed> } | { wrong: string }

export type SheetColumn = {
  id: keyof Listed
  /** The heading that we write. */
  head: string
  /** Other headings that are read as this one, in small letters. */
  also: readonly string[]
  /** For whoever fills it in. */
  about: string
  example: string
  write(row: Listed): string
  /** Never called with an empty cell: that leaves things as they are. */
  read(text: string, titles: Titles): Reading
}

const put = (part: Partial<Listed>): Reading => ({ put: part })
const wrong = (words: string): Reading => ({ wrong: words })
const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const isNone = (text: string): boolean => /^(none|nobody|nothing)$/i.test(text)
const listOf = (names: readonly string[]): string => names.join(', ')

/** One of a fixed list, by its label or its identifier. */
const oneOf = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>, text: string): Id | null =>
  ids.find((id) => plainly(id) === plainly(text) || plainly(labels[id]) === plainly(text)) ?? null

const short = (text: string, max: number, part: Partial<Listed>): Reading =>
  text.length > max ? wrong(`It has ${text.length} characters, and ${max} are the most. Make it shorter.`) : put(part)

/** `@desk`, `desk` or `https://network.example/desk`. */
const handleIn = (text: string): string =>
  tidyHandle(/^https?:\/\//i.test(text) ? (text.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '') : text)

const networkIn = (text: string): string | null =>
  networks.find((n) => [n.id, n.name, n.mark, ...n.alsoCalled].some((name) => plainly(name) === plainly(text)))?.id ??
  null

const signatureLabels: Readonly<Record<SignaturePlace, string>> = { prefix: 'Before', suffix: 'After', none: 'None' }

const dayIn = (text: string): string | null => {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  const iso = british
    ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : text
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

const titled = (all: readonly string[], text: string): string =>
  all.find((t) => t.toLowerCase() === text.toLowerCase()) ?? text

const objectivesIn = (text: string, { objectives }: Titles): Reading => {
  const given = isNone(text) ? [] : text.split(';').map((t) => t.trim()).filter(Boolean) // biome-ignore format: one line reads better
  const unknown = given.find((t) => !objectives.some((o) => o.toLowerCase() === t.toLowerCase()))
  if (unknown) return wrong(`“${unknown}” is no objective of the force. Write its title as it stands under Objectives.`)
  return put({ objectives: [...new Set(given.map((t) => titled(objectives, t)))] })
}

const officeColumn = (
  id: 'owner' | 'supervisor',
  head: string,
  also: readonly string[],
  about: string,
): SheetColumn => ({
  id,
  head,
  also,
  about,
  example: id === 'owner' ? 'Harbourtown inspector' : 'none',
  write: (r) => r[id] ?? '',
  read: (text, { offices }) => short(text, 200, { [id]: isNone(text) ? null : titled(offices, text) }),
})

/** The columns of a register as a spreadsheet, in their order: they write it, read it, and say what they are. */
export const columns: readonly SheetColumn[] = [
  {
    id: 'network',
    head: 'Network',
    also: ['platform', 'channel', 'site'],
    about: `Needed. One of: ${listOf(networks.map((n) => n.name))}.`,
    example: networks.find((n) => n.connected)?.name ?? '',
    write: (r) => traitsOf(r.network)?.name ?? r.network,
    read: (text) => {
      const network = networkIn(text)
      return network
        ? put({ network })
        : wrong(`“${text}” is no network that we know. Write one of: ${listOf(networks.map((n) => n.name))}.`)
    },
  },
  {
    id: 'handle',
    head: 'Handle',
    also: ['account', 'username', 'user name', 'link', 'url', 'address'],
    about: 'Needed. As it stands at the network, or the address of its page.',
    example: 'HarbourtownPolice',
    write: (r) => r.handle,
    read: (text) => {
      const handle = handleIn(text)
      if (handle === '' || /\s/.test(handle)) return wrong(`“${text}” is no handle. Write it without spaces.`)
      return short(handle, 200, { handle })
    },
  },
  {
    id: 'name',
    head: 'Name',
    also: ['title', 'display name'],
    about: 'What it is called there. Left empty: its handle.',
    example: 'Harbourtown Police',
    write: (r) => r.name,
    read: (text) => short(text, 200, { name: text }),
  },
  {
    id: 'class',
    head: 'Class',
    also: ['type', 'category'],
    about: `One of: ${listOf(accountClasses.map((c) => classLabels[c]))}.`,
    example: classLabels.neighbourhood,
    write: (r) => classLabels[r.class],
    read: (text) => {
      const found = oneOf(accountClasses, classLabels, text)
      return found
        ? put({ class: found })
        : wrong(`“${text}” is no class. Write one of: ${listOf(accountClasses.map((c) => classLabels[c]))}.`)
    },
  },
  {
    id: 'status',
    head: 'Status',
    also: [],
    about:
      'Live, Proposed or Unofficial. Left empty: live. Of an account that is here already it is not changed by a sheet.',
    example: statusLabels.live,
    write: (r) => statusLabels[r.status],
    read: (text) => {
      const status = oneOf(accountStatuses, statusLabels, text)
      return status ? put({ status }) : wrong(`“${text}” is no status. Write Live, Proposed or Unofficial.`)
    },
  },
  {
    id: 'kind',
    head: 'Voices',
    also: ['kind'],
    about: `${kindLabels.single} or ${kindLabels.collective}. Left empty: ${kindLabels.single.toLowerCase()}.`,
    example: kindLabels.collective,
    write: (r) => kindLabels[r.kind],
    read: (text) => {
      const kind = oneOf(accountKinds, kindLabels, text)
      return kind ? put({ kind }) : wrong(`Write ${kindLabels.single} or ${kindLabels.collective}.`)
    },
  },
  {
    id: 'purpose',
    head: 'What it is for',
    also: ['purpose', 'description'],
    about: 'One sentence that a resident would understand.',
    example: 'News and answers for the harbour and the old town',
    write: (r) => r.purpose,
    read: (text) => short(text, 500, { purpose: text }),
  },
  {
    id: 'area',
    head: 'Area',
    also: ['place', 'district', 'neighbourhood'],
    about: 'The place it speaks for. “none” takes it away.',
    example: 'Harbourtown',
    write: (r) => r.area ?? '',
    read: (text) => short(text, 200, { area: isNone(text) ? null : text }),
  },
  officeColumn(
    'owner',
    'Office',
    ['owner', 'who answers for it', 'responsible', 'office that answers for it'],
    'The office that answers for it, by its title: an office outlives its holder. A new one is made when you say so. “none” takes it away.',
  ),
  officeColumn('supervisor', 'Supervisor', ['supervising office'], 'The office that supervises it, by its title.'),
  {
    id: 'signaturePlace',
    head: 'Signature',
    also: [],
    about:
      'Before (ACC MJ:), After (^MJ) or None. Left empty: none. Of an account that is here already it is not changed by a sheet.',
    example: signatureLabels.suffix,
    write: (r) => signatureLabels[r.signaturePlace],
    read: (text) => {
      const signaturePlace = oneOf(signaturePlaces, signatureLabels, text)
      return signaturePlace ? put({ signaturePlace }) : wrong('Write Before, After or None.')
    },
  },
  {
    id: 'cover',
    head: 'Cover',
    also: ['hours', 'monitored', 'monitoring hours'],
    about: 'When somebody looks at what comes in: Mon–Fri 9–17, Sat 10–12:30; or 24 hours; or none.',
    example: 'Mon–Fri 9–17',
    write: (r) => coverWords(r.cover),
    read: (text) => {
      const cover = coverFrom(text)
      return cover
        ? put({ cover })
        : wrong(`“${text}” cannot be read as hours. Write them as Mon–Fri 9–17, or 24 hours.`)
    },
  },
  {
    id: 'latenessMinutes',
    head: 'Too late after, minutes',
    also: ['too late after'],
    about: 'A post that could not be sent for so long is held. A whole number from 1 to 1440. Left empty: 30.',
    example: '30',
    write: (r) => String(r.latenessMinutes),
    read: (text) =>
      /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1440
        ? put({ latenessMinutes: Number(text) })
        : wrong('Write a whole number from 1 to 1440.'),
  },
  {
    id: 'objectives',
    head: 'Objectives',
    also: ['objective'],
    about: 'Titles of objectives of the force, with semicolons between them. “none” takes them away.',
    example: '',
    write: (r) => r.objectives.join('; '),
    read: objectivesIn,
  },
  {
    id: 'nextReview',
    head: 'Next review',
    also: ['review'],
    about: 'A day: 2027-01-12 or 12/01/2027. “none” takes it away.',
    example: '2027-01-12',
    write: (r) => r.nextReview ?? '',
    read: (text) => {
      const day = isNone(text) ? null : dayIn(text)
      return day === null && !isNone(text)
        ? wrong(`“${text}” is no day. Write it as 2027-01-12 or 12/01/2027.`)
        : put({ nextReview: day })
    },
  },
]

const called = (column: SheetColumn, head: string): boolean =>
  [column.head.toLowerCase(), ...column.also].some((name) => plainly(name) === plainly(head))

/** The column that a heading names; null for one that we do not know and leave out. */
export const columnOf = (head: string): SheetColumn | null => columns.find((c) => called(c, head)) ?? null

/** What we write above a column. */
export const headOf = (id: SheetColumn['id']): string => columns.find((c) => c.id === id)?.head ?? id
