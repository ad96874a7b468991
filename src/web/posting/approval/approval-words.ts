import type { z } from 'zod'
import type { listApprovals, oneApproval, waiting } from '../../../posting/approval/approval.contract.ts'
import { spanWords } from '../../../posting/schedule.ts'
import { Count, count, plural } from '../../say.ts'

export type Waiting = z.output<typeof waiting>
export type Approvals = z.output<typeof listApprovals.output>
export type Approval = z.output<typeof oneApproval.output>

/** Whole minutes until it is due, by the server's clock; null when it goes out as soon as it is approved. */
export const minutesTo = (dueAt: string | null, now: Date): number | null =>
  dueAt === null ? null : Math.floor((new Date(dueAt).getTime() - now.getTime()) / 60_000)

/** None, one, many. The first is the most urgent, so the heading names its time. */
export const approvalsHeading = ({ mine }: Approvals, now: Date, clock: (at: string) => string): string => {
  const [first] = mine
  if (!first) return 'Nothing waits for your approval'
  const minutes = minutesTo(first.dueAt, now)
  const due =
    first.dueAt === null || minutes === null
      ? ''
      : minutes < 0
        ? `. ${mine.length === 1 ? 'It is' : 'One is'} past its time`
        : `. ${mine.length === 1 ? 'It is' : 'The first is'} due at ${clock(first.dueAt)}`
  if (mine.length === 1 && first.batch)
    return `One answer to ${count(first.batch.n)} ${plural(first.batch.n, 'person', 'people')} waits for your approval`
  if (mine.length === 1) return `One post waits for your approval${due}`
  return `${Count(mine.length)} posts wait for your approval${due}`
}

export const leftWords = (minutes: number | null): string => {
  if (minutes === null) return 'When approved'
  return minutes < 0 ? `${spanWords(-minutes)} past its time` : `${spanWords(minutes)} left`
}

/** The question that the page asks. */
export const approvalHeading = (one: Approval, now: Date, clock: (at: string) => string): string => {
  const { dueAt } = one.post
  if (one.superseded) return 'This is no longer what was frozen'
  if (one.acts.approve !== null) return 'This waits for somebody else’s approval'
  const { answering } = one.sheet
  if (dueAt === null && answering)
    return answering.private ? 'Send this private answer now?' : 'Publish this answer now?'
  if (dueAt === null) return 'Release this post now?'
  if ((minutesTo(dueAt, now) ?? 0) < 0) return `This was due at ${clock(dueAt)}. Approve it all the same?`
  return `Release this post at ${clock(dueAt)}?`
}

