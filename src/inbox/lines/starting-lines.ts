/** Lines that a police force can begin with, in both languages. Written for this product; each is owned and dated by the force. */
import type { LineWords } from './line.ts'

export type StartingLine = { title: string; words: LineWords; topics: string; ifAsked: boolean; source: string }

export const startingLines: readonly StartingLine[] = [
  {
    title: 'Emergency: call 999',
    source: 'Police.uk, contact the police',
    topics: 'emergency danger happening now help hurt fire weapon knife urgent argyfwng perygl nawr cyllell brys',
    ifAsked: false,
    words: {
      en: 'If it is happening now or somebody is in danger, call 999. If you cannot speak, press 55 when asked on a mobile. Deaf or hard of hearing: use 999 BSL, or textphone 18000. We cannot send help from here.',
      cy: 'Os yw’n digwydd nawr neu os oes rhywun mewn perygl, ffoniwch 999. Os na allwch siarad, pwyswch 55 pan ofynnir i chi ar ffôn symudol. Byddar neu drwm eich clyw: defnyddiwch 999 BSL, neu ffôn testun 18000. Ni allwn anfon help oddi yma.',
    },
  },
  {
    title: 'Not an emergency: 101 or online',
    source: 'Police.uk, contact the police',
    topics:
      'report 101 online form crime stolen damage nuisance noise parking scooter bike theft rhoi gwybod adrodd trosedd dwyn difrod niwsans parcio',
    ifAsked: false,
    words: {
      en: 'Thank you for telling us. Please report this on our website or call 101, so that it is recorded and somebody can act on it. We cannot take a report here. If it becomes an emergency, call 999.',
      cy: 'Diolch am roi gwybod i ni. Adroddwch am hyn ar ein gwefan neu ffoniwch 101, fel y caiff ei gofnodi ac y gall rhywun weithredu. Ni allwn gymryd adroddiad yma. Os daw’n argyfwng, ffoniwch 999.',
    },
  },
  {
    title: 'Reported already, with a reference',
    source: 'Force contact guide',
    topics:
      'reference update reported already heard nothing waiting call back officer cyfeirnod diweddariad aros ffonio yn ol',
    ifAsked: true,
    words: {
      en: 'Thank you. Your report is with {team} under reference {reference}. Call 101 and quote it to add anything, or to ask how it stands. Please put no details here.',
      cy: 'Diolch. Mae eich adroddiad gyda {team} o dan gyfeirnod {reference}. Ffoniwch 101 a’i ddyfynnu i ychwanegu unrhyw beth, neu i holi sut mae’n mynd. Peidiwch â rhoi manylion yma.',
    },
  },
  {
    title: 'Stay anonymous: Crimestoppers',
    source: 'Crimestoppers',
    topics: 'anonymous drugs dealing dealer tip information scared crimestoppers dienw cyffuriau gwybodaeth ofn',
    ifAsked: false,
    words: {
      en: 'You can pass on what you know without giving your name: call Crimestoppers free on 0800 555 111 or use their website. They are independent of the police and never trace calls.',
      cy: 'Gallwch roi gwybodaeth heb roi eich enw: ffoniwch Taclo’r Tacle am ddim ar 0800 555 111 neu defnyddiwch eu gwefan. Maent yn annibynnol ar yr heddlu ac nid ydynt byth yn olrhain galwadau.',
    },
  },
  {
    title: 'How to complain',
    source: 'Independent Office for Police Conduct',
    topics: 'complaint complain rude officer behaviour treated unfair misconduct cwyn cwyno swyddog ymddygiad annheg',
    ifAsked: true,
    words: {
      en: 'I am sorry to read this. You can complain on our website or through the Independent Office for Police Conduct; somebody outside the team concerned will look at it. Please put no names here.',
      cy: 'Mae’n ddrwg gennyf ddarllen hyn. Gallwch gwyno ar ein gwefan neu drwy Swyddfa Annibynnol Ymddygiad yr Heddlu; bydd rhywun y tu allan i’r tîm dan sylw yn edrych arno. Peidiwch â rhoi enwau yma.',
    },
  },
  {
    title: 'A request for information (FOI)',
    source: 'Freedom of Information Act 2000, section 8',
    topics:
      'foi freedom of information request figures statistics data how many rhyddid gwybodaeth cais ffigurau ystadegau',
    ifAsked: true,
    words: {
      en: 'Thank you. We take this as a request under the Freedom of Information Act, reference {reference}, and answer within 20 working days. Please send us privately your name and an address for the reply.',
      cy: 'Diolch. Rydym yn trin hwn fel cais o dan y Ddeddf Rhyddid Gwybodaeth, cyfeirnod {reference}, a byddwn yn ateb o fewn 20 diwrnod gwaith. Anfonwch eich enw a chyfeiriad ar gyfer yr ateb atom yn breifat.',
    },
  },
  {
    title: 'Lost property',
    source: 'Force website, lost and found',
    topics: 'lost found property phone wallet keys bag passport colli eiddo ffon waled allweddi bag',
    ifAsked: true,
    words: {
      en: 'We record lost property only in some cases. Please look at “Lost and found” on our website: it says what to report to us and what to report elsewhere.',
      cy: 'Dim ond mewn rhai achosion yr ydym yn cofnodi eiddo coll. Edrychwch ar “Ar goll ac wedi’i ganfod” ar ein gwefan: mae’n dweud beth i’w adrodd i ni a beth i’w adrodd mewn mannau eraill.',
    },
  },
  {
    title: 'We cannot comment on a live case',
    source: 'Contempt of Court Act 1981; College of Policing, media relations',
    topics:
      'arrested charged court trial suspect name who did case investigation arestio cyhuddo llys achos ymchwiliad enw',
    ifAsked: true,
    words: {
      en: 'This is before the court or under investigation, so we say nothing that could harm it, and ask you to name nobody here. If you know something, call 101 and quote {reference}.',
      cy: 'Mae hyn gerbron y llys neu dan ymchwiliad, felly nid ydym yn dweud dim a allai ei niweidio, a gofynnwn i chi beidio ag enwi neb yma. Os ydych yn gwybod rhywbeth, ffoniwch 101 a dyfynnu {reference}.',
    },
  },
]
