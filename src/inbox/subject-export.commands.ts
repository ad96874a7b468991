import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { type Commanding, command } from '../audit/audit.commands.ts'
import type { Db } from '../foundation/database.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { FileAnswer } from '../foundation/route.ts'
import type { Actor, World } from '../foundation/world.ts'
import { traitsOf } from '../networks/networks.ts'
import { may } from '../people/may.ts'
import { peopleBy } from '../posting/refs.queries.ts'
import { isRestricted } from './conversation.ts'
import { inboxRefusals as no } from './inbox.refusals.ts'
import type { subjectExports } from './subject-export.contract.ts'
import {
  conversationsOf,
  insertExport,
  messagesBy,
  type SubjectConversation,
  type SubjectMessage,
  subjectsCalled,
  timesExported,
} from './subject-export.store.ts'
import type { Category } from './triage/category.ts'

type Asked = { network: string; subject: string; reference: string; reason: string }

/** The same for the same person, and nothing that leads back to them without our secret. */
const hashOf = (world: World, forceId: string, network: string, id: string): string =>
  createHmac('sha256', world.config.secrets[0]).update(`subject ${forceId} ${network} ${id}`).digest('hex')

/**
 * Everything that one person said to us on one network, because that person asked. It is the only thing here that looks across
 * conversations, so it needs their own handle, is recorded in the chain, and stands in a list.
 */
export const exportSubject = (world: World, actor: Actor, input: Asked): Promise<Outcome<FileAnswer>> =>
  command(world, actor, async (c) => {
    const { forceId, personId } = actor
    if (personId === null || !may(actor, 'exportSubject')) return refuse(no.notInformationManager)
    if (!traitsOf(input.network)) return refuse(no.noSuchNetwork)
    const called = await subjectsCalled(c.tx, forceId, input.network, input.subject)
    if (called.length > 1) return refuse(no.severalSubjects)
    const subject = called[0] ?? input.subject
    const file = await fileOf(c, input, subject)
    const subjectHash = hashOf(world, forceId, input.network, subject)
    const before = await timesExported(c.tx, forceId, subjectHash)
    const { network, reference, reason } = input
    const messages = file.messages.length
    const id = await insertExport(c, personId, { network, subjectHash, reference, reason, messages })
    c.record('subject.exported', `subjectExport:${id}`, { network, messages })
    const text = JSON.stringify({ export: id, askedBefore: before, ...file }, null, 2)
    const name = `subject-access-${reference.replace(/[^\w-]+/g, '-')}.json`
    return ok({ bytes: new TextEncoder().encode(text), mediaType: 'application/json', name })
  })

const withheld = 'Held as intelligence. Its words are not handed out from here: ask who decides about intelligence.'

async function fileOf(c: Commanding, input: Asked, subject: string) {
  const { forceId } = c.actor
  const messages = await messagesBy(c.tx, forceId, input.network, subject)
  const conversations = await conversationsOf(c.tx, forceId, input.network, subject)
  return {
    reference: input.reference,
    network: input.network,
    person: { id: subject, handles: [...new Set(messages.map((m) => m.author_handle))] },
    at: c.now.toISOString(),
    messages: messages.map(messageOut),
    conversations: conversations.map(conversationOut),
  }
}

const restricted = (category: string) => isRestricted(category as Category)

const messageOut = (m: SubjectMessage) => ({
  id: m.id,
  conversation: m.conversation_id,
  kind: m.kind,
  saidAt: m.said_at.toISOString(),
  heardAt: m.heard_at.toISOString(),
  ...(restricted(m.category)
    ? { withheld }
    : {
        name: m.author_name,
        handle: m.author_handle,
        text: m.text,
        language: m.language,
        pictures: m.pictures,
        url: m.url,
        state: m.state,
        earlierWords: m.versions ?? [],
        moderation: m.moderation ?? [],
      }),
})

const conversationOut = ({ opened_at, ...c }: SubjectConversation) => ({
  id: c.id,
  openedAt: opened_at.toISOString(),
  stage: c.stage,
  ...(restricted(c.category)
    ? { withheld }
    : {
        category: c.category,
        began: c.opener,
        ourAnswers: c.answers ?? [],
        notes: c.notes ?? [],
        outcomes: c.outcomes ?? [],
      }),
})

/** The list of what was handed out, for those who may. */
export async function subjectExportsFor(
  db: Db,
  actor: Actor,
  { most }: { most: number },
): Promise<Outcome<z.input<typeof subjectExports.output>>> {
  const mayExport = may(actor, 'exportSubject')
  if (!mayExport && !may(actor, 'seeAudit')) return refuse(no.notInformationManager)
  const rows = await db
    .selectFrom('subject_export')
    .selectAll()
    .where('force_id', '=', actor.forceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  const person = await peopleBy(
    db,
    actor.forceId,
    rows.map((r) => r.by_id),
  )
  return ok({
    mayExport,
    exports: rows.map(({ id, network, reference, reason, by_id, at, messages }) => ({
      id,
      network,
      reference,
      reason,
      by: person(by_id),
      at: at.toISOString(),
      messages,
    })),
  })
}
