import { expect, it } from 'vitest'
import { handleRemarks, sameHandle, tidyHandle } from './naming.ts'

const remarks = (handle: string, change = {}) =>
  handleRemarks({
    handle,
    class: 'neighbourhood',
    familyNames: ['Farrow'],
    forceWords: ['westshire', 'police'],
    ...change,
  }).map((r) => r.id)

it('reads a handle with or without @, large or small', () => {
  expect(tidyHandle(' @@WestshirePolice ')).toBe('WestshirePolice')
  expect(sameHandle('@westshirepolice', 'WestshirePolice')).toBe(true)
})

it('has nothing to say about an ordinary one', () => expect(remarks('@WestshireHarrow')).toEqual([]))

it('notices what makes a handle doubtful', () => {
  expect(remarks('@Westshire Farrow')).toEqual(['spaces', 'personalName'])
  expect(remarks('@StannerHill')).toEqual(['forceNotNamed'])
  expect(remarks('@Westshire0452')).toEqual(['digits'])
  expect(remarks('@Westshіre_police')).toEqual(['lookAlike'])
})

it('lets an officer’s own account bear their name', () =>
  expect(remarks('@SgtFarrow', { class: 'individual' })).toEqual([]))
