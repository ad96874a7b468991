import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { lineHistory, listLines } from '../../inbox/lines/lines.contract.ts'
import { said } from '../../posting/facts.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { day } from '../say.ts'
import { BeginLines, EndLine, LineForm } from './lines-form.tsx'
import { type Lines, linesHeading, type ReplyLine, linesWords as w } from './lines-words.ts'
import css from './standards.module.css'

type Doing = { what: 'add' | 'begin' } | { what: 'change' | 'end'; line: ReplyLine } | null

const tones = { ready: 'line', expiring: 'warn', expired: 'risk', ended: 'line' } as const

/** What it said before; read only when somebody opens it. */
const History = ({ line, at }: { line: ReplyLine; at: (instant: string) => string }) => {
  const [open, setOpen] = useState(false)
  const read = useRead(lineHistory, { id: line.id }, { enabled: open, also: ['replyLine'] })
  return (
    <details className={css.told} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.history(line.changes)}</summary>
      {read.data?.versions.map((v) => (
        <blockquote key={v.n}>
          <span className="small second">{w.said(said(v.by), at(v.from), at(v.until))}</span>
          <br />
          {v.words.en}
        </blockquote>
      ))}
    </details>
  )
}

type ItemProps = { line: ReplyLine; zone: string; now: Date; mayChange: boolean; onDo: (doing: Doing) => void }

const LineItem = ({ line, zone, now, mayChange, onDo }: ItemProps) => {
  const at = (instant: string) => day(instant, zone, now)
  const holder = line.owner?.holder ? said(line.owner.holder) : null
  const facts = [
    line.owner ? w.owner(line.owner.title, holder) : w.noOwner,
    w.source(line.source),
    line.expiresAt ? w.until(at(line.expiresAt)) : w.open,
    w.changed(said(line.changedBy), at(line.changedAt)),
  ]
  return (
    <li className={css.item}>
      <div className={css.head}>
        <h3>{line.title}</h3>
        {line.ifAsked && <Tag tone="accent">{w.ifAsked}</Tag>}
        {line.state !== 'ready' && <Tag tone={tones[line.state]}>{w.states[line.state]}</Tag>}
      </div>
      <div className={css.both}>
        <p>{line.words.en}</p>
        {line.words.cy ? (
          <p lang="cy" className="second">
            {line.words.cy}
          </p>
        ) : (
          <p className="third">{w.noWelsh}</p>
        )}
      </div>
      {line.ifAsked && <p className="small">{w.ifAskedHelp}</p>}
      {line.gaps.length > 0 && <p className="small">{w.gaps(line.gaps)}</p>}
      <p className="small second">{facts.join('. ')}</p>
      {line.changes > 0 && <History line={line} at={at} />}
      {mayChange && line.state !== 'ended' && (
        <div className={css.acts}>
          <Button small label={w.of(w.change, line.title)} onPress={() => onDo({ what: 'change', line })}>
            {w.change}
          </Button>
          <Button small kind="quiet" label={w.of(w.end, line.title)} onPress={() => onDo({ what: 'end', line })}>
            {w.end}
          </Button>
        </div>
      )}
    </li>
  )
}

/** Those of one's own that end come first: they are why their owner is here. */
const inOrder = ({ lines, yours }: Lines): ReplyLine[] => [
  ...lines.filter((l) => yours.includes(l.id)),
  ...lines.filter((l) => !yours.includes(l.id)),
]

/** Words ready to use, with an owner and an end. */
export const LinesPage = () => {
  const { which } = useSearch({ from: '/staff/lines' })
  const navigate = useNavigate()
  const zone = useZone()
  const [doing, setDoing] = useState<Doing>(null)
  const read = useRead(listLines, { which }, { also: ['replyLine', 'office'], everyMs: 300_000 })
  const close = () => setDoing(null)
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(data) => (
        <>
          <PageAnswer
            answer={linesHeading(data)}
            lede={w.lede}
            acts={
              data.mayChange && (
                <>
                  {data.lines.length === 0 && (
                    <Button kind="primary" onPress={() => setDoing({ what: 'begin' })}>
                      {w.begin}
                    </Button>
                  )}
                  <Button onPress={() => setDoing({ what: 'add' })}>{w.add}</Button>
                </>
              )
            }
          />
          <div className="stack">
            {data.yours.length > 0 && (
              <Notice tone="warn">
                <b>{w.yours}.</b> {w.yoursBody(data.yours.length)}
              </Notice>
            )}
            <Segmented
              label={w.show}
              labelHidden
              value={which}
              onChange={(next) => void navigate({ to: '/lines', search: { which: next } })}
              choices={(['inForce', 'all'] as const).map((id) => ({ id, name: w[id] }))}
            />
            <Section
              heading={w.heading}
              more={data.lines.length > 0 && String(data.lines.length)}
              state={data.lines.length === 0 ? 'empty' : 'loaded'}
              empty={w.empty}
            >
              <ul className={css.list}>
                {inOrder(data).map((line) => (
                  <LineItem
                    key={line.id}
                    line={line}
                    zone={zone}
                    now={new Date(data.now)}
                    mayChange={data.mayChange}
                    onDo={setDoing}
                  />
                ))}
              </ul>
            </Section>
          </div>
          {doing?.what === 'add' && <LineForm line={null} zone={zone} onClose={close} />}
          {doing?.what === 'begin' && <BeginLines onClose={close} />}
          {doing?.what === 'change' && <LineForm line={doing.line} zone={zone} onClose={close} />}
          {doing?.what === 'end' && <EndLine line={doing.line} onClose={close} />}
        </>
      )}
    </Answered>
  )
}
