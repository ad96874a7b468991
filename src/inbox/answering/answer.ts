import type { Proof } from '../../networks/ending.ts'
import type { Traits } from '../../networks/network.ts'
import type { Answering } from '../../posting/answering.ts'

/** So much of what they said goes on the sheet that is approved. */
const mostWords = 300

export type AnsweredMessage = {
  accountId: string
  externalId: string
  /** The name that the network shows of whoever said it; nothing else of them goes on the sheet. */
  author: string
  text: string
  kind: 'reply' | 'mention' | 'quote' | 'direct'
  proof: Proof
  rootProof: Proof | null
  /** The network's name of the conversation; of a private one where our message goes. */
  thread: string
}

/** Never half a letter: what ends in the middle of an emoji cannot be kept. */
const beginning = (text: string): string => {
  const letters = [...text]
  return letters.length > mostWords ? `${letters.slice(0, mostWords).join('')}…` : text
}

/** Where an answer to this message stands. A private message is answered in private. */
export const answeringTo = (m: AnsweredMessage, automatic = false): Answering => ({
  accountId: m.accountId,
  externalId: m.externalId,
  by: m.author,
  words: beginning(m.text),
  direct: m.kind === 'direct' ? m.thread : null,
  root: m.kind === 'direct' ? null : (m.rootProof ?? m.proof),
  parent: m.kind === 'direct' ? null : m.proof,
  automatic,
})

/**
 * Why no private message can be sent to somebody who spoke in public, or null. A private conversation is begun by the public, never by us:
 * nobody is written to in private unasked, and we never ask for personal details in public (INB-6).
 */
export function whyNotPrivately(
  traits: Pick<Traits, 'directMessages' | 'name'> | null,
  kind: 'public' | 'direct',
): string | null {
  if (!traits?.directMessages)
    return `${traits?.name ?? 'This network'} lets us send no private message from here. Ask in public that they call 101 or use the web form; ask for no details there.`
  return kind === 'direct'
    ? null
    : 'They wrote in public. Invite them to write to this account in private; their message then joins the desk.'
}

/** Words that invite somebody to go on in private, without asking for anything in public. */
export const inviteToPrivate = {
  en: 'Thank you for telling us. So that you do not have to share details here, send this account a private message, or call 101. If anyone is in danger now, call 999.',
  cy: 'Diolch am roi gwybod i ni. Fel nad oes rhaid i chi rannu manylion yma, anfonwch neges breifat at y cyfrif hwn, neu ffoniwch 101. Os oes unrhyw un mewn perygl nawr, ffoniwch 999.',
} as const
