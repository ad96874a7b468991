import { passwordLength } from '../../people/people.contract.ts'

/** What the pages before the frame say. */
export const signInWords = {
  password: {
    heading: 'Sign in',
    lede: 'With your own e-mail address and password. Nobody shares a sign-in here.',
    ended: 'Your sign-in ended. Your words are kept on this device. Sign in to go on where you were.',
    email: 'E-mail address',
    password: 'Password',
    act: 'Sign in',
    emailMissing: 'Write your e-mail address.',
    passwordMissing: 'Write your password.',
    foot: 'Forgotten it? A product owner gives you a one-time password in person.',
  },
  code: {
    heading: 'One more code',
    lede: 'Open the authenticator on your telephone and write the six figures that it shows now.',
    code: 'Code',
    act: 'Give this code',
    missing: 'Write the code.',
    backup: 'Use a backup code instead',
    back: 'Start again with your password',
  },
  backup: {
    heading: 'One of your backup codes',
    lede: 'Each works once. Take one that is not crossed out.',
    code: 'Backup code',
    act: 'Use this backup code',
    totp: 'Use the authenticator instead',
  },
  change: {
    heading: 'Choose your own password',
    lede: 'The one-time password was only for getting in. Nothing else works before you have your own.',
    present: 'One-time password',
    next: 'Your new password',
    again: 'The same once more',
    hint: `At least ${passwordLength.min} letters, figures or spaces. A few plain words that only you would put together are good.`,
    act: 'Keep this password and go on',
    short: `It has fewer than ${passwordLength.min} characters. Make it longer.`,
    differ: 'The two are not the same. Write it once more.',
    presentMissing: 'Write the one-time password that you were given.',
  },
  notSetUp: 'Nobody can sign in yet: Front Counter is not set up.',
  setUp: 'Set it up',
} as const
