/** The nine triage categories (requirement INB-2), in order of risk. */
export const categories = [
  'threatOrVulnerable',
  'callForService',
  'intelligence',
  'complaint',
  'informationRequest',
  'question',
  'comment',
  'abuse',
  'media',
] as const

export type Category = (typeof categories)[number]

type Described = { label: string; says: string }

export const described: Readonly<Record<Category, Described>> = {
  threatOrVulnerable: {
    label: 'Threat to life or vulnerable person',
    says: 'Somebody may be hurt, is threatening harm, or cannot keep themselves safe.',
  },
  callForService: { label: 'Call for service', says: 'Something has happened that needs the police to act.' },
  intelligence: {
    label: 'Intelligence',
    says: 'Information about crime or about a wanted person; keep it restricted.',
  },
  complaint: { label: 'Complaint', says: 'Somebody is unhappy with what the force or an officer did or did not do.' },
  informationRequest: {
    label: 'FOI or subject access request',
    says: 'A request for recorded information or for their own data; a legal clock may be running.',
  },
  question: { label: 'Question', says: 'Somebody wants to know something and nobody is at risk.' },
  comment: { label: 'Thanks or comment', says: 'Thanks, a joke or an opinion that asks nothing of us.' },
  abuse: { label: 'Abuse or spam', says: 'Insults, advertising or a trick link.' },
  media: { label: 'Media', says: 'A journalist or a programme maker; for the press office.' },
}

/** 1 is the greatest risk. */
export const rank = (category: Category): number => categories.indexOf(category) + 1

/** A machine may suggest these three; only a person decides them, and only a person takes a message out of them. */
export const needsPerson = (category: Category): boolean => rank(category) <= 3
