import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { registerEndpoints as register } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { usePeople } from '../register/place-dialogs.tsx'
import { day } from '../say.ts'
import { HeldDuty, HeldPosts, useHeldDuty, useHeldPosts } from './held-posts.tsx'
import { heldWords as w } from './held-words.ts'
import css from './people.module.css'

type Held = z.output<typeof register.heldBy.output>
type Office = Held['offices'][number]
const topics = ['account', 'office', 'person'] as const

const AccountLink = ({ account, hash }: { account: Held['keys'][number]; hash?: string }) => (
  <Link to="/register/$id" params={{ id: account.id }} {...(hash ? { hash } : {})}>
    {account.name} <span className="third mono">{account.handle}</span>
  </Link>
)

const HandOn = ({ office, onClose }: { office: Office; onClose: () => void }) => {
  const people = usePeople()
  const [holder, setHolder] = useState('')
  const change = useAct(register.changeHolder, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.handOnHeading(office.title)}
      act={w.handOnAct}
      send={() => change.send({ id: office.officeId, holderId: holder === '' ? null : holder })}
    >
      <p>{w.handOnBody}</p>
      <Select
        label={w.handOn}
        value={holder}
        onChange={setHolder}
        reading={people.reading}
        options={[{ id: '', name: w.nobody }, ...people.options]}
      />
    </FormDialog>
  )
}

const TakeOver = ({ account }: { account: Held['keys'][number] }) => {
  const confirm = useAct(register.confirmOwner, topics)
  return (
    <>
      <Button
        small
        busy={confirm.isPending}
        label={w.takeOverLabel(account.name)}
        onPress={() => confirm.mutate({ id: account.id })}
      >
        {w.takeOver}
      </Button>
      <ActFailed cause={confirm.error} />
    </>
  )
}

const OfficeRow = ({ office, held, children }: { office: Office; held: Held; children: ReactNode }) => {
  const mine = office.holder?.id === held.person.id
  const holder = office.holder ? w.nowHeld(`${office.holder.rank} ${office.holder.name}`) : w.vacant
  return (
    <>
      <li>
        <span>
          <b>{office.title}</b> {!mine && <span className="second">{holder}</span>}
        </span>
        {children}
      </li>
      {office.accounts.map((account) => (
        <li key={account.id}>
          <span>
            <AccountLink account={account} />{' '}
            {account.untaken && <SeverityMark severity="approval">{w.untaken}</SeverityMark>}
          </span>
          {account.untaken && office.holder !== null && held.may.change && <TakeOver account={account} />}
        </li>
      ))}
    </>
  )
}

const Offices = ({ held }: { held: Held }) => {
  const [handing, setHanding] = useState<Office | null>(null)
  return (
    <Section heading={w.offices} state={held.offices.length === 0 ? 'empty' : 'loaded'} empty={w.noOffices}>
      <ul className={css.list}>
        {held.offices.map((office) => (
          <OfficeRow key={office.officeId} office={office} held={held}>
            {held.may.change && (office.holder === null || office.holder.id === held.person.id) && (
              <Button small onPress={() => setHanding(office)}>
                {w.handOn}
              </Button>
            )}
          </OfficeRow>
        ))}
      </ul>
      {handing && <HandOn office={handing} onClose={() => setHanding(null)} />}
    </Section>
  )
}

const Places = ({ held }: { held: Held }) => {
  const end = useAct(register.endContributor, topics)
  return (
    <Section heading={w.places} state={held.places.length === 0 ? 'empty' : 'loaded'} empty={w.noPlaces}>
      <ul className={css.list}>
        {held.places.map((place) => (
          <li key={place.id}>
            <span>
              <AccountLink account={place.account} /> <span className="second">{place.signs ? w.signs : w.drafts}</span>
            </span>
            {held.may.contributors && (
              <Button
                small
                busy={end.isPending}
                label={w.endPlaceLabel(place.account.name)}
                onPress={() => end.mutate({ id: place.id })}
              >
                {w.endPlace}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActFailed cause={end.error} />
    </Section>
  )
}

const Consents = ({ held }: { held: Held }) => {
  const end = useAct(register.endDelegation, topics)
  return (
    <Section heading={w.consents} state={held.consents.length === 0 ? 'empty' : 'loaded'} empty={w.noConsents}>
      <ul className={css.list}>
        {held.consents.map((c) => (
          <li key={c.id}>
            <span>
              {w.consent(c.by.name, c.to.name)} <AccountLink account={c.account} />
            </span>
            {held.may.contributors && (
              <Button small busy={end.isPending} onPress={() => end.mutate({ id: c.id })}>
                {w.endConsent}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActFailed cause={end.error} />
    </Section>
  )
}

const Keys = ({ held }: { held: Held }) => (
  <Section heading={w.keys} state={held.keys.length === 0 ? 'empty' : 'loaded'} empty={w.noKeys}>
    <ul className={css.list}>
      {held.keys.map((account) => (
        <li key={account.id}>
          <AccountLink account={account} />
          {held.may.keys && (
            <ButtonLink small to="/register/$id" params={{ id: account.id }} hash="keys">
              {w.newKeys}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  </Section>
)

const Whole = ({ held, zone }: { held: Held; zone: string }) => {
  const posts = useHeldPosts(held.person.id)
  const duty = useHeldDuty(held.person.id)
  const n =
    held.offices.length +
    held.places.length +
    held.consents.length +
    held.keys.length +
    posts.length +
    duty.duties.length
  const left = held.person.leftAt && day(held.person.leftAt, zone, new Date())
  return (
    <>
      <PageAnswer
        path={<Link to="/people">{w.path}</Link>}
        answer={w.heading(`${held.person.rank} ${held.person.name}`, n, left !== null)}
        lede={w.lede(left)}
      />
      <Offices held={held} />
      <Places held={held} />
      <Consents held={held} />
      <Keys held={held} />
      <HeldPosts posts={posts} />
      <HeldDuty {...duty} zone={zone} />
    </>
  )
}

/** What one person holds, so that it can be handed on: one act for each thing. */
export const HeldPage = () => {
  const { id } = useParams({ from: '/staff/people/$id/holds' })
  const zone = useZone()
  const read = useRead(
    register.heldBy,
    { id },
    { topic: 'account', also: ['office', 'person', 'signature', 'custody'] },
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={<Link to="/people">{w.path}</Link>}>
      {(held) => <Whole held={held} zone={zone} />}
    </Answered>
  )
}
