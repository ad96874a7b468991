import { refusal } from '../../foundation/outcome.ts'

export const audienceRefusals = {
  noAccount: refusal('noAccount', 'There is no such account on the register. Nothing was saved.', 404),
  mayNotRead: refusal(
    'mayNotRead',
    'You may not have it read who follows. Communications and the product owner can; it is read every month.',
    403,
  ),
  notTold: refusal('notTold', 'This network does not tell us who follows, or no account of ours there is connected.'),
  beingRead: refusal('beingRead', 'Who follows is being read already. Look again in a while.'),
  mayNotRecord: refusal(
    'mayNotRecord',
    'You may not record where followers are. Communications and the product owner can. Nothing was saved.',
    403,
  ),
  notYet: refusal(
    'notYet',
    'That day is still to come. Write the day as of which the page says it. Nothing was saved.',
    422,
  ),
  moreThanAll: refusal(
    'moreThanAll',
    'More are in the area than there are. Look at both figures again. Nothing was saved.',
    422,
  ),
} as const
