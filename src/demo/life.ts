import type { Act } from './act.ts'
import { type Calendar, later } from './calendar.ts'
import { deskLife } from './desk/desk.ts'
import type { PersonKey } from './force.ts'
import { publicReplies } from './public.ts'
import { everyday } from './routine.ts'
import { appeals } from './stories/appeals.ts'
import { changes } from './stories/changes.ts'
import { incidents } from './stories/incidents.ts'
import { present } from './stories/present.ts'
import { registerStories } from './stories/register.ts'
import { waiting } from './stories/waiting.ts'

/** Everything that is done in the demo's weeks, in order of time, the last of it just before the present. */
export function lifeOf(calendar: Calendar, seed: number): Act[] {
  const stories = [changes, registerStories, appeals, incidents, waiting, present].flatMap((tell) => tell(calendar))
  const told = [...everyday(calendar, seed), ...stories]
  const out = releasesOf(told)
  const said = [...told, ...replies(out)]
  const desk = deskLife(calendar, seed, said)
  const all = [...said, ...desk, ...looks([...told, ...desk], out, calendar), ...signIns(calendar)]
  return all.filter((act) => act.at < calendar.now).sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When each post went out: at its time, or when it was released. */
function releasesOf(told: readonly Act[]): Map<string, Date> {
  const due = new Map(told.flatMap((a) => (a.do === 'write' && a.say.due ? [[a.post, a.say.due] as const] : [])))
  return new Map(
    told.flatMap((a) =>
      a.do === 'publish' || a.do === 'approve' || a.do === 'emergency'
        ? [[a.post, new Date(Math.max(a.at.getTime(), due.get(a.post)?.getTime() ?? 0))] as const]
        : [],
    ),
  )
}

const remarks: readonly string[] = [
  'Good. Next time name the road before what happened on it.',
  'True, and kind. One sentence less would do.',
  'Say which of the two bridges.',
]

/** Whatever went out without a second person is looked at on the next morning; the latest still wait for it. */
function looks(told: readonly Act[], out: ReadonlyMap<string, Date>, { at, agoOf, now }: Calendar): Act[] {
  const settled = new Set(told.flatMap((a) => (a.do === 'settle' ? [a.post] : [])))
  const withdrawn = new Set(told.flatMap((a) => (a.do === 'withdraw' ? [a.post] : [])))
  const atOnce = told
    .flatMap(({ at, ...a }) => {
      if (a.do === 'publish') return [{ at, by: a.by, post: a.post }]
      return a.do === 'answer' ? [{ at, by: a.by, post: `answer ${a.talk}` }] : []
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return atOnce.flatMap((a, n): Act[] => {
    const released = out.get(a.post) ?? a.at
    if (withdrawn.has(a.post)) return [] // in this story nothing of it had gone out
    const morning = later(at(agoOf(released) - 1, '09:20'), (n * 7) % 50)
    if (released > later(now, -20 * 60) || morning > later(now, -30)) return []
    const by: PersonKey = a.by === 'priya' || n % 3 === 0 ? 'owen' : 'priya'
    const look = { do: 'look', at: morning, post: a.post, by } as const
    if (settled.has(a.post) || withdrawn.has(a.post))
      return [{ ...look, verdict: 'inOrder', words: 'Nothing of it went out.' }]
    const learn = n % 17 === 5 ? remarks[Math.floor(n / 17)] : undefined
    return [{ ...look, verdict: learn ? 'learn' : 'inOrder', words: learn ?? '' }]
  })
}

const replies = (out: ReadonlyMap<string, Date>): Act[] =>
  publicReplies.flatMap(({ on, n, after, name, words }): Act[] => {
    const post = `${on} ${n}`
    const at = out.get(post)
    return at ? [{ do: 'reply', at: later(at, after), post, on, name, words }] : []
  })

/** Who was last here, and when. */
const signIns = ({ at, now }: Calendar): Act[] =>
  (
    [
      [3, '10:02', 'alma'],
      [6, '08:55', 'bryn'],
      [1, '21:58', 'marian'],
      [1, '08:07', 'priya'],
      [1, '06:58', 'danny'],
      [1, '13:40', 'huw'],
      [1, '15:20', 'elin'],
      [1, '09:05', 'owen'],
    ] as const
  )
    .map(([ago, wall, who]): Act => ({ do: 'signIn', at: at(ago, wall), who }))
    .concat([
      { do: 'signIn', at: later(now, -121), who: 'nadia' },
      { do: 'signIn', at: later(now, -48), who: 'leah' },
      { do: 'signIn', at: later(now, -31), who: 'ffion' },
    ])
