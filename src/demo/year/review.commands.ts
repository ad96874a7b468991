import { beginRound } from '../../review/round.commands.ts'
import { actorOf, type DemoWorld, done } from '../start.commands.ts'

/** When the measures are counted the head of communications begins a review of every account. */
export async function beginReview(world: DemoWorld): Promise<void> {
  done(await beginRound(world, actorOf(world, 'priya'), 'Autumn review'), 'the review')
}
