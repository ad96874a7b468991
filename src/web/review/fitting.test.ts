import { expect, test } from 'vitest'
import { type AccountFacts, switches } from '../../review/plan/loss.ts'
import { fittingNow, goingOf, triedOf } from './fitting.ts'

const account = (id: string, leaving: { intoAccountId: string | null } | null = null) => ({ id, leaving })
const goes = (accountId: string, intoAccountId: string | null = null) => ({ accountId, intoAccountId })

test('what was planned as it still fits: without what has closed, and joining only what stays', () => {
  const accounts = [account('town'), account('mill'), account('quay'), account('lane', goes('lane'))]
  const wanted = [goes('mill', 'town'), goes('quay', 'gone'), goes('gone', 'town')]
  const found = fittingNow(accounts, wanted)
  expect(goingOf(found.chosen)).toEqual([goes('mill', 'town'), goes('quay')])
  expect([found.gone, found.ends]).toEqual([1, 1])
  // One that is being closed may be in a plan; nothing joins it, nor one that goes by the same plan.
  const both = fittingNow(accounts, [goes('lane'), goes('mill', 'lane'), goes('quay', 'mill')])
  expect(goingOf(both.chosen)).toEqual([goes('lane'), goes('mill'), goes('quay')])
  expect([both.gone, both.ends]).toEqual([0, 2])
  expect(fittingNow(accounts, [goes('mill')])).toMatchObject({ gone: 0, ends: 0 })
})

test('a change that is tried out holds as long as it is offered', () => {
  const facts = (id: string, conversations: number, own: number): AccountFacts => ({
    ...account(id),
    ...{
      area: null,
      followers: 10,
      conversations,
      answered: 0,
      replies: 0,
      own,
      reshares: 1,
      voices: [],
      objectives: [],
    },
  })
  const accounts = [facts('town', 50, 9), facts('mill', 5, 9), facts('quiet', 0, 0)]
  const tried = (wanted: string[], on: Parameters<typeof triedOf>[3]) => {
    const going = wanted.map((id) => goes(id))
    return triedOf(accounts, going, switches(accounts, going, { voicesSign: true }), on).map((g) => g.accountId)
  }
  const only = { kept: [], onlyUnused: true }
  expect(tried(['mill', 'quiet'], only)).toEqual(['quiet'])
  expect(tried(['mill', 'quiet'], { kept: ['mill'], onlyUnused: false })).toEqual(['quiet'])
  // Nothing that nobody uses goes any more, so the change is not offered: what goes is what is chosen.
  expect(tried(['town', 'mill'], only)).toEqual(['town', 'mill'])
  expect(tried(['quiet'], { kept: ['quiet'], onlyUnused: false })).toEqual(['quiet'])
})
