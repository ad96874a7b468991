import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { changeDangerWordsEndpoint } from '../../inbox/settings/settings.contract.ts'
import { allOf, type DangerWords, dangerWords, saysNothing, withOwnWords } from '../../inbox/triage/own-words.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import css from './settings.module.css'
import { type Settings, settingsWords } from './settings-words.ts'

const w = settingsWords.danger

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What the desk would make of a message with these words, by the very code that weighs what is heard; its weights are large, so it comes when it is needed. */
const Try = ({ own }: { own: readonly string[] }) => {
  const [text, setText] = useState('')
  const tried = useDeferredValue(text)
  const wanted = tried.trim() !== ''
  const read = useQuery({
    queryKey: ['triage'],
    queryFn: () => import('../../inbox/triage/suggest.ts'),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const said = wanted && read.data ? read.data.suggest({ text: tried, kind: 'mention' }) : null
  const [first] = said ? withOwnWords(said, tried, own).own : []
  return (
    <>
      <TextField label={w.try} hint={w.tryHint} value={text} onChange={setText} lines />
      <p role="status" className={css.result}>
        {wanted && read.isPending && w.tryReading}
        {wanted && read.isError && w.tryFailed}
        {said && (
          <>
            <b>{said.danger ? w.already : first ? w.lifted(first) : w.not}</b>{' '}
            <span className="second">{w.suggests(said.category)}</span>
          </>
        )}
      </p>
    </>
  )
}

const Form = ({ words, onClose }: { words: DangerWords; onClose: () => void }) => {
  const [value, setValue] = useState({ en: words.en.join('\n'), cy: words.cy.join('\n') })
  const act = useAct(changeDangerWordsEndpoint, ['desk'])
  const given = { en: linesIn(value.en), cy: linesIn(value.cy) }
  const wrong = (list: readonly string[]): string | false => {
    const common = list.filter(saysNothing)
    if (common.length > 0) return w.saysNothing(common)
    return !dangerWords.safeParse({ en: [...list], cy: [] }).success && w.wrong
  }
  return (
    <FormDialog wide onClose={onClose} heading={w.formHeading} act={w.save} send={() => act.send(given)}>
      <p>{w.never}</p>
      <TextField
        label={w.en}
        hint={w.lines}
        lang="en"
        lines
        autoFocus
        value={value.en}
        onChange={(en) => setValue({ ...value, en })}
        wrong={wrong(given.en)}
      />
      <TextField
        label={w.cy}
        hint={w.welshHint}
        lang="cy"
        lines
        value={value.cy}
        onChange={(cy) => setValue({ ...value, cy })}
        wrong={wrong(given.cy)}
      />
      <Try own={allOf(given)} />
    </FormDialog>
  )
}

const List = ({ name, lang, words }: { name: string; lang: 'en' | 'cy'; words: readonly string[] }) =>
  words.length > 0 && (
    <div>
      <h3 className={css.small}>{name}</h3>
      <ul className={css.tags} lang={lang}>
        {words.map((word) => (
          <li key={word}>
            <Tag tone="line">{word}</Tag>
          </li>
        ))}
      </ul>
    </div>
  )

/** The force's own words of danger: what they do, which they are, and what they would do to a message. */
export const DangerPart = ({ settings: { dangerWords: words, mayChange } }: { settings: Settings }) => {
  const [changing, change] = useState(false)
  const own = allOf(words)
  return (
    <Section heading={w.heading} more={own.length > 0 && String(own.length)}>
      <div className="stack">
        <ul className={css.does}>
          {w.does.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {own.length === 0 && <p className="second">{w.none}</p>}
        <List name={w.en} lang="en" words={words.en} />
        <List name={w.cy} lang="cy" words={words.cy} />
        {mayChange && (
          <div>
            <Button onPress={() => change(true)}>{`${w.act}…`}</Button>
          </div>
        )}
        <Try own={own} />
      </div>
      {changing && <Form words={words} onClose={() => change(false)} />}
    </Section>
  )
}
