import { z } from 'zod'

export const carryingKinds = ['closing', 'adoption', 'platformRetirement'] as const
export const carryingKind = z.enum(carryingKinds)
export type CarryingKind = z.output<typeof carryingKind>

/** Who answers for a step until somebody else is named: whoever began it, or an office of the account. */
export type Answers = 'whoBegan' | 'owner' | 'supervisor'

export type Step = {
  id: string
  what: string
  /** What it takes, and why. */
  how: string
  /** Days from the last day, before it when negative; `begin`: at once. */
  due: number | 'begin'
  needs: readonly string[]
  answers: Answers
  /** Only where the account joins another one. */
  joins?: true
  /** Not before the last day. */
  notBefore?: true
}

const closing: readonly Step[] = [
  {
    id: 'told',
    what: 'Its people are told first, with the reason',
    how: 'Before anybody else hears of it. They may ask for a second look.',
    due: 'begin',
    needs: [],
    answers: 'whoBegan',
  },
  {
    id: 'notice',
    what: 'A notice is pinned: when it ends and where to go',
    how: 'Words for the notice and the last post stand ready on this page.',
    due: -14,
    needs: ['told'],
    answers: 'owner',
  },
  {
    id: 'handOver',
    what: 'Those who speak there are given a place on the account that it joins',
    how: 'Whoever signs here signs there from that day on. If somebody does not want to, write down why.',
    due: 0,
    needs: ['told'],
    answers: 'owner',
    joins: true,
  },
  {
    id: 'migration',
    what: 'The time to move is over',
    how: 'From the notice to the last day people are told where to find us.',
    due: 0,
    needs: ['notice'],
    answers: 'owner',
    notBefore: true,
  },
  {
    id: 'lastPost',
    what: 'The last post is out',
    how: 'It says that nobody reads here from now on, and where somebody does.',
    due: 0,
    needs: ['migration'],
    answers: 'owner',
  },
  {
    id: 'drained',
    what: 'Every open conversation is answered or passed on',
    how: 'Counted from the desk at this moment.',
    due: 0,
    needs: ['notice'],
    answers: 'supervisor',
  },
  {
    id: 'archive',
    what: 'The archive is taken',
    how: 'What was ever published there stands in our archive.',
    due: 1,
    needs: ['lastPost'],
    answers: 'whoBegan',
  },
  {
    id: 'apps',
    what: 'Apps and services with access are removed at the network',
    how: 'Schedulers, phones, delegated managers, other people’s sign-ins.',
    due: 1,
    needs: ['lastPost'],
    answers: 'owner',
  },
  {
    id: 'keys',
    what: 'Password and recovery are the force’s; keys in custody are ended',
    how: 'E-mail address, telephone number and second factor belong to the force and not to a person.',
    due: 1,
    needs: ['archive', 'drained', 'apps'],
    answers: 'owner',
  },
  {
    id: 'handle',
    what: 'The handle is kept, so that nobody else takes it',
    how: 'The account is locked or kept empty; write down how, and who looks after it.',
    due: 1,
    needs: ['lastPost'],
    answers: 'whoBegan',
  },
  {
    id: 'register',
    what: 'Register and public list show that it was ours',
    how: 'Doing this closes the account on the register.',
    due: 2,
    needs: ['told', 'notice', 'handOver', 'migration', 'lastPost', 'drained', 'archive', 'apps', 'keys', 'handle'],
    answers: 'whoBegan',
  },
]

const adoption: readonly Step[] = [
  {
    id: 'consent',
    what: 'Whoever runs it agrees, in writing',
    how: 'They know what changes: rules, approval, a record of everything, and that it can be taken away again.',
    due: -28,
    needs: [],
    answers: 'whoBegan',
  },
  {
    id: 'audit',
    what: 'What it has published is read',
    how: 'What may not stand under the force’s name is corrected or taken down before it carries it.',
    due: -14,
    needs: ['consent'],
    answers: 'whoBegan',
  },
  {
    id: 'ownership',
    what: 'The account is the force’s: e-mail address, number, password',
    how: 'It is on the register as unofficial, with an office that owns it and somebody who holds that office.',
    due: -7,
    needs: ['consent', 'audit'],
    answers: 'owner',
  },
  {
    id: 'profile',
    what: 'Name and profile say who runs it and what it is not for',
    how: 'As the force’s convention asks; its page shows what is missing.',
    due: -3,
    needs: ['ownership'],
    answers: 'owner',
  },
  {
    id: 'training',
    what: 'Everybody who will write there is trained and has agreed',
    how: 'Media law, operational security, house style, and the agreement.',
    due: -1,
    needs: ['consent'],
    answers: 'supervisor',
  },
  {
    id: 'publish',
    what: 'It speaks for the force',
    how: 'Doing this makes it live on the register. Keys and places are given on its page afterwards.',
    due: 0,
    needs: ['consent', 'audit', 'ownership', 'profile', 'training'],
    answers: 'whoBegan',
  },
]

const retirement: readonly Step[] = [
  {
    id: 'told',
    what: 'Those who speak there are told first, with the reason',
    how: 'Every contributor of every account on the network.',
    due: 'begin',
    needs: [],
    answers: 'whoBegan',
  },
  {
    id: 'lastPosts',
    what: 'Every account there has said where to find us, and goodbye',
    how: 'A pinned notice first, a last post on the day.',
    due: 0,
    needs: ['told'],
    answers: 'whoBegan',
  },
  {
    id: 'waiting',
    what: 'Nothing waits to go out there',
    how: 'Choose below whether what waits is held, so that somebody decides about each, or withdrawn.',
    due: 0,
    needs: ['lastPosts'],
    answers: 'whoBegan',
  },
  {
    id: 'drained',
    what: 'Every open conversation there is answered or passed on',
    how: 'Counted from the desk at this moment.',
    due: 0,
    needs: ['lastPosts'],
    answers: 'whoBegan',
  },
  {
    id: 'archive',
    what: 'The archive of every account there is taken',
    how: 'The record and the archive stay when the network is gone.',
    due: 1,
    needs: ['lastPosts'],
    answers: 'whoBegan',
  },
  {
    id: 'keys',
    what: 'Keys in custody are ended, apps removed, handles kept',
    how: 'Account by account on its page; the network may give a free handle to anybody.',
    due: 2,
    needs: ['archive', 'drained', 'waiting'],
    answers: 'whoBegan',
  },
  {
    id: 'directory',
    what: 'The public list says that we have left, and where to go',
    how: 'In the words written when this was begun.',
    due: 2,
    needs: ['lastPosts'],
    answers: 'whoBegan',
  },
  {
    id: 'register',
    what: 'The network is left',
    how: 'Doing this closes every account there on the register. Nothing can be opened or written there afterwards.',
    due: 3,
    needs: ['told', 'lastPosts', 'waiting', 'drained', 'archive', 'keys', 'directory'],
    answers: 'whoBegan',
  },
]

/** The steps of each kind, in their order, as data. */
export const lists = { closing, adoption, platformRetirement: retirement } as const satisfies Record<
  CarryingKind,
  readonly Step[]
>
