import { Link } from '@tanstack/react-router'
import { MarkOf } from '../networks/mark-of.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { clock, day, dayAndClock, sentence } from '../say.ts'
import css from './health.module.css'
import { atWork, type HealthRead, senderSeconds, healthWords as w } from './health-words.ts'

type Part = { read: HealthRead; zone: string }
type Network = HealthRead['networks'][number]
const soon = 7 * 86_400_000

const NetworkNow = ({ n }: { n: Network }) => {
  if (n.accounts === 0) return <StateMark state="draft">{w.networks.notUsed}</StateMark>
  if (n.unknown > 0) return <StateMark state="needsPerson">{w.networks.unknown(n.unknown)}</StateMark>
  if (n.keysEnded > 0) return <StateMark state="refused">{w.networks.keysEnded(n.keysEnded)}</StateMark>
  if (n.refused > 0) return <SeverityMark severity="approval">{w.networks.refused(n.refused)}</SeverityMark>
  if (n.lastHeardAt === null) return <StateMark state="draft">{w.networks.notTried}</StateMark>
  return <StateMark state="live">{w.networks.working}</StateMark>
}

const KeysEnd = ({ at, zone }: { at: string | null; zone: string }) => {
  if (at === null) return w.networks.noEnd
  const now = new Date()
  if (new Date(at).getTime() - now.getTime() < soon)
    return <SeverityMark severity="approval">{dayAndClock(at, zone, now)}</SeverityMark>
  return day(at, zone, now)
}

export const ByNetwork = ({ read, zone }: Part) => (
  <Section
    heading={w.networks.heading}
    more={
      <Link to="/register" search={{ show: 'keys' }}>
        {w.networks.renew}
      </Link>
    }
  >
    <DataTable
      caption={w.networks.caption}
      middle
      rows={read.networks}
      keyOf={(n) => n.network}
      columns={[
        {
          id: 'network',
          head: w.networks.network,
          names: true,
          cell: (n) => <NetworkMark mark={n.mark} name={n.name} />,
        },
        { id: 'now', head: w.networks.now, cell: (n) => <NetworkNow n={n} /> },
        {
          id: 'onTime',
          head: w.networks.onTime,
          cell: (n) => (n.sent === 0 ? w.networks.noneDue : w.networks.of(n.onTime, n.sent)),
        },
        {
          id: 'heard',
          head: w.networks.heard,
          later: true,
          cell: (n) => (n.lastHeardAt ? dayAndClock(n.lastHeardAt, zone, new Date()) : w.networks.never),
        },
        { id: 'keys', head: w.networks.keys, cell: (n) => <KeysEnd at={n.keysEndAt} zone={zone} /> },
        { id: 'due', head: w.networks.due, number: true, cell: (n) => n.due },
      ]}
    />
  </Section>
)

export const Checking = ({ read, zone }: Part) => (
  <Section
    heading={w.checking.heading}
    more={read.checking.length > 0 && String(read.checking.length)}
    state={read.checking.length === 0 ? 'empty' : 'loaded'}
    empty={w.checking.none}
  >
    <Ledger
      rows={read.checking.map((d) => ({
        id: d.id,
        time: d.sentAt ? clock(d.sentAt, zone) : '–',
        ...(d.sentAt ? { day: day(d.sentAt, zone) } : {}),
        body: (
          <>
            <p>{d.words}</p>
            <p className="small second">
              <MarkOf network={d.network} /> {d.account}. {sentence(d.why)}{' '}
              <Link to="/posts/$id" params={{ id: d.postId }}>
                {w.record}
              </Link>
            </p>
          </>
        ),
        side: w.checking.looks(d.looks.length),
      }))}
    />
  </Section>
)

const Watch = ({ read, zone }: Part) => {
  const seconds = senderSeconds(read)
  return (
    <Section heading={w.watch.heading}>
      {seconds === null ? (
        <>
          <StateMark state="needsPerson">{w.watch.none}</StateMark>
          <p className="small second">{w.watch.noneMore}</p>
        </>
      ) : (
        <>
          <p className={css.figure}>
            <b>{seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`}</b> {w.watch.ago}
          </p>
          <p className="small second">{w.watch.explain}</p>
        </>
      )}
      <ul className="small second">
        {atWork(read.workers).map((worker) => (
          <li key={worker.process}>
            {w.watch.worker(worker.process)}, {w.watch.since(dayAndClock(worker.startedAt, zone, new Date()))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** On time in 7 days, sent twice ever, and whether the sender lives. */
export const Figures = ({ read, zone }: Part) => (
  <div className={css.three}>
    <Section heading={w.week.heading}>
      {read.week.sent === 0 ? (
        <p className="small second">{w.week.none}</p>
      ) : (
        <p className={css.figure}>
          <b>{read.week.onTime.toLocaleString('en-GB')}</b> {w.week.of(read.week.sent)}
        </p>
      )}
      <p className="small second">{w.week.rest(read.week.unknown, read.week.held)}</p>
    </Section>
    <Section heading={w.ever.heading}>
      <p className={css.figure}>
        <b>{read.ever.twice}</b> {w.ever.of(read.ever.sent)}
      </p>
      <p className="small second">{w.ever.since(read.ever.since ? day(read.ever.since, zone, new Date()) : null)}</p>
    </Section>
    <Watch read={read} zone={zone} />
  </div>
)
