import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { look } from '../../inbox/inbox.contract.ts'
import { NoAnswer, useAct } from '../call.ts'
import type { Acts } from './desk.page.tsx'
import type { DeskSearch } from './desk-search.ts'
import type { Asked } from './holder.tsx'
import { mayAnswer, useReply } from './reply.tsx'
import { deskTopics, useTake, type Whole } from './use-hold.ts'

export type ConversationProps = { id: string; search: DeskSearch; zone: string; acts: RefObject<Acts> }

/** Whoever works here and has it before their eyes has looked at it: that stops the clock, once for each new question. */
export const useLooked = (c: Whole | undefined): void => {
  const act = useAct(look, deskTopics)
  const waits =
    c !== undefined &&
    !c.closedToYou &&
    c.may.work &&
    c.stage === 'open' &&
    c.clocks.some((k) => k.kind === 'firstLook' && k.stoppedAt === null)
  const asked = useRef<string | null>(null)
  const id = c?.row.id ?? ''
  const version = c?.version ?? 0
  const read = c?.now
  const { mutate } = act
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was behind another, or could not say it, says it when it is read again
  useEffect(() => {
    const key = `${id} ${version}`
    if (!waits || asked.current === key || document.visibilityState === 'hidden') return
    asked.current = key
    mutate(
      { id },
      {
        onError: (cause) => {
          if (cause instanceof NoAnswer) asked.current = null
        },
      },
    )
  }, [waits, id, version, read, mutate])
}

/** On a phone the act stands over the foot of the page, so what is gone to begins at the top. */
const focusFirst = (place: HTMLElement | null): void => {
  const first = place?.querySelector<HTMLElement>('input:checked, input, button, textarea')
  const phone = window.matchMedia('(max-width: 699px)').matches
  place?.scrollIntoView({ block: phone ? 'start' : 'nearest' })
  first?.focus({ preventScroll: phone })
}

/** Where a person says what it is; closing asks for it where somebody may be in danger. */
export const whatItIsId = 'what-it-is'
export const toWhatItIs = (): void => focusFirst(document.getElementById(whatItIsId))

/** The acts of this conversation, by button and by key. */
export const useConversation = (c: Whole | undefined, { id, search, acts }: ConversationProps) => {
  const navigate = useNavigate()
  const taking = useTake(id)
  const replying = useReply(c)
  const [asked, ask] = useState<Asked>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const hide = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  const holder = c?.row.holder ?? null
  const free = c !== undefined && holder === null && c.stage === 'open' && c.may.work && !c.closedToYou
  const mine = holder?.you === true

  const takeIt = (): void => {
    if (free) void taking.take()
    else if (holder && !mine) ask('over')
  }
  const reply = (): void => {
    if (mine) replying.start()
    else if (!free || !mayAnswer(c)) focusFirst(replying.box.current)
    else {
      wanted.current = true
      void taking.take()
    }
  }
  const toOutcome = (): void => focusFirst(outcome.current)
  acts.current = {
    t: takeIt,
    r: reply,
    a: () => c?.may.work && c.stage === 'open' && (!holder || mine) && ask('hand'),
    h: () => focusFirst(hide.current),
    o: toOutcome,
    c: toWhatItIs,
  }

  const { start } = replying
  const begin = useRef(start)
  begin.current = start
  const version = c?.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer begins on the version that was read after it was taken
  useEffect(() => {
    if (!mine || !wanted.current) return
    wanted.current = false
    begin.current()
  }, [mine, version])

  const once = useRef<string | null>(null)
  const wish = search.do
  const ready = c !== undefined && !c.closedToYou
  const act = useRef({ takeIt, reply })
  act.current = { takeIt, reply }
  useEffect(() => {
    if (!wish || !ready || once.current === `${id} ${wish}`) return
    once.current = `${id} ${wish}`
    if (wish === 'reply') act.current.reply()
    else act.current.takeIt()
    const { show, account } = search
    void navigate({
      to: '/desk/$id',
      params: { id },
      search: { show, account },
      replace: true,
      resetScroll: false,
    })
  }, [wish, ready, id, navigate, search])

  return { taking, replying, asked, ask, outcome, hide, takeIt, reply, toOutcome }
}
