import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { words } from '../words.ts'
import { cx } from './class.ts'
import { markAt, nextMark, stretchesOf, type WordMark } from './marked-words.ts'
import { Signature } from './signature.tsx'
import css from './word-editor.module.css'

/** Words with their marks, to read: underline and number, and the severity in words for screen readers. */
export const MarkedWords = ({ text, marks }: { text: string; marks: readonly WordMark[] }) =>
  stretchesOf(text, marks).map(({ text: part, from, mark }) =>
    mark ? (
      <mark key={from} className={css.mark} data-severity={mark.severity}>
        {part}
        <sup aria-hidden="true">{mark.n}</sup>
        <span className="hidden-words"> ({words.finding.numbered(mark.n, words.severity[mark.severity])})</span>
      </mark>
    ) : (
      <span key={from}>{part}</span>
    ),
  )

export type WordEditorProps = {
  /** The language in its own name: English, Cymraeg. */
  label: string
  lang: string
  value: string
  onChange: (value: string) => void
  /** Offsets into `value`, that is without the signature. */
  marks?: readonly WordMark[]
  /** Put there by the product; shown, never typed. `after` for networks or accounts that sign at the end. */
  signature?: { text: string; place: 'before' | 'after'; onPress?: () => void } | null
  /** True count and longest sentence, right of the label; or a StateMark. */
  note?: ReactNode
  /** F8, Shift F8 and a click into marked words name the finding; null when the caret leaves it. */
  onFinding?: (n: number | null) => void
  /** Alt Enter in marked words. */
  onUseWording?: (n: number) => void
  /** Being sent, or being edited by someone else: readable, not changeable. */
  frozen?: boolean
  over?: boolean
  /** 15 px, for the second language. */
  compact?: boolean
  lines?: number
}

/** How far the first line stands in, so that it begins after the signature token. */
const useIndent = (shown: string | null) => {
  const token = useRef<HTMLSpanElement>(null)
  const [indent, setIndent] = useState(0)
  useLayoutEffect(() => {
    const element = token.current
    if (shown === null || !element) {
      setIndent(0)
      return
    }
    const measure = (): void => setIndent(element.offsetWidth + 6)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [shown])
  return { token, indent }
}

const Layer = ({
  value,
  marks,
  after,
  compact,
}: {
  value: string
  marks: readonly WordMark[]
  after: string | null
  compact: boolean
}) => (
  <div className={css.layer} aria-hidden="true" data-compact={compact || undefined}>
    {stretchesOf(value, marks).map(({ text, from, mark }) =>
      mark ? (
        <span key={from} className={css.mark} data-severity={mark.severity}>
          {text}
          <sup>{mark.n}</sup>
        </span>
      ) : (
        <span key={from}>{text}</span>
      ),
    )}
    {after && (
      <span className={css.after}>
        <Signature text={after} locked />
      </span>
    )}
    {'\u200b'}
  </div>
)

/**
 * The words of a post: a real text area over a layer that carries the marks. F8 and Shift F8 go through the findings,
 * Alt Enter uses the wording of the one in which the caret stands.
 */
export const WordEditor = (props: WordEditorProps) => {
  const {
    label,
    lang,
    value,
    onChange,
    marks = [],
    signature = null,
    note,
    frozen = false,
    over = false,
    compact = false,
    lines = 4,
  } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [said, say] = useState('')
  const at = useRef<number | null>(null)
  const before = signature?.place === 'before' ? signature : null
  const after = signature?.place === 'after' ? signature.text : null
  const { token, indent } = useIndent(before?.text ?? null)

  const standIn = (mark: WordMark | null): void => {
    const n = mark?.n ?? null
    if (n === at.current) return
    at.current = n
    props.onFinding?.(n)
  }

  const go = (back: boolean): void => {
    const element = area.current
    const mark = element && nextMark(marks, element.selectionStart, back)
    if (!element || !mark) return
    element.setSelectionRange(mark.from, mark.to)
    say(words.finding.at(mark.n, marks.length, words.severity[mark.severity], value.slice(mark.from, mark.to)))
    standIn(mark)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'F8') {
      event.preventDefault()
      go(event.shiftKey)
    }
    const mark = event.altKey && event.key === 'Enter' ? markAt(marks, event.currentTarget.selectionStart) : null
    if (mark) {
      event.preventDefault()
      props.onUseWording?.(mark.n)
    }
  }

  return (
    <div>
      <div className={css.head}>
        <label htmlFor={id} lang={lang}>
          {label}
        </label>
        {note && <span className={css.note}>{note}</span>}
      </div>
      <div
        className={cx(css.area, compact && css.compact)}
        data-over={over || undefined}
        data-frozen={frozen || undefined}
        style={{ '--indent': `${indent}px`, '--lines': lines } as CSSProperties}
      >
        {before && (
          <span className={css.token} ref={token}>
            <Signature text={before.text} locked onPress={before.onPress} />
          </span>
        )}
        <Layer value={value} marks={marks} after={after} compact={compact} />
        <textarea
          id={id}
          ref={area}
          className={css.input}
          lang={lang}
          value={value}
          readOnly={frozen}
          spellCheck
          aria-describedby={`${id}-help`}
          onChange={(e) => onChange(e.target.value)}
          onKeyDown={onKeyDown}
          onSelect={(e) => standIn(markAt(marks, e.currentTarget.selectionStart))}
        />
      </div>
      <p className="hidden-words" id={`${id}-help`}>
        {signature && `${words.signature.added(signature.text)}. `}
        {words.editor.help(marks.length)}
      </p>
      <p className="hidden-words" role="status">
        {said}
      </p>
    </div>
  )
}
