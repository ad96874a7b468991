import { useEffect, useRef, useState } from 'react'
import type { Content } from '../../../posting/content.ts'
import { saveDraft, startDraft } from '../../../posting/post.contract.ts'
import { call } from '../../call.ts'
import { isBlank, sameContent } from './edit-content.ts'
import { forget, keep } from './kept.ts'
import { notSavedBy, type Saving, theirsIn } from './saving.ts'

/** Words are saved this long after typing stops. */
const pause = 1200

export type Opened = {
  /** Null for a draft that the server does not know yet. */
  id: string | null
  edit: number
  /** As the server has it. */
  saved: Content
  /** What stands on the page: the same, or words that this device kept. */
  content: Content
  savedAt: string | null
  me: string
}

export type Drafting = {
  content: Content
  change: (next: Content | ((content: Content) => Content)) => void
  saving: Saving
  id: string | null
  /** Saves what is not saved yet; null when it did not come through, and the page says why. */
  saveNow: () => Promise<{ id: string; edit: number } | null>
  /** Two people wrote: mine over theirs, or theirs. */
  settle: (whose: 'mine' | 'theirs') => void
  /** An asking ended, because what was asked for was changed. */
  askingEnded: boolean
  /** It was sent or put away: nothing is kept here any more, and nothing is saved again. */
  finish: () => void
}

/** A draft that is saved while it is written: here at once, on the server when typing stops. Never sends words anywhere else. */
export const useDraft = (opened: Opened, onMade: (id: string) => void): Drafting => {
  const [content, setContent] = useState(opened.content)
  const [saving, setSaving] = useState<Saving>(() => {
    if (!sameContent(opened.content, opened.saved)) return { kind: 'waiting' }
    return opened.savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: opened.savedAt }
  })
  const [askingEnded, setAskingEnded] = useState(false)
  const [id, setId] = useState(opened.id)
  const now = useRef({
    id: opened.id,
    edit: opened.edit,
    saved: opened.saved,
    savedAt: opened.savedAt,
    content: opened.content,
    finished: false,
    conflict: false,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  // A new draft begins with its first words: ticking an account alone leaves nothing behind.
  const bare = (): boolean => now.current.id === null && isBlank(now.current.content)
  const dirty = (): boolean => !now.current.finished && !bare() && !sameContent(now.current.content, now.current.saved)
  const keepHere = (): boolean =>
    keep(localStorage, opened.me, now.current.id, {
      content: now.current.content,
      edit: now.current.id === null ? null : now.current.edit,
      at: new Date().toISOString(),
    })

  const saved = (sent: Content, at: string): void => {
    now.current.saved = sent
    now.current.savedAt = at
    if (dirty()) setSaving({ kind: 'waiting' })
    else same()
  }

  /** What stands here is what the server has; also where somebody typed and took it back. */
  const same = (): void => {
    forget(localStorage, opened.me, now.current.id)
    const { savedAt: at } = now.current
    setSaving(at === null ? { kind: 'untouched' } : { kind: 'saved', at })
  }

  const once = async (): Promise<boolean> => {
    const { id: known, edit, content: sent } = now.current
    if (now.current.conflict) return false
    if (!dirty()) {
      if (!now.current.finished) same()
      return true
    }
    setSaving({ kind: 'saving' })
    try {
      if (known === null) {
        const made = await call(startDraft, { content: sent })
        forget(localStorage, opened.me, null)
        now.current.id = made.id
        now.current.edit = made.edit
        setId(made.id)
        saved(sent, new Date().toISOString())
        onMade(made.id)
        return true
      }
      const answer = await call(saveDraft, { id: known, edit, content: sent })
      now.current.edit = answer.edit
      if (answer.approvalEnded) setAskingEnded(true)
      saved(sent, answer.savedAt)
      return true
    } catch (cause) {
      return failed(cause, sent)
    }
  }

  const failed = (cause: unknown, sent: Content): boolean => {
    const theirs = theirsIn(cause)
    if (theirs && sameContent(theirs.content, sent)) {
      // It was our own save whose answer was lost: the server has these very words.
      now.current.edit = theirs.edit
      saved(sent, theirs.at)
      return true
    }
    if (theirs) {
      now.current.conflict = true
      keepHere()
      setSaving({ kind: 'conflict', theirs })
      return false
    }
    setSaving(notSavedBy(cause, new Date(), keepHere()))
    return false
  }

  const save = (): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current = running.current.then(once, once)
    return running.current
  }

  const change: Drafting['change'] = (next) => {
    const made = typeof next === 'function' ? next(now.current.content) : next
    now.current.content = made
    setContent(made)
    if (!dirty()) return
    keepHere()
    if (now.current.conflict) return
    setSaving((s) => (s.kind === 'notSaved' ? s : { kind: 'waiting' }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), pause)
  }

  const settle: Drafting['settle'] = (whose) => {
    if (saving.kind !== 'conflict') return
    const { theirs } = saving
    now.current.edit = theirs.edit
    now.current.saved = theirs.content
    now.current.conflict = false
    if (whose === 'theirs') {
      now.current.content = theirs.content
      setContent(theirs.content)
    }
    if (dirty()) void save()
    else saved(theirs.content, theirs.at)
  }

  const latest = useRef({ save, dirty, keepHere })
  latest.current = { save, dirty, keepHere }
  useEffect(() => {
    const leave = (): void => {
      if (latest.current.dirty()) latest.current.keepHere()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
      if (latest.current.dirty()) void latest.current.save()
    }
  }, [])

  return {
    content,
    change,
    saving,
    id,
    askingEnded,
    settle,
    saveNow: async () => {
      const ok = (await save()) && !dirty()
      const { id: known, edit } = now.current
      return ok && known !== null ? { id: known, edit } : null
    },
    finish: () => {
      now.current.finished = true
      clearTimeout(timer.current)
      forget(localStorage, opened.me, now.current.id)
    },
  }
}
