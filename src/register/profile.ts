import type { ConventionFinding, ProfileConvention } from './convention.ts'
import { type Cover, coverWords } from './cover.ts'

export type ProfileFinding = ConventionFinding<'whoRunsIt' | 'notForEmergencies' | 'numbers' | 'hours' | 'houseRules'>

export type ProfileCheck = {
  /** The words by which the account says who it is. */
  profile: string
  /** What the account is called, and the office that answers for it. */
  name: string
  office: string | null
  cover: Cover
  convention: ProfileConvention
}

const runBy =
  /\b(run|managed|staffed|looked after|updated|written|kept) by\b|\b(posts|tweets|messages|words) (by|from)\b|\bfrom (the|your) [^.]*\b(team|officers|desk|section|unit|staff)\b|\b(we are|your) [^.]*\b(team|officers|desk|section|unit|staff)\b|\brhedir gan\b|\bgan (y|eich) t[iî]m\b/iu
const notEmergencies =
  /\b(not|never|don['’]t|do not|cannot|can['’]t)\b[^.!]{0,60}\b(emergenc\w*|report\w*|crimes?)|\bemergenc\w*[^.!]{0,30}\b999\b|\b999\b[^.!]{0,30}\b(emergenc\w*|danger)|\b(peidiwch|nid)\b[^.!]{0,60}\b(argyfwng|argyfyngau|brys|adrodd)|\b(argyfwng|brys)[^.!]{0,30}\b999\b/iu
const hours =
  /\b24 ?(hours|\/ ?7)|\b\d{1,2}([:.]\d\d)? ?(am|pm)?\s?(–|-|to|until)\s?\d{1,2}([:.]\d\d)? ?(am|pm)?\b|\bnot (always |constantly )?(monitored|looked at|watched|read)\b|\bunmonitored\b|\b(monitored|looked at|read) (daily|weekdays|in office hours)|\boffice hours\b|\b24 awr\b|\bheb ei fonitro\b/iu
const link = /\bhttps?:\/\/\S+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(uk|police|com|org|net|wales|cymru|scot|example)(\/\S*)?/iu

const absent = { from: 0, to: 0 }

const office = ({ office: title, name }: ProfileCheck): string => `Run by ${title ? `the team of the ${title}` : name}.`
const stated = (cover: Cover): string => {
  const words = coverWords(cover)
  if (words === '') return 'Not looked at all the time.'
  return words === '24 hours' ? 'Looked at 24 hours a day.' : `Looked at ${words}.`
}
const address = ({ convention }: ProfileCheck): string | null =>
  convention.houseRules ? `House rules: ${convention.houseRules}` : null

/** `https://www.example.org/rules/` and `example.org/rules` are one address. */
const bare = (url: string): string => url.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '')

const numbersMissing = (check: ProfileCheck): ProfileFinding | null => {
  const has = { 999: /\b999\b/.exec(check.profile), 101: /\b101\b/.exec(check.profile) }
  if (has[999] && has[101]) return null
  const one = has[999] ?? has[101]
  return {
    id: 'numbers',
    ...(one ? { from: one.index, to: one.index + 3 } : absent),
    words: one ? `It gives ${one[0]} and not ${has[999] ? '101' : '999'}.` : 'It says neither 999 nor 101.',
    fix: 'Give both numbers, and say which is for what.',
    wording: 'In an emergency call 999, otherwise 101.',
  }
}

/** A profile against what the force asks of it; every finding gives a sentence that could stand there. */
export const profileFindings = (check: ProfileCheck): ProfileFinding[] => {
  const { profile, convention: asks, cover } = check
  const rules = address(check)
  const found: (ProfileFinding | false | null)[] = [
    asks.whoRunsIt &&
      !runBy.test(profile) && {
        id: 'whoRunsIt',
        ...absent,
        words: 'It does not say who runs it.',
        fix: 'Say which team, so that people know who answers.',
        wording: office(check),
      },
    asks.notForEmergencies &&
      !notEmergencies.test(profile) && {
        id: 'notForEmergencies',
        ...absent,
        words: 'It does not say that emergencies are not reported here.',
        fix: 'Say it before somebody waits for an answer that does not come.',
        wording: 'Not for emergencies.',
      },
    asks.numbers && numbersMissing(check),
    asks.hours &&
      !hours.test(profile) && {
        id: 'hours',
        ...absent,
        words: 'It does not say when somebody looks.',
        fix: 'Give the hours that the register states.',
        wording: stated(cover),
      },
    asks.houseRules !== null &&
      !(asks.houseRules === '' ? link.test(profile) : profile.toLowerCase().includes(bare(asks.houseRules))) && {
        id: 'houseRules',
        ...absent,
        words: rules ? `It has no link to the house rules.` : 'It links to no page of the force.',
        fix: 'Link to what may be said here and what is taken down.',
        wording: rules,
      },
  ]
  return found.filter((f) => f !== false && f !== null)
}

/** A whole profile that says everything: what was written, with what is missing put behind it. */
export const profileWording = (check: ProfileCheck): string => {
  const added = profileFindings(check).flatMap((f) => f.wording ?? [])
  // Where both are missing, one sentence says both.
  const both = added.includes('Not for emergencies.') && added.includes('In an emergency call 999, otherwise 101.')
  const sentences = both
    ? added
        .filter((s) => s !== 'In an emergency call 999, otherwise 101.')
        .map((s) => (s === 'Not for emergencies.' ? 'Not for emergencies: call 999, otherwise 101.' : s))
    : added
  return [check.profile.trim(), ...sentences].filter((s) => s !== '').join(' ')
}
