import { expect, it } from 'vitest'
import { homeIn, serviceAt } from './service.ts'

it.each([
  ['https://bsky.social', 'https://bsky.social/'],
  ['bsky.social', 'https://bsky.social/'],
  [' https://pds.example.police.uk:8443/some/path?x ', 'https://pds.example.police.uk:8443/'],
])('keys may go to %j', (address, origin) => {
  expect(serviceAt(address, false)?.href).toBe(origin)
})

it.each([
  '',
  'http://bsky.social',
  'https://user:pass@bsky.social',
  'https://127.0.0.1',
  'https://10.1.2.3',
  'https://0x7f000001',
  'https://2130706433',
  'https://[::1]',
  'https://[fd00::1]',
  'https://localhost',
  'https://intranet',
  'https://localhost.',
  'https://records.local',
  'https://db.internal',
  'ftp://bsky.social',
  'javascript:alert(1)',
  'file:///etc/passwd',
])('keys may not go to %j', (address) => {
  expect(serviceAt(address, false)).toBeNull()
})

it('allows loopback only where it is asked for', () => {
  expect(serviceAt('http://localhost:2583', true)?.href).toBe('http://localhost:2583/')
  expect(serviceAt('http://127.0.0.1:2583', false)).toBeNull()
  expect(serviceAt('http://example.com', true)).toBeNull()
  expect(serviceAt('ftp://localhost', true)).toBeNull()
})

it('finds the home that a DID document names, unless we may not call it', () => {
  const documentWith = (serviceEndpoint: unknown): unknown => ({
    service: [
      { id: '#other', type: 'Other', serviceEndpoint: 'https://other.example.com' },
      { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint },
    ],
  })
  expect(homeIn(documentWith('https://morel.us-east.host.bsky.network'), false)?.host).toBe(
    'morel.us-east.host.bsky.network',
  )
  expect(homeIn(documentWith('http://169.254.169.254'), false)).toBeNull()
  expect(homeIn(documentWith(['https://a.example.com']), false)).toBeNull()
  expect(homeIn({}, false)).toBeNull()
  expect(homeIn(undefined, false)).toBeNull()
})
