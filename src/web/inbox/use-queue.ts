import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { queue as endpoint } from '../../inbox/inbox.contract.ts'
import { call } from '../call.ts'
import type { Row } from './clock-words.ts'
import type { Show } from './desk-search.ts'
import { type Standing, standing, withPage } from './queue.ts'

export type Queue = z.output<typeof endpoint.output>

/** What changes the queue: facts are about conversations; what we hear is about listening. */
const topics = ['conversation', 'message', 'listening', 'account', 'desk'] as const

export type QueueRead = Standing & {
  /** Figures, and what is said of accounts: from the latest answer, also while another list is being read. */
  latest: Queue | null
  readAt: number
  state: 'reading' | 'read' | { failed: string; again: () => void }
  /** An answer stands there that could not be read again. */
  old: { words: string; readAt: number; again: () => void } | null
  more: { read: () => void; busy: boolean; failed: boolean } | null
  /** Puts what waits behind "3 new" into the list. */
  show: () => void
}

type Kept = { of: string; pages: number; rows: readonly Row[] }

/** One list of the desk: what stands in it stays where it is while news comes in. */
export const useQueue = (show: Show, account: string | null): QueueRead => {
  const of = `${show} ${account ?? ''}`
  const read = useInfiniteQuery({
    queryKey: ['desk', endpoint.path, { show, account }],
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoint,
        { show, ...(account ? { account } : {}), ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 30_000,
    meta: { also: topics },
  })
  const [kept, setKept] = useState<Kept | null>(null)
  const latest = useRef<{ queue: Queue; at: number } | null>(null)
  const pages = read.data?.pages ?? []
  const fresh = pages.flatMap((page) => page.rows)
  const [first] = pages
  if (first) latest.current = { queue: first, at: read.dataUpdatedAt }

  const mine = kept?.of === of && kept.rows.length > 0 ? kept : null
  if (read.data && (mine === null ? kept?.of !== of || fresh.length > 0 : mine.pages < pages.length))
    setKept({ of, pages: pages.length, rows: mine === null ? fresh : withPage(mine.rows, pages.at(-1)?.rows ?? []) })

  const failed = read.isError && !read.isFetchNextPageError ? read.error.message : null
  const again = () => void read.refetch()
  return {
    ...standing(mine?.rows ?? null, fresh, read.hasNextPage),
    latest: latest.current?.queue ?? null,
    readAt: latest.current?.at ?? 0,
    state: read.data ? 'read' : failed === null ? 'reading' : { failed, again },
    old: read.data && failed !== null ? { words: failed, readAt: read.dataUpdatedAt, again } : null,
    more: read.hasNextPage
      ? {
          read: () => void read.fetchNextPage(),
          busy: read.isFetchingNextPage,
          failed: read.isFetchNextPageError,
        }
      : null,
    show: () => setKept({ of, pages: pages.length, rows: fresh }),
  }
}
