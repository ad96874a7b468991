import { type Act, say } from '../act.ts'
import type { Calendar } from '../calendar.ts'

/** What goes wrong, in the county and on the networks. */
export const incidents = (calendar: Calendar): Act[] =>
  [leak, collision, refusedThere, slips].flatMap((tell) => tell(calendar))

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
