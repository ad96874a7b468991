import { refusal } from '../../foundation/outcome.ts'

/** Every no of moderation. */
export const moderationRefusals = {
  mayNotModerate: refusal(
    'mayNotModerate',
    'Your role does not moderate. Nothing was done. Ask somebody at the digital desk.',
    403,
  ),
  openFirst: refusal(
    'openFirst',
    'This is intelligence. Nothing was done. Open the conversation first: that is recorded.',
    403,
  ),
  noMessage: refusal('noMessage', 'This message is not in this conversation. Nothing was done.', 404),
  noModeration: refusal('noModeration', 'There is no such decision here.', 404),
  noStandard: refusal(
    'noStandard',
    'There is no such standard here. Nothing was done: choose one that is published. Dislike of the police is not a reason.',
    422,
  ),
  standardEnded: refusal(
    'standardEnded',
    'This standard ended, so nothing more is moderated under it. Choose one that is in force.',
  ),
  cannotHere: refusal('cannotHere', 'This cannot be done on this network from here. Nothing was done.'),
  lookFirst: refusal(
    'lookFirst',
    'Somebody may be in danger here, so this stays in sight. Look at it, decide what it is, and raise the incident if it is one. Then moderate it.',
  ),
  endMissing: refusal(
    'endMissing',
    'A mute or a block always ends. Nothing was done. Say after how many days, at most 365.',
    422,
  ),
  alreadyModerated: refusal(
    'alreadyModerated',
    'This was decided already and still stands, so it was not decided twice. Look at what was moderated.',
  ),
  reportStays: refusal(
    'reportStays',
    'A report is with the network and cannot be taken back or appealed here. Nothing was changed.',
  ),
  nothingToLift: refusal('nothingToLift', 'This was lifted already, or was never carried out. Nothing was changed.'),
  notStanding: refusal('notStanding', 'This does not stand any more, so there is nothing to review.'),
  reviewThere: refusal('reviewThere', 'This was reviewed already. Nothing was changed.'),
  ownReview: refusal('ownReview', 'You decided this, so somebody else reviews it. Nothing was changed.', 403),
  appealThere: refusal('appealThere', 'An appeal is recorded already. Nothing was changed; read it and add a note.'),
  noAppeal: refusal('noAppeal', 'No appeal is recorded for this. Record what they wrote first.'),
  appealDecided: refusal('appealDecided', 'This appeal was decided already. Nothing was changed.'),
  mayNotDecideAppeal: refusal(
    'mayNotDecideAppeal',
    'Your role does not decide appeals. Nothing was changed. A supervisor or the communications team can.',
    403,
  ),
  ownDecision: refusal(
    'ownDecision',
    'You took the decision that is appealed, so somebody else decides the appeal. Nothing was changed.',
    403,
  ),
  notStuck: refusal('notStuck', 'This does not wait for a person. Nothing was changed.'),
  mustBeLifted: refusal(
    'mustBeLifted',
    'This has to be lifted, so it cannot be left. Try again, or lift it in the network itself and say that it is done.',
  ),
  mayNotChangeStandards: refusal(
    'mayNotChangeStandards',
    'Your role does not change the published standards. The head of communications can.',
    403,
  ),
  codeThere: refusal(
    'codeThere',
    'This code was used already. What was decided under it must stay clear, so choose the next one.',
  ),
  standardsThere: refusal('standardsThere', 'This force has standards already. Nothing was added.'),
  noForce: refusal('noForce', 'Say which force. There is none of this name here.', 404),
} as const
