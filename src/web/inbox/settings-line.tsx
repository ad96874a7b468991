import { useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { againWords, type ByLanguage, type Language, languages, withoutNumbers } from '../../inbox/duty/unmonitored.ts'
import { traitsOf } from '../../networks/networks.ts'
import { compose } from '../../posting/fit.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import css from './settings.module.css'
import { settingsWords } from './settings-words.ts'

const w = settingsWords.line
type Line = { enabled: boolean; words: ByLanguage }

const LineForm = ({ line, onClose }: { line: Line; onClose: () => void }) => {
  const [value, setValue] = useState(line)
  const act = useAct(dutyEndpoints.changeLines, ['duty', 'desk'])
  const lacking = withoutNumbers(value.words)
  const wrong = (language: Language): string | false => {
    const { length } = value.words[language].trim()
    if (length < 20 || length > 500) return w.length
    return lacking.includes(language) && w.missing
  }
  return (
    <FormDialog wide onClose={onClose} heading={w.formHeading} act={w.save} send={() => act.send(value)}>
      <Checkbox checked={value.enabled} onChange={(enabled) => setValue({ ...value, enabled })}>
        {w.enabled}
      </Checkbox>
      {languages.map((language) => (
        <TextField
          key={language}
          label={w[language]}
          hint={w.hint}
          lang={language}
          lines
          value={value.words[language]}
          onChange={(text) => setValue({ ...value, words: { ...value.words, [language]: text } })}
          wrong={wrong(language)}
        />
      ))}
    </FormDialog>
  )
}

type Account = { id: string; network: string; name: string; handle: string }

/** Counted as the network counts; without a signature, because nobody speaks. */
const troublesOn = ({ id, network, handle }: Account, words: string): readonly string[] =>
  compose(
    { pieces: [words], variants: {}, pictures: [] },
    { id, network, handle, signaturePlace: 'none', signatures: [] },
    '',
  ).troubles

const Reads = ({ account, line, zone }: { account: Account; line: Line; zone: string }) => {
  const read = useRead(dutyEndpoints.watch, { id: account.id }, { topic: 'duty', also: ['account'], everyMs: 60_000 })
  const watch = read.data
  if (!watch) return null
  const nextAt = watch.nextAt === null ? null : new Date(watch.nextAt)
  const again = againWords({ ...watch, nextAt: watch.watched ? null : nextAt }, zone, new Date())
  const names = { en: w.english, cy: w.welsh }
  return (
    <>
      {watch.watched && <Notice>{w.watched}</Notice>}
      {languages.map((language) => {
        const words = [line.words[language], again[language]].filter(Boolean).join(' ')
        const troubles = troublesOn(account, words)
        return (
          <div key={language} className={css.reads}>
            <p className="small second">{names[language]}</p>
            <p lang={language} className={css.words}>
              {words}
            </p>
            {troubles.length > 0 && (
              <Notice tone="warn">
                <b>{w.tooLong}</b> {troubles.join(' ')}
              </Notice>
            )}
          </div>
        )
      })}
    </>
  )
}

const Preview = ({ line, zone }: { line: Line; zone: string }) => {
  const read = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const [chosen, choose] = useState<string | null>(null)
  const accounts = (read.data?.accounts ?? []).filter((a) => traitsOf(a.network)?.connected && a.status === 'live')
  const account = accounts.find((a) => a.id === chosen) ?? accounts[0]
  return (
    <>
      <Select
        label={w.preview}
        reading={readingOf(read)}
        options={accounts.map((a) => ({ id: a.id, name: a.name, aside: a.handle }))}
        value={account?.id ?? null}
        onChange={choose}
      />
      {account && <Reads account={account} line={line} zone={zone} />}
      {read.data && !account && <p className="second">{w.none}</p>}
    </>
  )
}

/** What goes out by itself while nobody looks: what it does, whether it is on, how it would read now, and its words. */
export const LinePart = ({ zone }: { zone: string }) => {
  const read = useRead(dutyEndpoints.lines, {}, { topic: 'duty', also: ['desk'] })
  const [changing, change] = useState(false)
  const line = read.data
  if (!line)
    return (
      <Section
        heading={w.heading}
        state={read.isError ? { failed: read.error.message, again: () => void read.refetch() } : 'loading'}
      />
    )
  return (
    <Section heading={w.heading}>
      <div className="stack">
        <p>
          <StateMark state={line.enabled ? 'live' : 'held'}>{line.enabled ? w.on : w.off}</StateMark>
        </p>
        <ul className={css.does}>
          {w.does.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {line.mayChange && (
          <div>
            <Button onPress={() => change(true)}>{`${w.act}…`}</Button>
          </div>
        )}
        <Preview line={line} zone={zone} />
      </div>
      {changing && <LineForm line={line} onClose={() => change(false)} />}
    </Section>
  )
}