export const approvalWords = {
  list: {
    reading: 'Looking what waits for approval',
    failed: 'We cannot say what waits for approval now',
    lede: (others: number) =>
      others === 0
        ? 'Nothing waits for anybody else.'
        : `${Count(others)} ${plural(others, 'post waits', 'posts wait')} for somebody else.`,
    next: 'You are told here when something is put before you.',
    mine: 'For you',
    mineNone: 'Nothing waits for you. What is put before you appears here.',
    others: 'For somebody else',
    othersNone: 'Nothing waits for anybody else.',
    asked: (who: string, when: string) => `${who} asked ${when}`,
    forWhom: (who: string) => `for ${who}`,
    accounts: (n: number) => `${n} ${plural(n, 'account')}`,
    toMany: (n: number, words: string) => `One answer to ${count(n)} ${plural(n, 'person', 'people')}: “${words}”`,
    block: (n: number) => `${n} to decide`,
    needs: (n: number) => `${n} to look at`,
    clear: 'Nothing found',
    atOnce: 'Now',
  },
  reading: 'What is to be approved is being read',
  failed: 'We cannot show what is to be approved now',
  path: 'Approvals',
  notWaiting: 'This does not wait for approval now',
  left: (span: string) => `${span} left.`,
  late: 'Approved late it does not go out: it is held, and you choose a new time.',
  past: (span: string) => `It is ${span} past its time.`,
  pastThen: 'Approve it, and it is held until you choose a new time. It does not go out by itself.',
  atOnce: 'It goes out as soon as you approve it.',
  asked: (who: string, when: string) => `Put before you by ${who}, ${when}.`,
  next: 'Next',
  version: (n: number, at: string) => `Version ${n}, frozen ${at}`,
  language: { en: 'English', cy: 'Cymraeg' },
  onlyOn: (handles: string) => `On ${handles}`,
  one: 'One post',
  answering: {
    by: (name: string) => `${name} said this`,
    how: (isPrivate: boolean) =>
      isPrivate ? 'Sent in private: only they read it.' : 'Published below their message: everybody reads it.',
    one: (isPrivate: boolean) => (isPrivate ? 'Private message' : 'Public reply'),
  },
  thread: (n: number) => `${Count(n)} posts, one after the other`,
  piece: (n: number, of: number) => `${n} of ${of}`,
  signed: (mark: string) => `signed ${mark}`,
  changed: {
    ended: 'An earlier approval ended.',
    since: (who: string, version: number, at: string) => `${who} approved version ${version} at ${at}. Since then:`,
    same: 'What is covered reads the same, but it was asked for anew.',
    drifted: 'This changed after it was frozen, though nobody touched the words:',
    askAgain: 'It cannot be approved as it is. Its author asks again.',
    nothing: 'not there',
  },
  why: {
    heading: 'Why it may be released',
    none: 'Nothing was found that asks for a written reason.',
    missing: 'Nobody has written it down. It is asked for with the decision below.',
    purpose: 'Policing purpose',
    lawful: 'Lawful',
    necessary: 'Necessary',
    proportionate: 'Proportionate',
    intent: 'What it is for',
    intents: { inform: 'Inform', engage: 'Engage', appeal: 'Appeal' },
    again: 'Looked at again',
    never: 'No day is set',
  },
  found: {
    heading: 'What the rules found',
    note: (settled: number, mine: number, others: number) =>
      [
        settled > 0 && `${settled} decided or answered`,
        mine > 0 && `${mine} for you`,
        others > 0 && `${others} for somebody else`,
      ]
        .filter(Boolean)
        .join(', '),
    none: (rules: number) => `${rules} rules checked. Nothing was found.`,
    forYou: 'Needs your decision',
    forNobody: 'Nobody may let this stand. Send it back',
    forOthers: (who: string) => `Waits for: ${who.charAt(0).toLowerCase()}${who.slice(1)}`,
    stand: 'It may stand',
    standHint: 'Settled when you approve.',
    reason: (role: string) => `Why it may stand, decided as ${role}`,
    reasonMissing: 'Say why in a sentence: it is kept with the post.',
    reasonsMissing: 'Write down purpose, lawful, necessary and proportionate: they are kept with the post.',
    decide: 'Let it stand',
    decided: 'Decided',
    answered: 'Answered',
    advice: 'Advice',
    left: 'left by the author',
    as: (who: string, role: string, reason: string) => `${who}, as ${role}: “${reason}”`,
    answer: (asks: string, given: string) => `${asks} ${given}`,
  },
  foot: {
    covers: 'Your approval covers',
    coversRest: (words: string) => `${words}. If any of them changes, it ends.`,
    theseWords: 'these words',
    pictures: (n: number) => (n === 1 ? 'this picture and its alt text' : `${count(n)} pictures and their alt texts`),
    accounts: (n: number) => (n === 1 ? 'this account' : `these ${count(n)} accounts`),
    time: (clock: string) => clock,
  },
  act: {
    approveAt: (clock: string) => `Approve and release at ${clock}`,
    approveNow: 'Approve and release now',
    approveLate: 'Approve, and hold for a new time',
    second: (n: number, as: string) => `on ${n} ${plural(n, 'account')}, as ${as}`,
    refuse: 'Refuse',
    sendBack: 'Send back with a note',
    readOn: 'Read to the end first',
    undecided: (n: number) => `Not ready: ${count(n)} ${plural(n, 'thing')} to decide first`,
    others: (who: string) => `Not ready: waits for ${who.charAt(0).toLowerCase()}${who.slice(1)}`,
    superseded: 'Not ready: it must be asked for again',
    nobody: 'Not ready: something in it must change first, so send it back',
    noReasons: 'Not ready: nobody has written why it may be released',
    confirm: (label: string) => `${label}?`,
    confirmBody: 'You approve exactly this version, with the check sum shown on the sheet.',
    meanwhile: (says: readonly string[]) => `${says.join(' ')} Read it before you decide.`,
    conversation: 'Open the conversation',
    back: 'Go back to the sheet',
  },
  sendBack: {
    heading: 'Send this back to its author?',
    body: 'It returns to its author with your note. Nothing goes out.',
    label: 'What should change',
    missing: 'Say what should change: its author will read it.',
    act: 'Send it back',
  },
  refuse: {
    heading: 'Refuse this for good?',
    body: 'It cannot be asked for again. Its words and your reason are kept.',
    label: 'Why it may not go out',
    missing: 'Say why in a sentence: its author will read it.',
    act: 'Refuse it',
  },
  done: {
    approved: (due: string) => `Approved. It goes out ${due}.`,
    held: 'Approved, after its time: it is held. Choose a new time.',
    heldSome: (n: number) => `Approved. ${Count(n)} ${plural(n, 'place is', 'places are')} held and need a person.`,
    sentBack: 'Sent back to its author, with your note.',
    refused: 'Refused. Its words and your reason are kept.',
    record: 'Open its record',
    list: 'What else waits',
  },
} as const
