/** How long the practice network waits when nobody said how long. */
export const usualSeconds = 60

/** False when the caller gave up meanwhile. */
export const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((done) => {
    if (signal.aborted) return done(false)
    const end = (whole: boolean) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      done(whole)
    }
    const stop = () => end(false)
    const timer = setTimeout(() => end(true), ms)
    signal.addEventListener('abort', stop)
  })
