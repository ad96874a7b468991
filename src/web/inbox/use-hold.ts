import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { type conversation, take } from '../../inbox/inbox.contract.ts'
import { call, useAct } from '../call.ts'

export type Whole = z.output<typeof conversation.output>

/** What changes with everything that is done to a conversation: the desk, Today and the frame. */
export const deskTopics = ['desk', 'frame', 'today', 'post'] as const

/** A sign of life this often, as long as somebody types or points; a hold frees itself after 30 minutes without one. */
const beat = 4 * 60_000

/** Shows that its holder is still there: only while the page is open, it is held by this person, and they did something since the last sign. */
export const useSignOfLife = (id: string, mine: boolean): void => {
  const active = useRef(false)
  useEffect(() => {
    if (!mine) return
    const note = (): void => {
      active.current = true
    }
    const timer = setInterval(() => {
      if (!active.current || document.visibilityState === 'hidden') return
      active.current = false
      // A sign that did not come through is given again; that it is lost, the conversation itself says.
      call(take, { id }).catch(note)
    }, beat)
    const events = ['keydown', 'pointerdown', 'input'] as const
    for (const name of events) document.addEventListener(name, note)
    return () => {
      clearInterval(timer)
      for (const name of events) document.removeEventListener(name, note)
    }
  }, [id, mine])
}

/** Taking it from nobody. Answers whether it is this person's now. */
export const useTake = (id: string) => {
  const act = useAct(take, deskTopics)
  return {
    busy: act.isPending,
    failed: act.error,
    take: (): Promise<boolean> =>
      act.mutateAsync({ id }).then(
        () => true,
        () => false,
      ),
  }
}
