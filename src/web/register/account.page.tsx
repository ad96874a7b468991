import { Link, useParams } from '@tanstack/react-router'
import { maySpeak } from '../../register/account.ts'
import { type AccountPage as Page, registerEndpoints } from '../../register/register.contract.ts'
import { archiveWords } from '../archive/archive-words.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { clock, day } from '../say.ts'
import css from './account.module.css'
import { Consents } from './account-consents.tsx'
import { Keys } from './account-keys.tsx'
import { LookUp } from './account-legend.tsx'
import { OpeningList } from './account-opening.tsx'
import { Profile } from './account-profile.tsx'
import { Cover, History, Moves, Objectives, TheRecord } from './account-side.tsx'
import { WhoSpeaks } from './account-speaks.tsx'
import { accountHeading, accountWords as w } from './account-words.ts'
import { useActivity } from './activity.ts'
import { ConventionFindings } from './convention-findings.tsx'
import { conventionWords } from './convention-words.ts'
import { HealthMark } from './register-cells.tsx'

type Activity = ReturnType<typeof useActivity>

const LastSaid = ({ activity, id, zone }: { activity: Activity; id: string; zone: string }) => {
  const last = activity.data?.last ?? []
  return (
    <Section
      heading={w.said.heading}
      more={
        activity.data && (
          <>
            {last.some((post) => post.postId !== null) && (
              <Link to="/posts" search={{ account: id }}>
                {w.said.fromHere}
              </Link>
            )}{' '}
            <Link to="/archive" search={{ account: id }}>
              {archiveWords.show}
            </Link>
          </>
        )
      }
      state={
        activity.isPending
          ? 'loading'
          : activity.isError
            ? { failed: activity.error.message, again: () => void activity.refetch() }
            : last.length === 0
              ? 'empty'
              : 'loaded'
      }
      empty={w.said.none}
    >
      <Ledger
        rows={last.map((post) => ({
          id: post.id,
          time: clock(post.at, zone),
          day: day(post.at, zone, new Date()),
          body: <p>{post.text}</p>,
          side:
            post.postId !== null && post.person ? (
              <Link to="/posts/$id" params={{ id: post.postId }}>
                {post.person.name}
              </Link>
            ) : (
              post.person?.name
            ),
        }))}
      />
    </Section>
  )
}

const Lede = ({ page }: { page: Page }) => (
  <span className={css.lede}>
    <MarkOf network={page.account.network} />
    <span className="mono">{page.account.handle}</span>
    <HealthMark row={page.account} />
    <span className="small">{page.account.keys.words}</span>
  </span>
)

const Whole = ({ page, zone }: { page: Page; zone: string }) => {
  const { account } = page
  const activity = useActivity(account.id)
  return (
    <>
      <PageAnswer
        path={
          <>
            <Link to="/register">{w.path}</Link> / {account.name}
          </>
        }
        answer={accountHeading(page)}
        lede={<Lede page={page} />}
        acts={
          <>
            {maySpeak(account.status) && page.may.write && (
              <ButtonLink to="/write" search={{ account: account.id }} icon="write">
                {w.write}
              </ButtonLink>
            )}
            {page.may.change && (
              <ButtonLink to="/register/$id/change" params={{ id: account.id }}>
                {w.change}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="two-columns">
        <div>
          {page.naming.length > 0 && (
            <Section heading={conventionWords.findings.naming}>
              <ConventionFindings text={account.handle} findings={page.naming} />
            </Section>
          )}
          <OpeningList page={page} />
          <WhoSpeaks page={page} activity={activity.data} failed={activity.isError} zone={zone} />
          <LookUp accountId={account.id} zone={zone} />
          <LastSaid activity={activity} id={account.id} zone={zone} />
        </div>
        <div>
          <TheRecord page={page} zone={zone} />
          <Profile page={page} zone={zone} />
          <Moves page={page} />
          <Keys page={page} zone={zone} />
          <Objectives page={page} />
          <Cover page={page} zone={zone} />
          <Consents page={page} zone={zone} />
          <History page={page} zone={zone} />
        </div>
      </div>
    </>
  )
}

/** One account: who speaks here, and is it shared fairly. */
export const AccountPage = () => {
  const { id } = useParams({ from: '/staff/register/$id' })
  const zone = useZone()
  const read = useRead(registerEndpoints.account, { id }, { topic: 'account', also: ['office', 'person', 'signature'] })
  return (
    <Answered
      read={read}
      heading={{ reading: w.reading, failed: w.failed }}
      path={<Link to="/register">{w.path}</Link>}
    >
      {(page) => <Whole page={page} zone={zone} />}
    </Answered>
  )
}
