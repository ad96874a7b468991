export const meWords = {
  reading: 'Reading your settings',
  failed: 'Your settings were not read',
  heading: (second: boolean, needs: 'must' | 'should' | 'no') =>
    second
      ? 'Your sign-in has a second factor'
      : needs === 'must'
        ? 'Set up your second factor before anything else'
        : needs === 'should'
          ? 'Your sign-in needs a second factor'
          : 'You sign in with a password',
  lede: (name: string, roles: string) => `${name}. ${roles}.`,
  noRoles: 'No role',
  must: 'Your force insists on a second factor for your roles. Until it is set up you may read, and do nothing else.',
  forceLink: 'Settings of the force',
  second: {
    heading: 'Second factor',
    off: 'An authenticator on your telephone shows a new code every 30 seconds. A stolen password alone is then worth nothing.',
    on: 'Your authenticator is asked for at every sign-in.',
    begin: 'Set up an authenticator',
    beginHeading: 'Set up an authenticator',
    password: 'Your password',
    passwordMissing: 'Write your password.',
    go: 'Show the picture to scan',
    scan: 'Scan this with the authenticator on your telephone',
    alt: 'A square code that holds the secret for your authenticator. The same secret stands below it as text.',
    byHand: 'Or type this secret in',
    code: 'The six figures that it shows now',
    codeMissing: 'Write the code.',
    confirm: 'Keep this authenticator',
    done: 'Your second factor is set up.',
    end: 'End the second factor',
    endHeading: 'End your second factor?',
    endBody: 'Whoever knows your password can then sign in as you.',
    endAct: 'End the second factor',
    renew: 'Make new backup codes',
    renewHeading: 'Make new backup codes?',
    renewBody: 'The old ones end at once.',
    renewAct: 'Make new backup codes',
    codesHeading: 'Your backup codes, shown only now',
    codesBody: 'Each lets you in once without your telephone. Write them down, or print this page, and lock them away.',
    codesClose: 'I have kept them',
  },
  password: {
    heading: 'Password',
    present: 'Your present password',
    presentMissing: 'Write the password that you have now.',
    act: 'Change my password',
    done: 'Your password is changed. Every other device is signed out.',
  },
  device: {
    heading: 'This device',
    note: 'Kept on this device only.',
    colours: 'Colours',
    keys: 'Single letter keys',
    keysHint: 'Letters such as w and g t act at once. They never work inside a field.',
  },
} as const
