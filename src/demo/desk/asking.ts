import type { Act } from '../act.ts'
import type { Calendar } from '../calendar.ts'

/** What the force asked the public: one was answered back, one opens when its post goes out. */
export const asking = ({ at }: Calendar): Act[] => {
  const yearly = { question: 'yearly', by: 'owen' } as const
  return [
    {
      do: 'planQuestion',
      at: at(22, '15:10'),
      ...yearly,
      title: 'What should we do more of, and what less?',
      words: 'Six minutes a year. The answers decide where neighbourhood officers go.',
    },
    { do: 'tieQuestion', at: at(20, '09:30'), ...yearly, post: 'westshire 2' },
    { do: 'moveQuestion', at: at(20, '09:32'), ...yearly, move: 'open' },
    { do: 'moveQuestion', at: at(6, '16:05'), ...yearly, move: 'close' },
    {
      do: 'answerQuestion',
      at: at(4, '10:15'),
      ...yearly,
      theme: 'More officers on foot',
      talks: ['westshire 2, westshire: Ffred'],
      did: 'Two more officers walk Castle Steps and Mill Lane each evening. We look in three months whether you notice.',
    },
    { do: 'moveQuestion', at: at(4, '10:20'), ...yearly, move: 'answer' },
    {
      do: 'planQuestion',
      at: at(2, '11:20'),
      question: 'Saturdays',
      by: 'priya',
      title: 'Where should counters open on Saturdays next?',
      words: 'Westport and Eastby have begun. One more town can follow.',
    },
    { do: 'tieQuestion', at: at(1, '15:40'), question: 'Saturdays', by: 'priya', post: 'consultation' },
  ]
}
