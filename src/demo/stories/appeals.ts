import { type Act, say } from '../act.ts'
import type { Calendar } from '../calendar.ts'

/** Appeals from their first word to their last. */
export const appeals = (calendar: Calendar): Act[] => [wanted, missing].flatMap((tell) => tell(calendar))

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
