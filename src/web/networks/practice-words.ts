import { Count, count, plural } from '../say.ts'

export const practiceWords = {
  reading: 'Reading the practice network',
  failed: 'The practice network was not read',
  heading: (ours: number, publics: number, more: boolean): string => {
    if (ours + publics === 0) return 'Nothing is on the practice network yet'
    const first = `${Count(ours)}${more ? ' or more' : ''} ${plural(ours, 'post')} of ours`
    return publics === 0
      ? `${first}, and no answer yet`
      : `${first}, ${count(publics)} ${plural(publics, 'answer')} from the public`
  },
  thread: (n: number) =>
    n === 1 ? 'One post, and no answer yet' : `${Count(n - 1)} ${plural(n - 1, 'answer')} below one post`,
  label: 'Practice.',
  always: 'Nothing here reached the public. Everybody who answers is invented.',
  path: 'Practice network',
  account: 'Account',
  every: 'Every account',
  timeline: 'As the public sees it',
  newest: 'newest first',
  threadHeading: 'The whole conversation',
  oldest: 'oldest first',
  none: 'Publish a post on a practice account, and it appears here.',
  public: 'Member of the public (invented)',
  ours: 'Our account',
  removed: 'Taken down',
  answers: (n: number) => (n === 0 ? 'no answer' : n === 1 ? '1 answer' : `${n} answers`),
  read: 'Read the conversation',
  reply: 'Answer as the public',
  older: 'Show older posts',
  replyHeading: 'Answer as an invented member of the public',
  replyBody: 'The desk meets it as it would meet a real one. Do not use the name of a real person.',
  name: 'Name they show',
  text: 'What they say',
  replyAct: 'Say it',
  missing: 'Write this first.',
  faults: {
    heading: 'What will go wrong',
    none: 'Nothing: the next calls succeed.',
    lede: 'A fault happens with the next calls for an account, and is then used up.',
    times: (n: number) => (n === 1 ? 'once' : `${n} times`),
    wait: (seconds: number) => `, ${seconds} s`,
    set: 'Set a fault',
    clear: 'Take back every fault',
    noneSet: 'No fault to take back',
    form: {
      heading: 'Let the practice network go wrong',
      account: 'For the account',
      act: 'What it does',
      times: 'How often',
      seconds: 'Seconds',
      secondsHint: 'How long a late answer takes, or how long it asks us to wait.',
      go: 'Set this fault',
      accountMissing: 'Choose an account.',
      actMissing: 'Choose what it does.',
      number: 'A whole number.',
    },
  },
  twice: {
    heading: 'Standing there twice',
    none: 'None. The network itself was counted.',
    some: (n: number) =>
      `${Count(n)} ${plural(n, 'post stands', 'posts stand')} there more than once. This is our fault: tell whoever keeps Front Counter running.`,
  },
  empty: {
    act: 'Empty the practice network',
    heading: 'Empty the practice network?',
    body: 'Every post, every answer and every fault on it goes. What our own records say of those posts stays.',
  },
} as const
