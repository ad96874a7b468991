/** The standards that a police force can begin with. Written for this product; a force publishes them as they are, or others of its own. */
import type { InBoth } from './told.ts'

export type StartingStandard = { code: string; title: InBoth; words: InBoth }

export const startingStandards: readonly StartingStandard[] = [
  {
    code: 'CS1',
    title: { en: 'Personal details', cy: 'Manylion personol' },
    words: {
      en: 'Do not post anybody’s address, telephone number, number plate, workplace, school or medical details, your own included. Send them to us privately, or call 101.',
      cy: 'Peidiwch â phostio cyfeiriad, rhif ffôn, rhif cofrestru cerbyd, gweithle, ysgol na manylion meddygol neb, gan gynnwys eich rhai chi. Anfonwch nhw atom yn breifat, neu ffoniwch 101.',
    },
  },
  {
    code: 'CS2',
    title: { en: 'Harm to an investigation or a trial', cy: 'Niwed i ymchwiliad neu dreial' },
    words: {
      en: 'Do not name or point to a suspect, a witness or a victim, and do not say what a court may still have to decide. Tell us instead: what you know may be evidence. In some cases naming somebody is a crime.',
      cy: 'Peidiwch ag enwi na chyfeirio at rywun dan amheuaeth, tyst na dioddefwr, a pheidiwch â dweud yr hyn y gall fod angen i lys ei benderfynu o hyd. Dywedwch wrthym ni yn lle hynny: gall yr hyn a wyddoch fod yn dystiolaeth. Mewn rhai achosion mae enwi rhywun yn drosedd.',
    },
  },
  {
    code: 'CS3',
    title: { en: 'Hate', cy: 'Casineb' },
    words: {
      en: 'Do not attack or demean people for their race, nationality, religion or belief, disability, sex, sexual orientation, transgender identity or age. Criticism of ideas, and of us, is welcome.',
      cy: 'Peidiwch ag ymosod ar bobl na’u bychanu oherwydd eu hil, eu cenedligrwydd, eu crefydd neu gred, anabledd, rhyw, cyfeiriadedd rhywiol, hunaniaeth drawsryweddol neu oedran. Mae croeso i feirniadaeth o syniadau, ac ohonom ni.',
    },
  },
  {
    code: 'CS4',
    title: { en: 'Threat of violence', cy: 'Bygythiad o drais' },
    words: {
      en: 'Do not threaten anybody, or call on others to hurt them or to damage what is theirs. A person reads every threat, and we may investigate it.',
      cy: 'Peidiwch â bygwth neb, na galw ar eraill i’w niweidio nac i ddifrodi eu heiddo. Mae person yn darllen pob bygythiad, a gallwn ymchwilio iddo.',
    },
  },
  {
    code: 'CS5',
    title: { en: 'Harassment of a person', cy: 'Aflonyddu ar berson' },
    words: {
      en: 'Do not follow a person from post to post to insult, mock or expose them, whether a member of the public or one of our staff. Say that an officer did wrong, and complain about it: that is not harassment.',
      cy: 'Peidiwch â dilyn person o bost i bost i’w sarhau, ei wawdio neu ei ddinoethi, boed yn aelod o’r cyhoedd neu’n aelod o’n staff. Dywedwch fod swyddog wedi gwneud cam, a chwynwch amdano: nid aflonyddu yw hynny.',
    },
  },
  {
    code: 'CS6',
    title: { en: 'Obscene or distressing material', cy: 'Deunydd anweddus neu drallodus' },
    words: {
      en: 'Do not post sexual images, or images of the dead or badly hurt. A swear word alone is no reason to hide what somebody says.',
      cy: 'Peidiwch â phostio delweddau rhywiol, na delweddau o’r meirw neu o bobl sydd wedi’u hanafu’n ddifrifol. Nid yw rheg ar ei phen ei hun yn rheswm dros guddio’r hyn a ddywed rhywun.',
    },
  },
  {
    code: 'CS7',
    title: { en: 'Spam and fraud', cy: 'Sbam a thwyll' },
    words: {
      en: 'Do not advertise, post links that mislead, pretend to be somebody else, or ask people for money or for their details.',
      cy: 'Peidiwch â hysbysebu, postio dolenni camarweiniol, esgus bod yn rhywun arall, na gofyn i bobl am arian neu am eu manylion.',
    },
  },
  {
    code: 'CS8',
    title: { en: 'Off-topic flooding', cy: 'Boddi’r sgwrs' },
    words: {
      en: 'Do not post the same or nearly the same words again and again, or bury a conversation so that others cannot ask. Saying something unwelcome once or twice is not flooding.',
      cy: 'Peidiwch â phostio’r un geiriau, neu eiriau tebyg iawn, dro ar ôl tro, na chladdu sgwrs fel na all eraill ofyn. Nid boddi’r sgwrs yw dweud rhywbeth annymunol unwaith neu ddwy.',
    },
  },
  {
    code: 'CS9',
    title: { en: 'Danger to people', cy: 'Perygl i bobl' },
    words: {
      en: 'Do not show where officers are during an operation, encourage self-harm or crime, or spread an instruction that puts people in danger in an emergency.',
      cy: 'Peidiwch â dangos lle mae swyddogion yn ystod ymgyrch, annog hunan-niweidio neu drosedd, na lledaenu cyfarwyddyd sy’n rhoi pobl mewn perygl mewn argyfwng.',
    },
  },
]

/** What is no reason, published with the standards. */
export const noReason: InBoth = {
  en: 'Disliking the police, criticising us, complaining, mocking a decision of ours or disagreeing with us breaks no standard, and nothing is hidden, muted or blocked for it.',
  cy: 'Nid yw peidio â hoffi’r heddlu, ein beirniadu, cwyno, gwawdio penderfyniad o’n heiddo neu anghytuno â ni yn torri unrhyw safon, ac ni chaiff dim ei guddio, ei dawelu na’i rwystro am hynny.',
}
