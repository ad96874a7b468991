import { expect, test } from 'vitest'
import { Fault, Refused } from '../../call.ts'
import { refusalIn } from './upload-answer.ts'

test('a refusal keeps its words, and a fault its reference', () => {
  const no = refusalIn({ refusal: { id: 'notPicture', words: 'Not a picture.' } }, 422, '/api/pictures')
  expect(no).toBeInstanceOf(Refused)
  expect(no.message).toBe('Not a picture.')
  const broken = refusalIn({ fault: { reference: 'ab12' } }, 500, '/api/pictures')
  expect(broken).toBeInstanceOf(Fault)
  expect(broken.message).toContain('ab12')
  expect(refusalIn(null, 502, '/api/pictures').message).toContain('502 /api/pictures')
})
