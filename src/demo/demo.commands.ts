import type { World } from '../foundation/world.ts'

export const playDemo = async (_world: World, _say: (line: string) => void): Promise<boolean> => false
