import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { exportSubject, subjectExports } from '../../inbox/subject-export.contract.ts'
import { networkName, networks } from '../../networks/networks.ts'
import { said } from '../../posting/facts.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Ledger } from '../parts/ledger.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { clock, shortDay } from '../say.ts'
import { subjectDone, subjectHeading, subjectWords as w } from './subject-words.ts'

type Given = z.output<typeof subjectExports.output>

const heard = networks.filter((n) => n.connected).map(({ id, name }) => ({ id, name }))
const contents = z.object({ messages: z.array(z.unknown()), askedBefore: z.number() })

/** Puts the file where this device puts its files; the page keeps nothing of it. */
const saveFile = (file: unknown, name: string): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const blank = { subject: '', reference: '', reason: '' }

const GiveOut = () => {
  const give = useAct(exportSubject, ['desk'])
  const [network, setNetwork] = useState<string | null>(null)
  const [value, setValue] = useState(blank)
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const short = (name: keyof typeof blank, least: number): boolean => value[name].trim().length < least
  const missing = network === null || short('subject', 2) || short('reference', 2) || short('reason', 3)
  const go = (): void => {
    const name = `subject-access-${value.reference.trim().replace(/[^\w-]+/g, '-')}.json`
    give.mutate(
      { network: network ?? '', ...value },
      {
        onSuccess: (file) => {
          saveFile(file, name)
          const { messages, askedBefore } = contents.parse(file)
          setDone(subjectDone(name, messages.length, askedBefore))
          setValue(blank)
          setAsked(false)
        },
      },
    )
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setAsked(true)
    setDone(null)
    if (!missing) go()
    goToFirstWrong(event.currentTarget)
  }
  return (
    <Section heading={w.form.heading}>
      <form className={form.form} onSubmit={submit} noValidate>
        <Select
          label={w.form.network}
          options={heard}
          value={network}
          onChange={setNetwork}
          wrong={asked && network === null && w.form.missing.network}
        />
        <TextField
          label={w.form.subject}
          hint={w.form.subjectHint}
          mono
          autoComplete="off"
          value={value.subject}
          onChange={(subject) => setValue({ ...value, subject })}
          wrong={asked && short('subject', 2) && w.form.missing.subject}
        />
        <TextField
          label={w.form.reference}
          mono
          value={value.reference}
          onChange={(reference) => setValue({ ...value, reference })}
          wrong={asked && short('reference', 2) && w.form.missing.reference}
        />
        <TextField
          label={w.form.reason}
          lines
          value={value.reason}
          onChange={(reason) => setValue({ ...value, reason })}
          wrong={asked && short('reason', 3) && w.form.missing.reason}
        />
        <ActFailed cause={give.error} />
        {done && <Notice tone="ok">{done}</Notice>}
        <div className={form.acts}>
          <Button kind="primary" type="submit" busy={give.isPending}>
            {w.form.act}
          </Button>
        </div>
        <p className="small second">{w.form.kept}</p>
      </form>
    </Section>
  )
}

const SoFar = ({ given, zone }: { given: Given['exports']; zone: string }) => (
  <Section heading={w.list.heading} state={given.length === 0 ? 'empty' : 'loaded'} empty={w.list.none}>
    <Ledger
      rows={given.map(({ id, at, reference, network, messages, reason, by }) => ({
        id,
        time: clock(at, zone),
        day: shortDay(at, zone, new Date()),
        body: (
          <>
            <p>
              <b className="mono">{reference}</b> {networkName(network)}, {w.list.messages(messages)}
            </p>
            <p>{reason}</p>
            <p className="small second">{said(by)}</p>
          </>
        ),
      }))}
    />
  </Section>
)

/** A subject access request: what one person said to us, for that person alone, and the list of what was given. */
export const SubjectPage = () => {
  const zone = useZone()
  const read = useRead(subjectExports, {})
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ exports, mayExport }) => (
        <>
          <PageAnswer answer={subjectHeading(exports.length)} lede={w.lede} />
          <div className="two-columns">
            <div>{mayExport ? <GiveOut /> : <Notice>{w.mayNot}</Notice>}</div>
            <div>
              <SoFar given={exports} zone={zone} />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
