import { type Phrases, said } from '../listen.ts'
import type { Signal } from '../signal.ts'

/** Questions, thanks, comments, abuse and spam. */
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
const question = of('question')
const comment = of('comment')
const abuse = of('abuse')

const ASKS =
  '(?:who|what|whats|when|whens|where|wheres|which|how|why|is|are|do|does|can|could|will|would|has|have|did|should|was|were|any|anyone|am|may|must|oes|oes|ydy|ydi|sut|ble|pryd|beth|be|pwy|faint|a|alla|ga)'

const OPENER = '(?:(?:hi|hiya|hello|helo|there|please|silly|hey|good morning|just|quick) (?:question )?){0,2}'

export const talkSignals: readonly Signal[] = [
  question('ends in a question mark', 1.5, 'Ends with a question mark.', said('[?]'), ['Is the road open?']),
  question(
    'begins by asking',
    1.8,
    'Begins the way a question begins.',
    said(`^(?:@ ){0,3}${OPENER}${ASKS}`, `[.?!] ${OPENER}${ASKS}`),
    ['what time is the meeting', 'Hi, can I hand in keys', 'Sut mae gwneud cais'],
  ),
  question(
    'asks for a fact',
    1.8,
    'Asks how, when, where or whether something is allowed.',
    said(
      'how (?:do|can|long|old|many|often|would|does|come|much) (?:i|we|you|do|does|is|have|it|are|would|to|of|did|can)',
      'what (?:time|day|number|do i|is|should|happens|does|are|if|can|evidence|else)',
      'whats (?:the|a|going|happening)',
      '(?:who|which) (?:do|is|are|can|should|station|number|road|owns|deals|will|would)',
      'where (?:do|can|is|are|does|will)',
      'when (?:is|are|will|does|do|do you)',
      '(?:is|are) (?:it|there|they|that|this|she|he|the|these|cannabis|you|we) ',
      'do (?:i|you|we|they|dogs) ',
      'can (?:i|we|you|my|someone|anyone|dogs) ',
      'does (?:it|this|that|anyone|neighbourhood)',
      'oes (?:rhaid|dyddiad)|pryd fydd|pwy ydy|ble ga|beth yw|faint or gloch|ydy r|alla i gael|be syn digwydd|ydi hin',
      'just (?:wondering|want to ask|asking)|wondering|asking for|i wondered|wants to know|was wondering',
      '(?:anyone|anybody|you) know|any (?:update|news|idea)|tell me (?:what|how|when|where|which)|can you say|could you tell|let me know|whats a|how come|what breed',
      'is it (?:true|legal|ok|okay|illegal|an)',
      'legal|illegal|allowed|licence|age limit|the law|a law|open(?:s|ing)?|booked?|apply|jobs?|certificate|lost property|dbs|insurance number|visa|parking',
    ),
    ['how do i become a special', 'is it legal to ride one', 'anyone know why'],
  ),
  comment(
    'thanks',
    3.2,
    'Says thanks.',
    said(
      'thank you|thanks|thankyou|cheers|diolch(?: yn fawr)?|grateful|ta|appreciate[d]?|much appreciated|big up|shout ?out|hats? off|salute',
    ),
    ['Thank you all', 'Diolch o galon'],
    ['The tap runs'],
  ),
  comment(
    'praise',
    2.4,
    'Praises or wishes well.',
    said(
      'well (?:done|said|in)|good (?:job|work|girl|boy|on|luck|news|result|to know|account|lads?)|great (?:job|work|result|news|post|turnout|afternoon|stuff)|brilliant|fantastic|amazing|excellent|awesome|superb|legends?|lovely|beautiful|marvellous|cracking|nice (?:one|to|words)|love (?:this|it|to|that)|best (?:post|of)|proud|respect|bless|heroe?s?|fair play|credit|congratulations|quality|clever|happy retirement|merry christmas|welcome|so glad|glad (?:he|she|they|you|to)|a star|lucky to have|keep it up|gwych|gwaith da|da iawn|llongyfarchiadau|bendigedig|chwarae teg|hyfryd|falch|caredig|kindness|pleasure|reassuring|real gent|recommend|made (?:my|me|her|his)|killing it|sensible|agree|deserve[ds]?|smile|calm with',
    ),
    ['Well done everyone', 'Gwaith da!', 'what a lovely post'],
  ),
  comment(
    'sympathy',
    2.6,
    'Shows sympathy.',
    said(
      'rip|rest in peace|thoughts (?:are )?with|so sad|sorry for your loss|condolences|hope (?:he|she|they|the|you|it)s? (?:~ )?(?:ok|well|soon|mend|catch|better)|hope you catch|get well|stay safe|poor (?:thing|lad|lass|girl|sheep|man|woman|bloke)|miss you|waste of a young life|what a (?:waste|beautiful)|bless him|gutted|scary to think|heart goes',
    ),
    ['RIP lad', 'Hope she gets well soon'],
  ),
  comment(
    'joke or banter',
    2.2,
    'Jokes or chats.',
    said(
      'lol|lmao|haha[a-z]*|hehe|😂|🤣|😆|😅|🎶|😎|💀',
      'about time|says it all|seen it all|makes you think|in my day|back in|used to|reminds me|looks like|sounds like|like something off|someones had|should be a film|not (?:all|the) hero|the way he|that (?:dog|meme|face|jumper|cat)|this (?:dog|post|made)|i know him|we were there|who(?:ever)? writes|defaid|my (?:nan|grandmother|grandfather|husband|kids|lad|teenager) (?:used|would|is|was|will|came)|crime scene|common sense|lock him up|throw away the key|idiots|people need to|id rather|i could murder|nearly (?:choked|died)|couldnt agree|cant (?:beat|believe)|knew it|proper policing|community|the real|ok thats|better late|alls well|no need to reply|nothing to add|i was wrong|every time i|just goes to show|happy|shared',
    ),
    ['😂😂', 'this dog is better than us lol', 'Says it all'],
  ),
  comment(
    'emoji of approval',
    1.6,
    'Shows approval with a picture.',
    said('👏|❤|👍|🙌|🐾|💙|🥰|😍|⚽|🎉|🔥|🐕|💪|🙏|💐'),
    ['👏👏'],
  ),
  abuse(
    'insult',
    3.6,
    'Insults somebody.',
    said(
      'fuck (?:off|the|you|them)|fuck(?:ing|ers?)|wankers?|bastards?|twats?|pricks?|dick ?heads?|cunts?|cocks?|bell ?ends?|tossers?|arse ?holes?|scum(?:bags?)?|bitch(?:es)?|shite?|piss off|bollocks|balls|muppets?|morons?|moronic|idiots? (?:the lot|diog)|idiotiaid|thick (?:as|its)|losers?|parasites?|vermin|filth|clowns?|traitors?|cowards|fascists?|nazis?|thugs?|nonces?|toerags?|pigs|moch|mochyn|bach diwerth|cachwrs|twpsod|bacon(?= [.!?]|$)|pork|oink|acab|plod|plebs?|bootlick[a-z]*|retards?|mong|brain ?dead|inbred|trash|weapons|ugly|fat (?:pigs?|mess|lazy)|stupid (?:cow|bitch)|stink|pathetic|corrupt|bent|gang in britain|muslims again|shut up|get stuffed|do one|jog on|get a real job|go back to where|diversity hire|women drivers|poofs?|lezza|gay lol|gypos|deporting|disgust|smacked arse|abolish|kill the bill|tick a box|doughnuts|bla bla|useless (?:bastards|cow|wankers|fat|same)|i grafu|da i ddim',
    ),
    ['bunch of useless wankers', 'you lot are scum', 'Twpsod llwyr'],
    ['A pig farm in Tregarn'],
  ),
  abuse('insulting picture', 3, 'Insults with a picture.', said('🐷|🖕|🤡|🤮|🍩|💩|🏴'), ['🐷🐷🐷']),
  abuse(
    'advert or trick',
    4,
    'Advertises, or wants a click or a private message.',
    said(
      'bitcoin|crypto|forex|trades?|trading|earn £|£[0-9]+ a day|from home|inbox (?:him|her|me)|whatsapp|promo|followers|follow for follow|subscribe|discount|[0-9]+ ?% off|cheap|loan|[0-9]+ ?% interest|bad credit|voucher|win a|villas|deposit message|click here|congratulations your|verified badge|confirm your login|in (?:my )?bio|my pics|singles|herbs|herpes|buy (?:any|genuine)|best prices|no test|hey dear|handsome|viewed your profile|apply (?:today|now) with|mentor|account has been selected|you up',
    ),
    ['Earn £500 a day from home', 'my pics are in my bio', 'Follow for follow?'],
  ),
  abuse('web address', 1, 'Carries a web address.', said('link'), ['see shadez.example/now']),
]
