import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { answerWords } from './answer-words.ts'
import css from './reply.module.css'
import { useUnsent } from './unsent.ts'
import type { Whole } from './use-hold.ts'

const w = answerWords.reply

export type NotInIt = {
  /** What stands in the editor and is not saved; the editor keeps it up. */
  unsaved: RefObject<string>
  words: string
  putAway: () => void
}

/** What was typed last and is in no answer, because the answer was approved, refused or given up before it could be saved. */
export const useNotInIt = (c: Whole): NotInIt => {
  const unsaved = useRef('')
  const [words, put] = useUnsent(`not in it ${c.row.id}`)
  const over = c.draft === null || c.draft.stage === 'released' || c.draft.stage === 'discarded'
  useEffect(() => {
    if (!over || unsaved.current === '') return
    put(unsaved.current)
    unsaved.current = ''
  })
  return { unsaved, words, putAway: () => put('') }
}

export const LeftOver = ({ words, putAway }: NotInIt) =>
  words !== '' && (
    <Notice tone="warn">
      {w.notInIt}
      <blockquote className={css.leftOver}>{words}</blockquote>
      <Button small onPress={putAway}>
        {w.notInItAway}
      </Button>
    </Notice>
  )
