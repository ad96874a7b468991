import { describe, expect, it } from 'vitest'
import type { Traits } from './network.ts'
import { networks, traitsOf } from './networks.ts'

/** Written out by hand: a member that one network forgets, or has alone, is a hole in every page that asks. */
const members: readonly (keyof Traits)[] = [
  'alsoCalled',
  'connected',
  'directMessages',
  'edit',
  'followers',
  'hears',
  'id',
  'keyFields',
  'length',
  'mark',
  'moderates',
  'name',
  'pictures',
  'polls',
  'practice',
  'profileAt',
  'remove',
  'repeatSafe',
  'signInAtNetwork',
  'threads',
]

describe.each(networks.map((network) => [network.id, network] as const))('%s', (id, network) => {
  it('has the same members as every other network', () => {
    expect(Object.keys(network).sort()).toEqual(members)
    expect(Object.keys(network.length).sort()).toEqual(['max', 'maxBytes', 'unit'])
    if (network.pictures)
      expect(Object.keys(network.pictures).sort()).toEqual(['altMax', 'maxBytes', 'maxSide', 'most', 'types'])
  })

  it('is found by its identifier and has a mark of one or two letters', () => {
    expect(traitsOf(id)).toBe(network)
    expect(network.mark).toMatch(/^[A-Z][a-z]?$/)
  })

  it('asks for keys only where a delivery can reach it', () => {
    if (!network.connected) expect([network.keyFields, network.signInAtNetwork]).toEqual([[], false])
    if (network.connected && !network.practice)
      expect(network.keyFields.length > 0 || network.signInAtNetwork).toBe(true)
  })

  it('says what it hears and what can be done there, and nothing of it where we are not connected', () => {
    const { hears, followers, directMessages, moderates } = network
    if (network.connected) {
      expect(Object.keys(hears ?? {}).sort()).toEqual(['direct', 'mention', 'quote', 'reply'])
      expect(hears?.direct).toBe(directMessages !== null)
      expect(new Set(moderates).size).toBe(moderates.length)
      expect(Object.keys(followers ?? {}).sort()).toEqual(['count', 'who'])
    } else expect([hears, followers, directMessages, moderates]).toEqual([null, null, null, []])
  })

  it('says where the public finds an account, unless nobody can see it from outside', () => {
    const address = network.profileAt(id === 'mastodon' ? 'desk@social.example' : 'desk')
    if (network.practice) expect(address).toBeNull()
    else expect(new URL(address ?? '').href).toMatch(/^https:.*desk$/)
  })

  it('knows its limits when it is connected', () => {
    if (network.connected) expect(network.length.max).toBeGreaterThan(0)
  })
})

it('knows no network twice, and none that is not there', () => {
  expect(new Set(networks.map((network) => network.id)).size).toBe(networks.length)
  expect(new Set(networks.map((network) => network.mark)).size).toBe(networks.length)
  expect(traitsOf('myspace')).toBeNull()
})
