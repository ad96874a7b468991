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
const variation = createRoute({
  getParentRoute: inFrame,
  path: '/measures/variation',
  component: lazyRouteComponent(() => import('./variation/variation.page.tsx'), 'VariationPage'),
  validateSearch: search,
})
const earns = createRoute({
  getParentRoute: inFrame,
  path: '/measures/earns',
  component: lazyRouteComponent(() => import('./earns/earns.page.tsx'), 'EarnsPage'),
  validateSearch: z.object({
    span: z.enum(['year', 'all']).default('year').catch('year'),
    reaction: z.enum(['replies', 'reshares']).default('replies').catch('replies'),
  }),
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
export const measurePages = [overview, officials, variation, earns, account, one] as const
