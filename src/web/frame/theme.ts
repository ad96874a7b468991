import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

/** public/theme.js reads the same key before the first paint. */
const themeKey = 'front-counter.theme'
const keysKey = 'front-counter.keys'

const listeners = new Set<() => void>()
const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Storage may be shut off; then choices last as long as the page. */
const memory = new Map<string, string>()
const keep = (key: string, value: string): void => {
  memory.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in memory above.
  }
  for (const tell of listeners) tell()
}
const kept = (key: string): string | null => {
  try {
    return memory.get(key) ?? localStorage.getItem(key)
  } catch {
    return memory.get(key) ?? null
  }
}

const themeNow = (): Theme => {
  const value = kept(themeKey)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** The colours of this device: as the system says, or as chosen here. */
export const chooseTheme = (theme: Theme): void => {
  keep(themeKey, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow)

/** Whether single letter keys work here. They can be switched off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => kept(keysKey) !== 'off'

export const chooseSingleKeys = (on: boolean): void => keep(keysKey, on ? 'on' : 'off')

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn)
