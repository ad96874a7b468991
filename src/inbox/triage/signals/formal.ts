import { type Phrases, said } from '../listen.ts'
import type { Signal } from '../signal.ts'

/** Complaints, requests for information and the media. */
type Make = (
  name: string,
  weight: number,
  says: string,
  hears: Phrases,
  examples: readonly string[],
  not?: readonly string[],
) => Signal
const of =
  (category: Signal['category']): Make =>
  (name, weight, says, hears, examples, not = []) => ({ name, category, weight, says, hears, examples, not })
const complaint = of('complaint')
const request = of('informationRequest')
const media = of('media')

export const formalSignals: readonly Signal[] = [
  complaint(
    'names a complaint',
    5,
    'Says that it is a complaint.',
    said(
      '(?:a|my|formal|make a|official) complaint(?!s)',
      'complain(?:ing)? (?:about|to)',
      'want to complain',
      'who (?:do|can) i complain',
      'professional standards|iopc|raise concerns|taken? (?:this )?further',
      '^complaint',
      'cwyno|cwyn',
      'appeal to the',
      'apology|apologi[sz]e|no sorry|how many more times|5 months',
      'investigated|someone (?:senior|independent)|who looks into',
      'responsibility|who is responsible',
      'i would like it noted|like that written down|like this looked at',
    ),
    ['I want to complain about an officer', 'make a formal complaint', 'Dwi isie cwyno'],
  ),
  complaint(
    'nobody came or answered',
    2.8,
    'Says that nobody came, rang or answered.',
    said(
      '(?:no one|nobody|noone|neb|never|not one|none|no) (?:~ )?(?:rung|rang|ring|come|came|turned up|called|contact(?:ed)?|available|listens?|reply|answer|answers|owns|kept|told|ateb|wedi dod|visited|back to me|wedi cysylltu|cysylltu)',
      '(?:nothing|fuck all|sod all|naff all|owt) (?:was |has been |been |will be )?(?:done|happened)',
      '(?:still|yet to) (?:no|nothing|waiting|awaiting|dont have|not|havent)',
      'on hold|in the queue|number [0-9]+ in|58 mins|ar y ffon',
      '(?:waited|waiting|been|wait for) (?:~ )?(?:weeks?|months?|hours?|a year|hrs)',
      'ers (?:mis|chwe|wythnos)',
      '(?:closed|shut) (?:my|our|the|without)',
      'ignored|passed from|hung up|gave up|let (?:me )?down|fobbed|dont (?:read|bother)',
      'how many more times|asked (?:twice|three)|told you (?:twice|in)|reported by me',
      '[0-9] (?:weeks|months|different)|been a year|never (?:rang|came)',
      'nothing back',
    ),
    ['still nobody has rung me back', 'on hold to 101 for an hour', 'Neb wedi dod yn ôl ataf'],
  ),
  complaint(
    'what an officer did',
    2.3,
    'Tells what an officer or the force did wrong.',
    said(
      '(?:your|the|two|arresting|an|eich) (?:special )?(?:officers?|sergeant|pc|lot|team|swyddog|police|call handler|constables?|helicopter|website|horse box|form) (?:~ )?(?:who|was|were|is|came|laughed|parked|told|broke|sat|handcuffed|rude|stopped|on the|outside|in|over|lost|has|are|yn|hadnt|at)',
      'collar number',
      'stop(?:ped)? and search(?:ed)?|searched',
      '(?:was|were|very) (?:rude|patronising|dismissive|unprofessional|anghwrtais|disrespectful)',
      '(?:joking|laughing|laughed) (?:about|at|when)',
      'handcuff(?:s|ed)?|shoved|wrong (?:flat|door|brother|address|county|date|street)',
      'my statement|witness care|my property|my laptop',
      'data breach|shared my details',
      'serving officer|call handler|front counter|the desk|crime number and',
      'custody suite|in a cell|on bail',
      'you (?:closed|told|promised|never|put|sent|shut|charged|let|close|lot (?:are|in))',
    ),
    ['Your officer parked across my bay', 'PC shoved my dad, so I was handcuffed', 'the sergeant told me to get lost'],
  ),
  complaint(
    'anger at the service',
    2.3,
    'Is angry or bitter about the service.',
    said(
      'disgrac(?:e|eful)|joke of a|absolute joke|pathetic|appalled|appalling|shocking|useless|embarrassing|farce|shambles|g?warthus|siomedig|not acceptable|unacceptable|not good enough|ddim yn ddigon da|poor show|slap in the face|furious|let down|lost (?:all )?faith|not happy|misleading|spin|typical|shame (?:about|you)|excuse|bias|cash cow|priorities|0 stars|funny how|one rule|wasted|two tier|waste of (?:time|money)|failed|failing',
      'what (?:are we|do we) pay(?:ing)?|we pay|taxpayer|council tax',
      'why (?:was|did|are|is|do|dont|have) (?:~ )?(?:your|you|my|nobody|they|officers)',
      'where were you',
      '(?:not|arent|ur not) interested|more interested|only care|only bother',
      'instead of catching|catching burglars|but (?:you )?(?:cant|not) (?:send|to)',
      'station|bobbies',
      'deleting comments|take it down|on their phone|phone in his hand',
      'could have been avoided|crime is up|we caught',
    ),
    ['absolute joke of a force', 'Disgraceful', 'Mae’n warthus'],
    ['Nice to meet the team'],
  ),
  request(
    'names the law',
    5,
    'Names the Freedom of Information Act, data protection or a subject access request.',
    said(
      'foi(?:a|s)?',
      'freedom of information|rhyddid gwybodaeth',
      'subject access|sar|gwrthrych am wybodaeth',
      '(?:gdpr|data protection|article 15|diogelu data|eir|environmental information)',
      'right of access|data subject|under the act|section 1|20 working days|internal review',
      'my (?:legal )?right|entitled to it',
    ),
    ['FOI: number of officers', 'this is a subject access request', 'Cais rhyddid gwybodaeth'],
  ),
  request(
    'asks for records',
    4.5,
    'Asks for recorded figures, documents or their own records.',
    said(
      '(?:copy|copies|gopi) (?:of|o) (?:~ )?(?:records?|report|statement|record|bodycam|the|my|natganiad|minutes|files?|custody|r holl|holl|fy)',
      '(?:all|any|everything|what|the) (?:~ )?(?:data|information|personal data|gwybodaeth) (?:~ )?(?:you )?(?:hold|held|have|about me|on me|with my)',
      '(?:number|breakdown|total number|figures|statistics|total|list|minutes|register|spend|results) (?:~ )?(?:of|on|by|for) (?:~ )?(?:officers|crimes?|month|year|ward|station|complaints|contracts|tasers|claims|pursuits|dogs|stop|tests)',
      '(?:please )?(?:supply|disclose|disclosure|request(?:ing)?|release|publish|confirm or deny|provide|list all) (?:~ )?(?:the|all|of|number|policy|for|recorded|personal|a)',
      'how (?:many|much) (?:~ )?(?:did|were|was|have|has|times|officers|speed|dogs)',
      'formal request|information request|i request|recorded information',
      'what you(?:ve| have) got on me|hold any record|copi o|on file about me|got on me|my own records|dna',
      'footage of my|body ?(?:cam|worn)|cctv from|custody record',
      'by (?:year|month|ward|station)|since (?:january|20[0-9]+|april)|last (?:financial year|[0-9]+ (?:years|months))',
      'retention|hospitality|mileage|correspondence between|reason codes|spreadsheet|csv',
      'faint (?:wariwyd|o|sydd)',
    ),
    ['I want a copy of my own records', 'all the data you hold about me', 'number of officers suspended by year'],
  ),
  media(
    'names a newsroom',
    5.5,
    'Says that they are a journalist, a newsroom or a programme maker.',
    said(
      '(?:reporter|journalist|newyddiadurwr|producer|news ?desk|newsroom|press office(?:r)?|news editor|features editor|picture desk|planning desk|photographer|stringer|freelance|documentary|podcast|broadcast(?:er)?|bulletin|bwletin|desg newyddion|ymchwilydd|rhaglen|tv production|production company|fact check(?:ing)?|breakfast show|programme|school newspaper)',
      '(?:echo|gazette|westport live|radio [a-z]+|magazine|(?:tv|regional|national) (?:news|newspaper)|penmoor post|newyddion)',
      'press (?:query|here|conference|card|enquiry|officer)|^(?:@ )?press|media (?:list|distribution|briefing|facilities|enquiry)|speaking to media|my article|were an agency|agency(?: here)?|stringer|subbing|drama series|location manager',
      'right of reply|embargo(?:ed)?|for publication|on deadline|deadline [0-9a-z]+|copy due|go to print|before we publish',
    ),
    ["I'm a reporter with the Echo", 'press query: can you confirm', 'Newyddiadurwr dw i'],
  ),
  media(
    'asks as the press asks',
    2.2,
    'Asks for a quote, an interview, a confirmation or to use pictures.',
    said(
      '(?:interview|gyfweliad|a (?:quote|statement|comment|spokesperson)|statement (?:on|about)|any line|a line|lines over)',
      '(?:can|could) you confirm|allwch chi gadarnhau|confirm (?:name|how|the|whether|that)|is it right that|any truth',
      '(?:use|embed|film|get|permission) (?:~ )?(?:with credit|footage|video|image|custody image|photo|filming|embed)|may we film|b roll|hi res|pool footage|photo ?call|credit line|on camera|to camera',
      'seeking comment|comment on the|for (?:our|my|tonights|an) (?:~ )?(?:article|story|report|paper|piece|programme|issue|website|podcast)|running a story|writing up|word piece|im subbing|air(?:s|ed|ing)?',
      'statement',
      'by (?:noon|[0-9]+ ?pm)|before (?:the half hour|[0-9]+)|goes out|tomorrows paper|newspaper|paper|datganiad|ymateb',
      'your release|first appearance|court listing|inquest',
      'a crew|crew',
    ),
    ['Is anyone available for a live interview', 'could you confirm how many', 'may we film'],
  ),
]
