import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answerGroupEndpoint, checkGroupEndpoint, groupEndpoint } from '../../inbox/surge/surge.contract.ts'
import { described } from '../../inbox/triage/category.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { sentence } from '../say.ts'
import css from './surge.module.css'
import { SurgeLook } from './surge-look.tsx'
import { type Group, surgeWords as w } from './surge-words.ts'
import { useUnsent } from './unsent.ts'

const Answer = ({ group, ready }: { group: Group; ready: number }) => {
  const navigate = useNavigate()
  const [words, setWords] = useUnsent(`many ${group.id}`)
  const [how, setHow] = useState<'approval' | 'atOnce'>('approval')
  const check = useAct(checkGroupEndpoint, [])
  const answer = useAct(answerGroupEndpoint, ['surge'])
  const empty = words.trim() === '' && w.writeFirst
  // How it reads is said of the words that were looked at, and of no others.
  const [looked, setLooked] = useState<string | null>(null)
  const places = looked === words ? (check.data?.places ?? []) : []
  const look = () => {
    setLooked(words)
    check.mutate({ id: group.id, words })
  }
  const send = () =>
    answer.mutate(
      { id: group.id, words, how },
      {
        onSuccess: ({ batchId }) => {
          setWords('')
          void navigate({ to: '/desk/surge', search: { batch: batchId } })
        },
      },
    )
  return (
    <Section heading={w.groupAnswer}>
      <div className="stack">
        <TextField label={w.yourWords} lines lang={group.language} value={words} onChange={setWords} />
        <RadioGroup
          label={w.how}
          value={how}
          onChange={setHow}
          choices={[
            { id: 'approval', name: w.approval },
            { id: 'atOnce', name: w.atOnce },
          ]}
        />
        <div className={css.acts}>
          <Button notReady={empty} busy={check.isPending} onPress={look}>
            {w.check}
          </Button>
          {!empty && (
            <Button kind="primary" busy={answer.isPending} onPress={send}>
              {w.send(ready)}
            </Button>
          )}
        </div>
        <ActFailed cause={check.error ?? answer.error} />
        {places.map((p) => (
          <div key={p.account.id} className={css.sheet}>
            <p className="small second">{w.readsOn(p.account.name, p.n)}</p>
            {p.pieces.map((piece) => (
              <p key={piece} className={css.words} lang={group.language}>
                {piece}
              </p>
            ))}
            {[...p.troubles, ...p.says].map((says) => (
              <Notice key={says} tone="warn">
                {sentence(says)}
              </Notice>
            ))}
          </div>
        ))}
      </div>
    </Section>
  )
}

/** Counted for this reader: where somebody has no place, an answer of theirs goes out to nobody. */
const ReadyOnes = (props: { group: Group; ready: number }) => {
  if (props.ready > 0) return <Answer {...props} />
  return props.group.waiting > 0 && <Notice tone="warn">{w.noneByYou}</Notice>
}

/** One group: what each said, who is left out and why, and the one answer. */
export const SurgeGroup = ({ id }: { id: string }) => {
  const read = useRead(groupEndpoint, { id }, { also: ['conversation'] })
  const path = (
    <>
      <Link to="/desk">{w.path}</Link> / <Link to="/desk/surge">{w.here}</Link>
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ group, members, more }) => (
        <>
          <PageAnswer
            path={path}
            answer={`“${group.sample}”`}
            lede={`${w.wait(group)}${group.inDanger > 0 ? ` ${w.danger(group.inDanger)}.` : ''}`}
            dense
          />
          <div className="stack">
            {group.inDanger + group.standAlone > 0 && <SurgeLook members={members} language={group.language} />}
            <ReadyOnes group={group} ready={members.filter((m) => m.left === null).length} />
            <Section heading={w.who} more={String(group.size)}>
              <ul className={css.people}>
                {members.map((m) => (
                  <li key={m.conversationId}>
                    <p>
                      <Link to="/desk/$id" params={{ id: m.conversationId }}>
                        {m.from === '' ? described.intelligence.label : m.from}
                      </Link>{' '}
                      <span lang={group.language}>{m.words}</span>
                    </p>
                    <p className="small second">{m.left ?? w.goesTo}</p>
                  </li>
                ))}
              </ul>
              {more > 0 && <p className="small second">{w.whoMore(more)}</p>}
            </Section>
          </div>
        </>
      )}
    </Answered>
  )
}
