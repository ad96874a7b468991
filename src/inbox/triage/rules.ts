import { concepts, type Heard } from './concepts.ts'

/** Concepts that are a danger, most of them only together and near each other. */
export type Rule = {
  name: string
  /** One plain sentence for the screen. */
  says: string
  /** All of these, each by its name. */
  needs: readonly string[]
  /** In so many words. */
  within: number
  /** What it is taken to say before anything was learned, in log-odds. */
  weight: number
}

const rule = (weight: number, needs: string, within: number, says: string): Rule => ({
  name: needs,
  says,
  needs: needs.split(' + '),
  within,
  weight,
})

export const rules: readonly Rule[] = [
  rule(3, 'cries for help', 1, 'Somebody cries for help.'),
  rule(1.5, 'despair', 1, 'Somebody may want to die.'),
  rule(1.5, 'sexual harm', 1, 'Somebody tells of sexual harm.'),
  rule(1, 'child + alone', 12, 'A child may be alone.'),
  rule(1, 'child + rail or fast road', 12, 'A child is near a railway or a fast road.'),
  rule(1, 'child + height', 14, 'A child is at a height.'),
  rule(1, 'child + water', 12, 'A child is near water.'),
  rule(1, 'child + missing', 14, 'A child may be missing.'),
  rule(1, 'child + wounded', 14, 'A child may be hurt.'),
  rule(1, 'child + lifeless', 14, 'A child does not move, wake or answer.'),
  rule(1, 'child + sexual harm', 16, 'A child may be abused.'),
  rule(1, 'child + violence', 14, 'A child may be hit or held.'),
  rule(1, 'child + neglect', 14, 'A child may be without care.'),
  rule(1, 'child + afraid', 12, 'A child is afraid or upset.'),
  rule(1, 'child + controlled', 14, 'A child may be used by others.'),
  rule(1, 'i am a child + afraid', 20, 'A child writes that they are afraid.'),
  rule(1, 'i am a child + alone', 20, 'A child writes that they are alone.'),
  rule(1, 'i am a child + violence', 20, 'A child writes of being hit.'),
  rule(1, 'i am a child + wounded', 20, 'A child writes of being hurt.'),
  rule(1, 'i am a child + sexual harm', 24, 'A child writes of abuse.'),
  rule(1, 'old or frail + missing', 16, 'Somebody old or ill may be missing.'),
  rule(1, 'old or frail + neglect', 18, 'Somebody old or ill may be without care.'),
  rule(1, 'old or frail + fallen or trapped', 16, 'Somebody old or ill has fallen or cannot get out.'),
  rule(1, 'old or frail + violence', 14, 'Somebody old or ill is hit or held.'),
  rule(1, 'old or frail + ill now', 12, 'Somebody old or ill may be in need.'),
  rule(1, 'old or frail + controlled', 18, 'Somebody old or ill may be used by others.'),
  rule(1, 'old or frail + weapon', 18, 'Somebody unwell may have a weapon.'),
  rule(1, 'kin + violence', 8, 'Somebody close hits or holds them.'),
  rule(1, 'kin + lifeless', 8, 'Somebody close does not move, wake or answer.'),
  rule(1, 'kin + missing', 10, 'Somebody close may be missing.'),
  rule(1, 'kin + threat', 8, 'Somebody close threatens or is threatened.'),
  rule(1, 'kin + farewell', 14, 'Somebody close has said goodbye.'),
  rule(1, 'kin + neglect', 10, 'Somebody close has not been heard of or is without care.'),
  rule(1, 'kin + afraid', 8, 'Somebody close is afraid.'),
  rule(1, 'partner + violence', 14, 'A partner hits or holds them.'),
  rule(1, 'partner + threat', 14, 'A partner threatens them.'),
  rule(1, 'partner + controlled', 14, 'A partner controls them.'),
  rule(1, 'partner + stalked', 14, 'A partner follows or watches them.'),
  rule(1, 'partner + weapon', 12, 'A partner has a weapon.'),
  rule(1, 'partner + afraid', 14, 'Somebody is afraid of a partner.'),
  rule(1, 'me + controlled', 4, 'Somebody controls or holds them.'),
  rule(1, 'me + violence', 3, 'Somebody hits or holds them.'),
  rule(1, 'me + sexual harm', 6, 'Somebody harms them, or has pictures of them.'),
  rule(1, 'me + afraid', 3, 'They are afraid.'),
  rule(1, 'me + means', 8, 'They have the means to take their life.'),
  rule(1, 'me + fallen or trapped', 5, 'They have fallen or cannot get out.'),
  rule(1, 'me + despair', 5, 'They may want to die.'),
  rule(1, 'me + farewell', 5, 'They say goodbye.'),
  rule(1, 'me + height', 6, 'They are at a height.'),
  rule(1, 'somebody + despair', 10, 'Somebody may want to die.'),
  rule(1, 'somebody + weapon', 8, 'Somebody has a weapon.'),
  rule(1, 'somebody + height', 8, 'Somebody is at a height.'),
  rule(1, 'somebody + water', 8, 'Somebody is in or near water.'),
  rule(1, 'somebody + lifeless', 8, 'Somebody does not move, wake or answer.'),
  rule(1, 'somebody + violence', 6, 'Somebody attacks somebody.'),
  rule(1, 'somebody + fallen or trapped', 8, 'Somebody has fallen or cannot get out.'),
  rule(1, 'somebody + controlled', 6, 'Somebody may be held or used.'),
  rule(1, 'somebody + rail or fast road', 8, 'Somebody is on a railway or a fast road.'),
  rule(1, 'somebody + threat', 6, 'Somebody threatens.'),
  rule(1, 'officer + threat', 12, 'Somebody threatens an officer.'),
  rule(1, 'officer + weapon', 14, 'Somebody speaks of an officer and a weapon.'),
  rule(1, 'school or crowd + weapon', 14, 'Somebody may bring a weapon where many people are.'),
  rule(1, 'school or crowd + threat', 14, 'Somebody may attack where many people are.'),
  rule(1, 'home + threat', 10, 'Somebody threatens a home.'),
  rule(1, 'home + stalked', 8, 'Somebody waits at a home or watches it.'),
  rule(1, 'home + fire or gas', 10, 'There is fire or gas in a home.'),
  rule(1, 'home + alarm heard', 14, 'Somebody was heard screaming or banging at home.'),
  rule(1, 'home + weapon', 10, 'There is a weapon in a home.'),
  rule(1, 'home + lifeless', 10, 'Somebody at home does not move, wake or answer.'),
  rule(1, 'lifeless + pleads for help', 16, 'Somebody does not move, and help is asked for.'),
  rule(1, 'water + pleads for help', 16, 'Somebody near water needs help.'),
  rule(1, 'weapon + now', 12, 'A weapon is seen now.'),
  rule(1, 'weapon + threat', 14, 'Somebody threatens with a weapon.'),
  rule(1, 'weapon + pleads for help', 14, 'Help is asked for, and there is a weapon.'),
  rule(1, 'means + despair', 24, 'Somebody may be about to take their life.'),
  rule(1, 'means + plays it down', 24, 'Somebody makes little of having the means to take their life.'),
  rule(1, 'farewell + despair', 24, 'Somebody says goodbye and may want to die.'),
  rule(1, 'farewell + now', 10, 'Somebody says goodbye now.'),
  rule(1, 'farewell + missing', 24, 'Somebody has said goodbye and is not to be found.'),
  rule(1, 'must stay secret + violence', 24, 'Somebody is hit and must not be heard.'),
  rule(1, 'must stay secret + controlled', 24, 'Somebody is controlled and must not be heard.'),
  rule(1, 'must stay secret + home', 24, 'Somebody at home must not be heard.'),
  rule(1, 'must stay secret + sexual harm', 24, 'Somebody is harmed and must not tell.'),
  rule(1, 'afraid + pleads for help', 14, 'Somebody is afraid and asks for help.'),
  rule(1, 'violence + now', 10, 'Somebody is attacked now.'),
  rule(1, 'violence + again and again', 12, 'Somebody is hit again and again.'),
  rule(1, 'stalked + again and again', 12, 'Somebody is watched again and again.'),
  rule(1, 'fire or gas + fallen or trapped', 16, 'Somebody may be in a fire.'),
  rule(1, 'wreck + fallen or trapped', 16, 'Somebody is in a wrecked vehicle.'),
]

