import { refusal } from '../../foundation/outcome.ts'

/** Every no of the rota, of hand-over notes, of alarms and of the ways they come. */
export const dutyRefusals = {
  mayNotChangeDuty: refusal(
    'mayNotChangeDuty',
    'Your role may not change the rota. Nothing was changed. The duty communications officer can.',
    403,
  ),
  personNotHere: refusal('personNotHere', 'This person is not with the force, or no longer.', 422),
  timeUnknown: refusal('timeUnknown', 'This date or time does not exist. Choose another.', 422),
  datesWrong: refusal(
    'datesWrong',
    'A duty ends after it begins and after now, and lasts two weeks at most. Nothing was saved.',
    422,
  ),
  onDutyAlready: refusal('onDutyAlready', 'This person is already down for this duty at that time.'),
  noDuty: refusal('noDuty', 'There is no such duty on the rota.', 404),
  dutyOver: refusal('dutyOver', 'This duty is over already. Nothing was changed.'),
  notYourDesk: refusal(
    'notYourDesk',
    'Your role does not work at the desk. Nothing was changed. Ask the duty communications officer.',
    403,
  ),
  noHandOver: refusal('noHandOver', 'There is no such note.', 404),
  ownHandOver: refusal('ownHandOver', 'You wrote this note yourself. Somebody of the next shift reads it.'),
  noWay: refusal('noWay', 'This way to reach you is not here, or not yours.', 404),
  tooManyWays: refusal('tooManyWays', 'You have ten ways already. Remove one first.'),
  noMailServer: refusal(
    'noMailServer',
    'No mail server is set up here, so no e-mail can go out. Whoever keeps Front Counter running can set SMTP_URL.',
  ),
  notAPushAddress: refusal(
    'notAPushAddress',
    'What this browser gave cannot be used as an address for push messages. Nothing was kept.',
    422,
  ),
  testedJustNow: refusal('testedJustNow', 'A test went out a moment ago. Wait 20 seconds.', 429),
  notReached: refusal('notReached', 'The test did not get through.'),
  noAlarm: refusal('noAlarm', 'There is no such alarm.', 404),
  mayNotChangeLines: refusal(
    'mayNotChangeLines',
    'Your role may not change what goes out by itself. Nothing was changed. The head of communications can.',
    403,
  ),
  numbersMissing: refusal(
    'numbersMissing',
    'Words that go out while nobody looks must name 999 and 101, in each language. Nothing was saved.',
    422,
  ),
  noSuchAccount: refusal('noSuchAccount', 'There is no such account on the register.', 404),
} as const
