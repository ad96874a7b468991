import { useState } from 'react'
import { wrongGaps } from '../../inbox/lines/line.ts'
import {
  addLineEndpoint,
  beginLinesEndpoint,
  changeLineEndpoint,
  endLineEndpoint,
} from '../../inbox/lines/lines.contract.ts'
import { instantOf } from '../../posting/schedule.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { Checkbox } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { wallDay } from '../say.ts'
import { linesWords, type ReplyLine } from './lines-words.ts'

const w = linesWords.form
const topics = ['lines', 'replyLine'] as const

const OfficeField = ({
  value,
  onChange,
  wrong,
}: {
  value: string | null
  onChange: (id: string) => void
  wrong: string | false
}) => {
  const read = useRead(registerEndpoints.offices, {}, { topic: 'office' })
  const options = (read.data?.offices ?? []).map((o) => ({ id: o.officeId, name: o.title }))
  return (
    <Select
      label={w.owner}
      options={options}
      reading={readingOf(read)}
      value={value}
      onChange={onChange}
      wrong={wrong}
    />
  )
}

const lastMinute = (day: string, zone: string): string | null =>
  day === '' ? null : (instantOf(`${day}T23:59`, zone)?.instant.toISOString() ?? null)

/** Adds a line, or changes one; what it said before is kept by the server. */
export const LineForm = ({ line, zone, onClose }: { line: ReplyLine | null; zone: string; onClose: () => void }) => {
  const [value, setValue] = useState({
    title: line?.title ?? '',
    en: line?.words.en ?? '',
    cy: line?.words.cy ?? '',
    source: line?.source ?? '',
    topics: line?.topics ?? '',
    office: line?.owner?.officeId ?? null,
    ifAsked: line?.ifAsked ?? false,
    until: line?.expiresAt ? wallDay(line.expiresAt, zone) : '',
  })
  const add = useAct(addLineEndpoint, topics)
  const change = useAct(changeLineEndpoint, topics)
  const short = (text: string) => text.trim().length < 3
  const gaps = wrongGaps({ en: value.en, cy: value.cy })
  const send = () => {
    if (value.office === null) return
    const given = {
      title: value.title,
      words: { en: value.en, cy: value.cy },
      source: value.source,
      topics: value.topics,
      ownerOfficeId: value.office,
      ifAsked: value.ifAsked,
      expiresAt: lastMinute(value.until, zone),
    }
    return line ? change.send({ id: line.id, ...given }) : add.send(given)
  }
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={line ? w.changeHeading(line.title) : w.addHeading}
      act={line ? w.save : w.add}
      send={send}
    >
      <TextField
        label={w.title}
        value={value.title}
        onChange={(title) => setValue({ ...value, title })}
        autoFocus
        wrong={short(value.title) && w.short}
      />
      <TextField
        label={w.en}
        hint={w.gapHint}
        lang="en"
        lines
        value={value.en}
        onChange={(en) => setValue({ ...value, en })}
        wrong={(short(value.en) && w.short) || gaps}
      />
      <TextField
        label={w.cy}
        aside={w.aside}
        lang="cy"
        lines
        value={value.cy}
        onChange={(cy) => setValue({ ...value, cy })}
      />
      <Checkbox checked={value.ifAsked} onChange={(ifAsked) => setValue({ ...value, ifAsked })}>
        {linesWords.ifAsked}. <span className="second">{linesWords.ifAskedHelp}</span>
      </Checkbox>
      <TextField
        label={w.source}
        value={value.source}
        onChange={(source) => setValue({ ...value, source })}
        wrong={short(value.source) && w.short}
      />
      <TextField
        label={w.topics}
        hint={w.topicsHint}
        value={value.topics}
        onChange={(words) => setValue({ ...value, topics: words })}
      />
      <OfficeField
        value={value.office}
        onChange={(office) => setValue({ ...value, office })}
        wrong={value.office === null && w.ownerMissing}
      />
      <DayField
        label={w.until}
        aside={w.aside}
        value={value.until}
        onChange={(until) => setValue({ ...value, until })}
      />
    </FormDialog>
  )
}

export const EndLine = ({ line, onClose }: { line: ReplyLine; onClose: () => void }) => {
  const end = useAct(endLineEndpoint, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={linesWords.endHeading(line.title)}
      act={linesWords.endAct}
      refuse
      send={() => end.send({ id: line.id })}
    >
      <p>{linesWords.endBody}</p>
    </FormDialog>
  )
}

export const BeginLines = ({ onClose }: { onClose: () => void }) => {
  const [office, setOffice] = useState<string | null>(null)
  const begin = useAct(beginLinesEndpoint, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={linesWords.beginHeading}
      act={linesWords.begin}
      send={() => office !== null && begin.send({ ownerOfficeId: office })}
    >
      <p>{linesWords.beginBody}</p>
      <OfficeField value={office} onChange={setOffice} wrong={office === null && w.ownerMissing} />
    </FormDialog>
  )
}
