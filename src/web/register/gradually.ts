import { startTransition, useEffect, useState } from 'react'

/** So many rows are drawn at once; the others follow, a few hundred at a time, while nobody waits for anything. */
const first = 100
const step = 200

/** The beginning of a long list at once and the rest of it a moment later, so that a filter answers without a wait and all of it can be printed. */
export const useGradually = <Row>(rows: readonly Row[]): readonly Row[] => {
  const [drawn, setDrawn] = useState({ rows, most: first })
  const most = drawn.rows === rows ? drawn.most : first
  useEffect(() => {
    if (most < rows.length) startTransition(() => setDrawn({ rows, most: most + step }))
  }, [rows, most])
  return most < rows.length ? rows.slice(0, most) : rows
}
