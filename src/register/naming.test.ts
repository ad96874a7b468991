import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountClass } from './account.ts'
import { ordinaryConvention } from './convention.ts'
import { handleFindings, sameHandle } from './naming.ts'

const { naming } = ordinaryConvention('Westshire Police')
const look = (
  handle: string,
  over: { class?: AccountClass; area?: string; names?: string[]; prefixes?: string[]; places?: string[] } = {},
) =>
  handleFindings({
    handle,
    class: over.class ?? 'specialist',
    area: over.area ?? null,
    familyNames: over.names ?? ['Corrigan', 'Hill', 'Cole'],
    convention: { ...naming, prefixes: over.prefixes ?? [], places: over.places ?? [] },
  })
const ids = (...given: Parameters<typeof look>) => look(...given).map((f) => f.id)

test('a handle that keeps to the convention is left alone', () => {
  for (const handle of [
    'WestshireRoads',
    '@WestshireDogs',
    'westshire.police.uk',
    'WestshirePCSOTeam',
    'HedDluWestshire',
  ])
    expect(ids(handle)).toEqual([])
  expect(ids('WestshirePCCorrigan', { class: 'individual' })).toEqual([])
  expect(ids('StannerHillPolice', { class: 'neighbourhood', area: 'Stanner Hill' })).toEqual([])
  expect(ids('ColebrookPolice')).toEqual([])
})

test('each fault is found, points at its letters, and has a wording', () => {
  expect(look('Westshire Roads')).toMatchObject([{ id: 'spaces', from: 9, to: 10, wording: 'WestshireRoads' }])
  expect(look('WestshireP0lice')).toMatchObject([{ id: 'otherLetters', from: 10, to: 11, wording: 'WestshirePolice' }])
  expect(ids('Wеstshire')).toContain('otherLetters') // a Cyrillic letter
  expect(look('WestshireRoads1984')).toMatchObject([{ id: 'digits', from: 14, to: 18, wording: 'WestshireRoads' }])
  expect(look('TheDogs')).toMatchObject([{ id: 'forceNotNamed', wording: 'TheDogsPolice' }])
  expect(look('WestshireCorrigan')).toMatchObject([{ id: 'personalName', from: 9, to: 17, wording: 'Westshire' }])
  expect(look('WestshirePCBaines')).toMatchObject([{ id: 'personalName', from: 11, to: 17, wording: 'Westshire' }])
  expect(look('westshire.corrigan')).toMatchObject([{ id: 'personalName', wording: 'westshire' }])
  expect(ids('RoadsWP', { prefixes: ['WP', 'Westshire'] })).toEqual(['prefix'])
  expect(look('Roads', { prefixes: ['WP'] })).toMatchObject([{ wording: 'WPRoads' }])
  expect(look('WestshireNorth', { class: 'district', area: 'Mill Lane' })).toMatchObject([
    { id: 'placeMissing', wording: 'MillLaneWestshireNorth' },
  ])
  expect(ids('WestshireEastby', { class: 'district', places: ['Eastby'] })).toEqual([])
})

test('a place that is somebody’s name too is a place', () => {
  expect(ids('HillPolice', { names: ['Hill'] })).toEqual(['personalName'])
  expect(ids('HillPolice', { names: ['Hill'], places: ['Hill'] })).toEqual([])
})

test('a wording never has the fault for which it was given', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 ._]{1,18}$/), (handle) => {
      for (const finding of look(handle)) {
        expect(finding.to).toBeGreaterThanOrEqual(finding.from)
        if (finding.id === 'spaces' && finding.wording) expect(ids(finding.wording)).not.toContain('spaces')
        if (finding.id === 'forceNotNamed' && finding.wording)
          expect(ids(finding.wording)).not.toContain('forceNotNamed')
      }
    }),
  )
})

test('one handle however it is written', () => {
  expect(sameHandle('@WestshirePol ', 'westshirepol')).toBe(true)
})
