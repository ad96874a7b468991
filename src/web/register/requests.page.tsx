import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { networkName } from '../../networks/networks.ts'
import { classLabels, maySpeak } from '../../register/account.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import type { RequestRow } from '../../register/request/request.contract.ts'
import { type RequestDecision, requestDecisions } from '../../register/request/request.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { type State, StateMark } from '../parts/state-mark.tsx'
import { personWords } from '../posting/refs.ts'
import { day } from '../say.ts'
import css from './register.module.css'
import { requestWords as w } from './request-words.ts'

const topics = ['request', 'account'] as const

const DecideForm = ({
  request,
  decision,
  onClose,
}: {
  request: RequestRow
  decision: RequestDecision
  onClose: () => void
}) => {
  const [reason, setReason] = useState('')
  const [accountId, setAccount] = useState<string | null>(null)
  const decide = useAct(registerEndpoints.decideRequest, topics)
  const accounts = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const redirects = decision === 'redirect'
  return (
    <FormDialog
      onClose={onClose}
      heading={w.sure[decision](request.name)}
      act={w[decision]}
      refuse={decision === 'turnDown'}
      send={() => decide.send({ id: request.id, decision, reason, accountId: redirects ? accountId : null })}
    >
      <p>{w.body[decision]}</p>
      {redirects && (
        <Select
          label={w.instead}
          value={accountId}
          onChange={setAccount}
          reading={readingOf(accounts)}
          options={(accounts.data?.accounts ?? [])
            .filter((a) => maySpeak(a.status))
            .map((a) => ({ id: a.id, name: a.name, aside: `${networkName(a.network)}, ${a.handle}` }))}
          wrong={accountId === null && w.choose}
        />
      )}
      <TextField label={w.reason} lines value={reason} onChange={setReason} wrong={reason.trim() === '' && w.missing} />
    </FormDialog>
  )
}

const Acts = ({ request }: { request: RequestRow }) => {
  const [decision, setDecision] = useState<RequestDecision | null>(null)
  const back = useAct(registerEndpoints.takeBackRequest, topics)
  return (
    <>
      <div className={`row ${css.settle}`}>
        {request.may.decide &&
          requestDecisions.map((d) => (
            <Button key={d} small kind={d === 'turnDown' ? 'refuse' : 'plain'} onPress={() => setDecision(d)}>
              {w[d]}
            </Button>
          ))}
        {request.may.takeBack && (
          <Button small busy={back.isPending} onPress={() => back.mutate({ id: request.id })}>
            {w.takeBack}
          </Button>
        )}
      </div>
      <ActFailed cause={back.error} />
      {decision && <DecideForm request={request} decision={decision} onClose={() => setDecision(null)} />}
    </>
  )
}

const Waits = ({ request: r, zone }: { request: RequestRow; zone: string }) => (
  <Section
    level={3}
    heading={r.name}
    note={`${networkName(r.network)}, ${r.handle}, ${classLabels[r.class].toLowerCase()}`}
    more={w.asked(personWords(r.askedBy), day(r.askedAt, zone, new Date()))}
  >
    <div className="stack">
      <Facts
        facts={[
          { name: w.facts.purpose, value: r.purpose },
          { name: w.facts.objective, value: r.objective?.name ?? w.notSaid },
          { name: w.facts.whyNew, value: r.whyNew },
          { name: w.facts.whoPosts, value: r.whoPosts },
          { name: w.facts.leaveCover, value: r.leaveCover },
          { name: w.facts.monitoring, value: r.monitoring },
          { name: w.facts.training, value: r.training },
          { name: w.facts.risk, value: r.risk },
          { name: w.facts.owner, value: r.owner?.name ?? w.notSaid },
          ...(r.area ? [{ name: w.facts.area, value: r.area }] : []),
        ]}
      />
      <Acts request={r} />
    </div>
  </Section>
)

const stateOf: Readonly<Record<RequestRow['state'], State>> = {
  waiting: 'waiting',
  approved: 'waiting',
  turnedDown: 'refused',
  redirected: 'withdrawn',
  takenBack: 'withdrawn',
}

const Outcome = ({ r }: { r: RequestRow }) => {
  const open = r.state === 'approved' && r.account?.open === true
  return (
    <>
      <StateMark state={open ? 'live' : stateOf[r.state]}>{open ? w.opened : w.states[r.state]}</StateMark>
      {r.account && (
        <>
          <br />
          <Link to="/register/$id" params={{ id: r.account.id }}>
            {r.account.name}
          </Link>
        </>
      )}
    </>
  )
}

const columnsFor = (zone: string): Column<RequestRow>[] => [
  {
    id: 'account',
    head: w.head.account,
    names: true,
    cell: (r) => (
      <span className={css.name}>
        <MarkOf network={r.network} />
        <span>
          <b>{r.name}</b>
          <span className={css.handle}>{r.handle}</span>
        </span>
      </span>
    ),
  },
  { id: 'by', head: w.head.by, cell: (r) => w.asked(personWords(r.askedBy), day(r.askedAt, zone, new Date())) },
  { id: 'outcome', head: w.head.outcome, cell: (r) => <Outcome r={r} /> },
  {
    id: 'reason',
    head: w.head.reason,
    cell: (r) => (
      <>
        {r.reason}
        {r.decidedBy && r.decidedAt && (
          <>
            <br />
            <span className="second">{w.decided(personWords(r.decidedBy), day(r.decidedAt, zone, new Date()))}</span>
          </>
        )}
      </>
    ),
  },
]

/** Who asked for an account, and what became of it. */
export const RequestsPage = () => {
  const zone = useZone()
  const read = useRead(registerEndpoints.requests, {}, { topic: 'request', also: ['account'] })
  const path = (
    <>
      <Link to="/register">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ requests }) => {
        const waiting = requests.filter((r) => r.state === 'waiting')
        const settled = requests.filter((r) => r.state !== 'waiting')
        return (
          <>
            <PageAnswer
              path={path}
              answer={w.heading(waiting.length, requests.length)}
              lede={w.lede}
              acts={<ButtonLink to="/register/ask">{w.ask}</ButtonLink>}
            />
            <Section heading={w.waiting} state={waiting.length === 0 ? 'empty' : 'loaded'} empty={w.none}>
              {waiting.map((r) => (
                <Waits key={r.id} request={r} zone={zone} />
              ))}
            </Section>
            {settled.length > 0 && (
              <Section heading={w.settled}>
                <DataTable caption={w.caption} rows={settled} keyOf={(r) => r.id} columns={columnsFor(zone)} />
              </Section>
            )}
          </>
        )
      }}
    </Answered>
  )
}
