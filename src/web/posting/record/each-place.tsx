import { useState } from 'react'
import { publishingHealth } from '../../../posting/delivery/delivery.contract.ts'
import { useRead } from '../../call.ts'
import { MarkOf } from '../../networks/mark-of.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Section } from '../../parts/section.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { clock } from '../../say.ts'
import { lately } from '../moment.ts'
import { DoubtCard } from '../settle.tsx'
import { Receipts } from './receipts.tsx'
import css from './record.module.css'
import { type Delivery, markOf, recordWords, stateOf, type Whole } from './record-words.ts'

const w = recordWords.places

const toneOf = (d: Delivery): 'now' | 'warn' | 'risk' | undefined => {
  if (d.state === 'needs-person' || d.state === 'refused') return 'risk'
  if (d.state === 'held') return 'warn'
  const running = d.state === 'checking' || d.state === 'sending' || (d.removal !== null && d.removal !== 'gone')
  return running ? 'now' : undefined
}

const Happened = ({ d, zone }: { d: Delivery; zone: string }) => (
  <>
    {d.sentAt === null && d.words === '' && w.notYet}
    {d.sentAt && w.sent(lately(d.sentAt, zone, new Date()))} {d.words}{' '}
    {d.state === 'checking' && w.next(clock(d.nextAt, zone))}
  </>
)

/** What a person has to look at, with the ways to say what they saw. */
const Doubts = ({ post, zone }: { post: Whole; zone: string }) => {
  const health = useRead(publishingHealth, {}, { topic: 'delivery', also: ['post', 'alarm'] })
  const mine = health.data?.needsPerson.filter((d) => d.postId === post.id) ?? []
  return mine.map((d, i) => (
    <DoubtCard key={d.id} delivery={d} zone={zone} may={health.data?.maySettle ?? false} first={i === 0} />
  ))
}

/** Each place a row: where it stands, what happened, and the receipts. */
export const EachPlace = ({ post, zone }: { post: Whole; zone: string }) => {
  const [open, setOpen] = useState<string | null>(null)
  const shown = post.deliveries.find((d) => d.id === open)
  return (
    <Section heading={w.heading} note={w.note} state={post.deliveries.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
      {post.deliveries.some((d) => d.state === 'needs-person') && <Doubts post={post} zone={zone} />}
      <DataTable
        caption={w.caption}
        rows={post.deliveries}
        keyOf={(d) => d.id}
        toneOf={toneOf}
        middle
        columns={[
          {
            id: 'account',
            head: w.account,
            names: true,
            cell: (d) => (
              <span className="row">
                <MarkOf network={d.account.network} />
                <b className={`mono ${css.handle}`}>{d.account.handle}</b>
              </span>
            ),
          },
          {
            id: 'state',
            head: w.state,
            cell: (d) => (
              <StateMark state={markOf(d)}>
                {stateOf(d)} {clock(d.since, zone)}
              </StateMark>
            ),
          },
          {
            id: 'due',
            head: w.due,
            cell: (d) => <span className="one-line">{lately(d.dueAt, zone, new Date())}</span>,
          },
          { id: 'said', head: w.said, cell: (d) => <Happened d={d} zone={zone} /> },
          {
            id: 'proof',
            head: w.proof,
            cell: (d) => (
              <button
                type="button"
                className="as-link"
                onClick={() => setOpen(d.id)}
                aria-label={`${w.receipts}, ${d.account.handle}`}
              >
                {w.receipts}
              </button>
            ),
          },
        ]}
      />
      {shown && <Receipts delivery={shown} zone={zone} onClose={() => setOpen(null)} />}
    </Section>
  )
}
