import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { audience, readFollowers } from '../../archive/audience/audience.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { DataTable } from '../parts/data-table.tsx'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock, sentence, shortDay } from '../say.ts'
import { archiveWords } from './archive-words.ts'
import css from './audience.module.css'
import { type Audience, audienceHeading, type Read, audienceWords as w } from './audience-words.ts'
import { FollowersLine } from './followers-line.tsx'
import { LocalForm } from './local-form.tsx'

type Of = { page: Audience }

const OverTime = ({ page }: Of) => {
  const zone = useZone()
  const { counts, counted } = page
  return (
    <Section
      heading={w.overTime}
      more={counts.length > 0 && w.days(counts.length)}
      state={counts.length === 0 && !counted?.failingSince ? 'empty' : 'loaded'}
      empty={w.noCounts}
    >
      {counted?.failingSince && (
        <Notice tone="warn">
          {w.failing(dayAndClock(counted.failingSince, zone, new Date()), sentence(counted.words))}
        </Notice>
      )}
      <FollowersLine audience={page} />
      {counted === null && <p className={css.foot}>{w.notDaily}</p>}
    </Section>
  )
}

const Sets = ({ read }: { read: Read }) => (
  <>
    <p className={css.say}>{w.only(read)}</p>
    {read.patterns.length > 0 && (
      <div className={form.narrow}>
        <DataTable
          caption={w.others}
          rows={read.patterns}
          keyOf={({ others }) => others.map((one) => one.id).join(' ')}
          middle
          columns={[
            { id: 'others', head: w.heads.others, names: true, cell: ({ others }) => w.othersOf(others) },
            { id: 'people', head: w.heads.people, number: true, cell: (p) => p.people.toLocaleString('en-GB') },
          ]}
        />
      </div>
    )}
    {read.rest > 0 && <p className={css.foot}>{w.rest(read.rest)}</p>}
    {read.unread.length > 0 && <p className={css.foot}>{w.unread(read)}</p>}
    <p className={css.foot}>{w.kept}</p>
  </>
)

const Ask = ({ page }: Of) => {
  const ask = useAct(readFollowers, ['audience'])
  if (page.beingRead) return <p className={css.foot}>{w.beingRead}</p>
  if (!page.mayRead) return null
  return (
    <>
      <ActFailed cause={ask.error} />
      <p className={css.foot}>
        <Button busy={ask.isPending} onPress={() => ask.mutate({ network: page.account.network })}>
          {page.read ? w.again : w.ask}
        </Button>
      </p>
    </>
  )
}

const Others = ({ page }: Of) => {
  const zone = useZone()
  const { read, tellsWho } = page
  return (
    <Section
      heading={w.others}
      more={read && w.readOn(shortDay(read.at, zone, new Date()))}
      state={tellsWho ? 'loaded' : 'empty'}
      empty={w.notTold}
    >
      {page.notRead && <Notice tone="warn">{w.notReadNow(sentence(page.notRead))}</Notice>}
      {read === null && !page.notRead && <p className={css.say}>{w.notRead}</p>}
      {read && !read.whole && <Notice tone="warn">{w.notWhole(sentence(read.words))}</Notice>}
      {read?.whole && <Sets read={read} />}
      <Ask page={page} />
    </Section>
  )
}

const InTheArea = ({ page }: Of) => {
  const [recording, setRecording] = useState(false)
  const zone = useZone()
  const [last] = page.local
  const { id, name } = page.account
  return (
    <Section heading={w.area} more={last && w.local(last)}>
      {last ? (
        <DataTable
          caption={w.area}
          rows={page.local}
          keyOf={(row) => row.at}
          middle
          columns={[
            { id: 'asOf', head: w.localHeads.asOf, names: true, cell: (row) => shortDay(row.asOf, zone, new Date()) },
            { id: 'in', head: w.localHeads.inArea, number: true, cell: (row) => w.localOf(row) },
            {
              id: 'source',
              head: w.localHeads.source,
              cell: (row) => <span className={css.source}>{row.source}</span>,
            },
            { id: 'by', head: w.localHeads.by, later: true, cell: (row) => row.by },
          ]}
        />
      ) : (
        <p className={css.say}>{w.noLocal}</p>
      )}
      {page.mayRecord && (
        <p className={css.foot}>
          <Button onPress={() => setRecording(true)}>{w.record}</Button>
        </p>
      )}
      {recording && <LocalForm id={id} name={name} onClose={() => setRecording(false)} />}
    </Section>
  )
}

/** Who follows an account, in numbers: how many, what else of ours they follow, and where they are. */
export const AudiencePage = () => {
  const { id } = useParams({ from: '/staff/archive/followers/$id' })
  const read = useRead(audience, { id }, { also: ['account'] })
  const path = <Link to="/archive">{archiveWords.archive}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(page) => (
        <>
          <PageAnswer
            path={path}
            answer={audienceHeading(page)}
            lede={
              <>
                {w.lede}{' '}
                <Link to="/register/$id" params={{ id }}>
                  <MarkOf network={page.account.network} /> <span className="mono">{page.account.handle}</span>
                </Link>
              </>
            }
          />
          <div className={css.parts}>
            <OverTime page={page} />
            <Others page={page} />
            <InTheArea page={page} />
          </div>
        </>
      )}
    </Answered>
  )
}
