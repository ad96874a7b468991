import type { AccountClass } from './account.ts'

/** '@WestshirePolice ' gives 'WestshirePolice'. */
export const tidyHandle = (handle: string): string => handle.trim().replace(/^@+/, '')

export const sameHandle = (a: string, b: string): boolean => tidyHandle(a).toLowerCase() === tidyHandle(b).toLowerCase()

/** One thing to think about; advice only, because a good name may break any convention. */
export type HandleRemark = { id: 'spaces' | 'personalName' | 'forceNotNamed' | 'digits' | 'lookAlike'; words: string }

export type HandleCheck = {
  handle: string
  class: AccountClass
  /** Family names of the people who answer for it or write on it. */
  familyNames: readonly string[]
  /** Words of which one shows whose account it is: 'westshire', 'police'. */
  forceWords: readonly string[]
}

/** Light checks against what handles of UK forces have in common. */
export const handleRemarks = (check: HandleCheck): HandleRemark[] => {
  const handle = tidyHandle(check.handle)
  const plain = handle.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const name = check.familyNames.find((n) => n.length > 2 && plain.includes(n.toLowerCase()))
  const remarks: (HandleRemark | false)[] = [
    /\s/.test(handle) && { id: 'spaces', words: 'A handle has no spaces.' },
    check.class !== 'individual' &&
      name !== undefined && {
        id: 'personalName',
        words: `The handle holds the name ${name}. A team’s account outlives its people.`,
      },
    check.class !== 'individual' &&
      !check.forceWords.some((word) => word !== '' && plain.includes(word.toLowerCase())) && {
        id: 'forceNotNamed',
        words: 'Nothing in the handle says whose account it is.',
      },
    /\d{3,}/.test(handle) && { id: 'digits', words: 'Numbers in a handle look like an imitation.' },
    /[^\p{Script=Latin}\p{N}._@-]/u.test(handle.replace(/\s/g, '')) && {
      id: 'lookAlike',
      words: 'The handle holds letters that look like others.',
    },
  ]
  return remarks.filter((r) => r !== false)
}
