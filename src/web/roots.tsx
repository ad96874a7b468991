import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router'
import { App } from './app.tsx'
import type { FrameSource } from './frame/facts.ts'
import { NotFoundPage } from './frame/stand-in.page.tsx'

export type Context = { client: QueryClient; source: FrameSource }

export const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFoundPage })

/** Pages inside the frame. The id is left out of the address. */
export const framed = createRoute({ getParentRoute: () => root, id: 'staff', component: App })

export const inFrame = () => framed
