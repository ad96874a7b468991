import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { actNames, moderationActs } from '../../inbox/moderation/moderation.ts'
import { Icon } from '../parts/icon.tsx'
import { Signature } from '../parts/signature.tsx'
import { lately } from '../posting/moment.ts'
import { personWords } from '../posting/refs.ts'
import { clock } from '../say.ts'
import { actWords, deskWords } from './desk-words.ts'
import css from './entries.module.css'
import type { Whole } from './use-hold.ts'

const w = deskWords.conversation

export type Entry = Whole['entries'][number]
type Of<What extends Entry['what']> = Extract<Entry, { what: What }>
type Times = { zone: string; now: Date }

/** Their words, with what led to the suggestion marked and said. */
const Marked = ({ text, marks }: { text: string; marks: Of<'theirs'>['marks'] }) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end, says } of marks) {
    if (start < at) continue
    parts.push(
      text.slice(at, start),
      <mark key={start} className={css.mark} title={says}>
        {text.slice(start, end)}
        <span className="hidden-words"> ({says})</span>
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
}

/** Hidden words as a grey slip: who, when, why; the copy only for who asks for it. */
const Hidden = ({ entry, zone, now }: Times & { entry: Of<'theirs'> }) => {
  const { hidden } = entry
  if (!hidden) return null
  const act = moderationActs.find((a) => a === hidden.act)
  const done = act ? actNames[act].done : hidden.act
  return (
    <div className={css.slip}>
      <Icon name="hide" size={15} />
      <div>
        <p>
          <b>{w.hidden(done, personWords(hidden.by), lately(hidden.at, zone, now))}</b>{' '}
          {w.reason(hidden.code, hidden.title)}
        </p>
        <details>
          <summary>{w.read}</summary>
          <p className={css.copy} lang={entry.language} dir="auto">
            {entry.text}
          </p>
        </details>
      </div>
    </div>
  )
}

const Earlier = ({ entry, zone, now }: Times & { entry: Of<'theirs'> }) =>
  entry.earlier.length > 0 && (
    <details className={css.foot}>
      <summary>
        {w.changed} {w.earlier}
      </summary>
      {entry.earlier.map((e) => (
        <p key={e.untilAt}>
          <del lang={entry.language} dir="auto">
            {e.text}
          </del>{' '}
          {w.until(lately(e.untilAt, zone, now))}
        </p>
      ))}
    </details>
  )

const Theirs = ({ entry, network, ...times }: Times & { entry: Of<'theirs'>; network: string }) => (
  <div className={css.theirs}>
    {!entry.opener && <p className={css.foot}>{w.another(entry.from)}</p>}
    {entry.before && <p className={css.foot}>{w.before}</p>}
    {entry.hidden?.act === 'hide' ? (
      <Hidden entry={entry} {...times} />
    ) : (
      <>
        <p className={css.said} lang={entry.language} dir="auto">
          {entry.state === 'gone' ? (
            <del>
              <Marked text={entry.text} marks={entry.marks} />
            </del>
          ) : (
            <Marked text={entry.text} marks={entry.marks} />
          )}
        </p>
        {entry.hidden && <Hidden entry={entry} {...times} />}
      </>
    )}
    {entry.state === 'gone' && <p className={css.foot}>{w.gone}</p>}
    <Earlier entry={entry} {...times} />
    {(entry.pictures > 0 || entry.url) && (
      <p className={css.foot}>
        {entry.pictures > 0 && `${w.pictures(entry.pictures)}. `}
        {entry.url && entry.state !== 'gone' && (
          <a href={entry.url} target="_blank" rel="noreferrer noopener">
            {w.see(network)}
          </a>
        )}
      </p>
    )}
  </div>
)

/** What we said, without the signature in the words where it stands as a token before them. */
const bare = (text: string, signature: string | null): { token: string | null; text: string } => {
  if (!signature) return { token: null, text }
  const before = `${signature}:`
  if (text.startsWith(before)) return { token: before, text: text.slice(before.length).trimStart() }
  const after = `^${signature}`
  if (text.endsWith(after)) return { token: after, text: text.slice(0, -after.length).trimEnd() }
  return { token: signature, text }
}

const Ours = ({ entry, network }: { entry: Of<'ours'>; network: string }) => {
  const { token, text } = bare(entry.text, entry.signature)
  const last = token?.startsWith('^')
  return (
    <div className={css.ours}>
      <p>
        {token && !last && (
          <>
            <Signature text={token} />{' '}
          </>
        )}
        {text}
        {token && last && (
          <>
            {' '}
            <Signature text={token} />
          </>
        )}
      </p>
      <p className={css.foot}>
        {entry.by ? personWords(entry.by) : w.automatic}. {entry.state}
        {entry.private && `. ${w.privately}`}.{' '}
        <Link to="/posts/$id" params={{ id: entry.postId }}>
          {w.record}
        </Link>
        {entry.url && (
          <>
            {', '}
            <a href={entry.url} target="_blank" rel="noreferrer noopener">
              {w.see(network)}
            </a>
          </>
        )}
      </p>
    </div>
  )
}

const Note = ({ entry }: { entry: Of<'note'> }) => (
  <div className={css.note}>
    <Icon name="rules" size={14} />
    <p>
      <b>{w.note}</b> {entry.text} <span className="one-line">{personWords(entry.by)}</span>
    </p>
  </div>
)

/** One thing that stands in the conversation, its time in the margin. */
export const EntryLine = ({ entry, network, ...times }: Times & { entry: Entry; network: string }) => (
  <li className={css.entry} data-what={entry.what}>
    <time dateTime={entry.at}>{clock(entry.at, times.zone)}</time>
    {entry.what === 'theirs' && <Theirs entry={entry} network={network} {...times} />}
    {entry.what === 'ours' && <Ours entry={entry} network={network} />}
    {entry.what === 'note' && <Note entry={entry} />}
    {entry.what === 'act' && (
      <p className={css.act}>
        {actWords(entry.kind, entry.by && personWords(entry.by), entry.whom && personWords(entry.whom), entry.words)}
      </p>
    )}
  </li>
)
