import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { inFrame } from '../roots.tsx'
import { roundSearch } from './round-filter.ts'

const rounds = createRoute({
  getParentRoute: inFrame,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./reviews.page.tsx'), 'ReviewsPage'),
})
const criteria = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/criteria',
  component: lazyRouteComponent(() => import('./criteria.page.tsx'), 'CriteriaPage'),
})
const round = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/$round',
  component: lazyRouteComponent(() => import('./round.page.tsx'), 'RoundPage'),
  validateSearch: roundSearch,
})
const one = createRoute({
  getParentRoute: inFrame,
  path: '/reviews/$round/$account',
  component: lazyRouteComponent(() => import('./review.page.tsx'), 'ReviewPage'),
})

/** The addresses of rounds, their reviews, and what they judge by; those of plans stand in plan-pages.ts. */
export const reviewPages = [rounds, criteria, round, one] as const
