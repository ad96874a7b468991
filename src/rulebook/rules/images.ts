import type { AccountClass } from '../draft.ts'
import { phrases, says } from '../language/pattern.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, type Rule } from '../rule.ts'
import type { Severity } from '../season.ts'

const VERSION = '2026-11-21'
const picture = { field: 'alt:0', alt: 'A quiet street at night', language: 'en', locationInFile: false } as const

const locationInFile: Rule = {
  id: 'R23',
  version: VERSION,
  title: 'The picture file says where it was taken',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter: what a file carries unseen is published too' },
  why: 'Anyone can read the place from the file: a home, a covert post, a victim’s street.',
  fix: 'Remove the location from the file. The picture looks the same.',
  decidedBy: ['informationSecurity', 'informationManager'],
  look: (reading) =>
    reading.draft.pictures.flatMap((one, index): Hit[] => {
      const text = reading.texts.find((other) => other.part === 'alt' && other.field === one.field)
      if (!one.locationInFile || !text) return []
      return [{ says: `Picture ${index + 1} still carries its location`, at: at(text, 0, 0) }]
    }),
  fails: [
    {
      words: 'Our new van.',
      when: 'with a picture straight from a phone',
      draft: { pictures: [{ ...picture, locationInFile: true }] },
    },
  ],
  passes: [
    { words: 'Our new van.', when: 'with the location taken out of the picture', draft: { pictures: [picture] } },
  ],
}

const WEAPON = phrases(
  'kni(?:fe|ves)|machetes?|zombie[- ]style|swords?|daggers?|blades?|guns?|firearms?|pistols?|handguns?|shotguns?|rifles?|revolvers?|weapons?|knuckle ?dusters?|crossbows?|axes?|batons?|tasers?|stun guns?|bb guns?|ninja stars?|ammunition|cyllell|cyllyll|gynnau|arfau?',
)
const NOT_A_WEAPON = phrases('speed guns?|knife arch(?:es)?|amnesty bins?|knife bins?|surrender bins?')

const corporate: readonly AccountClass[] = ['corporate', 'contactDesk']

/** The heaviest answer that any target gets under the force's pack. */
function weight(reading: Reading): Severity {
  const { weaponPictures } = reading.pack
  if (weaponPictures !== 'corporateOnly') return weaponPictures === 'block' ? 'block' : 'needsApproval'
  return reading.draft.targets.every((target) => corporate.includes(target.class)) ? 'needsApproval' : 'block'
}

function weaponPicture(reading: Reading): Hit[] {
  if (reading.draft.pictures.length === 0) return []
  const named = reading.texts.find((text) => {
    if (!says(WEAPON, text.lower)) return false
    NOT_A_WEAPON.lastIndex = 0
    return says(WEAPON, text.lower.replaceAll(NOT_A_WEAPON, ' '))
  })
  if (!named) return []
  WEAPON.lastIndex = 0
  const hit = WEAPON.exec(named.lower)
  if (!hit) return []
  return [
    {
      says: 'A picture may show a weapon',
      at: at(named, hit.index, hit.index + hit[0].length),
      severity: weight(reading),
      basis: reading.pictured,
      question: {
        asks: 'Does a picture show a weapon that was seized or handed in?',
        answers: [
          { id: 'no', words: 'No weapon can be seen', clears: true },
          { id: 'yes', words: 'Yes', clears: false },
        ],
      },
    },
  ]
}

const weapons: Rule = {
  id: 'R25',
  version: VERSION,
  title: 'Picture of a seized weapon',
  jurisdictions: everywhere,
  mode: 'ask',
  severity: 'block',
  pack: 'weaponPictures',
  source: {
    kind: 'official',
    words: 'Published practice of several English forces: some show none, some through corporate accounts only',
  },
  why: 'Such pictures frighten people, and can lead young people to carry a knife because they think others do.',
  fix: 'Say what was found in words, or use a picture without the weapon.',
  decidedBy: ['headOfCommunications', 'corporateCommunications'],
  look: weaponPicture,
  fails: [
    {
      words: 'A knife found by our patrol in Eastby.',
      when: 'with a picture',
      marks: 'knife',
      draft: { pictures: [picture] },
    },
    {
      words: 'Off the street.',
      when: 'with a picture of it',
      marks: 'zombie-style',
      draft: { pictures: [{ ...picture, alt: 'A zombie-style blade' }] },
    },
  ],
  passes: [
    { words: 'A knife found by our patrol in Eastby.' },
    { words: 'Our speed gun at work on Eastby Road.', when: 'with a picture', draft: { pictures: [picture] } },
    {
      words: 'A knife found by our patrol in Eastby.',
      when: 'with a picture that shows no weapon, and the question answered so',
      draft: { pictures: [picture], answers: { 'R25|words||knife|a quiet street at night': 'no' } },
    },
  ],
}

export const imageRules: readonly Rule[] = [locationInFile, weapons]
