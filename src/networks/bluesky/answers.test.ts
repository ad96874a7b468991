import { describe, expect, it } from 'vitest'
import { type Answer, endingOf, resetTime, withoutSecrets } from './answers.ts'

const now = new Date('2026-11-21T09:00:00Z')
const answer = (
  status: number,
  name: string | null = null,
  message: string | null = null,
  headers: Record<string, string> = {},
): Answer => ({
  status,
  name,
  message,
  headers,
  body: null,
})

describe('endingOf', () => {
  it.each<[number, string | null, string]>([
    [400, 'InvalidRequest', 'refused'],
    [400, 'BlobNotFound', 'refused'],
    [413, 'PayloadTooLarge', 'refused'],
    [413, null, 'refused'],
    [400, 'InvalidSwap', 'unknown'],
    [400, null, 'unknown'],
    [404, null, 'unknown'],
    [404, 'XRPCNotSupported', 'unknown'],
    [408, null, 'unknown'],
    [409, 'Conflict', 'unknown'],
    [500, 'InternalServerError', 'unknown'],
    [501, 'MethodNotImplemented', 'unknown'],
    [502, 'UpstreamFailure', 'unknown'],
    [503, null, 'unknown'],
    [504, null, 'unknown'],
    [200, null, 'unknown'],
    [302, null, 'unknown'],
    [403, null, 'unknown'],
    [403, 'ScopeMissingError', 'keyEnded'],
    [401, 'AuthenticationRequired', 'keyEnded'],
    [400, 'ExpiredToken', 'keyEnded'],
    [401, 'AccountTakedown', 'keyEnded'],
    [400, 'RepoTakendown', 'keyEnded'],
    [401, 'AccountDeactivated', 'keyEnded'],
    [429, 'RateLimitExceeded', 'later'],
    [429, null, 'later'],
  ])('%d %s is %s', (status, name, expected) => {
    const ending = endingOf(answer(status, name), now, [])
    expect(ending.kind === 'later' && ending.keyEnded ? 'keyEnded' : ending.kind).toBe(expected)
  })

  it('says nothing in codes', () => {
    for (const status of [400, 401, 403, 413, 429, 500]) {
      const { words } = endingOf(answer(status, 'AccountTakedown'), now, [])
      expect(words).not.toMatch(/\d{3}|Takedown|Error/)
    }
  })
})

describe('resetTime', () => {
  const wait = (headers: Record<string, string>): number | null => {
    const time = resetTime(answer(429, null, null, headers), now)
    return time && (time.getTime() - now.getTime()) / 1000
  }

  it('reads seconds, dates and the rate limit’s own header, within sense', () => {
    expect(wait({ 'retry-after': '30' })).toBe(30)
    expect(wait({ 'retry-after': 'Sat, 21 Nov 2026 09:02:00 GMT' })).toBe(120)
    expect(wait({ 'ratelimit-reset': String(now.getTime() / 1000 + 300) })).toBe(300)
    expect(wait({ 'retry-after': '0' })).toBe(1)
    expect(wait({ 'retry-after': '999999999' })).toBe(86_400)
    expect(wait({ 'retry-after': 'soon' })).toBeNull()
    expect(wait({})).toBeNull()
  })
})

it('withoutSecrets takes out keys and anything like a token', () => {
  expect(withoutSecrets('a hunter22 b hunter22-long c eyJhbGciOi.eyJz.sig d', ['hunter22', 'hunter22-long', ''])).toBe(
    'a … b … c … d',
  )
})
