import { connected } from './connected.ts'
import { listed } from './listed.ts'

export const accounts = { ...connected, ...listed }

export type AccountKey = keyof typeof accounts
export type ConnectedKey = keyof typeof connected
