import type { z } from 'zod'
import { instantOf } from '../../posting/schedule.ts'
import type { AccountClass, AccountKind, SignaturePlace } from '../../register/account.ts'
import type { CoverHours } from '../../register/cover.ts'
import type { AccountPage, accountFields } from '../../register/register.contract.ts'
import { wallDay } from '../say.ts'

/** What somebody has written into the form so far. */
export type AccountDraft = {
  status: 'proposed' | 'live' | 'unofficial'
  network: string | null
  handle: string
  name: string
  class: AccountClass | null
  kind: AccountKind
  purpose: string
  area: string
  ownerOfficeId: string | null
  supervisorOfficeId: string | null
  signaturePlace: SignaturePlace
  cover: CoverHours[]
  lateness: string
  objectiveIds: string[]
  review: string
}

export const emptyDraft: AccountDraft = {
  status: 'proposed',
  network: null,
  handle: '',
  name: '',
  class: null,
  kind: 'collective',
  purpose: '',
  area: '',
  ownerOfficeId: null,
  supervisorOfficeId: null,
  signaturePlace: 'suffix',
  cover: [],
  lateness: '30',
  objectiveIds: [],
  review: '',
}

export const draftOf = ({ account: a }: AccountPage, zone: string): AccountDraft => ({
  ...emptyDraft,
  network: a.network,
  handle: a.handle,
  name: a.name,
  class: a.class,
  kind: a.kind,
  purpose: a.purpose,
  area: a.area ?? '',
  ownerOfficeId: a.owner?.officeId ?? null,
  supervisorOfficeId: a.supervisor?.officeId ?? null,
  signaturePlace: a.signaturePlace,
  cover: a.coverHours,
  lateness: String(a.latenessMinutes),
  objectiveIds: a.objectives.map((o) => o.id),
  review: a.nextReviewAt ? wallDay(a.nextReviewAt, zone) : '',
})

const minutesIn = (text: string): number | null => {
  const n = Number(text)
  return /^\d{1,4}$/.test(text.trim()) && n >= 1 && n <= 1440 ? n : null
}

/** Which fields still stop it from being saved. */
export const wrongIn = (d: AccountDraft) => ({
  network: d.network === null,
  handle: d.handle.trim() === '',
  name: d.name.trim() === '',
  class: d.class === null,
  purpose: d.purpose.trim() === '',
  lateness: minutesIn(d.lateness) === null,
})

/** What is sent; null while something is missing. */
export const fieldsOf = (d: AccountDraft, zone: string): z.input<typeof accountFields> | null => {
  const latenessMinutes = minutesIn(d.lateness)
  if (Object.values(wrongIn(d)).some(Boolean) || d.network === null || d.class === null || latenessMinutes === null)
    return null
  return {
    network: d.network,
    handle: d.handle,
    name: d.name,
    class: d.class,
    kind: d.kind,
    purpose: d.purpose,
    area: d.area.trim() === '' ? null : d.area,
    ownerOfficeId: d.ownerOfficeId,
    supervisorOfficeId: d.supervisorOfficeId,
    signaturePlace: d.signaturePlace,
    cover: d.cover,
    latenessMinutes,
    objectiveIds: d.objectiveIds,
    nextReviewAt: d.review === '' ? null : (instantOf(`${d.review}T09:00`, zone)?.instant.toISOString() ?? null),
  }
}
