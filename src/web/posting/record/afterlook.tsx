import { useState } from 'react'
import { lookedAfterwards } from '../../../posting/approval/approval.contract.ts'
import { useAct } from '../../call.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { RadioGroup } from '../../parts/choices.tsx'
import { TextField } from '../../parts/field.tsx'
import { Section } from '../../parts/section.tsx'
import { lately } from '../moment.ts'
import { personWords } from '../refs.ts'
import css from './record.module.css'
import { recordWords, type Whole } from './record-words.ts'

const w = recordWords.afterlook

type Verdict = NonNullable<NonNullable<Whole['afterlook']>['verdict']>
const verdicts: readonly Verdict[] = ['inOrder', 'learn', 'withdraw']

const Give = ({ id }: { id: string }) => {
  const look = useAct(lookedAfterwards, ['post', 'delivery', 'today', 'posting', 'frame'])
  const [verdict, setVerdict] = useState<Verdict>('inOrder')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = verdict !== 'inOrder' && words.trim() === ''
  return (
    <div className={css.verdict}>
      <RadioGroup
        label={w.ask}
        choices={verdicts.map((v) => ({ id: v, name: w.verdict[v] }))}
        value={verdict}
        onChange={setVerdict}
      />
      {verdict !== 'inOrder' && (
        <TextField label={w.words} lines value={words} onChange={setWords} wrong={asked && missing && w.missing} />
      )}
      <ActFailed cause={look.error} />
      <div>
        <Button
          kind="primary"
          busy={look.isPending}
          onPress={() => {
            setAsked(true)
            if (!missing) look.mutate({ id, verdict, words })
          }}
        >
          {verdict === 'withdraw' ? w.actDown : w.act}
        </Button>
      </div>
    </div>
  )
}

/** Why nobody read it first, and what somebody thought of it afterwards. */
export const Afterlook = ({ post, zone }: { post: Whole; zone: string }) => {
  const { afterlook } = post
  if (!afterlook) return null
  const { by, doneAt, verdict, words } = afterlook
  return (
    <Section heading={w.heading}>
      <p>
        {w.why[afterlook.why]}{' '}
        {doneAt && by
          ? w.done(personWords(by), lately(doneAt, zone, new Date()))
          : w.due(lately(afterlook.dueAt, zone, new Date()))}
      </p>
      {verdict && (
        <p>
          <b>{w.verdict[verdict]}.</b> {words}
        </p>
      )}
      {!doneAt &&
        (post.acts.afterlook === null ? <Give id={post.id} /> : <p className="second">{post.acts.afterlook}</p>)}
    </Section>
  )
}
