import { isIn } from '../book.ts'
import { amountOf, type Measure } from '../measure.ts'

export const moderation: Measure = {
  definition: {
    id: 'M28',
    name: 'Hidden, blocked, reported',
    asks: 'What was done under the community standards?',
    unit: 'count',
    top: 'hides, reports, mutes and blocks',
    bottom: null,
    covers: 'span',
    leftOut: {},
    more: {
      hide: 'Hidden',
      report: 'Reported',
      mute: 'Muted',
      block: 'Blocked',
      appealed: 'Somebody appealed',
      lifted: 'Lifted again',
    },
    traps: ['Each has its reason in the published standards; the list is under Standards.'],
    comparison: {
      words: 'Can be asked for under freedom of information; one government publishes blocks by account.',
      basis: 'field',
    },
    look: 'Never by itself',
    together: 'sum',
    rowsOf: 'moderation',
    version: 1,
  },
  count: ({ moderated, span }) => {
    const here = moderated.filter((m) => isIn(m.at, span))
    const of = (act: string) => here.filter((m) => m.act === act).length
    return amountOf(
      here.length,
      here.map((m) => m.id),
      {
        more: {
          hide: of('hide'),
          report: of('report'),
          mute: of('mute'),
          block: of('block'),
          appealed: here.filter((m) => m.appealed).length,
          lifted: here.filter((m) => m.lifted).length,
        },
      },
    )
  },
}
