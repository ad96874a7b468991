import { refusal } from '../../foundation/outcome.ts'

/** Every no of a surge. */
export const surgeRefusals = {
  mayNotRunSurge: refusal(
    'mayNotRunSurge',
    'Your role does not run a surge. Nothing was done. Ask somebody at the digital desk.',
    403,
  ),
  noSurge: refusal('noSurge', 'There is no such surge here. Nothing was changed.', 404),
  surgeOver: refusal('surgeOver', 'This surge is over, so surge mode was not begun. The desk works as usual.'),
  noLine: refusal(
    'noLine',
    'That post was not seen to be out since the surge began, so it is no line about it. Nothing was changed.',
    422,
  ),
  modeOff: refusal('modeOff', 'Surge mode is off, so nothing goes to many. Begin it first, or answer one by one.'),
  noGroup: refusal('noGroup', 'There is no such group here. Nothing was sent.', 404),
  nobodyWaits: refusal(
    'nobodyWaits',
    'Nobody in this group waits for an answer that could go to many. Nothing was sent.',
  ),
  noBatch: refusal('noBatch', 'There is no such answer to many here. Nothing was changed.', 404),
  ownBatch: refusal('ownBatch', 'You wrote this, so somebody else approves it. Nothing was released.', 403),
  mayNotApprove: refusal('mayNotApprove', 'Your role does not approve this. Nothing was released.', 403),
  wordsChanged: refusal(
    'wordsChanged',
    'None of them waits with these words any more. Nothing was released. Read what stands there now.',
  ),
  batchUnderway: refusal(
    'batchUnderway',
    'This answer is still being put forward. Nothing was changed. Wait until it is, or try again.',
  ),
} as const
