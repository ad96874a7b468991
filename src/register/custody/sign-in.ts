import type { Outcome } from '../../foundation/outcome.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** The page on which a person arrives from the network: what came of it, and the way on. No script, nothing from elsewhere. */
export const returnPage = (back: Outcome<{ id: string; handle: string }>): string => {
  const heading = back.ok ? `@${back.value.handle} is connected` : 'The account is not connected'
  const words = back.ok ? 'The keys are in custody. Nobody sees them.' : back.refusal.words
  const to = back.ok ? `/register/${encodeURIComponent(back.value.id)}` : '/register'
  const page = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(heading)}</title></head><body><main>`,
    `<h1>${escaped(heading)}</h1><p>${escaped(words)}</p>`,
    `<p><a href="${to}">Go on in Front Counter</a></p></main></body></html>`,
  ]
  return page.join('\n')
}
