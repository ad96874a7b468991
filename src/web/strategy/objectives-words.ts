import { Count, count, plural } from '../say.ts'

export const objectivesWords = {
  reading: 'Reading what the force wants to achieve',
  failed: 'The objectives were not read',
  /** Of those in force. */
  heading: (objectives: number, priorities: number): string => {
    if (objectives + priorities === 0) return 'No objective is set yet'
    const first = `${Count(objectives)} ${plural(objectives, 'objective')}`
    if (priorities === 0) return `${first} in force`
    const second = `${count(priorities)} local ${plural(priorities, 'priority', 'priorities')}`
    return objectives === 0
      ? `${Count(priorities)} local ${plural(priorities, 'priority', 'priorities')} in force`
      : `${first} and ${second} in force`
  },
  lede: 'Every post names what it serves, so that the force can say what its words were for.',
  show: 'Show',
  inForce: 'In force',
  all: 'All that ever were',
  set: 'Set an objective',
  objectives: 'Objectives of the force',
  priorities: 'Local priorities',
  noneObjectives: 'No objective of the force is in force. Set the two or three that people should hear about.',
  nonePriorities: 'No local priority is in force. Neighbourhoods promise these to their residents.',
  title: 'What',
  area: 'Where',
  measure: 'How we will know',
  noMeasure: 'not said',
  from: 'From',
  until: 'Until',
  open: 'no end set',
  ended: (at: string) => `ended ${at}`,
  acts: 'What you may do',
  change: 'Change',
  changeLabel: (title: string) => `Change “${title}”`,
  end: 'End now',
  endLabel: (title: string) => `End now: “${title}”`,
  endHeading: (title: string) => `End “${title}” now?`,
  endBody: 'What served it keeps its link. It cannot be begun again; set a new one instead.',
  endAct: 'End it now',
  form: {
    newHeading: 'Set an objective',
    changeHeading: 'Put an objective right',
    kind: 'What kind',
    kinds: { objective: 'An objective of the force', localPriority: 'A priority promised to a neighbourhood' },
    title: 'What it is, in a sentence',
    area: 'Which neighbourhood',
    areaAside: '(not needed)',
    measure: 'How we will know that it is met',
    from: 'From',
    until: 'Until',
    aside: '(not needed)',
    set: 'Set it',
    save: 'Save these words',
    titleShort: 'Write at least three letters.',
    areaMissing: 'Say which neighbourhood.',
  },
} as const
