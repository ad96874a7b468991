import type { Config } from './config.ts'

/** One line of JSON an event, to standard error. Say ids, never words, names or keys. */
export type Log = {
  debug(event: string, ids?: Record<string, unknown>): void
  info(event: string, ids?: Record<string, unknown>): void
  /** A fault: kept with its reference, which is what the person was shown. */
  fault(event: string, error: unknown, ids?: Record<string, unknown>): void
}

export function logTo(level: Config['log']): Log {
  const write = (kind: string, event: string, ids: Record<string, unknown>) =>
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), kind, event, ...ids })}\n`)
  return {
    debug: (event, ids = {}) => level === 'debug' && write('debug', event, ids),
    info: (event, ids = {}) => level !== 'silent' && write('info', event, ids),
    fault: (event, error, ids = {}) => {
      if (level === 'silent') return
      const e = error instanceof Error ? error : new Error(String(error))
      write('fault', event, {
        ...ids,
        error: e.name,
        words: withoutSecrets(e.message),
        stack: withoutSecrets(e.stack ?? '')
          .split('\n')
          .slice(1, 6),
      })
    },
  }
}

const withoutSecrets = (words: string) =>
  words.replace(/(postgres(?:ql)?:\/\/[^:/@\s]+:)[^@\s]+@/g, '$1…@').replace(/\b(eyJ[\w-]{10,}\.[\w.-]+)/g, '…')
