import { Count, count, plural } from '../say.ts'

/** None, one, many files. */
export const subjectHeading = (files: number): string =>
  files === 0
    ? 'Nobody was given what they said to us yet'
    : `${Count(files)} ${plural(files, 'file was', 'files were')} given to people who asked`

/** What the file holds, and whether the same person asked before. */
export const subjectDone = (name: string, messages: number, before: number): string => {
  const holds =
    messages === 0
      ? `Nothing was said to us under that handle. The file says so: ${name}.`
      : `${Count(messages)} ${plural(messages, 'message is', 'messages are')} in the file that this device has now: ${name}.`
  return before === 0
    ? holds
    : `${holds} The same person was given a file ${count(before)} ${plural(before, 'time')} before.`
}

export const subjectWords = {
  reading: 'Reading what was given',
  failed: 'We cannot show what was given to people who asked',
  lede: 'What one person said to us, gathered because that person asked for it. Nothing else here looks across conversations.',
  form: {
    heading: 'Give a person what they said to us',
    network: 'Network',
    subject: 'Their handle there, as they gave it',
    subjectHint: 'The whole of it, or the number that the network gave them. Like ones are not looked for.',
    reference: 'Reference of their request',
    reason: 'How they asked, and how you know that it is them',
    act: 'Give out the file',
    kept: 'That you did this is recorded, with the reference and without their name.',
    missing: {
      network: 'Choose the network.',
      subject: 'Give their handle.',
      reference: 'Give the reference.',
      reason: 'Say it in a sentence.',
    },
  },
  list: {
    heading: 'Given so far',
    none: 'Each file is noted here, without the name of whom it is about.',
    messages: (n: number) => `${n} ${plural(n, 'message')}`,
  },
  mayNot: 'An information manager gives these out.',
} as const
