import type { ReactNode } from 'react'
import type { SpanName } from '../../measures/span.ts'
import { FileLink, PrintButton } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { spanLabels, measuresWords as w } from './measures-words.ts'

type Choice<S extends SpanName> = { span: S; spans: readonly S[]; onSpan: (span: S) => void }

/** Over what time a page of measures speaks. */
export const SpanChoice = <S extends SpanName>({ span, spans, onSpan }: Choice<S>) => (
  <Segmented
    label={w.span}
    labelHidden
    value={span}
    onChange={onSpan}
    choices={spans.map((id) => ({ id, name: spanLabels[id] }))}
  />
)

/** What can be done with a page of measures: another time, its figures as a file, paper. `file`: the address; none: there is no file. */
export const PageActs = <S extends SpanName>({
  file,
  children,
  ...choice
}: Choice<S> & { file?: string | false; children?: ReactNode }) => (
  <>
    {children}
    <SpanChoice {...choice} />
    {file && <FileLink href={file}>{w.csv}</FileLink>}
    <PrintButton />
  </>
)
