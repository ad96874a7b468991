import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailServer } from '../../foundation/config.ts'
import { newId } from '../../foundation/identity.ts'
import type { Actor } from '../../foundation/world.ts'
import { openRegisterBed, type RegisterBed } from '../../register/register.testbed.ts'

/** One e-mail as it arrived. */
export type Arrived = { to: string[]; raw: string; text: string; subject: string; tls: boolean; user: string | null }

type MailTraits = { user?: string; password?: string; tls?: boolean; refuse?: () => number | null }

/** A real mail server on this machine that keeps what arrives. `refuse`: an SMTP code to answer a recipient with. */
export async function openMailbox(traits: MailTraits = {}) {
  const mails: Arrived[] = []
  const server = new SMTPServer({
    authOptional: !traits.user,
    hideSTARTTLS: !traits.tls,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === traits.user && password === traits.password
        ? done(null, { user: username })
        : done(new Error('Wrong name or password')),
    onRcptTo: (_address, _session, done) => {
      const code = traits.refuse?.() ?? null
      done(code === null ? null : Object.assign(new Error('Not here'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        const to = session.envelope.rcptTo.map((r) => r.address)
        mails.push({ to, raw, tls: session.secure, user: session.user ?? null, ...read(raw) })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.server.address() as AddressInfo
  const config: MailServer = {
    host: '127.0.0.1',
    port,
    secure: false,
    user: traits.user ?? null,
    password: traits.password ?? null,
    from: 'counter@westshire.example',
  }
  return {
    mails,
    config,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

/** The words of a quoted-printable message. */
function read(raw: string): { text: string; subject: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const quoted = body.join('\n').replace(/=\r?\n/g, '')
  const bytes = quoted.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return {
    text: Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n'),
    subject: /^Subject: (.*(?:\r\n\s.*)*)/m.exec(head)?.[1]?.replace(/\r\n\s/g, ' ') ?? '',
  }
}

/** One push message as a browser would have it: decrypted, with who signed for it. */
export type Pushed = { data: unknown; ttl: string; urgency: string; signer: string; claims: Record<string, unknown> }

/** A browser's subscription at a push service that is played on this machine; it checks the signature and decrypts what comes. */
export async function openPushService(options: { tls?: { key: string; cert: string } } = {}) {
  const pushed: Pushed[] = []
  const browser = createECDH('prime256v1')
  const point = browser.generateKeys()
  const auth = randomBytes(16)
  let answer: { status: number; headers?: Record<string, string> } = { status: 201 }
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const { status, headers } = answer
    if (status === 201) pushed.push(opened(request, Buffer.concat(parts), browser, point, auth))
    response.writeHead(status, headers).end()
  }
  const answering = (request: IncomingMessage, response: ServerResponse) =>
    void handle(request, response).catch((error) => response.writeHead(400).end(String(error)))
  const server = options.tls ? createHttps(options.tls, answering) : createHttp(answering)
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as AddressInfo
  const origin = options.tls ? `https://localhost:${port}` : 'https://push.test'
  return {
    pushed,
    subscription: {
      endpoint: `${origin}/browser/1`,
      keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
    },
    /** Asks this service where the address says `push.test`. */
    fetch: ((input: string, init?: RequestInit) =>
      fetch(input.replace('https://push.test', `http://127.0.0.1:${port}`), init)) as typeof fetch,
    answers: (status: number, headers?: Record<string, string>) => {
      answer = headers ? { status, headers } : { status }
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

/** RFC 8292 and RFC 8291, from the other side; throws when anything is not as they say. */
function opened(
  request: IncomingMessage,
  body: Buffer,
  browser: ReturnType<typeof createECDH>,
  point: Buffer,
  auth: Buffer,
): Pushed {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(\S+)$/.exec(request.headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const signer = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: signer.subarray(1, 33).toString('base64url'),
    y: signer.subarray(33).toString('base64url'),
  }
  const publicKey = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url')))
    throw new Error('The signature is not of this key.')
  if (request.headers['content-encoding'] !== 'aes128gcm') throw new Error('It is not encrypted as RFC 8188 says.')
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + (body[20] ?? 0))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, sender])
  const secret = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32))
  const derived = (label: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${label}\0`), bytes))
  const sealed = body.subarray(21 + sender.length)
  const cipher = createDecipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12))
  cipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  return {
    data: JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')),
    ttl: String(request.headers.ttl),
    urgency: String(request.headers.urgency),
    signer: key,
    claims: JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')),
  }
}

export type DutyBed = Awaited<ReturnType<typeof openDutyBed>>

/** A force with an officer on call, one at the desk, a head of communications, a mailbox and a push service. */
export async function openDutyBed(mail: MailTraits = {}) {
  const mailbox = await openMailbox(mail)
  const service = await openPushService()
  const bed: RegisterBed = await openRegisterBed({
    config: { mail: mailbox.config, publicUrl: 'https://counter.westshire.example' },
  })
  const actor = async (
    name: string,
    initials: string,
    roles: readonly string[],
  ): Promise<Actor & { personId: string }> => ({
    forceId: bed.forceId,
    personId: await bed.person(name, 'PC', initials, roles),
    roles,
  })
  const rhys = await actor('Rhys Bevan', 'RB', ['deskAgent'])
  const asha = await actor('Asha Rao', 'AR', ['deskAgent'])
  const account = await bed.account()
  const end = bed[Symbol.asyncDispose].bind(bed)
  return Object.assign(bed, {
    fetch: service.fetch,
    mailbox,
    service,
    rhys,
    asha,
    account,
    /** Somebody wrote; `rank` 0 may be in danger. */
    conversation: (set: Partial<{ rank: number; due_at: Date; opened_at: Date; waiting_since: Date | null }> = {}) =>
      insertConversation(bed, account, set),
    async alarms(): Promise<string[]> {
      const rows = await bed.db
        .selectFrom('alarm')
        .select('kind')
        .where('settled_at', 'is', null)
        .orderBy('kind')
        .execute()
      return rows.map((r) => r.kind)
    },
    async [Symbol.asyncDispose]() {
      await end()
      await mailbox.close()
      await service.close()
    },
  })
}

async function insertConversation(
  bed: RegisterBed,
  account: string,
  set: Partial<{ rank: number; due_at: Date; opened_at: Date; waiting_since: Date | null }>,
): Promise<string> {
  const id = newId(bed.clock.now())
  const at = bed.clock.now()
  await bed.db
    .insertInto('conversation')
    .values({
      force_id: bed.forceId,
      id,
      account_id: account,
      network: 'somewhere',
      kind: 'public',
      thread: id,
      author_external_id: 'them',
      author_handle: '@somebody',
      author_name: 'Somebody',
      opening: secretWords,
      language: 'en',
      stage: 'open',
      stage_since: at,
      category: 'question',
      rank: 5,
      due_at: new Date(at.getTime() + 15 * 60_000),
      opened_at: at,
      last_said_at: at,
      last_from: 'public',
      waiting_since: at,
      ...set,
    })
    .execute()
  return id
}

/** What somebody wrote to us, which must never leave in an alarm. */
export const secretWords = 'He is outside my door with a crowbar'
