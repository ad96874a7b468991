/** Where a delivery stands. The words are the field's; see GLOSSARY.md. */
export const deliveryStates = [
  'waiting',
  'sending',
  'sent',
  'checking',
  'refused',
  'needs-person',
  'held',
  'withdrawn',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Which move leads where. Everything that changes a state asks here. */
export const moves: { readonly [from in DeliveryState]: readonly DeliveryState[] } = {
  waiting: ['sending', 'held', 'needs-person', 'withdrawn'],
  sending: ['sent', 'checking', 'refused', 'waiting', 'held', 'needs-person'],
  sent: ['withdrawn'],
  checking: ['sent', 'waiting', 'needs-person'],
  refused: ['withdrawn'],
  'needs-person': ['sent', 'waiting', 'withdrawn'],
  held: ['waiting', 'withdrawn', 'needs-person'],
  withdrawn: [],
}

export const mayMove = (from: DeliveryState, to: DeliveryState): boolean => moves[from].includes(to)

/** After so many minutes in a state somebody is told. `null`: the state may last. */
export const maximumMinutes: { readonly [state in DeliveryState]: number | null } = {
  waiting: null, // counted from its due time instead, see overdueMinutes
  sending: 5,
  sent: null,
  checking: 20,
  refused: null, // told at once
  'needs-person': 30, // told at once, and again
  held: 24 * 60,
  withdrawn: null,
}

/** A due post that nobody has taken for so long means that no worker is at work. */
export const overdueMinutes = 2

/** What an officer reads. */
export const stateWords: { readonly [state in DeliveryState]: string } = {
  waiting: 'Waiting',
  sending: 'Sending',
  sent: 'Live',
  checking: 'Sent. We are checking that it is live',
  refused: 'Refused by the network',
  'needs-person': 'Needs a person',
  held: 'Held',
  withdrawn: 'Withdrawn',
}
