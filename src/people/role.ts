import { z } from 'zod'

/** Every role a person may hold, in the order in which screens list them. Identifiers are the glossary's. */
export const roles = {
  productOwner: {
    label: 'Product owner',
    does: 'Looks after this product: people, roles and settings. The first person here is one.',
  },
  informationAssetOwner: { label: 'Information asset owner', does: 'Answers for the information that is kept here.' },
  headOfCommunications: {
    label: 'Head of communications',
    does: 'Decides what the force says when it matters most, and how it says it.',
  },
  corporateCommunications: {
    label: 'Corporate communications',
    does: 'Plans, keeps the register of accounts and approves posts.',
  },
  communicationsOfficer: {
    label: 'Communications officer',
    does: 'Writes, approves and watches over what goes out, at night alone.',
  },
  deskAgent: { label: 'Digital desk agent', does: 'Sees first what people ask us, and answers or passes it on.' },
  accountHolder: { label: 'Account holder', does: 'Runs an account of the force and knows how it signs in.' },
  contributor: { label: 'Contributor', does: 'Writes for an account of the force, in their own name.' },
  supervisor: { label: 'Supervisor', does: 'Approves the posts of a team and helps them to write better.' },
  chiefOfficer: { label: 'Chief officer', does: 'Speaks for the force, and releases what is said in their name.' },
  staffOfficer: { label: 'Staff officer', does: 'Writes for a chief officer, who releases it.' },
  sio: { label: 'Senior investigating officer', does: 'Decides what may be said about an investigation.' },
  oic: { label: 'Officer in the case', does: 'Decides about names, pictures and appeals in their case.' },
  gold: { label: 'Gold', does: 'Decides everything that is said during an incident.' },
  informationManager: {
    label: 'Information manager',
    does: 'Answers requests for information and decides how long it is kept.',
  },
  informationSecurity: { label: 'Information security', does: 'Checks who has access, and may stop everything.' },
  professionalStandards: {
    label: 'Professional standards',
    does: 'Reads who wrote, who approved and what the rules said.',
  },
  welshLanguageOfficer: { label: 'Welsh-language officer', does: 'Writes and checks the Welsh form of a post.' },
  trainer: { label: 'Trainer', does: 'Plays the public on the practice network, and lets it go wrong on purpose.' },
  inspector: {
    label: 'Inspector',
    does: 'Compares the figures of forces that let their inspectorate; reads no words of theirs.',
  },
  reviewer: { label: 'Reviewer', does: 'Reads everything that is shown to an inspector, and changes nothing.' },
} as const satisfies Record<string, { label: string; does: string }>

export type Role = keyof typeof roles

/** The identifiers, in the order of the list. */
export const roleIds = Object.keys(roles) as [Role, ...Role[]]

const isRole = (id: string): id is Role => Object.hasOwn(roles, id)

/** What people call a role; one that is not known any more by its identifier. */
export const roleName = (id: string): string => (isRole(id) ? roles[id].label : id)

export const roleSchema = z.enum(roleIds)

const confirmed: readonly string[] = [
  'productOwner',
  'informationSecurity',
  'headOfCommunications',
  'corporateCommunications',
  'communicationsOfficer',
  'supervisor',
  'chiefOfficer',
  'sio',
  'oic',
  'gold',
] satisfies Role[]

/** Roles that release, decide, or give others what they may do: a second person confirms them. */
export const needsSecondPerson = (role: string): boolean => confirmed.includes(role)

/** Roles that give access to keys or to people: they are asked for a second factor, and the force may insist on it. */
export const guardedRoles: readonly Role[] = ['productOwner', 'informationSecurity']

/** Roles that release, decide or hold keys: a second factor is advised. */
export const secondFactorAdvised: readonly Role[] = [
  ...guardedRoles,
  'headOfCommunications',
  'corporateCommunications',
  'communicationsOfficer',
  'accountHolder',
  'supervisor',
  'chiefOfficer',
  'gold',
]
