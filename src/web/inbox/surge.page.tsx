import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addHandsEndpoint, beginModeEndpoint, endModeEndpoint, surgeNow } from '../../inbox/surge/surge.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { numberIn } from '../parts/number-in.ts'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { clock, dayAndClock, sentence } from '../say.ts'
import css from './surge.module.css'
import { SurgeBatch } from './surge-batch.tsx'
import { SurgeGroup } from './surge-group.tsx'
import { RumourOf } from './surge-rumour.tsx'
import {
  cut,
  type Group,
  resultWords,
  type Surge,
  type SurgeNow,
  surgeHeading,
  surgeWords as w,
  whyWords,
} from './surge-words.ts'

const Why = ({ surge, zone }: { surge: Surge; zone: string }) => (
  <Section heading={w.why} note={`${w.noticed} ${clock(surge.noticedAt, zone)}`}>
    <p className={css.words}>{whyWords(surge.why)}</p>
    <Facts
      facts={[
        ...(surge.why.words.length > 0
          ? [{ name: w.words, value: surge.why.words.map((p) => `“${p.words}” (${p.n})`).join(', ') }]
          : []),
        ...surge.why.posts.map((p) => ({
          name: w.post,
          value: (
            <>
              {cut(p.words)} ({p.n}){' '}
              <Link to="/posts/$id" params={{ id: p.postId }}>
                {w.openPost}
              </Link>
            </>
          ),
        })),
        ...surge.why.accounts.map((a) => ({
          name: w.account,
          value: `${a.account.name}, ${a.account.handle} (${a.n})`,
        })),
      ]}
      nameWidth={160}
    />
  </Section>
)

/** Nobody is put on duty for longer than a day at once. */
const mostHours = 24

const Hands = ({ now, surge, zone }: { now: SurgeNow; surge: Surge; zone: string }) => {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [hours, setHours] = useState('4')
  const add = useAct(addHandsEndpoint, ['surge', 'duty'])
  const names = now.onDuty.map((d) => `${said(d.person)} until ${clock(d.until, zone)}`).join(', ')
  const free = now.people.filter((p) => !now.onDuty.some((d) => d.person.id === p.id))
  const refused = add.data?.hands.filter((h) => !h.done) ?? []
  const long = numberIn(hours, 1, mostHours)
  const put = () => long !== null && add.send({ id: surge.id, people: [...chosen], hours: long })
  return (
    <Section heading={w.hands}>
      <div className="stack">
        <p>{names === '' ? w.nobody : w.onDuty(names)}</p>
        {refused.map((h) => (
          <Notice key={h.personId} tone="warn">
            <b>{said(now.people.find((p) => p.id === h.personId) ?? { rank: '', name: h.personId })}</b>:{' '}
            {sentence(h.words)}
          </Notice>
        ))}
        {now.may.addHands && (
          <div className={css.acts}>
            <Button onPress={() => setOpen(true)}>{w.add}</Button>
          </div>
        )}
      </div>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.addHeading}
          act={w.addAct}
          send={put}
          notReady={chosen.length === 0 && w.addHeading}
        >
          {free.map((p) => (
            <Checkbox
              key={p.id}
              checked={chosen.includes(p.id)}
              onChange={(on) => setChosen(on ? [...chosen, p.id] : chosen.filter((id) => id !== p.id))}
            >
              {said(p)}
            </Checkbox>
          ))}
          <TextField
            label={w.hours}
            value={hours}
            onChange={setHours}
            wrong={long === null && w.hoursWrong(mostHours)}
          />
        </FormDialog>
      )}
    </Section>
  )
}

const Mode = ({ now, surge, zone }: { now: SurgeNow; surge: Surge; zone: string }) => {
  const begin = useAct(beginModeEndpoint, ['surge'])
  const end = useAct(endModeEndpoint, ['surge'])
  const on = surge.mode?.on === true
  return (
    <Section heading={w.mode}>
      <div className="stack">
        <p>{on && surge.mode ? w.modeOn(said(surge.mode.by), clock(surge.mode.at, zone)) : w.modeOff}</p>
        <p>{w.waiting(now.open, now.alone, now.inDanger)}</p>
        {now.may.run && (
          <div className={css.acts}>
            {on ? (
              <Button busy={end.isPending} onPress={() => end.mutate({ id: surge.id })}>
                {w.end}
              </Button>
            ) : (
              <Button kind="primary" busy={begin.isPending} onPress={() => begin.mutate({ id: surge.id })}>
                {w.begin}
              </Button>
            )}
          </div>
        )}
        <ActFailed cause={begin.error ?? end.error} />
      </div>
    </Section>
  )
}

const Groups = ({ groups, may }: { groups: readonly Group[]; may: boolean }) => (
  <Section heading={w.groups} state={groups.length === 0 ? 'empty' : 'loaded'} empty={w.groupsNone}>
    <p className={css.prose}>{w.groupsWhy}</p>
    <ul className={css.groups}>
      {groups.map((g) => (
        <li key={g.id}>
          <div className="stack">
            <p className={css.words} lang={g.language}>
              {g.sample}
            </p>
            <p className="small second">
              {w.wait(g)} {g.inDanger > 0 && <Tag tone="risk">{w.danger(g.inDanger)}</Tag>}{' '}
              {g.batch && resultWords(g.batch.results)}
            </p>
            {may && (
              <div className={css.acts}>
                <ButtonLink small to="/desk/surge" search={{ group: g.id }}>
                  {w.look}
                </ButtonLink>
                {g.batch && (
                  <ButtonLink small to="/desk/surge" search={{ batch: g.batch.id }}>
                    {w.lookBatch}
                  </ButtonLink>
                )}
              </div>
            )}
          </div>
          <p className={css.figure}>
            <b>{g.size}</b>
            <span className="small second">{w.said(g.size)}</span>
          </p>
        </li>
      ))}
    </ul>
  </Section>
)

/** Whether much more than usual reaches us, why, and what can be done for many at once. */
export const SurgePage = () => {
  const { group, batch } = useSearch({ from: '/staff/desk/surge' })
  if (batch) return <SurgeBatch id={batch} />
  return group ? <SurgeGroup id={group} /> : <Now />
}

const Now = () => {
  const zone = useZone()
  const read = useRead(surgeNow, {}, { also: ['conversation', 'duty'], everyMs: 15_000 })
  const path = (
    <>
      <Link to="/desk">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(now) => (
        <>
          <PageAnswer
            path={path}
            answer={surgeHeading(now, (at) => clock(at, zone))}
            lede={now.surge ? undefined : w.none}
          />
          <div className="stack">
            {now.surge && (
              <>
                <Why surge={now.surge} zone={zone} />
                <Mode now={now} surge={now.surge} zone={zone} />
                {now.surge.mode && <Groups groups={now.groups} may={now.may.run} />}
                <Section heading={w.rumour}>
                  <div className="stack">
                    {!now.surge.rumour && <p>{w.rumourNot}</p>}
                    <RumourOf of={now.surge} now={now} />
                  </div>
                </Section>
                <Hands now={now} surge={now.surge} zone={zone} />
              </>
            )}
            {now.earlier.length > 0 && (
              <Section heading={w.earlier}>
                <ul className={css.earlier}>
                  {now.earlier.map((e) => (
                    <li key={e.id}>
                      <p>{w.earlierOne(dayAndClock(e.beganAt, zone, new Date()), clock(e.endedAt, zone), e.heard)}</p>
                      <RumourOf of={e} now={now} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </div>
        </>
      )}
    </Answered>
  )
}
