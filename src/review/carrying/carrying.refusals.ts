import { refusal } from '../../foundation/outcome.ts'

/** Everything that carrying a decision out may say no to. */
export const carryingRefusals = {
  mayNotCarryOut: refusal(
    'mayNotCarryOut',
    'You may not do this step. Who answers for it can, or the head of communications or corporate communications. Nothing was changed.',
    403,
  ),
  noCarryingOut: refusal('noCarryingOut', 'There is no such list, or it is another force’s.', 404),
  carryingOver: refusal('carryingOver', 'This list has ended, so nothing on it changes any more.'),
  carriedAlready: refusal('carriedAlready', 'A list for it is being gone through already. Open that one.'),
  notToClose: refusal(
    'notToClose',
    'Only an account that speaks for the force can be closed by a list. Nothing was changed.',
    422,
  ),
  notToAdopt: refusal(
    'notToAdopt',
    'Only an account outside our control, on the register as unofficial or on the list of look-alikes, can be adopted. Nothing was changed.',
    422,
  ),
  nowhereToJoin: refusal(
    'nowhereToJoin',
    'The account that it joins must be another one that speaks for the force and stays. Choose one.',
    422,
  ),
  dayPast: refusal('dayPast', 'That day is over. Choose today or a later one.', 422),
  noStep: refusal('noStep', 'There is no such step on this list.', 404),
  stepDone: refusal('stepDone', 'Somebody has done this step already.'),
  stepNotYet: refusal('stepNotYet', 'This step cannot be done yet. Nothing was changed.'),
  stepNotDone: refusal('stepNotDone', 'Nobody has done this step, so there is nothing to take back.'),
  stepLeanedOn: refusal('stepLeanedOn', 'Another step that is done needs this one. Take that one back first.'),
  publishedThere: refusal(
    'publishedThere',
    'Something was published there, somebody waits for an answer, or its keys are in custody: it closes by a list. Nothing was changed.',
  ),
  ownerUnknown: refusal('ownerUnknown', 'Choose one office or one person of the force who answers for it.', 422),
  mayNotWriteThere: refusal(
    'mayNotWriteThere',
    'You have no place on this account, so no draft was made. Copy the words, or ask somebody who writes there.',
    403,
  ),
  nothingToSay: refusal('nothingToSay', 'Only an account that closes says goodbye. No draft was made.'),
  networkUnknown: refusal('networkUnknown', 'The force has no account there, or has left it already.', 422),
  nothingWaits: refusal(
    'nothingWaits',
    'Nothing waits to go out there, or it is being sent at this moment. Nothing was changed.',
  ),
} as const
