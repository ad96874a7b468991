import type { Followed } from '../book.ts'
import { amountOf, type Measure, notMeasured } from '../measure.ts'

const notRead = ({ told, wasRead }: Followed): string => {
  if (!told) return 'Not measured: this network does not tell us who follows'
  return wasRead
    ? 'Not measured: who follows it could not be read to the end'
    : 'Not measured: who follows it has not been read yet'
}

export const overlap: Measure = {
  definition: {
    id: 'M24',
    name: 'Follow only this one',
    asks: 'How many followers follow no other account of the force?',
    unit: 'share',
    top: 'followers who follow only this account of the force',
    bottom: 'followers who were read',
    covers: 'lastDay',
    leftOut: {},
    more: {
      accounts: 'Accounts of ours on that network that were read, this one too',
      unread: 'Accounts of ours there that could not be read',
    },
    traps: [
      'On one network: nobody can tell who is the same person on another one.',
      'Whoever follows an account that could not be read as well is counted as following only this one.',
      'Somebody who follows two accounts is a follower of each: all accounts together count followings, not people.',
      'A network leaves out followers whom it has suspended, so that fewer are read than it counts.',
      'Closing an account does not move its followers.',
    ],
    comparison: {
      words: 'In the UK in 2013 and 2014, 64% followed exactly one police account, 2.7% more than ten.',
      basis: 'data',
    },
    look: 'Never: both much and little overlap can be right',
    together: 'sum',
    rowsOf: 'followers',
    version: 1,
  },
  count: ({ followed }) => {
    const { read } = followed
    if (read === null) return notMeasured(notRead(followed))
    const { followers, only, accounts, unread } = read
    const figure = followers === 0 ? null : only / followers
    const why = figure === null ? 'Nobody follows it' : null
    return { ...amountOf(figure, [], { more: { accounts, unread }, why }), top: only, of: followers }
  },
}
