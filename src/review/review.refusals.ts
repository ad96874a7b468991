import { refusal } from '../foundation/outcome.ts'

/** Everything that a review may say no to. */
export const reviewRefusals = {
  mayNotRunReview: refusal(
    'mayNotRunReview',
    'You may not begin or end a review. The head of communications or corporate communications can.',
    403,
  ),
  mayNotDecideReview: refusal(
    'mayNotDecideReview',
    'You may not decide about this account. The head of communications or corporate communications can, and never about an account that is their own.',
    403,
  ),
  mayNotChangeCriteria: refusal(
    'mayNotChangeCriteria',
    'You may not change what accounts are judged by. The head of communications or corporate communications can.',
    403,
  ),
  mayNotGiveVoice: refusal(
    'mayNotGiveVoice',
    'You may not record this. Whoever belongs to the account says what its people say; communications records what the public says.',
    403,
  ),
  mayNotAskSecondLook: refusal(
    'mayNotAskSecondLook',
    'Only who owns, supervises or writes on the account can ask for a second look.',
    403,
  ),
  mayNotDecideSecondLook: refusal(
    'mayNotDecideSecondLook',
    'Somebody else looks again: neither who decided, nor who asks, nor who answers for the account, but the head of communications, the information asset owner or gold.',
    403,
  ),
  mayNotWaiveSecondLook: refusal(
    'mayNotWaiveSecondLook',
    'Only who owns the account can say that nobody needs a second look.',
    403,
  ),
  nothingToWaive: refusal(
    'nothingToWaive',
    'Nothing waits for it: the time is over, somebody has looked again, or it was said already.',
  ),
  notTogether: refusal(
    'notTogether',
    'Some of these are not decided together any more: look at them again. Nothing was decided.',
  ),
  notCountedYet: refusal(
    'notCountedYet',
    'Nothing has been counted yet, so there is no evidence. Have the measures counted first.',
  ),
  nothingToReview: refusal('nothingToReview', 'There is no account to review. Put one on the register first.'),
  roundOpen: refusal('roundOpen', 'A round is open already. End it first, so that no account is in two.'),
  noRound: refusal('noRound', 'There is no such round.', 404),
  roundEnded: refusal('roundEnded', 'This round has ended. What was decided in it changes only by a second look.'),
  stillUndecided: refusal('stillUndecided', 'Some accounts are not decided yet. Nothing was changed.'),
  secondLookWaits: refusal('secondLookWaits', 'Somebody waits for a second look. It is decided first.'),
  noReview: refusal('noReview', 'This account is not in that round.', 404),
  outcomeNotHere: refusal('outcomeNotHere', 'This cannot become of this account. Choose another outcome.', 422),
  intoWhere: refusal('intoWhere', 'Choose the account that it joins: another one of the force that stays.', 422),
  dayNeeded: refusal('dayNeeded', 'Say on which day. Choose today or a later one.', 422),
  sayWhyOther: refusal(
    'sayWhyOther',
    'This is not what the criteria recommend. Say why, so that it can be read later.',
    422,
  ),
  decidedMeanwhile: refusal(
    'decidedMeanwhile',
    'Somebody else has decided about this account since you opened it. Nothing of yours was recorded. Read their decision first.',
  ),
  closedSince: refusal(
    'closedSince',
    'This account has closed since the evidence was frozen, so nothing is left to decide about it.',
  ),
  carriedOut: refusal('carriedOut', 'This was carried out already, so the decision changes no more.'),
  notDecided: refusal('notDecided', 'Nothing has been decided about this account yet.'),
  tooLate: refusal('tooLate', 'A second look is asked for within 14 days of the decision. They are over.'),
  secondLookAsked: refusal('secondLookAsked', 'A second look at this decision was asked for already.'),
  noSecondLook: refusal('noSecondLook', 'Nobody waits for a second look at this account.', 404),
  sameAgain: refusal('sameAgain', 'This is what was decided already. Let it stand, or choose another outcome.', 422),
  noneUsed: refusal(
    'noneUsed',
    'Something has to be in use for our own accounts, for unofficial ones and for look-alikes. Nothing was saved.',
    422,
  ),
  criteriaMeanwhile: refusal(
    'criteriaMeanwhile',
    'Somebody else changed the criteria since you opened them. Nothing of yours was saved. Read them again.',
  ),
} as const
