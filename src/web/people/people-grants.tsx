import { settleRolesEndpoint } from '../../people/people.contract.ts'
import { roleName } from '../../people/role.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { day } from '../say.ts'
import css from './people.module.css'
import { peopleWords } from './people-words.ts'
import type { Person } from './person-form.tsx'

const w = peopleWords.grants

type Grant = Person['grants'][number]

const One = ({ person, grant, zone }: { person: Person; grant: Grant; zone: string }) => {
  const settle = useAct(settleRolesEndpoint, ['people', 'person'])
  const role = roleName(grant.role)
  const go = (confirm: boolean) => settle.mutate({ id: person.id, roles: [grant.role], confirm })
  const [by, at] = [`${grant.by.rank} ${grant.by.name}`, day(grant.at, zone, new Date())]
  const no = grant.mayConfirm
    ? { words: w.decline, label: w.declineLabel(role, person.name) }
    : { words: w.takeBack, label: w.takeBackLabel(role, person.name) }
  return (
    <li>
      <div>
        <SeverityMark severity="approval">
          {person.rank} {person.name}: {role}
        </SeverityMark>
        <p className="second">
          {grant.counts ? w.alone(by, at) : w.asked(by, at)} {!grant.mayConfirm && w.another}
        </p>
        <ActFailed cause={settle.error} />
      </div>
      {grant.mayDecline && (
        <span className={css.settle}>
          {grant.mayConfirm && (
            <Button small busy={settle.isPending} label={w.confirmLabel(role, person.name)} onPress={() => go(true)}>
              {w.confirm}
            </Button>
          )}
          <Button small busy={settle.isPending} label={no.label} onPress={() => go(false)}>
            {no.words}
          </Button>
        </span>
      )}
    </li>
  )
}

/** What one person alone has given, on the page of everybody who looks after people, until a second one has looked. */
export const Grants = ({ people, zone }: { people: readonly Person[]; zone: string }) => {
  const all = people.flatMap((person) => person.grants.map((grant) => ({ person, grant })))
  if (all.length === 0) return null
  return (
    <Section heading={w.heading} note={w.note}>
      <ul className={css.list}>
        {all.map(({ person, grant }) => (
          <One key={`${person.id} ${grant.role}`} person={person} grant={grant} zone={zone} />
        ))}
      </ul>
    </Section>
  )
}
