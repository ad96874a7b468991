import { dayMs } from '../book.ts'
import type { Item } from '../item.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'

const dayOf = (i: Item): number => Math.floor(i.at / dayMs)
const isWelsh = (i: Item): boolean => i.language?.startsWith('cy') === true
const isEnglish = (i: Item): boolean => i.language?.startsWith('en') === true

export const welsh: Measure = {
  definition: {
    id: 'M26',
    name: 'Welsh beside English',
    asks: 'Is what it says in English said in Welsh on the same day?',
    unit: 'share',
    top: 'English posts with a Welsh one of the same day',
    bottom: 'English posts',
    covers: 'span',
    leftOut: { unknown: 'Posts whose language is not known' },
    more: { welsh: 'Welsh posts' },
    traps: [
      'Each Welsh post is counted beside one English post of its day; whether they say the same is not looked at.',
      'Only an account that has ever published in Welsh is measured.',
      'Whether replies are in the language of the message is not counted yet.',
    ],
    comparison: { words: 'All, or an exception that is recorded (Welsh language standards).', basis: 'field' },
    look: 'Under 100% where the account speaks Welsh',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ items, inSpan }) => {
    if (!items.some((i) => i.own && isWelsh(i))) return notMeasured('It has never published in Welsh')
    const own = inSpan.filter((i) => i.own)
    const free = new Map<number, number>()
    for (const i of own) if (isWelsh(i)) free.set(dayOf(i), (free.get(dayOf(i)) ?? 0) + 1)
    const english = own.filter(isEnglish)
    const paired = english.filter((i) => {
      const left = free.get(dayOf(i)) ?? 0
      if (left > 0) free.set(dayOf(i), left - 1)
      return left > 0
    })
    return shareOf(
      paired.map((i) => i.id),
      english.length,
      {
        leftOut: { unknown: own.filter((i) => !isWelsh(i) && !isEnglish(i)).length },
        more: { welsh: own.filter(isWelsh).length },
        look: paired.length < english.length,
      },
    )
  },
}
