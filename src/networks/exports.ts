import { reader as bluesky } from './bluesky/archive.ts'
import type { ExportReader } from './export.ts'
import { reader as facebook } from './facebook/archive.ts'
import { reader as instagram } from './instagram/archive.ts'
import { reader as mastodon } from './mastodon/archive.ts'
import { reader as x } from './x/archive.ts'

/** What each network's export is and how it is read; `null`: it hands out none that can be read here, and the plain columns serve. */
const readers: Readonly<Record<string, ExportReader | null>> = {
  bluesky,
  mastodon,
  facebook,
  instagram,
  x,
  youtube: null,
  practice: null,
}

/** `undefined` for a network that has not answered; a test sees to it that none is. */
export const exportReaderOf = (network: string): ExportReader | null | undefined => readers[network]
