import { expect, test } from 'vitest'
import { verifyChain } from '../audit/audit.queries.ts'
import { approvePost, askApproval, decideFinding, refusePost, sendBackPost } from './approval.commands.ts'
import { correctPost, discardPost, reopenPost, saveDraft, startDraft, withdrawPost } from './post.commands.ts'
import { contentWith, openPosting, plainWords, type PostingBed, refused, value } from './posting.testbed.ts'
import { isSampled, lookAfterwards, publishAtOnce, publishEmergency } from './release.commands.ts'

const guilty = 'Two people arrested in Mill Lane after a break-in. Burglar caught red-handed.'
const named = 'We have arrested Darren Pell, 34, over the Mill Lane burglary. Call 101 and quote 0398.'
const nameKey = 'R01|words||darren pell, 34,'

const postOf = (bed: PostingBed, id: string) => bed.db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const deliveriesOf = (bed: PostingBed, id: string) => bed.db.selectFrom('delivery').selectAll().where('post_id', '=', id).execute()
const approve = (bed: PostingBed, name: Parameters<PostingBed['as']>[0], asked: { id: string; version: number; digest: string }) => approvePost(bed, bed.as(name), { ...asked, reason: '' })
const later = { kind: 'at' as const, wall: '2026-09-08T08:00', zone: 'Europe/London', which: 'earlier' as const }

/** As if the network had taken every piece of it. */
async function sendAll(bed: PostingBed, id: string): Promise<void> {
  for (const d of (await deliveriesOf(bed, id)).filter((one) => one.state !== 'withdrawn')) {
    await bed.db.updateTable('delivery').set({ state: 'sent', sent_at: bed.clock.now() }).where('id', '=', d.id).execute()
    await bed.db.updateTable('piece').set({ external_id: `x-${d.id}`, sent_at: bed.clock.now() }).where('delivery_id', '=', d.id).execute()
  }
}

test('two people who edit at once lose nothing: the later is refused and both texts come back', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  const first = contentWith({ pieces: ['What Leah wrote.'] })
  expect(value(await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: first }))).toMatchObject({ version: 1, edit: 1, stage: 'draft', approvalEnded: false })
  const second = await saveDraft(bed, bed.as('tom'), { id, edit: 0, content: contentWith({ pieces: ['What Tom wrote.'] }) })
  expect(second).toMatchObject({ ok: false, refusal: { id: 'changedByOther' }, facts: { edit: 1, theirs: { pieces: ['What Leah wrote.'] }, yours: { pieces: ['What Tom wrote.'] }, by: { id: 'leah' } } })
  expect((await postOf(bed, id)).words).toBe('What Leah wrote.')
  expect(value(await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: first }))).toMatchObject({ edit: 1 })
  const racing = await Promise.all(['leah', 'tom'].map((name) => saveDraft(bed, bed.as(name as 'leah' | 'tom'), { id, edit: 1, content: contentWith({ pieces: [`Again ${name}.`] }) })))
  expect(racing.map(refused).sort()).toEqual(['changedByOther', 'done'])
})

test('a draft is changed by those it belongs to, and by nobody once it ended', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  const content = contentWith()
  expect(refused(await saveDraft(bed, bed.as('theo'), { id, edit: 0, content }))).toBe('notYours')
  expect(refused(await discardPost(bed, bed.as('theo'), { id }))).toBe('notYours')
  expect(refused(await saveDraft(bed, bed.as('leah'), { id: 'none', edit: 0, content }))).toBe('noPost')
  expect(refused(await startDraft(bed, bed.actor, {}))).toBe('notAllowedHere')
  expect(value(await discardPost(bed, bed.as('leah'), { id })).stage).toBe('discarded')
  const after = [await saveDraft(bed, bed.as('leah'), { id, edit: 0, content: contentWith({ pieces: ['x'] }) }), await discardPost(bed, bed.as('leah'), { id }), await askApproval(bed, bed.as('leah'), { id, edit: 0 }), await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }), await publishEmergency(bed, bed.as('ffion'), { id, edit: 0, reason: 'x', overrides: {} })]
  expect(after.map(refused)).toEqual(['ended', 'ended', 'ended', 'ended', 'ended'])
})

