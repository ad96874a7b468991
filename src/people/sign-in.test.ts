import { expect, test } from 'vitest'
import { callerAddress, cookieEnding, sessionToken } from './sign-in.ts'

test('a cookie is found whatever prefix it has, and only by its whole ending', () => {
  expect(cookieEnding('a=1; __Secure-x.token=b=c; d=2', 'x.token')).toBe('b=c')
  expect(cookieEnding('x.token2=1', 'x.token')).toBeNull()
  expect(cookieEnding(null, 'x.token')).toBeNull()
})

test('the session token stands before its signature', () => {
  expect(sessionToken('front-counter.session_token=abc.def%3D')).toBe('abc')
  expect(sessionToken('front-counter.session_token=%E0%A4%A')).toBeNull()
  expect(sessionToken('other=1')).toBeNull()
})

test('what a caller says of their address counts only when our own proxy stands between', () => {
  const said = '203.0.113.9, 198.51.100.7'
  expect(callerAddress('10.0.0.2', said, true)).toBe('198.51.100.7')
  expect(callerAddress('::1', said, true)).toBe('198.51.100.7')
  expect(callerAddress('192.0.2.1', said, true)).toBe('192.0.2.1')
  expect(callerAddress('10.0.0.2', said, false)).toBe('10.0.0.2')
  expect(callerAddress('10.0.0.2', null, true)).toBe('10.0.0.2')
})
