import { Link, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { planEndpoints } from '../../review/plan/plan.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { PrintButton } from '../parts/button.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { useGradually } from '../register/gradually.ts'
import { day, dayAndClock } from '../say.ts'
import { planWords } from './plan-words.ts'

const w = planWords.behind
type Talk = z.output<typeof planEndpoints.talk.output>

const Rows = ({ talk }: { talk: Talk }) => {
  const zone = useZone()
  const now = new Date()
  return (
    <DataTable
      caption={w.caption}
      rows={useGradually(talk.conversations)}
      keyOf={(c) => c.id}
      columns={[
        {
          id: 'at',
          head: w.head.at,
          names: true,
          cell: (c) =>
            talk.mayRead ? (
              <Link to="/desk/$id" params={{ id: c.id }}>
                {dayAndClock(c.at, zone, now)}
              </Link>
            ) : (
              dayAndClock(c.at, zone, now)
            ),
        },
        { id: 'state', head: w.head.state, cell: (c) => (c.open ? w.open : w.closed) },
      ]}
    />
  )
}

/** What a plan counts as public conversations of one account, one by one. */
export const TalkPage = () => {
  const { id } = useParams({ from: '/staff/reviews/plans/talk/$id' })
  const zone = useZone()
  const read = useRead(planEndpoints.talk, { accountId: id }, { also: ['conversation', 'measures'] })
  const path = (
    <>
      <Link to="/reviews">{planWords.reviews}</Link> / <Link to="/reviews/plans">{planWords.path}</Link>
    </>
  )
  return (
    <Answered read={read} heading={{ reading: planWords.reading, failed: planWords.failed }} path={path}>
      {(talk) => (
        <>
          <PageAnswer
            dense
            path={path}
            answer={w.heading(talk.conversations.length, talk.name)}
            lede={w.lede(day(talk.from, zone), day(new Date(Date.parse(talk.until) - 1), zone))}
            acts={<PrintButton />}
          />
          <Rows talk={talk} />
        </>
      )}
    </Answered>
  )
}
