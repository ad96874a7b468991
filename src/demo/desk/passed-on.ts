import { passed, type Talk } from './talk.ts'

/** What the desk passes to somebody else, by turns. */
export const passedOn: readonly (readonly Talk[])[] = [
  passed(
    'westshire',
    'Professional standards, by the complaints form',
    ['M. Ferreby', 'I was spoken to like dirt at the counter on Monday and I want to complain'],
    ['Hollis', 'three weeks and nobody has rung me about my complaint'],
  ),
  passed(
    'westport',
    'Westport Council, street lights',
    ['Jac', 'skate park is still dark, who do I have to ask'],
    ['Danielle R.', 'Light outside number 9 in Mill Lane is out again'],
  ),
  // A question that is only passed on is not answered: no real desk answers all.
  passed(
    'harrowfield',
    'Roads policing',
    ['gate 4', 'Is anybody going to do something about the lorries on the top road?'],
    ['Annie, 84', 'Who do I ring about a dog that is loose on the common?'],
  ),
  passed(
    'roads',
    'Westshire Highways',
    ['school run', 'When is the hole in the road outside the school going to be mended?'],
    ['hill walker', 'Who decides where the gritter goes?'],
  ),
  passed('eastby', 'Eastby town council', ['new on Harbour Row', 'Who empties the bins on market days?']),
  passed(
    'westshire',
    'Recruitment',
    ['jules', 'How tall do I have to be to apply?'],
    ['second shift', 'Is there a course for specials at weekends?'],
  ),
  passed('desk', 'Firearms licensing', ['Col', 'Can you tell me how far my renewal is?']),
  passed('westshire', 'Press office', [
    'Westport Echo newsdesk',
    'Hi, I write for the Westport Echo. Who can I talk to about the counters?',
  ]),
]
