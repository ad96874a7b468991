import { refusal } from '../../foundation/outcome.ts'

export const planRefusals = {
  mayNotPlan: refusal(
    'mayNotPlan',
    'You may not save plans. The head of communications, corporate communications or a product owner can. What you chose stays on this page.',
    403,
  ),
  mayNotDeletePlan: refusal(
    'mayNotDeletePlan',
    'You may not delete this plan. Whoever saved it can, or the head of communications or corporate communications.',
    403,
  ),
  planPointedAt: refusal(
    'planPointedAt',
    'Something else that is kept points to this plan, so it stays. Nothing was changed.',
  ),
  noAccount: refusal('noAccount', 'There is no such account, or it is another force’s.', 404),
  noPlan: refusal('noPlan', 'There is no such plan, or it is another force’s.', 404),
  planChanged: refusal(
    'planChanged',
    'Somebody else changed this plan since you opened it. Nothing of yours was saved. Load it again and look.',
  ),
  notPlannable: refusal(
    'notPlannable',
    'One of the accounts does not speak for the force any more. Nothing was saved. Take it out.',
    422,
  ),
  joinsWhatGoes: refusal(
    'joinsWhatGoes',
    'An account would join one that goes itself, or is not there. Nothing was saved. Choose one that stays.',
    422,
  ),
  fourAtMost: refusal('fourAtMost', 'Choose one to four plans to compare.', 422),
  noRound: refusal('noRound', 'There is no such review round.', 404),
} as const
