import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likenessTo } from './look-alike.ts'

const ours = [
  'WestshirePolice', 'WestshireDesk', 'Chiefs_Westshire', 'WestportCentral', 'WestportDocksNPT', 'EastbyNorthNPT', 'EastbySouthNPT',
  'HarrowfieldPol', 'TregarnTown', 'WestshireRoads', 'WestshireDogs', 'OpLanternWestshire', 'westshire.police.example', 'WSCyber',
].map((handle) => ({ network: 'a', handle })) // biome-ignore format: a list
const kind = (handle: string, network = 'a') => likenessTo({ network, handle }, ours)?.kind ?? null

/** Invented by hand, as imitators write them. */
const imitations: readonly (readonly [string, string])[] = [
  ['WestshireP0lice', 'letters'],
  ['WestshirePo1ice', 'letters'],
  ['WestshirePoIice', 'letters'],
  ['VVestshirePolice', 'letters'],
  ['Westshire_Police', 'letters'],
  ['WestshirеPolice', 'letters'],
  ['WеstshirеPоlicе', 'letters'],
  ['We5tshirePolice', 'letters'],
  ['Westsh1reDesk', 'letters'],
  ['Westshire-Roads', 'letters'],
  ['WestshirePollce', 'letters'],
  ['HarrowfeildPol', 'typed'],
  ['Westshirr_Desk', 'typed'],
  ['WestshireDoqs', 'none'],
  ['WestshirePolce', 'typed'],
  ['WestshirePolicee', 'typed'],
  ['WestshriePolice', 'typed'],
  ['WestshirePolise', 'typed'],
  ['WestportCentra1', 'letters'],
  ['OpLanternWestshir', 'typed'],
  ['WestshirePoliceOfficial', 'added'],
  ['RealWestshirePolice', 'added'],
  ['WestshirePolice_UK', 'added'],
  ['WestshirePoliceHelp', 'added'],
  ['WestshirePolice1', 'added'],
  ['WestshirePolice247', 'added'],
  ['westshire.p0lice.example', 'letters'],
]

/** Neighbours, namesakes, residents and other bodies: nobody's imitation. */
const innocent = [
  'EastshirePolice', 'WestshireFire', 'WestshireCouncil', 'WestshireAmbulance', 'WestshirePCC', 'WestshireLive', 'WestportFC', 'WestportCouncil',
  'EastbyMarket', 'EastbyWestNPT', 'HarrowfieldSchool', 'HarrowfieldPost', 'TregarnTownFC', 'TregarnTimes', 'DogsOfWestshire', 'RoadsWestshire',
  'PoliceFederation', 'PCCorrigan', 'NorthshirePol', 'WSCyder', 'WSCyber2', 'LanternFestival', 'westport_resident', 'mill.lane.watch', 'WestshireRadio',
  'WestshireDocs', 'police.example', 'Heddlu_Tregarn', 'WestshireRocks', 'EastbyNorthWI',
] // biome-ignore format: a list

test('imitations are found', () => {
  const missed = imitations.filter(([handle, as]) => (kind(handle) ?? 'none') !== as)
  expect(missed).toEqual([])
})

test('nobody else is taken for one', () => {
  expect(innocent.filter((handle) => kind(handle) !== null)).toEqual([])
})

test('our own are ours; the same name on another network is told', () => {
  for (const { handle } of ours) expect(kind(handle)).toBeNull()
  expect(kind('westshirepolice')).toBeNull()
  expect(kind('WestshirePolice', 'b')).toBe('same')
})

test('the odd letter is pointed at', () => {
  expect(likenessTo({ network: 'a', handle: 'WestshireP0lice' }, ours)).toMatchObject({
    of: 'WestshirePolice',
    odd: [10],
  })
})

test('one letter more, less or changed over in a long name is always told, whatever the letter', () => {
  const [first] = ours
  const name = first?.handle ?? ''
  fc.assert(
    fc.property(
      fc.nat(name.length - 2),
      fc.constantFrom(...'bcdfghjkq'),
      fc.constantFrom('more', 'less', 'over'),
      (at, letter, how) => {
        const parts = {
          more: name.slice(0, at) + letter + name.slice(at),
          less: name.slice(0, at) + name.slice(at + 1),
          over: name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
        }
        const made = parts[how]
        fc.pre(made.toLowerCase() !== name.toLowerCase())
        expect(kind(made)).not.toBeNull()
      },
    ),
  )
})
