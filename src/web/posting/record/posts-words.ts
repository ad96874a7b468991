import type { z } from 'zod'
import { stateWords } from '../../../posting/delivery/state.ts'
import type { listPosts } from '../../../posting/post.contract.ts'
import { Count, count, plural } from '../../say.ts'
import type { Stage } from './record-words.ts'

export type Listed = z.output<typeof listPosts.output>['posts'][number]

const stagesOf: Readonly<Record<Stage, (n: number) => string>> = {
  draft: (n) => plural(n, 'draft'),
  asked: (n) => `${plural(n, 'post')} ${plural(n, 'waits', 'wait')} for approval`,
  sentBack: (n) => `${plural(n, 'post was', 'posts were')} sent back`,
  released: (n) => `released ${plural(n, 'post')}`,
  discarded: (n) => `${plural(n, 'post was', 'posts were')} put away`,
}

/** How many there are with these filters. */
export const postsHeading = (all: number, stage: Stage | undefined, filtered: boolean): string => {
  if (all === 0) return filtered ? 'No post fits these filters' : 'Nothing is written yet'
  const n = Count(all)
  if (stage) return `${n} ${stagesOf[stage](all)}`
  return filtered ? `${n} ${plural(all, 'post fits', 'posts fit')} these filters` : `${n} ${plural(all, 'post')}`
}

export const postsWords = {
  reading: 'The posts are being read',
  failed: 'We cannot list the posts now',
  lede: 'Latest change first.',
  empty: 'Nothing is here yet. Write the first post.',
  none: 'Change or remove a filter, or write something new.',
  write: 'Write',
  filters: 'What is shown',
  text: 'Words',
  stage: 'Where it stands',
  account: 'Account',
  person: 'Written by',
  any: 'Any',
  everyone: 'Anybody',
  clear: 'Remove filters',
  unfold: 'Choose what is shown',
  fold: 'Fold the filters',
  stages: {
    draft: 'Drafts',
    asked: 'Waiting for approval',
    sentBack: 'Sent back',
    released: 'Released',
    discarded: 'Put away',
  } satisfies Record<Stage, string>,
  due: (at: string) => `Goes out ${at}.`,
  was: (at: string) => `Due ${at}.`,
  by: (who: string) => `By ${who}.`,
  states: (state: keyof typeof stateWords, n: number) =>
    n === 1 ? stateWords[state] : `${stateWords[state]}, ${count(n)} places`,
  older: 'Older posts',
  newest: 'Back to the newest',
} as const
