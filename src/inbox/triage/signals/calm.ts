import type { Category } from '../category.ts'
import { type Phrases, said } from '../listen.ts'
import type { Signal } from '../signal.ts'

/** What speaks against a danger: somebody asks what the rule is, tells of the past, or praises. It never takes a danger signal away. */
const against = (
  name: string,
  category: Category,
  weight: number,
  says: string,
  hears: Phrases,
  examples: readonly string[],
): Signal => ({
  name,
  category,
  weight,
  says,
  hears,
  examples,
})

export const calmSignals: readonly Signal[] = [
  against(
    'asks what the law is',
    'threatOrVulnerable',
    -2.5,
    'Asks what the law is.',
    said(
      'is it (?:legal|illegal|against the law|allowed|ok|okay|an offence|true|a police)',
      'whats the law',
      'are [a-z]+ [a-z]+ legal',
      'is that (?:legal|a law|illegal)',
      'can (?:i|we|you) (?:be|hand|film|get|still|ride|have|take|use|camp|bring|drive)',
      'do (?:i|we|you) (?:need|have) (?:to|a)',
      'how (?:do|long|many|much|old|often|would|can)',
      'what (?:happens|is the|counts|do i do with|time|age)',
    ),
    ['is it legal to carry one'],
  ),
  against(
    'thanks or praise',
    'threatOrVulnerable',
    -2,
    'Says thanks or praises.',
    said(
      'thank you',
      'thanks (?:to|for (?:your|the|coming|finding|all))',
      'diolch',
      'well done',
      'brilliant|legend|legends|proud|bless',
      'good (?:job|news|result)',
      'so glad|grateful',
      'lol|haha[a-z]*|😂|🤣',
    ),
    ['thank you so much for finding my dad'],
  ),
  against(
    'complains of the police',
    'threatOrVulnerable',
    -2,
    'Is about what an officer or the force did.',
    said(
      'your (?:officers?|lot|pc|sergeant|force|team)',
      'complain(?:t|ts|ing)?',
      '(?:the|two|an) officers?',
      'pcso',
      'statement',
    ),
    ['your officers ignored us'],
  ),
  against(
    'tells what they know',
    'threatOrVulnerable',
    -1,
    'Passes something on about other people.',
    said(
      'you didnt hear it from me',
      'keep me out of it',
      'dont want my name',
      'anon|anonymous(?:ly)?',
      'in your (?:post|appeal)',
      'between us',
      'info only',
      'word is',
      'i heard',
      'selling|dealing|sells',
    ),
    ['dont want my name on this'],
  ),
  against(
    'press',
    'threatOrVulnerable',
    -2.5,
    'Comes from a newsroom.',
    said('reporter|journalist|newsroom|newsdesk|news desk|editor|deadline|press|producer|podcast'),
    ['press query: was he armed'],
  ),
]
