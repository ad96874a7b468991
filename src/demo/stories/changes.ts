import { type Act, say } from '../act.ts'
import { type Calendar, later } from '../calendar.ts'

/** What people decide about each other and about words. */
export const changes = (calendar: Calendar): Act[] =>
  [people, notOurOpinion, sayItPlainly, stolenQuad].flatMap((tell) => tell(calendar))

/** A chief officer leaves, another comes; a consent, a promotion, a new hand, an office handed over, a review begun. */
function people({ at, now }: Calendar): Act[] {
  const planned = { post: 'planned for Jon', by: 'jon' } as const
  return [
    {
      do: 'moveAccount',
      at: at(30, '10:20'),
      on: 'stannerHill',
      move: 'beginReview',
      by: 'owen',
      reason: 'Silent for months and nobody holds the office that answers for it.',
    },
    {
      do: 'write',
      at: at(29, '15:10'),
      ...planned,
      say: say({
        pieces: ['Next week I answer your questions on rural patrols here, between noon and one.'],
        on: ['chiefs'],
        due: at(26, '12:00'),
        objective: 'leadership',
        intent: 'engage',
      }),
    },
    { do: 'publish', at: at(29, '15:20'), ...planned },
    { do: 'leave', at: at(28, '17:00'), who: 'jon', by: 'owen' },
    {
      do: 'withdraw',
      at: at(28, '17:12'),
      post: planned.post,
      by: 'ffion',
      reason: 'ACC Kerslake has left the force; it was planned for a day after.',
    },
    { do: 'join', at: at(27, '08:30'), who: 'tomos', on: 'chiefs', trusted: false, by: 'priya' },
    { do: 'consent', at: at(24, '11:40'), by: 'ruth', to: 'huw', on: 'chiefs', until: later(now, 40 * 24 * 60) },
    { do: 'join', at: at(14, '09:20'), who: 'iolo', on: 'roads', trusted: false, by: 'priya' },
    {
      do: 'write',
      at: at(13, '10:05'),
      post: 'Iolo begins',
      by: 'iolo',
      say: say({
        pieces: [
          'Some of you know me from an account of my own. From now on you find me here, with my initials, beside the rest of the roads team. Same hills, same tea.',
        ],
        on: ['roads'],
        objective: 'roads',
        intent: 'engage',
      }),
    },
    { do: 'ask', at: at(13, '10:12'), post: 'Iolo begins', by: 'iolo' },
    {
      do: 'approve',
      at: at(13, '10:31'),
      post: 'Iolo begins',
      by: 'sam',
      reason: 'Agreed with him and with Owen Tredwell.',
    },
    { do: 'promote', at: at(8, '09:00'), who: 'tom', rank: 'Sgt', by: 'owen' },
    { do: 'handOver', at: at(4, '09:30'), office: 'eastby', to: 'carol', by: 'priya' },
  ]
}

function notOurOpinion({ at }: Calendar): Act[] {
  const post = { post: 'too short', by: 'lewis' } as const
  return [
    {
      do: 'write',
      at: at(27, '14:02'),
      ...post,
      say: say({
        pieces: [
          'Jailed for two years at Westport Crown Court for the Tollgate Street burglaries. Should have been longer!',
        ],
        on: ['westport'],
      }),
    },
    { do: 'ask', at: at(27, '14:06'), ...post },
    {
      do: 'refuse',
      at: at(27, '14:20'),
      post: post.post,
      by: 'priya',
      reason:
        'We give the sentence and no opinion of it: that is for the court. Write the facts in a new draft and I look at it at once.',
    },
  ]
}

function sayItPlainly({ at }: Calendar): Act[] {
  const post = { post: 'in plain words', by: 'tom' } as const
  const draft = (words: string) => say({ pieces: [words], on: ['westport'], objective: 'roads' })
  return [
    {
      do: 'write',
      at: at(24, '17:31'),
      ...post,
      say: draft('RTC in Tollgate Street, two IPs, road shut both ways. MO of the driver under investigation.'),
    },
    { do: 'ask', at: at(24, '17:33'), ...post },
    {
      do: 'sendBack',
      at: at(24, '17:37'),
      post: post.post,
      by: 'nadia',
      reason: 'Nobody outside knows these letters. Who is hurt, what is closed, which way round?',
    },
    {
      do: 'change',
      at: at(24, '17:41'),
      ...post,
      say: draft(
        'Tollgate Street is closed after two cars collided. Two people have small injuries. Buses go by Castle Steps until about 7pm.',
      ),
    },
    { do: 'ask', at: at(24, '17:42'), ...post },
    { do: 'approve', at: at(24, '17:44'), post: post.post, by: 'nadia', reason: 'Now everybody understands it.' },
  ]
}

/** A rule stops a registration mark; a supervisor decides that this one may stand. */
function stolenQuad({ at }: Calendar): Act[] {
  const post = { post: 'stolen quad', by: 'cerys' } as const
  return [
    {
      do: 'write',
      at: at(20, '08:12'),
      ...post,
      say: say({
        pieces: [
          'Stolen overnight at Upper Fold: a red quad, WX19 KLM, with a dent in the left guard. If you are offered it, call 101 and quote 0316.',
        ],
        on: ['rural'],
        objective: 'plant',
        intent: 'appeal',
        reviewAt: at(6, '09:00'),
      }),
    },
    { do: 'ask', at: at(20, '08:17'), ...post },
    {
      do: 'decide',
      at: at(20, '08:40'),
      post: post.post,
      by: 'alun',
      rule: 'R32',
      reason:
        'The keeper asks for it, and the mark is what people can look for. It leads to the farm that reported it, which is named in the appeal with their consent.',
      rationale: null,
    },
    { do: 'approve', at: at(20, '08:42'), post: post.post, by: 'alun', reason: 'Review in two weeks.' },
  ]
}
