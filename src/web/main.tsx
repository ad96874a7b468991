import './tokens.css'
import './base.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { Fault, Refused } from './call.ts'
import { source } from './frame/source.ts'
import { makeRouter } from './routes.tsx'

const onError = (cause: Error): void => {
  const notSignedIn = cause instanceof Refused && cause.status === 401
  const here = router.state.location
  if (!notSignedIn || here.pathname === '/sign-in' || here.pathname === '/first-run') return
  // Who was at work is told that the sign-in ended, and comes back to where they were.
  const ended = client.getQueryData(['frame']) !== undefined || undefined
  void router.navigate({ to: '/sign-in', search: { back: here.href, ended } })
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer, and a fault does not mend itself: only a lost line is worth asking again.
      retry: (times, cause) => !(cause instanceof Refused || cause instanceof Fault) && times < 2,
    },
    // What changes something is never sent twice unasked.
    mutations: { retry: false },
  },
})

const router = makeRouter({ client, source })

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
