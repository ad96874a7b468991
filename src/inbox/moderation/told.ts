/** What the one who was moderated reads, in both languages. Pure; every text fits the shortest network with its signature. */
import { type Act, appealDays } from './moderation.ts'

export type Language = 'en' | 'cy'
export type InBoth = { readonly [language in Language]: string }

const did: { readonly [act in Act]: InBoth } = {
  hide: { en: 'We hid your comment', cy: 'Rydym wedi cuddio eich sylw' },
  report: {
    en: 'We reported your comment to this network',
    cy: 'Rydym wedi rhoi gwybod i’r rhwydwaith hwn am eich sylw',
  },
  mute: { en: 'We no longer read your comments here', cy: 'Nid ydym yn darllen eich sylwadau yma mwyach' },
  block: {
    en: 'We blocked you from writing to this account',
    cy: 'Rydym wedi eich rhwystro rhag ysgrifennu at y cyfrif hwn',
  },
}

/** Why it was done and how to appeal: ready to begin an answer with. `until`: a day in words, where it ends. */
export function tellThem(
  language: Language,
  m: { act: Act; code: string; title: string; reference: string; until: string | null },
): string {
  if (language === 'cy') {
    const end = m.until ? ` tan ${m.until}` : ''
    return `${did[m.act].cy}${end}. Rheswm: ${m.code}, ${m.title}. Os ydym yn anghywir, apeliwch o fewn ${appealDays} diwrnod drwy’r ffurflen ar ein gwefan, gan nodi ${m.reference}. Mewn argyfwng ffoniwch 999.`
  }
  const end = m.until ? ` until ${m.until}` : ''
  return `${did[m.act].en}${end}. Reason: ${m.code}, ${m.title}. If we are wrong, appeal within ${appealDays} days with the form on our website, quoting ${m.reference}. In an emergency call 999.`
}

/** The answer to an appeal. */
export function tellAppeal(language: Language, a: { outcome: 'upheld' | 'lifted'; reference: string }): string {
  if (language === 'cy')
    return a.outcome === 'lifted'
      ? `Eich apêl ${a.reference}: roeddech yn iawn. Mae ein penderfyniad wedi’i wrthdroi. Mae’n ddrwg gennym.`
      : `Eich apêl ${a.reference}: edrychodd rhywun arall arno, ac mae’r penderfyniad yn sefyll. Gallwch gwyno drwy ein gwefan.`
  return a.outcome === 'lifted'
    ? `Your appeal ${a.reference}: you were right. Our decision is reversed, and we are sorry.`
    : `Your appeal ${a.reference}: somebody else looked again, and the decision stands. You can complain through our website.`
}

/** How to appeal, for the public page. */
export const appealRoute: InBoth = {
  en: `If we hid what you wrote, or muted or blocked you, we tell you which standard it broke and a reference that begins with M. If you think we are wrong, appeal within ${appealDays} days: use the contact form on our website, or hand in or post a letter at any of our front counters, and quote the reference. Say in your own words why. Somebody who did not take the decision looks at it again and tells you the outcome and the reason. If they find that we were wrong, we put it right on the network. Every mute and every block ends by itself. Disliking the police, or saying so, breaks no standard.`,
  cy: `Os ydym wedi cuddio’r hyn a ysgrifennoch, neu wedi eich tawelu neu eich rhwystro, byddwn yn dweud wrthych pa safon a dorrwyd ac yn rhoi cyfeirnod sy’n dechrau ag M. Os ydych yn credu ein bod yn anghywir, apeliwch o fewn ${appealDays} diwrnod: defnyddiwch y ffurflen gysylltu ar ein gwefan, neu rhowch neu anfonwch lythyr at unrhyw un o’n cownteri blaen, gan nodi’r cyfeirnod. Dywedwch yn eich geiriau eich hun pam. Bydd rhywun na wnaeth y penderfyniad yn edrych arno eto ac yn rhoi’r canlyniad a’r rheswm i chi. Os byddant yn gweld ein bod yn anghywir, byddwn yn cywiro hynny ar y rhwydwaith. Mae pob tawelu a phob rhwystro yn dod i ben ar ei ben ei hun. Nid yw peidio â hoffi’r heddlu, na dweud hynny, yn torri unrhyw safon.`,
}

export const inLanguage = (language: string): Language => (language === 'cy' ? 'cy' : 'en')

/** `3 December 2026`, `3 Rhagfyr 2026`: the day in London on which it ends. */
export function endWords(language: Language, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
    .formatToParts(at)
    .filter((p) => p.type !== 'literal')
  const of = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return `${of('day')} ${months[language][of('month') - 1]} ${of('year')}`
}

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
} as const
