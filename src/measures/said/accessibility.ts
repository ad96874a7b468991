import type { Item } from '../item.ts'
import { type Measure, shareOf } from '../measure.ts'

const mostHashtags = 2
const longestSentence = 25
/** A hashtag longer than this is more than one word, and is read aloud as one unless its words begin with capitals. */
const oneWord = 14

const describes = (i: Item): boolean => (i.described ?? 0) >= i.pictures + i.videos
const isKnown = (i: Item): boolean => i.described !== null || i.pictures + i.videos === 0
const tagsReadable = (i: Item): boolean =>
  i.hashtags.length <= mostHashtags && i.hashtags.every((tag) => tag.length <= oneWord || /.\p{Lu}/u.test(tag))

const sentencesShort = (i: Item): boolean => i.sentence <= longestSentence

export const accessibility: Measure = {
  definition: {
    id: 'M25',
    name: 'Can be read by all',
    asks: 'Are pictures described, hashtags readable and sentences short?',
    unit: 'share',
    top: 'posts and replies that pass all three checks',
    bottom: 'posts and replies in its own words',
    covers: 'span',
    leftOut: { reshares: 'Reshares', untold: 'Whether pictures are described, the export does not say' },
    more: {
      picture: 'Picture or film without a description',
      hashtags: 'More than two hashtags, or long ones without capitals',
      sentence: 'A sentence of over 25 words',
    },
    traps: ['It is read from the words: whether a film has captions, and whether a description is a good one, is not.'],
    comparison: { words: 'All of them, for descriptions and captions.', basis: 'field' },
    look: 'Under 90%',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ inSpan }) => {
    const said = inSpan.filter((i) => i.kind !== 'reshare')
    const own = said.filter(isKnown)
    const more = {
      picture: own.filter((i) => !describes(i)).length,
      hashtags: own.filter((i) => !tagsReadable(i)).length,
      sentence: own.filter((i) => !sentencesShort(i)).length,
    }
    const rows = own.filter((i) => describes(i) && tagsReadable(i) && sentencesShort(i)).map((i) => i.id)
    const result = shareOf(rows, own.length, {
      leftOut: { reshares: inSpan.length - said.length, untold: said.length - own.length },
      more,
    })
    return { ...result, look: result.figure !== null && result.figure < 0.9 }
  },
}
