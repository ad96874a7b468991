import { useEffect, useRef, useState } from 'react'
import type { Content } from '../../../posting/content.ts'
import type { DraftFacts } from '../../../posting/facts.ts'
import type { Override } from '../../../rulebook/finding.ts'
import type { Verdict } from './verdict.ts'

/** The rules look this long after typing stops (WCAG: nothing is announced at every letter). */
const stillFor = 600
const again = 60_000

export type Looking = {
  verdict: Verdict | null
  /** The words have changed since the rules looked. */
  stale: boolean
  /** The rulebook could not be read; the server checks all the same before anything goes out. */
  failed: boolean
  retry: () => void
}

type Asked = {
  content: Content
  facts: DraftFacts
  now: () => Date
  overrides: readonly Override[]
  authorIsMe: boolean
}

/** Reads the rulebook once and looks at the words whenever typing stops, and once a minute, because time changes what is true. */
export const useVerdict = (asked: Asked): Looking => {
  const { content, facts, overrides, authorIsMe } = asked
  const [seen, setSeen] = useState<{ verdict: Verdict; of: Content; facts: DraftFacts } | null>(null)
  const [failed, setFailed] = useState(false)
  const [tick, setTick] = useState(0)
  const now = useRef(asked.now)
  now.current = asked.now
  const first = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick means that a minute has gone by, or that somebody tries again
  useEffect(() => {
    let gone = false
    const look = async (): Promise<void> => {
      try {
        const { verdictOf } = await import('./verdict.ts')
        if (gone) return
        setFailed(false)
        setSeen({ verdict: verdictOf(content, facts, now.current(), { overrides, authorIsMe }), of: content, facts })
      } catch {
        if (!gone) setFailed(true)
      }
    }
    const timer = setTimeout(() => void look(), first.current ? 0 : stillFor)
    first.current = false
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [content, facts, overrides, authorIsMe, tick])

  useEffect(() => {
    const timer = setInterval(() => setTick((n) => n + 1), again)
    return () => clearInterval(timer)
  }, [])

  return {
    verdict: seen?.verdict ?? null,
    stale: seen !== null && (seen.of !== content || seen.facts !== facts),
    failed,
    retry: () => setTick((n) => n + 1),
  }
}
