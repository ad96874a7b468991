import { type Act, say } from './act.ts'
import { type Calendar, later } from './calendar.ts'

/** What happened in those weeks besides the everyday: each story is told from its first to its last act. */
export const stories = (calendar: Calendar): Act[] =>
  [people, notOurOpinion, sayItPlainly, refusedThere, leak, stolenQuad, collision, wanted, missing, slips].flatMap(
    (tell) => tell(calendar),
  )

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

/** The network said no; somebody read why, took it off the list, and it was written anew. */
function refusedThere({ at }: Calendar): Act[] {
  const words = (text: string) => say({ pieces: [text], on: ['tregarn'], objective: 'plant' })
  return [
    { do: 'fault', at: at(25, '12:30'), on: 'tregarn', fault: 'refuse', times: 1, seconds: 0 },
    {
      do: 'write',
      at: at(25, '12:34'),
      post: 'refused there',
      by: 'osian',
      say: words(
        'Fence wire and two gates taken at Cwm Rhedyn between Sunday and Tuesday. If somebody offers you either, call 101 and quote 0188.',
      ),
    },
    { do: 'publish', at: at(25, '12:40'), post: 'refused there', by: 'osian' },
    {
      do: 'settle',
      at: at(25, '13:05'),
      post: 'refused there',
      by: 'ffion',
      settling: 'withdraw',
      reason: 'The network refused it. PC Prydderch writes it anew.',
    },
    {
      do: 'write',
      at: at(25, '13:10'),
      post: 'written anew',
      by: 'osian',
      say: words(
        'Taken at Cwm Rhedyn between Sunday and Tuesday: fence wire and two gates. Offered either? Call 101 and quote 0188.',
      ),
    },
    { do: 'publish', at: at(25, '13:14'), post: 'written anew', by: 'osian' },
  ]
}

