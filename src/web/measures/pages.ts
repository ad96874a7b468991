import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { spanName } from '../../measures/span.ts'
import { inFrame } from '../roots.tsx'

/** `before` is only what the thirteen weeks are compared with. */
const shown = spanName.exclude(['before'])
const search = z.object({
  span: shown.default('weeks13').catch('weeks13'),
  /** The measure whose definition stands open. */
  measure: z
    .string()
    .regex(/^M\d\d$/)
    .optional()
    .catch(undefined),
})
export const spansShown = shown.options

const overview = createRoute({
  getParentRoute: inFrame,
  path: '/measures',
  component: lazyRouteComponent(() => import('./overview.page.tsx'), 'MeasuresPage'),
  validateSearch: search,
})
const officials = createRoute({
  getParentRoute: inFrame,
  path: '/measures/officials',
  component: lazyRouteComponent(() => import('./officials.page.tsx'), 'OfficialsPage'),
})
const account = createRoute({
  getParentRoute: inFrame,
  path: '/measures/accounts/$id',
  component: lazyRouteComponent(() => import('./account.page.tsx'), 'AccountMeasuresPage'),
  validateSearch: search,
})
const one = createRoute({
  getParentRoute: inFrame,
  path: '/measures/$id',
  component: lazyRouteComponent(() => import('./measure.page.tsx'), 'MeasurePage'),
  validateSearch: search,
})

/** The addresses below /measures. */
export const measurePages = [overview, officials, account, one] as const
