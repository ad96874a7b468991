import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { inFrame } from '../roots.tsx'
import { registerSearch } from './register-filter.ts'

const register = createRoute({
  getParentRoute: inFrame,
  path: '/register',
  component: lazyRouteComponent(() => import('./register.page.tsx'), 'RegisterPage'),
  validateSearch: registerSearch,
})
const newAccount = createRoute({
  getParentRoute: inFrame,
  path: '/register/new',
  component: lazyRouteComponent(() => import('./account-edit.page.tsx'), 'NewAccountPage'),
})
const importAccounts = createRoute({
  getParentRoute: inFrame,
  path: '/register/import',
  component: lazyRouteComponent(() => import('./import.page.tsx'), 'ImportPage'),
})
const requests = createRoute({
  getParentRoute: inFrame,
  path: '/register/requests',
  component: lazyRouteComponent(() => import('./requests.page.tsx'), 'RequestsPage'),
})
const askForAccount = createRoute({
  getParentRoute: inFrame,
  path: '/register/ask',
  component: lazyRouteComponent(() => import('./request-new.page.tsx'), 'AskForAccountPage'),
})
const convention = createRoute({
  getParentRoute: inFrame,
  path: '/register/convention',
  component: lazyRouteComponent(() => import('./convention.page.tsx'), 'ConventionPage'),
})
const offices = createRoute({
  getParentRoute: inFrame,
  path: '/register/offices',
  component: lazyRouteComponent(() => import('./offices.page.tsx'), 'OfficesPage'),
})
const account = createRoute({
  getParentRoute: inFrame,
  path: '/register/$id',
  component: lazyRouteComponent(() => import('./account.page.tsx'), 'AccountPage'),
})
const changeAccount = createRoute({
  getParentRoute: inFrame,
  path: '/register/$id/change',
  component: lazyRouteComponent(() => import('./account-edit.page.tsx'), 'ChangeAccountPage'),
})

/** The addresses below /register. */
export const registerPages = [
  register,
  newAccount,
  importAccounts,
  requests,
  askForAccount,
  convention,
  offices,
  account,
  changeAccount,
] as const
