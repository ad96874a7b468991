import sharp from 'sharp'
import { addPicture } from '../posting/picture/picture.commands.ts'
import type { PersonKey } from './force.ts'
import { type SceneKey, scenes } from './scenes.ts'
import { actorOf, type DemoWorld, done } from './start.commands.ts'

/** Draws a scene and adds it, as an upload would. Each use is a picture of its own, because somebody else added it. */
export async function addScene(world: DemoWorld, by: PersonKey, scene: SceneKey): Promise<string> {
  const drawn = await sharp(Buffer.from(scenes[scene])).png({ compressionLevel: 3 }).toBuffer()
  return done(await addPicture(world, actorOf(world, by), drawn), `picture ${scene}`).id
}
