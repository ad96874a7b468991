import { type Measure, shareOf } from '../measure.ts'

export const ownWords: Measure = {
  definition: {
    id: 'M04',
    name: 'Own words',
    asks: 'How much of what it shows to everybody did it say itself?',
    unit: 'share',
    top: 'posts in its own words',
    bottom: 'posts in its own words and reshares',
    covers: 'span',
    leftOut: { replies: 'Replies', feed: 'Posts by an automated feed' },
    more: {},
    traps: ['A reshare with words of its own counts as its own words.', 'Feeds have a budget of their own.'],
    comparison: { words: 'Three London accounts 71%, Helsinki 68%, seven cities 68 to 100%.', basis: 'data' },
    look: 'Under half',
    line: { at: 0.5, words: 'look under 50%' },
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ inSpan }) => {
    const own = inSpan.filter((i) => i.own && !i.automated)
    const reshares = inSpan.filter((i) => i.kind === 'reshare').length
    const result = shareOf(
      own.map((i) => i.id),
      own.length + reshares,
      {
        leftOut: {
          replies: inSpan.filter((i) => i.kind === 'reply').length,
          feed: inSpan.filter((i) => i.own && i.automated).length,
        },
      },
    )
    return { ...result, look: result.figure !== null && result.figure < 0.5 }
  },
}
