import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addTheme, sortMessages } from '../../inbox/asking/asking.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { dayAndClock } from '../say.ts'
import { type Whole, askingWords as w } from './asking-words.ts'
import css from './surge.module.css'

const fresh = 'new'
const everything = 'all'

const Sorting = ({ whole, chosen, onDone }: { whole: Whole; chosen: readonly string[]; onDone: () => void }) => {
  const [to, setTo] = useState<string>(fresh)
  const [name, setName] = useState('')
  const sort = useAct(sortMessages, ['questions'])
  const add = useAct(addTheme, ['questions'])
  const put = () => {
    if (to !== fresh) sort.mutate({ id: to, put: [...chosen] }, { onSuccess: onDone })
    else add.mutate({ id: whole.question.id, title: name, messages: [...chosen] }, { onSuccess: onDone })
  }
  return (
    <div className="stack">
      <p>{w.chosen(chosen.length)}</p>
      <Select
        label={w.under}
        value={to}
        onChange={setTo}
        options={[{ id: fresh, name: w.newTheme }, ...whole.themes.map((t) => ({ id: t.id, name: t.title }))]}
      />
      {to === fresh && <TextField label={w.newName} value={name} onChange={setName} />}
      <div className={css.acts}>
        <Button
          kind="primary"
          busy={sort.isPending || add.isPending}
          notReady={to === fresh && name.trim() === '' && w.newName}
          onPress={put}
        >
          {w.put}
        </Button>
      </div>
      <ActFailed cause={sort.error ?? add.error} />
    </div>
  )
}

/** The messages below the post, put under themes many at once. Shows words, never who says how much. */
export const Answers = ({ whole, theme, zone }: { whole: Whole; theme: string | undefined; zone: string }) => {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const titleOf = (id: string) => whole.themes.find((t) => t.id === id)?.title ?? ''
  const show = (id: string) =>
    void navigate({
      to: '/questions/$id',
      params: { id: whole.question.id },
      search: id === everything ? {} : { theme: id },
    })
  return (
    <Section
      heading={w.heard}
      more={String(whole.question.answers)}
      note={whole.notShown > 0 && w.notShown(whole.notShown)}
    >
      {whole.question.answers > 0 && (
        <Select
          label={w.only}
          value={theme ?? everything}
          onChange={show}
          options={[
            { id: everything, name: w.all },
            { id: 'none', name: w.without(whole.withoutTheme) },
            ...whole.themes.map((t) => ({ id: t.id, name: t.title })),
          ]}
        />
      )}
      {whole.may.ask && chosen.length > 0 && <Sorting whole={whole} chosen={chosen} onDone={() => setChosen([])} />}
      {whole.answers.length === 0 && <p className="second">{w.heardNone}</p>}
      <ul className={css.answers}>
        {whole.answers.map((a) => (
          <li key={a.messageId}>
            {whole.may.ask ? (
              <Checkbox
                checked={chosen.includes(a.messageId)}
                onChange={(on) => setChosen(on ? [...chosen, a.messageId] : chosen.filter((id) => id !== a.messageId))}
              >
                <span className="hidden-words">{w.tick(a.from)}</span>
              </Checkbox>
            ) : (
              <span />
            )}
            <div>
              <p className={css.words}>{a.text}</p>
              <p className="small second">
                <Link to="/desk/$id" params={{ id: a.conversationId }}>
                  {a.from}
                </Link>
                , {dayAndClock(a.saidAt, zone, new Date())} {a.danger && <Tag tone="risk">{w.danger}</Tag>}{' '}
                {a.themes.map((id) => (
                  <Tag key={id}>{titleOf(id)}</Tag>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
