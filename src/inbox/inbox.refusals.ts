import { refusal } from '../foundation/outcome.ts'

/** Every no of the desk. The words say what happened, what is kept and what to do. */
export const inboxRefusals = {
  noConversation: refusal('noConversation', 'This conversation is not here, or not for you to see.', 404),
  notYourDesk: refusal(
    'notYourDesk',
    'Your role does not work at the desk. Nothing was changed. Ask the duty communications officer.',
    403,
  ),
  heldByOther: refusal(
    'heldByOther',
    'Somebody else has this conversation. Your words are kept. Ask them, or take it over.',
  ),
  notHeldByYou: refusal(
    'notHeldByYou',
    'You do not have this conversation, so nothing was sent. Your words are kept. Take it first.',
  ),
  closed: refusal('closed', 'This conversation was closed. Nothing was changed. Open it again first.'),
  notClosed: refusal('notClosed', 'This conversation is open already.'),
  answeredMeanwhile: refusal(
    'answeredMeanwhile',
    'Somebody answered, or something new was said, after you opened this. Read it first. Your words are kept.',
  ),
  movedOn: refusal(
    'movedOn',
    'Something was said or done here after you read it. Nothing was closed, and your words are kept. Read it, then close it.',
  ),
  answerUnderway: refusal('answerUnderway', 'An answer to this conversation is being written already.'),
  notAnswered: refusal(
    'notAnswered',
    'No answer of ours was seen to be out yet, so it cannot be closed as answered. Wait for it, or choose another outcome.',
  ),
  notModerated: refusal('notModerated', 'Nothing in this conversation was moderated, so this is not its outcome.'),
  outcomeNeeds: refusal(
    'outcomeNeeds',
    'This outcome needs one more thing. Nothing was closed: fill in what is marked.',
    422,
  ),
  decideCategory: refusal(
    'decideCategory',
    'This may be about a person in danger, a call for service or intelligence. Say yourself what it is; the suggestion does not decide.',
    422,
  ),
  cannotSendPrivately: refusal(
    'cannotSendPrivately',
    'This network lets us send no private message from here. Ask in public that they call 101 or use the web form; ask for no details there.',
  ),
  notInformationManager: refusal(
    'notInformationManager',
    'Only an information manager hands out what a person said to us. Nothing was read. Ask them.',
    403,
  ),
  noSuchNetwork: refusal(
    'noSuchNetwork',
    'This network is not known here. Nothing was read. Choose one of the list.',
    422,
  ),
  severalSubjects: refusal(
    'severalSubjects',
    'More than one person had this handle on that network. Nothing was handed out. Ask for the number that the network gave them.',
  ),
  noSuchPerson: refusal('noSuchPerson', 'This person is not here, or has left. Nothing was handed over.', 404),
  notForPerson: refusal('notForPerson', 'This person does not work at the desk, so nothing was handed over.', 422),
} as const
