import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { giveSignInEndpoint, leaveEndpoint, listPeople } from '../../people/people.contract.ts'
import { roleName } from '../../people/role.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { day, dayAndClock } from '../say.ts'
import { type OneTime, OneTimeDialog } from './one-time.tsx'
import css from './people.module.css'
import { Grants } from './people-grants.tsx'
import { peopleWords as w } from './people-words.ts'
import { type Person, PersonForm } from './person-form.tsx'

type Doing =
  | { what: 'add' }
  | { what: 'change' | 'give' | 'leave'; person: Person }
  | { what: 'show'; name: string; oneTime: OneTime }
  | null

const roleNames = (person: Person): string => {
  const waits = person.grants.filter((g) => !g.counts).map((g) => w.grants.waits(roleName(g.role)))
  return [...person.roles.map(roleName), ...waits].join(', ') || w.noRoles
}

const SignInState = ({ person }: { person: Person }) => {
  if (!person.canSignIn) return <StateMark state="draft">{w.cannot}</StateMark>
  return person.secondFactor ? (
    <SeverityMark severity="fixed">{w.second}</SeverityMark>
  ) : (
    <SeverityMark severity="approval">{w.noSecond}</SeverityMark>
  )
}

const Trained = ({ until, zone }: { until: string | null; zone: string }) => {
  const now = new Date()
  if (until === null) return <span className="third">{w.notRecorded}</span>
  if (new Date(until) < now) {
    return (
      <SeverityMark severity="approval">
        {w.lapsed} {day(until, zone, now)}
      </SeverityMark>
    )
  }
  return day(until, zone, now)
}

const columnsFor = (zone: string, left: boolean): Column<Person>[] => [
  {
    id: 'person',
    head: w.person,
    names: true,
    cell: (p) => (
      <>
        <Link to="/people/$id/holds" params={{ id: p.id }} className={css.person}>
          {p.rank} {p.name}
        </Link>{' '}
        <span className="third">{p.initials}</span>
        {p.email && (
          <>
            <br />
            <span className="third">{p.email}</span>
          </>
        )}
      </>
    ),
  },
  { id: 'roles', head: w.roles, cell: roleNames },
  ...(left
    ? [
        { id: 'joined', head: w.joined, cell: (p: Person) => day(p.joinedAt, zone, new Date()) },
        { id: 'left', head: w.leftOn, cell: (p: Person) => (p.leftAt ? day(p.leftAt, zone, new Date()) : '') },
      ]
    : [
        { id: 'trained', head: w.trained, cell: (p: Person) => <Trained until={p.trainedUntil} zone={zone} /> },
        { id: 'signIn', head: w.signIn, cell: (p: Person) => <SignInState person={p} /> },
        {
          id: 'last',
          head: w.last,
          later: true,
          cell: (p: Person) =>
            p.lastSignIn ? dayAndClock(p.lastSignIn, zone, new Date()) : <span className="third">{w.never}</span>,
        },
      ]),
]

const RowActs = ({ person, onDo, mayChange, mayEnd }: RowActsProps) => (
  <Menu
    trigger={
      <Button small label={w.more(person.name)}>
        {w.change}
        <Icon name="down" size={12} />
      </Button>
    }
    sections={[
      ...(mayChange
        ? [
            {
              entries: [
                { id: 'change', name: w.change, onPress: () => onDo({ what: 'change', person }) },
                { id: 'give', name: w.give, onPress: () => onDo({ what: 'give', person }) },
              ],
            },
          ]
        : []),
      ...(mayEnd
        ? [{ entries: [{ id: 'leave', name: w.leave, onPress: () => onDo({ what: 'leave', person }) }] }]
        : []),
    ]}
  />
)
type RowActsProps = { person: Person; onDo: (doing: Doing) => void; mayChange: boolean; mayEnd: boolean }

const Asked = ({ doing, zone, setDoing }: { doing: Doing; zone: string; setDoing: (doing: Doing) => void }) => {
  const close = () => setDoing(null)
  const give = useAct(giveSignInEndpoint, ['people', 'person'])
  const leave = useAct(leaveEndpoint, ['people', 'person', 'account'])
  if (doing === null) return null
  if (doing.what === 'show')
    return <OneTimeDialog name={doing.name} oneTime={doing.oneTime} zone={zone} onClose={close} />
  if (doing.what === 'add' || doing.what === 'change') {
    return (
      <PersonForm
        person={doing.what === 'change' ? doing.person : null}
        zone={zone}
        onClose={close}
        onAdded={(name, oneTime) => setDoing(oneTime ? { what: 'show', name, oneTime } : null)}
      />
    )
  }
  const { person } = doing
  const giving = doing.what === 'give'
  return (
    <FormDialog
      onClose={close}
      heading={giving ? w.giveHeading(person.name) : w.leaveHeading(person.name)}
      act={giving ? w.giveAct : w.leaveAct}
      refuse={!giving}
      send={async () => (giving ? give.send({ id: person.id }) : leave.send({ id: person.id }))}
      onDone={(made) => setDoing('oneTime' in made ? { what: 'show', name: person.name, oneTime: made.oneTime } : null)}
    >
      <p>{giving ? w.giveBody(person.name) : w.leaveBody}</p>
    </FormDialog>
  )
}

/** The people of the force: who is here, in which roles, and who can sign in. */
export const PeoplePage = () => {
  const { left } = useSearch({ from: '/staff/people' })
  const navigate = useNavigate()
  const zone = useZone()
  const [doing, setDoing] = useState<Doing>(null)
  const read = useRead(listPeople, { left }, { also: ['person'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ people, mayChange, mayEnd }) => {
        const shown = people.filter((p) => (left === 'yes' ? p.leftAt !== null : p.leftAt === null))
        const signIns = shown.filter((p) => p.canSignIn)
        const columns = columnsFor(zone, left === 'yes')
        if (left === 'no' && (mayChange || mayEnd)) {
          columns.push({
            id: 'acts',
            head: w.acts,
            act: true,
            cell: (person) => <RowActs {...{ person, mayChange, mayEnd }} onDo={setDoing} />,
          })
        }
        return (
          <>
            <PageAnswer
              answer={
                left === 'yes'
                  ? w.headingLeft(shown.length)
                  : w.heading({
                      all: shown.length,
                      canSignIn: signIns.length,
                      withoutSecond: signIns.filter((p) => !p.secondFactor).length,
                    })
              }
              lede={left === 'yes' ? w.ledeLeft : w.lede}
              acts={
                <>
                  <ButtonLink to="/people/training">{w.training}</ButtonLink>
                  {mayChange && <Button onPress={() => setDoing({ what: 'add' })}>{w.add}</Button>}
                </>
              }
            />
            <Grants people={people} zone={zone} />
            <div className={css.filter}>
              <Segmented
                label={w.show}
                labelHidden
                value={left}
                onChange={(next) => void navigate({ to: '/people', search: { left: next } })}
                choices={[
                  { id: 'no', name: w.here },
                  { id: 'yes', name: w.left },
                ]}
              />
            </div>
            <DataTable caption={w.table} rows={shown} keyOf={(p) => p.id} columns={columns} empty={w.none} />
            <Asked doing={doing} zone={zone} setDoing={setDoing} />
          </>
        )
      }}
    </Answered>
  )
}
