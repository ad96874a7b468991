import { refusal } from '../foundation/outcome.ts'

/** Every no of this room. The words say what happened, what is kept and what to do; a command may say it about the very case. */
export const postRefusals = {
  noPost: refusal('noPost', 'This post is not here.', 404),
  notYours: refusal(
    'notYours',
    'You may not change this post. Its author and the contributors of its accounts can.',
    403,
  ),
  notAllowedHere: refusal('notAllowedHere', 'Your role may not do this.', 403),
  changedByOther: refusal(
    'changedByOther',
    'Somebody else saved this draft meanwhile. Both texts are kept: choose one, or put them together.',
  ),
  keptForOther: refusal(
    'keptForOther',
    'Somebody else has this conversation, so nothing was changed or sent. Your words are kept. Ask them, or take it over.',
  ),
  meanwhile: refusal(
    'meanwhile',
    'They said something more after this was written, or may be in danger. Nothing was sent. Read it, then ask again.',
  ),
  openFirst: refusal(
    'openFirst',
    'This answers intelligence. Open the conversation first: that is recorded, and then it can be read here too.',
    403,
  ),
  released: refusal(
    'released',
    'This post is released, so it can no longer be changed. Take it back first, while nothing has left.',
  ),
  ended: refusal(
    'ended',
    'This post was put away, so nothing more can be done with it. Its words can be copied to a new draft.',
  ),
  notAsked: refusal('notAsked', 'This post does not wait for approval.'),
  notReleased: refusal('notReleased', 'This post is not released.'),
  cannotGo: refusal('cannotGo', 'This cannot go out as it stands.', 422),
  notLowRisk: refusal('notLowRisk', 'This one needs a second person. Ask for approval.', 403),
  notDecided: refusal('notDecided', 'Something that the rules found still needs a decision.'),
  noRationale: refusal(
    'noRationale',
    'Nobody has written down why it may be released: purpose, lawful, necessary, proportionate. Add it, then approve.',
    422,
  ),
  ownPost: refusal('ownPost', 'You wrote this, so someone else approves it.', 403),
  changedSince: refusal(
    'changedSince',
    'It is no longer exactly what was put before you. Read it as it stands now and decide again.',
  ),
  noFinding: refusal('noFinding', 'The rules do not find this in what stands there now.', 404),
  leftAlready: refusal(
    'leftAlready',
    'Some of it has left or is being sent, so it cannot be taken back. Correct it in the open, or withdraw it.',
  ),
  beingSent: refusal('beingSent', 'It is being sent at this moment, so nothing was changed. Try again in a minute.'),
  notSent: refusal(
    'notSent',
    'Nothing of this post is out yet, so there is nothing to correct in the open. Take it back and change it.',
  ),
  saidInPrivate: refusal(
    'saidInPrivate',
    'This was said to one person in private, so it is not corrected in the open. Nothing was begun. Answer them again in their conversation.',
  ),
  noAfterlook: refusal('noAfterlook', 'Nobody is asked to look at this post afterwards, or somebody has.'),
} as const

export const pictureRefusals = {
  notPicture: refusal(
    'notPicture',
    'This is not a picture that we can read. Use JPEG, PNG or WebP. Nothing was saved.',
    422,
  ),
  wrongKind: refusal(
    'wrongKind',
    'Pictures of this kind are not taken. Save it as JPEG, PNG or WebP and try again. Nothing was saved.',
    422,
  ),
  tooManyPixels: refusal(
    'tooManyPixels',
    'This picture is too large to be opened safely. Make it smaller than 30 million pixels and try again. Nothing was saved.',
    422,
  ),
  noPicture: refusal('noPicture', 'This picture is not here.', 404),
} as const
