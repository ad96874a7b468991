import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { MailServer } from '../../foundation/config.ts'
import type { Words } from './alarm.ts'
import type { TellingEnding } from './push.client.ts'

const patience = 15_000
const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host)

/** TLS when the server offers it; insisted on where a password is sent. On this machine itself its certificate is not looked at. */
const transportOf = (server: MailServer) =>
  createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && server.password !== null && !isHere(server.host),
    tls: { rejectUnauthorized: !isHere(server.host) },
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** Hands one e-mail to the server. `key` stays the same on every try, so that a mailbox may see that it is the same message. */
export async function sendMail(
  server: MailServer,
  to: string,
  words: Words & { force: string; key: string },
): Promise<TellingEnding> {
  const transport = transportOf(server)
  try {
    await transport.sendMail({
      from: { name: 'Front Counter', address: server.from },
      to: { name: '', address: to },
      subject: `${words.urgent ? 'Alarm: ' : ''}${words.title}`,
      text: textOf(words),
      messageId: `<${words.key}@front-counter.${server.from.split('@')[1] ?? 'invalid'}>`,
      priority: words.urgent ? 'high' : 'normal',
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      textEncoding: 'quoted-printable',
    })
    return { kind: 'told' }
  } catch (error) {
    return endingOf(error)
  } finally {
    transport.close()
  }
}

const textOf = (words: Words & { force: string }): string =>
  [
    `${words.title}.`,
    words.text,
    '',
    'Open this page to see what it is. You have to be signed in:',
    words.address,
    '',
    `${words.force}. Words of the public are never in an e-mail from us.`,
    '',
  ].join('\n')

const trouble = z
  .object({ responseCode: z.number().nullable().catch(null), code: z.string().catch('no reason given') })
  .catch({ responseCode: null, code: 'no reason given' })

/** A 5xx answer is for good; everything else may pass. The server's own words may repeat the address, so only its number is kept. */
function endingOf(error: unknown): TellingEnding {
  const { responseCode, code } = trouble.parse(error)
  if (code === 'EAUTH')
    return { kind: 'later', words: 'The mail server does not accept our name and password.', waitMs: null }
  if (responseCode !== null && responseCode >= 500)
    return { kind: 'failed', words: `The mail server refused it (${responseCode}).` }
  return { kind: 'later', words: `The mail server did not take it (${responseCode ?? code}).`, waitMs: null }
}
