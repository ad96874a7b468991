import { expect, it } from 'vitest'
import { lengthOf } from '../length.ts'
import { dueBy, stormMessage, stormScenarios } from './storm.ts'

it('is the same for the same seed, and no message is longer than the network takes', () => {
  for (const scenario of stormScenarios) {
    const play = (seed: number) => Array.from({ length: 2000 }, (_, n) => stormMessage(scenario, seed, n))
    const messages = play(7)
    expect(play(7)).toEqual(messages)
    expect(play(8)).not.toEqual(messages)
    expect(messages.every((m) => m.text !== '' && !/[{}]/.test(m.text) && lengthOf(m.text, 'grapheme') <= 300)).toBe(
      true,
    )
    const share = (is: (m: (typeof messages)[number]) => boolean) => messages.filter(is).length / messages.length
    expect(share((m) => m.languages[0] === 'cy')).toBeCloseTo(0.08, 1)
    expect(share((m) => m.kind === 'reply')).toBeCloseTo(0.72, 1)
    const help = share((m) => /kill me|end it|not moving|not answering|locked us in/.test(m.text))
    expect(help).toBeGreaterThan(0.002)
    expect(help).toBeLessThan(0.03)
  }
})

it('a rumour stays at its one place', () => {
  const knives = Array.from({ length: 500 }, (_, n) => stormMessage('rumour', 3, n).text).filter((t) => /knife/.test(t))
  expect(new Set(knives.map((t) => /bus station|harbour|Mill Lane|Eastby|A38|Heol|retail/.exec(t)?.[0])).size).toBe(1)
})

it('comes evenly and then ends', () => {
  const storm = { total: 1000, seconds: 300, startedAt: new Date('2026-09-07T09:00:00Z') }
  const at = (seconds: number) => dueBy(storm, new Date(storm.startedAt.getTime() + seconds * 1000))
  expect([at(-5), at(0), at(3), at(150), at(300), at(9999)]).toEqual([0, 0, 10, 500, 1000, 1000])
})
