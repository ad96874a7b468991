import { expect, test } from 'vitest'
import { decodeEntities, hashtagsIn, linksIn, mentionsIn, repairMojibake } from './said.ts'

test('words, hashtags, mentions and links', () => {
  expect(hashtagsIn('#Westport and #ŷdmon1, not #1 nor a#b or &#39;')).toEqual(['Westport', 'ŷdmon1'])
  expect(mentionsIn('@a_b. and @c@d.example, mail x@y.example')).toEqual(['a_b', 'c@d.example'])
  expect(linksIn('See https://a.example/b?c=d. (http://e.example)')).toEqual([
    'https://a.example/b?c=d',
    'http://e.example',
  ])
  expect(linksIn('https://a.example/?to=https://b.example')).toEqual(['https://a.example/?to=https://b.example'])
  expect(linksIn('http://'.repeat(100_000))).toHaveLength(1)
  expect(decodeEntities('&lt;b&gt; &amp;amp; &#39;&#x1F600; &nope; &#0;')).toBe("<b> &amp; '😀 &nope; &#0;")
  expect(repairMojibake('CafÃ© â\u0080\u0099')).toBe('Café ’')
  expect(repairMojibake('Café ’')).toBe('Café ’')
  expect(repairMojibake('Café')).toBe('Café')
})
