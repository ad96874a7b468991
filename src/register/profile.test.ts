import { expect, test } from 'vitest'
import { ordinaryConvention } from './convention.ts'
import { type ProfileCheck, profileFindings, profileWording } from './profile.ts'

const rules = 'https://www.westshire.police.example/house-rules'
const check = (profile: string, over: Partial<ProfileCheck> = {}): ProfileCheck => ({
  profile,
  name: 'Harrowfield Police',
  office: 'Harrowfield inspector',
  cover: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })),
  convention: { ...ordinaryConvention('Westshire Police').profile, houseRules: rules },
  ...over,
})
const ids = (profile: string, over: Partial<ProfileCheck> = {}) =>
  profileFindings(check(profile, over)).map((f) => f.id)

test('profiles that say everything are left alone, however they say it', () => {
  for (const profile of [
    `Run by Harrowfield officers. Not for emergencies: call 999, otherwise 101. Looked at Mon–Fri 9–17. ${rules}`,
    'Your Harrowfield neighbourhood team. Don’t report crime here. 101 or, in danger, 999. Monitored 9am to 5pm. westshire.police.example/house-rules',
    'Managed by Corporate Communications 24/7. In an emergency dial 999. 101 for everything else. westshire.police.example/house-rules',
    'Rhedir gan y tîm. Peidiwch ag adrodd trosedd yma: 101, brys 999. 24 awr. westshire.police.example/house-rules',
  ])
    expect(ids(profile)).toEqual([])
})

test('each thing that is missing is told, with a sentence that could stand there', () => {
  expect(ids('')).toEqual(['whoRunsIt', 'notForEmergencies', 'numbers', 'hours', 'houseRules'])
  expect(profileFindings(check('')).map((f) => f.wording)).toEqual([
    'Run by the team of the Harrowfield inspector.',
    'Not for emergencies.',
    'In an emergency call 999, otherwise 101.',
    'Looked at Mon–Fri 9–17.',
    `House rules: ${rules}`,
  ])
  expect(ids('News and views. Followed by 9,101 people since 1999.')).toContain('numbers')
  expect(profileFindings(check('Emergency? Call 999.')).find((f) => f.id === 'numbers')).toMatchObject({
    from: 16,
    to: 19,
  })
  expect(ids('House rules: othershire.police.example')).toContain('houseRules')
})

test('what the force does not ask for is not missed', () => {
  const none = { whoRunsIt: false, notForEmergencies: false, numbers: false, hours: false, houseRules: null }
  expect(ids('', { convention: none })).toEqual([])
  expect(ids('See example.police.uk', { convention: { ...none, houseRules: '' } })).toEqual([])
})

test('the whole wording says everything, whatever was there before', () => {
  for (const profile of ['', 'Harrowfield Police.', 'Call 101.', 'Not for emergencies.']) {
    const whole = profileWording(check(profile))
    expect(ids(whole)).toEqual([])
    expect(whole.startsWith(profile)).toBe(true)
  }
  expect(profileWording(check('', { cover: [] }))).toContain('Not looked at all the time.')
})
