import { traits as bluesky } from './bluesky/traits.ts'
import { traits as facebook } from './facebook/traits.ts'
import { traits as instagram } from './instagram/traits.ts'
import { traits as mastodon } from './mastodon/traits.ts'
import type { Traits } from './network.ts'
import { traits as practice } from './practice/traits.ts'
import { traits as x } from './x/traits.ts'
import { traits as youtube } from './youtube/traits.ts'

/** Every network that an account can be on, in the order in which lists show them. Adding a network is one line here and one folder. */
export const networks: readonly Traits[] = [bluesky, mastodon, facebook, instagram, x, youtube, practice]

/** Null when no such network is known: a register may hold an account of a network that we have since dropped. */
export const traitsOf = (id: string): Traits | null => networks.find((network) => network.id === id) ?? null

/** What a network is called; one that is not known any more goes by its id. */
export const networkName = (id: string): string => traitsOf(id)?.name ?? id
