import { Navigate } from '@tanstack/react-router'
import { traitsOf } from '../../networks/networks.ts'
import { spanWords } from '../../posting/schedule.ts'
import { today as endpoint } from '../../posting/today/today.contract.ts'
import { useRead } from '../call.ts'
import { useInspects } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import type { NowItem } from '../parts/now-list.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { AskedOfMe, DecidedForMe } from '../review/decided-for-me.tsx'
import { ReviewsWaiting } from '../review/waiting.tsx'
import { clock, sentence } from '../say.ts'
import css from './today.module.css'
import { AtDesk, AtRisk, type DeskRead, useDeskCounts } from './today-desk.tsx'
import { Plan } from './today-plan.tsx'
import { Approvals, Health, NoCover } from './today-side.tsx'
import {
  besideDesk,
  type Need,
  needKinds,
  type Today,
  todayHeading,
  todayLede,
  todayWords as w,
} from './today-words.ts'

const topics = ['post', 'delivery', 'hold', 'alarm', 'account'] as const

const whereTo = (need: Need): Omit<NonNullable<NowItem['act']>, 'words'> => {
  if (need.alarm === 'cannotTell') return { to: '/duty' }
  if (need.kind === 'needsPerson' || need.kind === 'alarm' || need.postId === null) {
    const card = need.deliveryId ?? need.alarmId
    return { to: '/health', ...(card ? { hash: card } : {}) }
  }
  const params = { id: need.postId }
  if (need.kind === 'approval' || need.kind === 'overdueApproval') return { to: '/approvals/$id', params }
  return { to: need.kind === 'sentBack' ? '/write/$id' : '/posts/$id', params }
}

const clockWords = (need: Need): string => {
  const { clock: counts } = needKinds[need.kind]
  const words: Readonly<Record<string, string>> = counts === 'since' || need.minutes < 0 ? w.since : w.left
  return words[need.kind] ?? w.late(counts === 'since' || need.minutes < 0)
}

const itemOf = (need: Need): NowItem => {
  const kind = needKinds[need.kind]
  const network = need.account ? traitsOf(need.account.network) : null
  // About no post and no account: its words are all there is to say.
  const bare = need.postId === null && need.account === null
  return {
    id: need.key,
    kind: { shape: kind.shape, words: kind.words },
    heading: bare ? sentence(need.words) : need.title,
    place: (
      <>
        {need.account && network && (
          <>
            <NetworkMark mark={network.mark} name={network.name} nameHidden /> {need.account.name}.{' '}
          </>
        )}
        {!bare && need.words}
      </>
    ),
    clock: { figure: spanWords(Math.abs(need.minutes)), words: clockWords(need) },
    act: { words: need.alarm === 'cannotTell' ? w.toDuty : kind.act, ...whereTo(need) },
  }
}

/** On a phone: counts that lead to what is further down. */
const Counts = ({ today: { approvals, noCover, next24, health } }: { today: Today }) => {
  const rows = [
    { to: '#cover', n: noCover.accounts.length, words: w.phone.cover },
    { to: '#approvals', n: approvals.length, words: w.phone.approvals },
    { to: '#plan', n: next24.items.length, words: w.phone.plan },
    { to: '#health', n: health.checking + health.held, words: w.phone.health },
  ]
  return (
    <nav className={css.counts} aria-label={w.phone.label}>
      {rows.map(({ to, n, words }) => (
        <a key={to} href={to}>
          <b>{n}</b>
          <span>{words(n)}</span>
          <Icon name="next" size={20} />
        </a>
      ))}
    </nav>
  )
}

const Page = ({ today, desk }: { today: Today; desk: DeskRead }) => (
  <>
    <PageAnswer
      answer={todayHeading(today, (at) => clock(at, today.zone), desk.counts?.inDanger)}
      lede={todayLede(today)}
    />
    <div className="two-columns">
      <div>
        <AtRisk desk={desk} rest={today.needs.map(itemOf)} now={new Date(today.now)} />
        <AtDesk desk={desk} />
        <AskedOfMe />
        <Counts today={today} />
        <NoCover today={today} />
        <Plan today={today} />
      </div>
      <div>
        <Approvals today={today} />
        <ReviewsWaiting />
        <DecidedForMe />
        <Health today={today} />
      </div>
    </div>
  </>
)

/** What must be done first. */
export const TodayPage = () => {
  const read = useRead(endpoint, {}, { also: topics, everyMs: 30_000 })
  const desk = useDeskCounts()
  if (useInspects()) return <Navigate to="/measures/variation" replace />
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(today) => <Page today={desk.counts ? besideDesk(today) : today} desk={desk} />}
    </Answered>
  )
}
