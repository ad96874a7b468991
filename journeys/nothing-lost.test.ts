import { expect, test } from 'vitest'
import { callAs, firstRun, openBrowser, openCounter, sit } from './counter.testbed.ts'

test('what was acknowledged is still there after the program was killed in the middle of its work', async () => {
  const browser = await openBrowser()
  let counter = await openCounter({ DEMO: 'no' })
  try {
    const seat = await sit(browser, counter.address)
    await firstRun(counter, seat)
    const acknowledged: string[] = []
    const content = (n: number) => ({ pieces: [`Draft ${n}, kept as it is typed.`] })
    let going = true
    const writing = (async () => {
      for (let n = 0; going && n < 500; n++) {
        const made = await callAs(seat, 'POST', '/api/posts', { content: content(n) }).catch(() => null)
        if (made?.status === 200) acknowledged.push((made.body as { id: string }).id)
      }
    })()
    while (acknowledged.length < 25) await new Promise((r) => setTimeout(r, 10))
    await counter.kill()
    going = false
    await writing
    const began = Date.now()
    counter = await openCounter({ DEMO: 'no', PORT: new URL(counter.address).port }, counter.folder)
    expect(Date.now() - began).toBeLessThan(60_000)
    const kept = await Promise.all(acknowledged.map((id) => callAs(seat, 'GET', `/api/posts/${id}`)))
    expect(kept.filter((k) => k.status !== 200)).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(25)
  } finally {
    await counter.stop()
    await browser.close()
  }
})
