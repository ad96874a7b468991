import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Amount, amountWords } from '../../review/plan/loss.ts'

/** The measure behind whose figure the rows stand; followers and conversations have pages of their own. */
const measures: Readonly<Record<Exclude<Amount, 'followers' | 'conversations'>, string>> = {
  answered: 'M08',
  replies: 'M07',
  own: 'M04',
  reshares: 'M04',
}

/** A figure of one account that opens what it was counted from; a dash where nothing tells it. */
export const AmountLink = ({
  amount,
  of,
  name,
}: {
  amount: Amount
  of: { id: string } & Readonly<Record<Amount, number | null>>
  /** Whose figure it is, for who hears the link by itself. */
  name?: string
}): ReactNode => {
  const figure = of[amount]
  if (figure === null) return '–'
  const inside = (
    <>
      {figure.toLocaleString('en-GB')}
      {name && <span className="hidden-words">{`, ${amountWords[amount].toLowerCase()} of ${name}`}</span>}
    </>
  )
  if (amount === 'followers' || amount === 'conversations')
    return (
      <Link to={amount === 'followers' ? '/archive/followers/$id' : '/reviews/plans/talk/$id'} params={{ id: of.id }}>
        {inside}
      </Link>
    )
  return (
    <Link to="/measures/accounts/$id" params={{ id: of.id }} search={{ span: 'weeks13', measure: measures[amount] }}>
      {inside}
    </Link>
  )
}