/** A threat to life: out at once, looked at the same night. */
function leak({ at }: Calendar): Act[] {
  return [
    {
      do: 'write',
      at: at(22, '22:31'),
      post: 'leak',
      by: 'ffion',
      say: say({
        pieces: [
          'Calder Quay, Westport: stay indoors and close windows and doors now. There is a chlorine leak at the cold store. Do not come to the docks. If you find it hard to breathe call 999.',
        ],
        on: ['westshire', 'westport', 'desk', 'roads'],
        objective: 'risk',
      }),
    },
    {
      do: 'emergency',
      at: at(22, '22:34'),
      post: 'leak',
      by: 'ffion',
      reason: 'The incident commander asked for it at 22:29: people in the street are walking towards the smell.',
    },
    {
      do: 'look',
      at: at(22, '23:20'),
      post: 'leak',
      by: 'priya',
      verdict: 'learn',
      words: 'Right to let it out. Next time add where to go if you are outdoors already.',
    },
    {
      do: 'write',
      at: at(22, '23:48'),
      post: 'leak over',
      by: 'ffion',
      say: say({
        pieces: [
          'Calder Quay: the leak is closed and the air is clear. You may open windows again. Nine people were seen by paramedics and all are well. Thank you for staying in.',
        ],
        on: ['westshire', 'roads'],
        objective: 'risk',
      }),
    },
    { do: 'publish', at: at(22, '23:52'), post: 'leak over', by: 'ffion' },
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

/** Posts of an area are held while families are told; one goes out afterwards, one does not. */
function collision({ at, day }: Calendar): Act[] {
  const planned = { by: 'meera', on: ['harrowfield'], objective: 'trust' } as const
  return [
    {
      do: 'write',
      at: at(19, '11:02'),
      post: 'photographs',
      by: 'meera',
      say: say({
        ...planned,
        pieces: [
          'Show us your Harrowfield: the best picture of the top road at sunset hangs in the station for a month.',
        ],
        due: at(19, '17:30'),
        intent: 'engage',
      }),
    },
    { do: 'publish', at: at(19, '11:10'), post: 'photographs', by: 'meera' },
    {
      do: 'write',
      at: at(19, '11:20'),
      post: 'coffee',
      by: 'meera',
      say: say({
        ...planned,
        pieces: [
          `Coffee with your officers: ${day(16)}, 10am, Harrowfield corn exchange. Come along with whatever is on your mind.`,
        ],
        due: at(19, '18:15'),
      }),
    },
    { do: 'publish', at: at(19, '11:26'), post: 'coffee', by: 'meera' },
    {
      do: 'write',
      at: at(19, '16:38'),
      post: 'top road',
      by: 'colin',
      say: say({
        pieces: [
          'The top road above Harrowfield is closed both ways after a serious collision. It stays closed for some hours. Please find another way, and do not share pictures.',
        ],
        on: ['roads'],
        objective: 'roads',
      }),
    },
    { do: 'publish', at: at(19, '16:42'), post: 'top road', by: 'colin' },
    {
      do: 'hold',
      at: at(19, '16:58'),
      hold: 'collision',
      area: 'Harrowfield',
      by: 'ffion',
      reason: 'Fatal collision on the top road; two families are being told.',
    },
    { do: 'release', at: at(19, '20:10'), hold: 'collision', by: 'ffion' },
    { do: 'putBack', at: at(19, '20:14'), post: 'coffee', by: 'ffion' },
    {
      do: 'withdraw',
      at: at(19, '20:16'),
      post: 'photographs',
      by: 'ffion',
      reason: 'Not beside a death on that road.',
    },
  ]
}

/** A name that may be told, because the senior investigating officer decided it and wrote down why. */
function wanted({ at }: Calendar): Act[] {
  const post = { post: 'wanted', by: 'amir' } as const
  const rationale = {
    purpose: 'Find a man suspected of a robbery in which a shop worker was hurt, before anybody else is.',
    lawful: 'To prevent and detect crime. He is not charged, and no order restricts his name.',
    necessary: 'Six days of enquiries at four addresses have not found him.',
    proportionate: 'Name and age on three accounts in the two towns that he knows. No picture. Down when he is found.',
  }
  return [
    {
      do: 'write',
      at: at(15, '14:30'),
      ...post,
      say: say({
        pieces: [
          'Kieran Voss, 34, is suspected of a robbery in Quay Street and knows Westport and Eastby well. Do not go near him. If you see him, call 999 and quote 0271.',
        ],
        on: ['westport', 'central', 'eastby'],
        objective: 'risk',
        intent: 'appeal',
        reviewAt: at(12, '09:00'),
      }),
    },
    { do: 'ask', at: at(15, '14:41'), ...post },
    {
      do: 'decide',
      at: at(15, '15:02'),
      post: post.post,
      by: 'paula',
      rule: 'R01',
      reason: 'He may hurt somebody else. Purpose and tests are written down.',
      rationale,
    },
    {
      do: 'approve',
      at: at(15, '15:04'),
      post: post.post,
      by: 'paula',
      reason: 'For three days, then I look at it again.',
    },
    {
      do: 'withdraw',
      at: at(14, '07:20'),
      post: post.post,
      by: 'paula',
      reason: 'Arrested at 06:50. From now on nothing that could harm a trial.',
    },
  ]
}

/** An appeal, a correction in the open, found safe, and everything taken down. */
function missing({ at }: Calendar): Act[] {
  const on = ['westshire', 'harrowfield', 'eastby', 'westport'] as const
  const tom = (post: string) => ({ post, by: 'tom' }) as const
  return [
    {
      do: 'write',
      at: at(12, '18:02'),
      ...tom('missing'),
      say: say({
        pieces: [
          'Dilwyn Hales, 67, has not been seen since 3pm in Harrowfield. He is wearing a blue coat and grey trousers. If you see him call 999 and quote 0391 of today.',
        ],
        on,
        objective: 'risk',
        intent: 'appeal',
        reviewAt: at(11, '06:00'),
      }),
    },
    { do: 'ask', at: at(12, '18:06'), ...tom('missing') },
    {
      do: 'approve',
      at: at(12, '18:11'),
      post: 'missing',
      by: 'ffion',
      reason: 'To find a man who may come to harm. His daughter agrees, and nothing is in it that is not needed.',
    },
    {
      do: 'reply',
      at: at(12, '18:44'),
      post: 'missing',
      on: 'westshire',
      name: 'Gail P.',
      words: 'Think I just seen him by the slipway on Calder Quay',
    },
    {
      do: 'reply',
      at: at(12, '18:52'),
      post: 'missing',
      on: 'harrowfield',
      name: 'Huw the Milk',
      words: 'Checked both our barns and the chapel. Not there, will keep looking.',
    },
    {
      do: 'correct',
      at: at(12, '19:00'),
      ...tom('missing, corrected'),
      of: 'missing',
      reason: 'His daughter rang: the coat is green.',
      pieces: [
        'Correction: Dilwyn’s coat is green, not blue. He is 67 and was last seen in Harrowfield at 3pm. If you see him call 999 and quote 0391.',
      ],
    },
    { do: 'ask', at: at(12, '19:02'), ...tom('missing, corrected') },
    { do: 'approve', at: at(12, '19:03'), post: 'missing, corrected', by: 'ffion', reason: '' },
    {
      do: 'write',
      at: at(12, '21:40'),
      ...tom('found'),
      say: say({
        pieces: [
          'Dilwyn is safe. Someone who had read our appeal saw him by the water and stayed with him until we came. Thank you to all who looked.',
        ],
        on,
        objective: 'risk',
      }),
    },
    { do: 'ask', at: at(12, '21:43'), ...tom('found') },
    {
      do: 'withdraw',
      at: at(12, '21:48'),
      post: 'missing',
      by: 'ffion',
      reason: 'Found safe at Calder Quay at 20:58. The search is closed.',
    },
    {
      do: 'withdraw',
      at: at(12, '21:49'),
      post: 'missing, corrected',
      by: 'ffion',
      reason: 'Found safe. The search is closed.',
    },
    { do: 'fault', at: at(12, '21:49'), on: 'westshire', fault: 'dropAfter', times: 1, seconds: 0 },
    { do: 'approve', at: at(12, '21:50'), post: 'found', by: 'ffion', reason: '' },
  ]
}

/** What a network does on an ordinary day: busy, an error after it had taken the post, a draft that was put away. */
function slips({ at }: Calendar): Act[] {
  return [
    { do: 'fault', at: at(17, '07:36'), on: 'roads', fault: 'tooMany', times: 1, seconds: 45 },
    {
      do: 'write',
      at: at(17, '07:38'),
      post: 'fog',
      by: 'colin',
      say: say({
        pieces: [
          'Thick fog on the reservoir road. Two cars are in the ditch and nobody is hurt. Slow down before you think you need to.',
        ],
        on: ['roads'],
        objective: 'roads',
      }),
    },
    { do: 'publish', at: at(17, '07:41'), post: 'fog', by: 'colin' },
    {
      do: 'write',
      at: at(10, '19:30'),
      post: 'put away',
      by: 'leah',
      say: say({ pieces: ['Does anybody know who'], on: ['central'], objective: 'millLane' }),
    },
    { do: 'discard', at: at(10, '19:41'), post: 'put away', by: 'leah' },
    { do: 'fault', at: at(6, '18:22'), on: 'desk', fault: 'errorAfter', times: 1, seconds: 0 },
    {
      do: 'write',
      at: at(6, '18:25'),
      post: 'evening line',
      by: 'danny',
      say: say({
        pieces: [
          'The online form asks for your postcode twice tonight. It is a fault of ours, and once is enough: leave the second one empty.',
        ],
        on: ['desk'],
      }),
    },
    { do: 'publish', at: at(6, '18:29'), post: 'evening line', by: 'danny' },
  ]
}
