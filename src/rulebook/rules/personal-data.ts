import { matches } from '../language/pattern.ts'
import { KNOWN_LINES, phoneNumbersOf, sameNumber } from '../language/phone-numbers.ts'
import { isPublicVenue, numberedAddressesOf, postcodesOf, streetsOf } from '../language/places.ts'
import { registrationMarksOf } from '../language/registration-marks.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

function addresses(text: Text): Hit[] {
  const street = streetsOf(text.plain)[0]
  return numberedAddressesOf(text.plain, text.lower).flatMap((place) => {
    if (isPublicVenue(text.lower, place.start)) return []
    if (
      !place.street &&
      !street &&
      !/\b(?:address|home|house|live[sd]?|flat|break-in|burgl|door)\b/.test(text.sentenceAt(place.start).lower)
    )
      return []
    const named = place.street
      ? text.plain.slice(place.street.start, place.street.end)
      : street && text.plain.slice(street.start, street.end)
    const opening = text.opensSentence(place.start)
    const suggestion = `${opening ? 'A' : 'a'} house${named ? ` in ${named}` : ''}`
    const head = `${quoted(text, place.start, place.end)} points to a home`
    return [{ says: head, at: at(text, place.start, place.end), suggestion }]
  })
}

function postcodes(text: Text): Hit[] {
  return postcodesOf(text.plain)
    .filter((place) => !isPublicVenue(text.lower, place.start) && !text.inAddress(place.start))
    .map((place): Hit => {
      const head = `${quoted(text, place.start, place.end)} is a postcode: a few homes share it`
      return { says: head, at: at(text, place.start, place.end), suggestion: '' }
    })
}

/** A mobile number, or a landline that nobody has listed. Numbers that begin 03 or 08 belong to organisations. */
function phones(reading: Reading, text: Text): Hit[] {
  return phoneNumbersOf(text.plain)
    .filter(({ digits }) => digits.length >= 10 && digits.length <= 11 && /^0[127]/.test(digits))
    .filter(({ digits }) => !KNOWN_LINES.has(digits))
    .filter(({ digits }) => !reading.draft.corporateNumbers.some((own) => sameNumber(own, digits)))
    .map(({ start, end }): Hit => {
      const head = `${quoted(text, start, end)} is a telephone number that the force does not publish`
      return { says: head, at: at(text, start, end), suggestion: '101' }
    })
}

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\b/gi
const SPOKEN_EMAIL =
  /\b(?:\w{1,40}\sdot\s)?[\w.]{2,40}\s?[([]?\s?at\s?[)\]]?\s?(?:gmail|hotmail|outlook|yahoo|icloud|live|btinternet|aol)\s?[([]?(?:\sdot\s|\.)[)\]]?\s?(?:com|co\.uk|co)\b/gi
const OPEN_BOX =
  /^(?:info|help|enquir(?:y|ies)|contact(?:us)?|hello|press|media|events?|admin|office|support|recruitment|safeguarding|volunteer(?:s|ing)?|community|team|post|mail|library|bookings?)@/i
const PUBLIC_BODY = /@(?:[\w-]+\.)*(?:police\.uk|gov\.uk|gov\.wales|gov\.scot|nhs\.uk|nhs\.net|ac\.uk|parliament\.uk)$/i

function emails(reading: Reading, text: Text): Hit[] {
  const written = text.plain.includes('@') ? matches(EMAIL, text.plain) : []
  const own = reading.draft.corporateNumbers.map((one) => one.toLowerCase())
  return [
    ...written.filter(({ found }) => !OPEN_BOX.test(found) && !PUBLIC_BODY.test(found)),
    ...matches(SPOKEN_EMAIL, text.plain),
  ]
    .filter(({ found }) => !own.includes(found.toLowerCase()))
    .map(({ start, end }): Hit => {
      const head = `${quoted(text, start, end)} is somebody’s own e-mail address`
      return { says: head, at: at(text, start, end) }
    })
}

const BORN =
  /\b(?:d\.?\s?o\.?\s?b\.?|date\sof\sbirth|born(?:\son)?|dyddiad\sgeni)\W{0,3}(?:is\s|was\s|on\s)?(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?[\s/.-](?:of\s)?(?:\d{1,2}|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|jun[a-z]*|jul[a-z]*|aug[a-z]*|sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*)[\s/.-]\d{2,4}|\d{6,8})\b/g

function births(text: Text): Hit[] {
  return matches(BORN, text.lower).map(({ start, end }): Hit => {
    const head = `${quoted(text, start, end)} tells a date of birth`
    return { says: head, at: at(text, start, end) }
  })
}

function marks(text: Text): Hit[] {
  return registrationMarksOf(text.plain, text.lower)
    .filter((mark) => !text.inAddress(mark.start))
    .map(({ start, end }): Hit => {
      const head = `${quoted(text, start, end)} is a registration mark and leads to its keeper`
      return { says: head, at: at(text, start, end), suggestion: '' }
    })
}

const personalData: Rule = {
  id: 'R32',
  version: VERSION,
  title: 'Address, telephone, e-mail, date of birth or registration mark',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'Counter Terrorism Policing standards for police accounts; data protection law' },
  why: 'It leads strangers to a person’s door, telephone or car.',
  fix: 'Say “a house in” and the street, give 101 and the reference, or leave it out. If it is needed, the officer in the case records why.',
  decidedBy: ['sio', 'oic', 'gold', 'supervisor', 'informationManager'],
  look: (reading) =>
    reading.texts.flatMap((text) => {
      const digits = /\d/.test(text.plain)
      const numbers = digits
        ? [...addresses(text), ...postcodes(text), ...phones(reading, text), ...births(text), ...marks(text)]
        : []
      return [...numbers, ...emails(reading, text)]
    }),
  fails: [
    { words: 'Found a dog? Ring Jim on 07700 900123.', marks: '07700 900123', suggests: '101' },
    { words: 'Break-in at 14 Quay Street last night.', marks: '14 Quay Street', suggests: 'a house in Quay Street' },
    { words: 'A break-in in Mill Lane, at number 14.', marks: 'number 14', suggests: 'a house in Mill Lane' },
    { words: 'Burglary in WP1 4TQ overnight.', marks: 'WP1 4TQ' },
    { words: 'Seen a blue Ford, WP21 KLM? Call 101.', marks: 'WP21 KLM' },
    { words: 'Write to jim.lowe@example.com with footage.', marks: 'jim.lowe@example.com' },
    { words: 'Missing: a man, date of birth 03/05/1990.', marks: 'date of birth 03/05/1990' },
    { words: 'Ring O7700 9OO 123.', marks: 'O7700 9OO 123' },
  ],
  passes: [
    { words: 'Ring 101 and give them reference 0442.' },
    { words: 'Meet us at Westport Library, 2 Quay Street, WP1 4TQ, from 10am.' },
    { words: 'Crimestoppers is on 0800 555 111, and you need not give your name.' },
    {
      words: 'Call our desk on 01632 960123.',
      when: 'when the force publishes that number',
      draft: { corporateNumbers: ['01632 960 123'] },
    },
    { words: 'Write to eastby.team@westshire.police.uk.' },
  ],
}

export const personalDataRules: readonly Rule[] = [personalData]
