import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouteContext, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { expectArrival } from './frame/arrive.ts'
import { Frame } from './frame/frame.tsx'
import { keepFocus } from './frame/keep-focus.ts'
import { listen, useLine } from './live.ts'
import { readingOf } from './parts/select.tsx'

/** Every staff page: the frame round it, the one line for news, and the focus that goes to the heading. */
export const App = () => {
  const { source } = useRouteContext({ from: '__root__' })
  const client = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  const line = useLine()
  const sought = useSearch({ strict: false, select: (search) => search.words ?? '' })
  const facts = useQuery({ queryKey: ['frame'], queryFn: ({ signal }) => source.read(signal) })

  const parts = useQuery({
    queryKey: ['account', 'holdable'],
    queryFn: ({ signal }) => source.scopes(signal),
    enabled: facts.data?.mayHold != null,
  })

  useEffect(() => listen(client), [client])
  useEffect(keepFocus, [])
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation, pathChanged }) => {
        if (fromLocation && pathChanged) expectArrival(toLocation.pathname)
      }),
    [router],
  )

  const mustChange = facts.data?.mustChangePassword === true
  useEffect(() => {
    if (mustChange) void navigate({ to: '/sign-in', search: { step: 'change' } })
  }, [mustChange, navigate])

  const signOut = async (): Promise<void> => {
    await source.signOut()
    client.clear()
    await navigate({ to: '/sign-in' })
  }

  return (
    <Frame
      facts={facts.data ?? null}
      parts={{ scopes: parts.data ?? [], reading: readingOf(parts) }}
      line={line}
      hold={async (wish) => {
        await source.hold(wish)
        // Whoever holds is told at once; the page reads what stands still now after that.
        void client.invalidateQueries()
      }}
      onSignOut={() => void signOut()}
      onGo={(to) => void navigate({ to })}
      sought={sought}
      onFind={(words) => {
        expectArrival('/find')
        void navigate({ to: '/find', search: { words } })
      }}
    >
      <Outlet />
    </Frame>
  )
}
