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
  mayNotCompare: refusal('mayNotCompare', 'You may not compare forces. An inspector can, where a force lets it.', 403),
  mayNotLetCompare: refusal(
    'mayNotLetCompare',
    'You may not decide who compares us. The head of communications or the product owner can.',
    403,
  ),
  noInspectorate: refusal('noInspectorate', 'There is no such inspectorate here.', 404),
  comparesAlready: refusal('comparesAlready', 'They may compare us already. End that first to change until when.'),
  endsTooSoon: refusal('endsTooSoon', 'That day is over already. Choose a later one.', 422),
  noConsent: refusal('noConsent', 'That is not open any more: they may not compare us by it.', 404),
} as const
