import type { z } from 'zod'
import type { listQuestions, questionEndpoint } from '../../inbox/asking/asking.contract.ts'
import { spanWords } from '../../posting/schedule.ts'
import { Count, count, plural } from '../say.ts'

export type Questions = z.output<typeof listQuestions.output>
export type Whole = z.output<typeof questionEndpoint.output>
export type Question = Whole['question']
export type Theme = Whole['themes'][number]

export const askingHeading = ({ questions }: Questions): string => {
  const open = questions.filter((q) => q.stage === 'open').length
  const due = questions.filter((q) => q.stage === 'closed').length
  if (open + due === 0) return 'We ask the public nothing now'
  const asked = `${Count(open)} ${plural(open, 'question is', 'questions are')} open`
  return due === 0 ? asked : `${asked}, ${count(due)} ${plural(due, 'waits', 'wait')} to be answered back`
}

export const sessionWords = (live: NonNullable<Whole['live']>): string => {
  const waiting = `${Count(live.waiting.length)} ${plural(live.waiting.length, 'question waits', 'questions wait')}, ${live.answered} answered.`
  if (live.phase === 'before') return `It begins in ${spanWords(live.minutes)}. ${waiting}`
  if (live.phase === 'over') return `It ended ${spanWords(live.minutes)} ago. ${waiting}`
  return `${spanWords(live.minutes)} left. ${waiting}`
}

export const askingWords = {
  reading: 'Reading what we ask',
  failed: 'We cannot say what is asked',
  path: 'Questions',
  plan: 'Ask something',
  planHeading: 'What do we ask?',
  planAct: 'Plan it',
  changePlan: 'Change the plan',
  changeHeading: 'What changes?',
  changeAct: 'Change the plan',
  none: 'Nothing was asked yet. A question, a consultation, a poll or a live session begins here.',
  list: 'Asked and planned',
  title: 'Title',
  kind: 'Kind',
  stage: 'Stage',
  when: 'When',
  answers: 'Answers',
  about: 'For',
  unanswered: (n: number) => `${n} ${plural(n, 'theme waits', 'themes wait')}`,
  asks: 'What people read',
  choices: 'Choices, one on each line',
  choicesStay: 'People can answer already, so the choices stay.',
  objective: 'Objective',
  noObjective: 'None',
  area: 'Area',
  opens: 'Opens',
  closes: 'Closes',
  half: 'Give a date and a time, or neither.',
  team: 'Who answers',
  notNeeded: '(not needed)',
  titleShort: 'Give it a title of three letters or more.',
  thePlan: 'The plan',
  noPost: 'No post asks this yet.',
  post: 'The post that asks',
  notOut: 'It is not released yet, so nobody can answer.',
  openPost: 'Open the post',
  draft: 'Write the post',
  open: 'Open it for answers',
  reopen: 'Open it again',
  close: 'Close it for answers',
  answer: 'Record that it is answered back',
  said: 'You said, we did',
  saidNone: 'No theme yet. Tick messages below and give them one.',
  messages: (n: number) => `${n} ${plural(n, 'message')}`,
  weDid: 'We did',
  nothingDone: 'Why nothing is done',
  noAnswer: 'Not answered yet',
  answerTheme: 'Say what we did',
  answerHeading: (title: string) => `You said: ${title}`,
  or: 'Or why nothing is done',
  postSays: 'The post that says so',
  rename: 'Rename',
  renameHeading: 'Another name for this theme',
  save: 'Save',
  heard: 'What people said',
  heardNone: 'Nobody has answered yet.',
  notShown: (n: number) => `${n} more are not shown to you: intelligence, or on accounts that are not yours.`,
  without: (n: number) => `${n} under no theme`,
  tick: (from: string) => `Choose what ${from} said`,
  chosen: (n: number) => `${n} chosen`,
  under: 'Put under',
  newTheme: 'A new theme',
  newName: 'Its name',
  put: 'Put them there',
  only: 'Show',
  all: 'Everything',
  danger: 'May be in danger',
  choicesHeading: 'Choices',
  byHand: 'Counted by hand: no network of this post has polls.',
  byNetwork: 'The networks count: write their figures down here.',
  votesAct: 'Write down the votes',
  votesHeading: 'What does the network show?',
  votesBody: 'Votes on every network of the post together. Leave empty what is not known.',
  votesWrong: 'A whole number.',
  votes: (n: number | null, messages: number) =>
    n === null
      ? `${messages} ${plural(messages, 'message')}`
      : `${n.toLocaleString('en-GB')} ${plural(n, 'vote')}, ${messages} ${plural(messages, 'message')}`,
  board: 'The session',
  boardNone: 'Nobody waits.',
  tooMany: 'At this pace the time is not enough for all who wait. Add officers, or say now that answers come later.',
  overTime: 'It is over its time and people wait. Answer them, or send the words below.',
  notice: 'For people who ask before or after',
  noticeIn: {
    en: 'For people who ask before or after, in English',
    cy: 'For people who ask before or after, in Welsh',
  },
  noticeHint: 'Left empty: the usual words, with when it begins, 101 and 999.',
  noticeUsual: (words: string) => `Left empty: ${words}`,
  nobodyHas: 'Nobody has it',
  has: (who: string) => `${who} has it`,
  take: 'I take it',
} as const
