import type { RequestState } from '../../register/request/request.ts'
import { Count } from '../say.ts'

export const requestWords = {
  reading: 'Reading who asked for an account',
  failed: 'The requests were not read',
  path: 'Register',
  here: 'Requests',
  heading: (waiting: number, all: number): string => {
    if (all === 0) return 'Nobody has asked for an account'
    if (waiting === 0) return 'No request waits'
    return waiting === 1 ? 'One request waits for a decision' : `${Count(waiting)} requests wait for a decision`
  },
  lede: 'Communications approves, turns down, or says which account will do instead. Each decision keeps its reason.',
  ask: 'Ask for a new account',
  waiting: 'Waiting',
  none: 'Nothing waits. Whoever wants an account asks here, and sees what became of it.',
  settled: 'Decided',
  states: {
    waiting: 'Waits for a decision',
    approved: 'Approved, not open yet',
    turnedDown: 'Turned down',
    redirected: 'Redirected',
    takenBack: 'Taken back',
  } satisfies Record<RequestState, string>,
  opened: 'Approved and open',
  asked: (by: string, at: string) => `${by} asked on ${at}`,
  decided: (by: string, at: string) => `${by}, ${at}`,
  caption: 'Requests that were decided',
  head: { account: 'Account', by: 'Asked by', outcome: 'What became of it', reason: 'Why, and by whom' },
  facts: {
    purpose: 'For',
    objective: 'Objective',
    whyNew: 'Why a new one',
    whoPosts: 'Who posts',
    leaveCover: 'During leave',
    monitoring: 'Who looks, when',
    training: 'Training',
    risk: 'Risk',
    owner: 'Answers for it',
    area: 'Area',
  },
  notSaid: 'not said',
  approve: 'Approve it',
  turnDown: 'Turn it down',
  redirect: 'Redirect it',
  takeBack: 'Take it back',
  sure: {
    approve: (name: string) => `Approve ${name}?`,
    turnDown: (name: string) => `Turn ${name} down?`,
    redirect: (name: string) => `Which account will do instead of ${name}?`,
  },
  body: {
    approve:
      'It goes on the register as proposed. Nobody can write there before its list is gone through and it is opened.',
    turnDown: 'Whoever asked sees the reason.',
    redirect: 'Whoever asked sees which account it is, and why.',
  },
  reason: 'Why, for the record',
  missing: 'Say why in a sentence.',
  instead: 'Account that will do',
  choose: 'Choose one.',
  form: {
    heading: 'Ask for a new account',
    lede: 'Fewer accounts, better answered: say what it is for and who will be there, also in August.',
    what: 'What it would be',
    plan: 'How it would be looked after',
    act: 'Ask for this account',
    not: 'Do not ask',
    objective: 'Objective it serves',
    noObjective: 'None',
    labels: {
      whyNew: ['Why no account that exists will do', 'Look through the register first.'],
      whoPosts: ['Who posts', 'Names or posts, at least two.'],
      leaveCover: ['Who covers leave and sickness', ''],
      monitoring: ['Who looks at what comes in, and when', 'Nights and weekends too.'],
      training: ['Training', 'Media law, operational security, house style: who has it, who gets it when.'],
      risk: ['What could go wrong', 'And what you do then.'],
    },
  },
} as const
