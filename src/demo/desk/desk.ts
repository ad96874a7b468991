import type { Act } from '../act.ts'
import { type Calendar, dice, later } from '../calendar.ts'
import type { PersonKey } from '../force.ts'
import { asking } from './asking.ts'
import { ordinary } from './everyday.ts'
import { listeningFirst, repliesToAnswer } from './replies.ts'
import { rota } from './rota.ts'
import { standing } from './standing.ts'
import { stories } from './stories.ts'
import type { Talk, Then } from './talk.ts'

/** From so many days before the present on the desk works in this product. */
const deskDays = 21
/** What is said just before is heard at once, and what was said earlier a little late: the demo listens in few, large lots. */
const agents = ['danny', 'aisha'] as const

/** Everything that the public says beyond what stands below posts, and what the desk does with all of it. */
export function deskLife(calendar: Calendar, seed: number, told: readonly Act[]): Act[] {
  const everyday = ordinaryDays(calendar, seed)
  const own = [...everyday, ...stories(calendar), ...standing(calendar), ...rota(calendar), ...asking(calendar)]
  const hearings = [...own, ...listeningFirst(calendar, deskDays)]
    .filter((act) => act.do === 'hear')
    .map((act) => act.at)
  return [...own, ...listeningFirst(calendar, deskDays), ...repliesDealtWith(told, hearings, calendar)]
}

/** Two lots a day, each said within half an hour, heard, and dealt with one by one. */
function ordinaryDays({ at, now }: Calendar, seed: number): Act[] {
  const roll = dice(seed + 1)
  const lots = (deskDays - 1) * 2
  return Array.from({ length: lots }, (_, n) => {
    const day = deskDays - 1 - Math.floor(n / 2)
    const heard = later(at(day, n % 2 === 0 ? '11:10' : '18:20'), roll() * 100)
    const from = Math.round((n * ordinary.length) / lots)
    const until = Math.round(((n + 1) * ordinary.length) / lots)
    const agent = agents[n % 2] ?? 'danny'
    const lot = ordinary.slice(from, until)
    if (lot.length === 0 || heard > later(now, -300)) return []
    return [
      ...lot.map((talk, i): Act => speak(talk, `ordinary ${from + i}`, later(heard, -1 - roll() * 8))),
      { do: 'hear', at: heard } satisfies Act,
      ...lot.flatMap((talk, i) => dealt(`ordinary ${from + i}`, talk.then, later(heard, 3 + i * 7), agent)),
    ]
  }).flat()
}

const speak = ({ on, name, words, direct, language }: Talk, talk: string, at: Date): Act => ({
  do: 'speak',
  at,
  talk,
  on,
  name,
  words,
  direct,
  language,
})

/** What is done with one conversation once it is heard. */
export function dealt(talk: string, then: Then, at: Date, agent: PersonKey): Act[] {
  const end = { do: 'end', talk } as const
  if (then.does === 'answer')
    return [
      { do: 'answer', at, talk, by: then.by, words: then.words },
      { ...end, at: later(at, 4), by: then.by, outcome: 'answered', words: '' },
    ]
  if (then.does === 'raise')
    return [
      { do: 'decideKind', at, talk, by: agent, category: then.as },
      { ...end, at: later(at, 2), by: agent, outcome: 'incidentRaised', words: then.reference },
    ]
  if (then.does === 'hide')
    return [
      { do: 'hide', at, talk, by: agent, code: then.code, reason: then.why },
      { ...end, at: later(at, 2), by: agent, outcome: 'moderated', words: '' },
    ]
  return then.does === 'pass'
    ? [{ ...end, at, by: agent, outcome: 'referred', words: then.team }]
    : [{ ...end, at, by: agent, outcome: 'noAnswerNeeded', words: then.why }]
}

/** What was said below posts is read at the next hearing, and closed; what was said in the last hour waits. */
function repliesDealtWith(told: readonly Act[], hearings: readonly Date[], { now }: Calendar): Act[] {
  return told.flatMap((act, n) => {
    if (act.do !== 'reply' || act.at > later(now, -100)) return []
    const heard = hearings.filter((at) => at >= act.at).reduce<Date | null>((a, b) => (a && a < b ? a : b), null)
    if (!heard) return []
    const talk = `${act.post}, ${act.on}: ${act.name}`
    const then = repliesToAnswer[talk] ?? { does: 'read', why: 'Read, and told to whom it concerns.' }
    return dealt(talk, then, later(heard, 2 + (n % 5)), agents[n % 2] ?? 'danny')
  })
}
