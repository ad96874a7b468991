import { type RefObject, useRef, useState } from 'react'
import { moderateEndpoint } from '../../inbox/moderation/moderation.contract.ts'
import { type Act, actNames, mostDays, needsEnd, usualDays, whyNotHere } from '../../inbox/moderation/moderation.ts'
import { listStandards } from '../../inbox/moderation/standard.contract.ts'
import { traitsOf } from '../../networks/networks.ts'
import { useAct, useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { numberIn } from '../parts/number-in.ts'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { answerWords } from './answer-words.ts'
import type { Entry } from './entries.tsx'
import css from './side.module.css'
import { deskTopics, type Whole } from './use-hold.ts'

const w = answerWords.moderate
const acts: readonly Act[] = ['hide', 'report', 'mute', 'block']

type Message = Extract<Entry, { what: 'theirs' }>
type Standard = { code: string; title: { en: string; cy: string }; words: { en: string; cy: string } }

const messagesOf = (c: Whole): Message[] =>
  c.entries.filter((e): e is Message => e.what === 'theirs' && e.state !== 'gone').reverse()

const shortOf = (text: string): string => (text.length > 70 ? `${text.slice(0, 67)}…` : text)

type Decided = { reference: string; tellThem: string }

/** Quotes what is taken away, and says what its author is told. */
const Confirm = (props: {
  c: Whole
  act: Act
  message: Message
  standard: Standard
  onClose: () => void
  onDone: (done: Decided) => void
}) => {
  const { c, act, message, standard, onClose, onDone } = props
  const moderate = useAct(moderateEndpoint, [...deskTopics, 'moderation'])
  const [reason, setReason] = useState('')
  const [days, setDays] = useState(String(usualDays[act] ?? ''))
  const { name, says } = actNames[act]
  const ends = needsEnd(act)
  const until = numberIn(days, 1, mostDays)
  const send = () =>
    moderate.send({
      conversation: c.row.id,
      message: message.messageId,
      act,
      code: standard.code,
      reason,
      days: ends ? until : null,
    })
  return (
    <FormDialog
      onClose={onClose}
      heading={w.confirm(name)}
      act={w.confirmAct(name, standard.code)}
      refuse
      send={send}
      onDone={onDone}
    >
      <blockquote className={css.quote} lang={message.language} dir="auto">
        {message.text}
      </blockquote>
      <p className="small second">{w.by(message.from)}</p>
      <p>{says}</p>
      <p>
        <b>
          {standard.code} {standard.title.en}.
        </b>{' '}
        {standard.words.en}
      </p>
      <p>
        <b>{w.tell}.</b> {w.tellWords}
      </p>
      {ends && (
        <TextField label={w.days} value={days} onChange={setDays} wrong={until === null && w.daysWrong(mostDays)} />
      )}
      <TextField label={w.reason} lines value={reason} onChange={setReason} />
    </FormDialog>
  )
}

type ModerateProps = {
  c: Whole
  place: RefObject<HTMLDivElement | null>
  /** Begins the reply with these words; null where this person cannot reply now. */
  onUse: ((words: string) => void) | null
}

const Choose = ({ c, onUse }: Pick<ModerateProps, 'c' | 'onUse'>) => {
  const read = useRead(listStandards, {}, { topic: 'standard' })
  const messages = messagesOf(c)
  const network = traitsOf(c.row.account.network)
  const [act, setAct] = useState<Act | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  // What is being confirmed stays what it was, also while the conversation is read again underneath.
  const [confirming, setConfirming] = useState<{ act: Act; message: Message; standard: Standard } | null>(null)
  const [done, setDone] = useState<Decided | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const standards = (read.data?.standards ?? []).filter((s) => s.endedAt === null)
  const message = messages.find((m) => m.id === at) ?? (messages.length === 1 ? messages[0] : undefined)
  const kind = (message ?? messages[0])?.kind ?? 'reply'
  // What stands already is not decided again; the others may follow it.
  const open = acts.filter((a) => whyNotHere(a, network, kind) === null && message?.hidden?.act !== a)
  const chosen = open.find((a) => a === act) ?? open[0]
  const standard = standards.find((s) => s.code === code)

  if (chosen === undefined) return <p className="small second">{whyNotHere('report', network, kind) ?? w.nothing}</p>
  if (read.data && standards.length === 0) return <p className="small second">{w.none}</p>
  return (
    <div className={css.form} ref={form}>
      {done && (
        <Notice tone="ok">
          {w.done(done.reference)}{' '}
          {onUse && (
            <Button small onPress={() => onUse(done.tellThem)}>
              {w.useWords}
            </Button>
          )}
        </Notice>
      )}
      {messages.length === 0 && <p className="small second">{w.nothing}</p>}
      {messages.length > 1 && (
        <Select
          label={w.message}
          options={messages.map((m) => ({ id: m.id, name: shortOf(m.text), aside: m.opener ? undefined : m.from }))}
          value={message?.id ?? null}
          onChange={setAt}
          wrong={asked && !message && w.messageMissing}
        />
      )}
      {messages.length > 0 && (
        <>
          {open.length > 1 && (
            <Select
              label={w.act}
              options={open.map((a) => ({ id: a, name: actNames[a].name }))}
              value={chosen}
              onChange={(id) => setAct(open.find((a) => a === id) ?? null)}
            />
          )}
          <Select
            label={w.standard}
            reading={readingOf(read)}
            options={standards.map((s) => ({ id: s.code, name: `${s.code} ${s.title.en}` }))}
            value={code}
            onChange={setCode}
            wrong={asked && !standard && w.missing}
            hint={w.told}
          />
          <div>
            <Button
              small
              onPress={() => {
                setAsked(true)
                setConfirming(message && standard ? { act: chosen, message, standard } : null)
                if (form.current) goToFirstWrong(form.current)
              }}
            >
              {w.open(actNames[chosen].name)}
            </Button>
          </div>
        </>
      )}
      {confirming && (
        <Confirm
          c={c}
          {...confirming}
          onClose={() => setConfirming(null)}
          onDone={(decided) => {
            setConfirming(null)
            setAsked(false)
            setCode(null)
            setDone(decided)
          }}
        />
      )}
    </div>
  )
}

/** Only under a published standard, with a copy kept and the way to appeal told. */
export const Moderate = (props: ModerateProps) => (
  <div ref={props.place}>
    <Section heading={messagesOf(props.c).some((m) => m.kind === 'reply') ? w.heading : w.headingOther}>
      <Choose key={props.c.row.id} {...props} />
    </Section>
  </div>
)
