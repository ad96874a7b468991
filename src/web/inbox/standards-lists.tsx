import { useState } from 'react'
import { byYear } from '../../inbox/moderation/counts.ts'
import { moderationCounts, moderationCountsFile } from '../../inbox/moderation/moderation.contract.ts'
import {
  addStandardEndpoint,
  beginStandardsEndpoint,
  endStandardEndpoint,
  publicStandards,
} from '../../inbox/moderation/standard.contract.ts'
import { networkName } from '../../networks/networks.ts'
import { meEndpoint } from '../../people/people.contract.ts'
import { addressWith, useAct, useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { day } from '../say.ts'
import css from './standards.module.css'
import { type CountsRow, monthSaid, type Standards, standardsWords as w } from './standards-words.ts'

const topics = ['standards', 'standard'] as const
type Standard = Standards['standards'][number]

/** Publishes the set to begin with, after asking once: it is then open to everybody. */
export const BeginStandards = ({ onClose }: { onClose: () => void }) => {
  const begin = useAct(beginStandardsEndpoint, topics)
  return (
    <FormDialog onClose={onClose} heading={w.beginHeading} act={w.begin} send={() => begin.send({})}>
      <p>{w.beginBody}</p>
    </FormDialog>
  )
}

const blank = { code: '', titleEn: '', titleCy: '', wordsEn: '', wordsCy: '' }

export const AddStandard = ({ onClose }: { onClose: () => void }) => {
  const [value, setValue] = useState(blank)
  const add = useAct(addStandardEndpoint, topics)
  const codeWrong = !/^[A-Z]{2}[0-9]{1,3}$/.test(value.code.trim())
  const short = (text: string, least: number) => text.trim().length < least
  const send = () =>
    add.send({
      code: value.code,
      title: { en: value.titleEn, cy: value.titleCy },
      words: { en: value.wordsEn, cy: value.wordsCy },
    })
  const field = (name: 'titleEn' | 'titleCy' | 'wordsEn' | 'wordsCy', least: number) => (
    <TextField
      label={w.form[name]}
      lang={name.endsWith('Cy') ? 'cy' : 'en'}
      lines={name.startsWith('words')}
      value={value[name]}
      onChange={(text) => setValue({ ...value, [name]: text })}
      wrong={short(value[name], least) && w.form.short}
    />
  )
  return (
    <FormDialog wide onClose={onClose} heading={w.form.heading} act={w.form.act} send={send}>
      <p>{w.form.hint}</p>
      <TextField
        label={w.form.code}
        hint={w.form.codeHint}
        value={value.code}
        onChange={(code) => setValue({ ...value, code })}
        autoFocus
        wrong={codeWrong && w.form.codeWrong}
      />
      {field('titleEn', 3)}
      {field('wordsEn', 20)}
      {field('titleCy', 3)}
      {field('wordsCy', 20)}
    </FormDialog>
  )
}

const EndStandard = ({ code, onClose }: { code: string; onClose: () => void }) => {
  const end = useAct(endStandardEndpoint, topics)
  return (
    <FormDialog onClose={onClose} heading={w.endHeading(code)} act={w.endAct} refuse send={() => end.send({ code })}>
      <p>{w.endBody}</p>
    </FormDialog>
  )
}

/** Every standard in both languages; ended ones stay, because decisions name them. */
export const PublishedStandards = ({ read, zone }: { read: Standards; zone: string }) => {
  const [ending, setEnding] = useState<string | null>(null)
  const open = read.standards.filter((s) => s.endedAt === null)
  return (
    <Section
      heading={w.standards}
      more={read.standards.length > 0 && w.inForce(open.length)}
      state={read.standards.length === 0 ? 'empty' : 'loaded'}
      empty={w.none}
    >
      <ul className={css.list}>
        {read.standards.map((s: Standard) => (
          <li key={s.code} className={css.item}>
            <div className={css.head}>
              <h3>
                {s.code} {s.title.en}
              </h3>
              {s.endedAt && <Tag>{w.ended(day(s.endedAt, zone, new Date()))}</Tag>}
              {!s.endedAt && read.mayChange && (
                <Button small kind="quiet" label={w.endLabel(s.code)} onPress={() => setEnding(s.code)}>
                  {w.end}
                </Button>
              )}
            </div>
            <div className={css.both}>
              <p>{s.words.en}</p>
              <p lang="cy" className="second">
                <b>{s.title.cy}.</b> {s.words.cy}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {ending && <EndStandard code={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

const figure = (id: 'decided' | 'notCarriedOut' | 'appeals' | 'upheld' | 'liftedOnAppeal' | 'lifted' | 'expired') =>
  ({ id, head: w.columns[id], number: true, cell: (r) => r[id] }) satisfies Column<CountsRow>

const columns: Column<CountsRow>[] = [
  { id: 'month', head: w.columns.month, names: true, cell: monthSaid },
  { id: 'what', head: w.columns.what, cell: (r) => w.title(r.act, r.code, r.standard) },
  {
    id: 'account',
    head: w.columns.account,
    cell: (r) => `${r.account.name}, ${networkName(r.account.network)}`,
  },
  figure('decided'),
  figure('notCarriedOut'),
  figure('appeals'),
  figure('upheld'),
  figure('liftedOnAppeal'),
  figure('lifted'),
  figure('expired'),
]

/** The moderation record as figures, with the file to send out. */
export const Counts = () => {
  const read = useRead(moderationCounts, {})
  const rows = read.data?.rows ?? []
  const state = read.isPending
    ? 'loading'
    : read.isError
      ? { failed: read.error.message, again: () => void read.refetch() }
      : rows.length === 0
        ? 'empty'
        : 'loaded'
  return (
    <Section
      heading={w.counts}
      note={w.countsNote}
      more={rows.length > 0 && <a href={addressWith(moderationCountsFile, {})}>{w.csv}</a>}
      state={state}
      empty={w.noCounts}
    >
      <DataTable
        caption={w.counts}
        rows={rows}
        keyOf={(r) => `${r.year} ${r.month} ${r.act} ${r.code} ${r.account.id}`}
        columns={columns}
      />
    </Section>
  )
}

/** What everybody may read, in the language chosen. */
export const PublicPreview = ({ read }: { read: Standards }) => {
  const [language, setLanguage] = useState<'en' | 'cy'>('en')
  const counts = useRead(moderationCounts, {})
  const me = useRead(meEndpoint, {}).data
  const open = read.standards.filter((s) => s.endedAt === null)
  if (open.length === 0) return null
  const years = byYear(counts.data?.rows ?? [])
  return (
    <Section heading={w.preview} note={me && w.previewNote(addressWith(publicStandards, { force: me.force.id }))}>
      <div className={css.filter}>
        <Segmented
          label={w.language}
          labelHidden
          value={language}
          onChange={setLanguage}
          choices={(['en', 'cy'] as const).map((id) => ({ id, name: w.languages[id] }))}
        />
      </div>
      <div className={css.paper} lang={language}>
        {open.map((s) => (
          <div key={s.code}>
            <h3>
              {s.code} {s.title[language]}
            </h3>
            <p>{s.words[language]}</p>
          </div>
        ))}
        <h3>{w.noReason[language]}</h3>
        <p>{read.noReason[language]}</p>
        <h3>{w.howToAppeal[language]}</h3>
        <p>{read.appealRoute[language]}</p>
        {[...new Set(years.map((y) => y.year))].map((year) => (
          <div key={year}>
            <h3>{w.howOften[language](year)}</h3>
            {years
              .filter((y) => y.year === year)
              .map((y) => (
                <p key={`${y.act} ${y.code}`}>{w.often[language](y)}</p>
              ))}
          </div>
        ))}
      </div>
    </Section>
  )
}