const number = new Map(concepts.map(({ name }, at) => [name, at]))
const wanted = rules.map(({ needs }) =>
  needs.map((name) => {
    const found = number.get(name)
    if (found === undefined) throw new Error(`no concept is called ${name}`)
    return found
  }),
)

export type Found = { rule: Rule; parts: readonly Heard[] }

/** The place in a list, ordered by start, of the first that starts at or after `start`. */
function firstFrom(those: readonly Heard[], start: number): number {
  let [low, high] = [0, those.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((those[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function near(one: Heard, those: readonly Heard[], within: number): Heard | undefined {
  const from = firstFrom(those, one.start - within)
  let best: Heard | undefined
  for (let at = from; at < those.length && at < from + 24; at += 1) {
    const other = those[at]
    if (!other || other.start > one.start + within) break
    if (!best || Math.abs(other.start - one.start) < Math.abs(best.start - one.start)) best = other
  }
  return best
}

/** Every rule that holds, where it first does. */
export function rulesIn(heard: readonly Heard[]): Found[] {
  const by: Heard[][] = concepts.map(() => [])
  for (const one of heard) by[one.concept]?.push(one)
  return rules.flatMap((one, at) => {
    const [first = -1, ...others] = wanted[at] ?? []
    for (const start of by[first] ?? []) {
      const parts = others.map((other) => near(start, by[other] ?? [], one.within))
      if (parts.every((part) => part !== undefined)) return [{ rule: one, parts: [start, ...parts] }]
    }
    return []
  })
}
