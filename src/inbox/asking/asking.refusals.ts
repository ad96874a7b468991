import { refusal } from '../../foundation/outcome.ts'

/** Every no of questions to the public. */
export const askingRefusals = {
  mayNotAsk: refusal(
    'mayNotAsk',
    'Your role does not put questions to the public. Nothing was changed. Ask the communications team or a supervisor.',
    403,
  ),
  noQuestion: refusal('noQuestion', 'There is no such question here. Nothing was changed.', 404),
  noTheme: refusal('noTheme', 'There is no such theme here. Nothing was changed.', 404),
  datesWrong: refusal('datesWrong', 'A question ends after it begins. Nothing was saved: change the times.', 422),
  timesMissing: refusal(
    'timesMissing',
    'A live session has a stated beginning and end. Nothing was saved: add them.',
    422,
  ),
  teamMissing: refusal(
    'teamMissing',
    'A live session has officers who answer, by name. Nothing was saved: choose them.',
    422,
  ),
  choicesWrong: refusal(
    'choicesWrong',
    'A poll has two to ten different choices. Nothing was saved: change them.',
    422,
  ),
  noSuchPeople: refusal('noSuchPeople', 'Somebody of the team is not here or has left. Nothing was saved.', 422),
  noSuchObjective: refusal('noSuchObjective', 'This objective is not here or is not in force. Nothing was saved.', 422),
  noSuchPost: refusal(
    'noSuchPost',
    'This post is not here, was put away, or is an answer to somebody. Nothing was tied.',
    422,
  ),
  postTaken: refusal('postTaken', 'This post asks another question already. Nothing was tied.'),
  noPostYet: refusal(
    'noPostYet',
    'No post asks this yet, or it is not released, so nobody can answer. Write it or tie one, then open.',
  ),
  notFromHere: refusal('notFromHere', 'This cannot be done at this stage. Nothing was changed.'),
  shut: refusal('shut', 'This question is closed, so its plan stays as it was. Open it again first.'),
  themesUnanswered: refusal(
    'themesUnanswered',
    'Some themes have no answer yet. Say for each what we did, or why nothing is done.',
  ),
  notAnAnswer: refusal(
    'notAnAnswer',
    'Not all of these messages stand below the post that asks this. Nothing was put under the theme.',
    422,
  ),
  themeThere: refusal('themeThere', 'There is a theme of this name already. Nothing was changed.'),
  noPollThere: refusal(
    'noPollThere',
    'This was not asked as a poll of a network, so votes are counted by theme. Nothing was saved.',
  ),
} as const
