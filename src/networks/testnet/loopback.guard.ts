const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The fetch of every network test: anything that would leave this machine fails at once. */
export const loopbackFetch: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (!loopback.has(url.hostname)) return Promise.reject(new Error(`a test may not leave loopback: ${url.hostname}`))
  return fetch(input, init)
}