test('asking freezes exactly this and keeps the check, also when nothing was found', async () => {
  await using bed = await openPosting()
  const { id, version, digest } = await bed.asked('tom')
  const frozen = await bed.db.selectFrom('post_version').selectAll().where('post_id', '=', id).executeTakeFirstOrThrow()
  expect(frozen).toMatchObject({ version, digest, by_id: 'tom', sheet: { targets: [{ accountId: 'westport', signature: { personId: 'tom', mark: 'PC TB' }, pieces: [{ text: `PC TB: ${plainWords}` }] }] } })
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  const check = await bed.db.selectFrom('check_result').selectAll().where('subject', '=', `post:${id}`).executeTakeFirstOrThrow()
  expect(check).toMatchObject({ digest, outcome: 'clear' })
  expect((check.result as { checkedRules: string[] }).checkedRules.length).toBeGreaterThan(40)
})

test('what cannot go out is not put before anybody', async () => {
  await using bed = await openPosting()
  const ask = async (name: 'leah' | 'tom' | 'rhys', changes: Parameters<typeof contentWith>[0]) => askApproval(bed, bed.as(name), { id: await bed.draft(name, changes), edit: 0 })
  const words = async (changes: Parameters<typeof contentWith>[0]) => {
    const outcome = await ask('leah', changes)
    return outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`
  }
  expect(await words({ targets: [] })).toBe('cannotGo: This cannot go out as it stands. Choose at least one account.')
  expect(await words({ pieces: [''] })).toContain('There are no words yet.')
  expect(await words({ pieces: ['x'.repeat(400)] })).toContain('too long for Practice, with your signature')
  expect(await words({ when: { ...later, wall: '2026-09-07T08:00' } })).toContain('is past. Choose a new time.')
  expect(await words({ when: { ...later, wall: '2026-02-30T08:00' } })).toContain('does not exist')
  expect(await words({ targets: ['chiefs'] })).toContain('PC Leah Corrigan does not contribute to Westshire Chiefs.')
  expect(await words({ speaksForId: 'theo' })).toContain('ACC Theo Ashdown does not contribute to Westport Police.')
  expect(refused(await ask('rhys', {}))).toBe('notYours')
  const id = await bed.draft('leah')
  expect(refused(await askApproval(bed, bed.as('leah'), { id, edit: 5 }))).toBe('changedByOther')
  expect(refused(await askApproval(bed, bed.as('theo'), { id, edit: 0 }))).toBe('notYours')
  expect(refused(await askApproval(bed, bed.as('leah'), { id: 'none', edit: 0 }))).toBe('noPost')
})

test('somebody else approves, once, and what was approved is what is queued', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'], when: later })
  expect(refused(await approve(bed, 'leah', asked))).toBe('ownPost')
  expect(refused(await approve(bed, 'tom', asked))).toBe('notAllowedHere')
  expect(refused(await approve(bed, 'ffion', { ...asked, version: 2 }))).toBe('changedSince')
  expect(refused(await approve(bed, 'ffion', { ...asked, digest: 'other' }))).toBe('changedSince')
  expect(refused(await approve(bed, 'ffion', { ...asked, id: 'none' }))).toBe('noPost')
  const both = await Promise.all([approve(bed, 'ffion', asked), approve(bed, 'nadia', asked)])
  expect(both.map(refused).sort()).toEqual(['done', 'notAsked'])
  const rows = await deliveriesOf(bed, asked.id)
  expect(rows.map((d) => [d.account_id, d.state, d.due_at.toISOString(), d.late_after.toISOString()]).sort()).toEqual([
    ['eastby', 'waiting', '2026-09-08T07:00:00.000Z', '2026-09-08T07:30:00.000Z'],
    ['westport', 'waiting', '2026-09-08T07:00:00.000Z', '2026-09-08T07:30:00.000Z'],
  ])
  const texts = await bed.db.selectFrom('piece').select('text').orderBy('text').execute()
  expect(texts.map((t) => t.text)).toEqual([`PC LC: ${plainWords}`, `${plainWords} ^LC`])
  expect(await postOf(bed, asked.id)).toMatchObject({ stage: 'released', path: 'approved', due_at: new Date('2026-09-08T07:00:00Z') })
  expect(await verifyChain(bed.db, bed.forceId)).toMatchObject({ whole: true })
})

test('a late approval never fires: everything is held and waits for a new time', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('tom', { when: later })
  bed.clock.set('2026-09-08T07:00:01Z')
  expect(value(await approve(bed, 'ffion', asked))).toEqual({ dueAt: '2026-09-08T07:00:00.000Z', late: true, held: 1, targets: 1 })
  expect(await deliveriesOf(bed, asked.id)).toMatchObject([{ state: 'held', words: expect.stringContaining('Choose a new time') }])
})

test('every kind of change voids what was asked', async () => {
  await using bed = await openPosting()
  const change = async (changes: Parameters<typeof contentWith>[0], from: Parameters<typeof contentWith>[0] = {}) => {
    const asked = await bed.asked('leah', { when: later, ...from })
    const saved = value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ when: later, ...from, ...changes }) }))
    expect(saved, JSON.stringify(changes)).toMatchObject({ stage: 'draft', version: 2, approvalEnded: true })
    expect(refused(await approve(bed, 'ffion', asked))).toBe('notAsked')
    const again = value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: saved.edit }))
    expect(again).toMatchObject({ version: 2 })
    expect(again.digest).not.toBe(asked.digest)
    expect(refused(await approve(bed, 'ffion', asked))).toBe('changedSince')
  }
  const picture = { sha256: 'a', media_type: 'image/jpeg', width: 1, height: 1, bytes: new Uint8Array(1), added_by: 'leah', added_at: bed.clock.now(), force_id: bed.forceId }
  await bed.db.insertInto('picture').values([{ ...picture, id: 'p1' }, { ...picture, id: 'p2', sha256: 'b' }]).execute()
  const pictures = [{ id: 'p1', alt: 'A quiet road', piece: 0 }]
  await change({ pieces: ['Other words.'] })
  await change({ targets: ['westport', 'eastby'] })
  await change({ when: { ...later, wall: '2026-09-08T08:01' } })
  await change({ when: { ...later, zone: 'Europe/Paris' } })
  await change({ when: { kind: 'now' } })
  await change({ language: 'cy' })
  await change({ variants: { westport: ['Only here.'] } })
  await change({ pictures: [{ id: 'p1', alt: 'A wet road', piece: 0 }] }, { pictures })
  await change({ pictures: [{ id: 'p2', alt: 'A quiet road', piece: 0 }] }, { pictures })
  await change({ pictures: [] }, { pictures })
  await change({ speaksForId: 'nadia' })
})

test('a change of what approval does not cover leaves the asking as it is', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah')
  const rationale = { purpose: 'a', lawful: 'b', necessary: 'c', proportionate: 'd' }
  expect(value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ rationale }) }))).toMatchObject({ stage: 'asked', version: 1, edit: 1 })
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ late: false })
})

test('what changed outside the post since it was frozen is refused by name', async () => {
  await using bed = await openPosting()
  const reason = async (asked: { id: string; version: number; digest: string }) => {
    const outcome = await approve(bed, 'ffion', asked)
    return outcome.ok ? 'done' : `${outcome.refusal.id}: ${outcome.refusal.words}`
  }
  const promoted = await bed.asked('tom')
  await bed.db.updateTable('signature').set({ mark: 'Sgt TB' }).where('person_id', '=', 'tom').execute()
  expect(await reason(promoted)).toContain('Signature on WestportPolice: was PC TB, is Sgt TB.')
  expect(value(await askApproval(bed, bed.as('tom'), { id: promoted.id, edit: 0 }))).toMatchObject({ version: 2 })
  const leaver = await bed.asked('leah')
  await bed.db.updateTable('contributor').set({ until_at: bed.clock.now() }).where('person_id', '=', 'leah').execute()
  expect(await reason(leaver)).toContain('changedSince: Since this was put before you something changed. PC Leah Corrigan does not contribute to Westport Police.')
  expect(await postOf(bed, leaver.id)).toMatchObject({ stage: 'asked' })
})

test('whoever changed it last does not approve it; the one whose name it carries does', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('tom')
  const saved = value(await saveDraft(bed, bed.as('nadia'), { id, edit: 0, content: contentWith({ pieces: [`${plainWords} Bring the children.`] }) }))
  const asked = { id, ...value(await askApproval(bed, bed.as('tom'), { id, edit: saved.edit })) }
  expect(refused(await approve(bed, 'nadia', asked))).toBe('ownPost')
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ held: 0 })

  const forTheo = await bed.asked('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(refused(await approve(bed, 'mina', forTheo))).toBe('ownPost')
  expect(refused(await approve(bed, 'ffion', forTheo))).toBe('notAllowedHere')
  expect(value(await approve(bed, 'theo', forTheo))).toMatchObject({ held: 0 })
  const [piece] = await bed.db.selectFrom('piece as p').innerJoin('delivery as d', 'd.id', 'p.delivery_id').select('p.text').where('d.post_id', '=', forTheo.id).execute()
  expect(piece?.text).toBe(`ACC TA: ${plainWords}`)
})

test('with standing consent somebody else approves for the officer, or the delegate releases what is clear', async () => {
  await using bed = await openPosting()
  await bed.db.insertInto('delegation').values({ force_id: bed.forceId, id: 'd', account_id: 'chiefs', by_person_id: 'theo', to_person_id: 'mina', from_at: new Date('2026-01-01'), until_at: new Date('2026-12-01') }).execute()
  const asked = await bed.asked('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(value(await approve(bed, 'ffion', asked))).toMatchObject({ held: 0 })
  const id = await bed.draft('mina', { targets: ['chiefs'], speaksForId: 'theo' })
  expect(value(await publishAtOnce(bed, bed.as('mina'), { id, edit: 0 }))).toMatchObject({ held: 0 })
})

test('what needs approval is approved by a role that the rule names', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [guilty] })
  const outcome = await approve(bed, 'ffion', asked)
  expect(outcome).toMatchObject({ ok: false, refusal: { id: 'notDecided' }, facts: { findings: [{ key: 'R03|words||burglar' }, { key: 'R03|words||caught red-handed' }] } })
  expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
})

test('what is blocked waits for a named role, with a reason, for exactly these words', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [named] })
  const decide = (name: 'leah' | 'ffion' | 'paula', changes: Record<string, unknown> = {}) => decideFinding(bed, bed.as(name), { ...asked, finding: nameKey, reason: 'He is a danger to others.', ...changes })
  expect(refused(await approve(bed, 'nadia', asked))).toBe('notDecided')
  expect(refused(await decide('leah'))).toBe('ownPost')
  expect(refused(await decide('ffion'))).toBe('notAllowedHere')
  expect(refused(await decide('paula', { finding: 'R99|words||x' }))).toBe('noFinding')
  expect(refused(await decide('paula', { version: 9 }))).toBe('changedSince')
  expect(refused(await decide('paula', { id: 'none' }))).toBe('noPost')
  expect(value(await decide('paula'))).toEqual({ role: 'sio' })
  expect(refused(await approve(bed, 'nadia', asked))).toBe('noRationale')
  const rationale = { purpose: 'Find him before he hurts somebody', lawful: 'Prevent crime', necessary: 'Other ways failed', proportionate: 'Name and age only' }
  const saved = value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ pieces: [named], rationale }) }))
  expect(saved).toMatchObject({ stage: 'asked', version: 1 })
  expect(value(await approve(bed, 'nadia', asked))).toMatchObject({ held: 0 })
  expect(refused(await decide('paula'))).toBe('notAsked')
  const decisions = await bed.db.selectFrom('decision').select(['kind', 'role', 'reason', 'digest', 'version']).orderBy('kind').execute()
  expect(decisions).toMatchObject([{ kind: 'approve' }, { kind: 'override', role: 'sio', reason: 'He is a danger to others.', digest: asked.digest, version: 1 }])
})

test('a decision and its rationale do not outlive the words they were about', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { pieces: [named] })
  const rationale = { purpose: 'p', lawful: 'l', necessary: 'n', proportionate: 'p' }
  value(await decideFinding(bed, bed.as('paula'), { ...asked, finding: nameKey, reason: 'Danger.', rationale }))
  const { edit } = await postOf(bed, asked.id)
  value(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit, content: contentWith({ pieces: [`${named} He is tall.`], rationale }) }))
  const again = { id: asked.id, ...value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: edit + 1 })) }
  expect(again.outcome).toBe('block')
  expect(refused(await approve(bed, 'nadia', again))).toBe('notDecided')
})

test('sent back it can be asked again; refused it ends; both with a reason', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah')
  const back = (name: 'leah' | 'tom' | 'ffion', changes: Record<string, unknown> = {}) => sendBackPost(bed, bed.as(name), { ...asked, reason: 'Say which library.', ...changes })
  expect([refused(await back('leah')), refused(await back('tom')), refused(await back('ffion', { version: 4 })), refused(await back('ffion', { id: 'none' }))]).toEqual(['ownPost', 'notAllowedHere', 'changedSince', 'noPost'])
  expect(value(await back('ffion')).stage).toBe('sentBack')
  expect(refused(await back('ffion'))).toBe('notAsked')
  const again = value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 }))
  expect(again).toMatchObject({ version: 1, digest: asked.digest })
  expect(value(await refusePost(bed, bed.as('ffion'), { ...asked, reason: 'Not ours to say.' })).stage).toBe('discarded')
  expect(refused(await refusePost(bed, bed.as('ffion'), { ...asked, reason: 'Again.' }))).toBe('notAsked')
})

test('low risk goes without waiting, and a share of it is looked at within a day', async () => {
  await using bed = await openPosting()
  const at = async (name: 'leah' | 'tom' | 'nadia', changes = {}, by: 'leah' | 'tom' | 'nadia' = name) => publishAtOnce(bed, bed.as(by), { id: await bed.draft(name, changes), edit: 0 })
  expect(refused(await at('tom'))).toBe('notLowRisk')
  expect(refused(await at('leah', { pieces: [guilty] }))).toBe('notLowRisk')
  expect(refused(await at('leah', {}, 'tom'))).toBe('notLowRisk')
  expect(refused(await at('leah', { pieces: ['x '.repeat(300)] }))).toBe('notLowRisk')
  expect(refused(await at('leah', { targets: [] }))).toBe('notLowRisk')
  expect(refused(await at('leah', { when: { ...later, wall: '2026-09-07T09:00' } }))).toBe('cannotGo')
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id: await bed.draft('leah'), edit: 7 }))).toBe('changedByOther')
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id: 'none', edit: 0 }))).toBe('noPost')
  const id = await bed.draft('leah', { when: later })
  expect(value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).toEqual({ dueAt: '2026-09-08T07:00:00.000Z', held: 0, afterlook: true })
  expect(refused(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))).toBe('released')
  expect(await bed.db.selectFrom('afterlook').selectAll().execute()).toMatchObject([{ post_id: id, why: 'lowRisk', due_at: new Date('2026-09-09T07:00:00Z') }])
  expect(await bed.db.selectFrom('check_result').select('outcome').where('subject', '=', `post:${id}`).execute()).toEqual([{ outcome: 'clear' }])
  await bed.db.updateTable('force').set({ settings: JSON.stringify({ lowRiskAtOnce: false }) }).execute()
  expect(refused(await at('leah'))).toBe('notLowRisk')
})

test('the sample is a share, and nobody chooses it', () => {
  const ids = Array.from({ length: 4000 }, (_, n) => `post${n}`)
  const share = (wanted: number) => ids.filter((id) => isSampled(id, wanted)).length / ids.length
  expect(share(0)).toBe(0)
  expect(share(1)).toBe(1)
  expect(Math.abs(share(0.2) - 0.2)).toBeLessThan(0.03)
})

test('a threat to life goes out now past approval, never past a block without its decision, and is looked at within four hours', async () => {
  await using bed = await openPosting()
  const emergency = (name: 'ffion' | 'tom' | 'gwen', id: string, overrides = {}, edit = 0) => publishEmergency(bed, bed.as(name), { id, edit, reason: 'A man with a knife is near a school.', overrides })
  const id = await bed.draft('ffion', { pieces: [guilty], when: later })
  expect(refused(await emergency('tom', id))).toBe('notAllowedHere')
  expect(refused(await emergency('ffion', 'none'))).toBe('noPost')
  expect(refused(await emergency('ffion', id, {}, 3))).toBe('changedByOther')
  expect(refused(await emergency('ffion', await bed.draft('ffion', { pieces: [''] })))).toBe('cannotGo')
  expect(value(await emergency('ffion', id))).toEqual({ dueAt: bed.clock.now().toISOString(), held: 0, lookBy: '2026-09-07T13:00:00.000Z' })
  expect(await postOf(bed, id)).toMatchObject({ stage: 'released', path: 'emergency', content: { when: { kind: 'now' } } })
  expect(refused(await emergency('ffion', id, {}, 1))).toBe('released')

  const blocked = await bed.draft('ffion', { pieces: [named] })
  expect(refused(await emergency('ffion', blocked))).toBe('notDecided')
  expect(refused(await emergency('ffion', blocked, { [nameKey]: 'I say so.' }))).toBe('notDecided')
  expect(value(await emergency('gwen', blocked, { [nameKey]: 'He threatened to kill.' }))).toMatchObject({ held: 0 })

  const asked = await bed.asked('ffion', { pieces: [named], when: later })
  value(await decideFinding(bed, bed.as('paula'), { ...asked, finding: nameKey, reason: 'Danger.' }))
  expect(value(await emergency('ffion', asked.id))).toMatchObject({ held: 0 })
})

test('the look afterwards is somebody else’s, and may take it down', async () => {
  await using bed = await openPosting()
  const id = await bed.draft('leah')
  value(await publishAtOnce(bed, bed.as('leah'), { id, edit: 0 }))
  const look = (name: 'leah' | 'tom' | 'nadia', changes: Record<string, unknown> = {}) => lookAfterwards(bed, bed.as(name), { id, verdict: 'withdraw', words: 'The hall is closed that day.', ...changes })
  expect([refused(await look('leah')), refused(await look('tom')), refused(await look('nadia', { words: ' ' })), refused(await look('nadia', { id: 'none' }))]).toEqual(['ownPost', 'notAllowedHere', 'cannotGo', 'noPost'])
  await bed.db.updateTable('delivery').set({ state: 'sending' }).where('post_id', '=', id).execute()
  expect(refused(await look('nadia'))).toBe('beingSent')
  await sendAll(bed, id)
  expect(value(await look('nadia'))).toEqual({ removing: 1, frozen: 0 })
  expect(refused(await look('nadia'))).toBe('noAfterlook')
  expect(await deliveriesOf(bed, id)).toMatchObject([{ state: 'sent', removal: 'asked' }])
  expect(await bed.db.selectFrom('decision').select('kind').where('post_id', '=', id).orderBy('at').orderBy('id').execute()).toHaveLength(3)
})

test('what has not left is taken back: its approval ends and the next asking is a new version', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { when: later })
  expect(refused(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toBe('notReleased')
  value(await approve(bed, 'ffion', asked))
  expect(refused(await saveDraft(bed, bed.as('leah'), { id: asked.id, edit: 0, content: contentWith({ pieces: ['x'] }) }))).toBe('released')
  expect(refused(await discardPost(bed, bed.as('leah'), { id: asked.id }))).toBe('released')
  expect(refused(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 }))).toBe('released')
  expect(refused(await reopenPost(bed, bed.as('theo'), { id: 'none' }))).toBe('noPost')
  expect(refused(await reopenPost(bed, bed.as('rhys'), { id: asked.id }))).toBe('notYours')
  expect(value(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toEqual({ version: 2, edit: 0, voided: 1 })
  expect(await deliveriesOf(bed, asked.id)).toMatchObject([{ state: 'withdrawn' }])
  expect(refused(await approve(bed, 'ffion', asked))).toBe('notAsked')
  const again = { id: asked.id, ...value(await askApproval(bed, bed.as('leah'), { id: asked.id, edit: 0 })) }
  value(await approve(bed, 'ffion', again))
  await sendAll(bed, asked.id)
  expect(refused(await reopenPost(bed, bed.as('leah'), { id: asked.id }))).toBe('leftAlready')
})

test('a correction stands beside the first and goes through approval as any', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'] })
  value(await approve(bed, 'ffion', asked))
  const correct = (name: 'leah' | 'tom', id = asked.id) => correctPost(bed, bed.as(name), { id, reason: 'The day was wrong.', pieces: ['Correction: we come on Friday 11 September.'] })
  expect(refused(await correct('leah'))).toBe('notSent')
  await sendAll(bed, asked.id)
  expect(refused(await correct('tom'))).toBe('notYours')
  expect(refused(await correct('leah', 'none'))).toBe('noPost')
  const { id } = value(await correct('leah'))
  expect(await postOf(bed, id)).toMatchObject({ stage: 'draft', corrects_post_id: asked.id, corrects_reason: 'The day was wrong.', content: { targets: ['westport', 'eastby'] } })
  const again = { id, ...value(await askApproval(bed, bed.as('leah'), { id, edit: 0 })) }
  expect(value(await approve(bed, 'ffion', again))).toMatchObject({ targets: 2 })
})

test('withdrawing says what waits no more, what is being removed, and what is frozen', async () => {
  await using bed = await openPosting()
  const asked = await bed.asked('leah', { targets: ['westport', 'eastby'], when: later })
  const withdraw = (name: 'leah' | 'tom', id = asked.id) => withdrawPost(bed, bed.as(name), { id, reason: 'The event is off.' })
  expect(refused(await withdraw('leah'))).toBe('notReleased')
  expect(refused(await withdraw('leah', 'none'))).toBe('noPost')
  value(await approve(bed, 'ffion', asked))
  expect(refused(await withdraw('tom'))).toBe('notYours')
  await bed.db.updateTable('delivery').set({ state: 'sending' }).where('post_id', '=', asked.id).execute()
  expect(refused(await withdraw('leah'))).toBe('beingSent')
  await bed.db.updateTable('delivery').set({ state: 'waiting' }).where('account_id', '=', 'eastby').execute()
  expect(value(await withdraw('leah'))).toEqual({ withdrawn: 1, removing: 0, frozen: 1 })
  await sendAll(bed, asked.id)
  expect((await bed.db.selectFrom('post').select('words').where('id', '=', asked.id).executeTakeFirstOrThrow()).words).toBe(plainWords)
})
