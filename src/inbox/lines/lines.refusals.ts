import { refusal } from '../../foundation/outcome.ts'

/** Every no about lines ready to use. */
export const lineRefusals = {
  mayNotChangeLines: refusal(
    'mayNotChangeLines',
    'Your role does not change the lines ready to use. Nothing was saved. The communications team can.',
    403,
  ),
  mayNotUseLines: refusal('mayNotUseLines', 'Your role does not answer the public, so no line is offered.', 403),
  noLine: refusal('noLine', 'There is no such line here.', 404),
  lineEnded: refusal('lineEnded', 'This line ended. It is kept as it was; add a new one.'),
  noOffice: refusal('noOffice', 'There is no such office here, so nobody would own it. Nothing was saved.', 422),
  endsInPast: refusal('endsInPast', 'It would end before it begins. Nothing was saved. Choose a later day.', 422),
  wrongGaps: refusal('wrongGaps', 'A gap in the words cannot be filled. Nothing was saved.', 422),
  linesThere: refusal('linesThere', 'This force has lines already. Nothing was added.'),
} as const
