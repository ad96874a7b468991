import { refusal } from '../foundation/outcome.ts'

export const measuresRefusals = {
  mayNotCount: refusal(
    'mayNotCount',
    'You may not have the measures counted again. Communications and the product owner can; they are counted every night.',
    403,
  ),
  beingCounted: refusal('beingCounted', 'They are being counted already. Look again in a minute.'),
  noMeasure: refusal('noMeasure', 'There is no such measure.', 404),
  noAccount: refusal('noAccount', 'There is no such account here, or it is not measured.', 404),
  mayNotSayWhy: refusal(
    'mayNotSayWhy',
    'You may not record why an account differs. Communications, its supervisor or the product owner can.',
    403,
  ),
  reasonStands: refusal('reasonStands', 'A reason is recorded already. End it first, so that both stay readable.'),
  noReason: refusal('noReason', 'There is no reason of that kind that stands.', 404),
  mayNotList: refusal(
    'mayNotList',
    'You may not change the list of official accounts. Communications and the product owner can.',
    403,
  ),
  listUnreadable: refusal(
    'listUnreadable',
    'The list was not read. Nothing was saved. Each line is a handle, a comma, police or partner, and a name if there is one.',
    422,
  ),
} as const
