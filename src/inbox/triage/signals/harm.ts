import { type Phrases, said } from '../listen.ts'
import type { Signal } from '../signal.ts'

/**
 * Broad families of words, each saying a little. A danger told in words that nobody foresaw is mostly made of several of these: a deed
 * and a wound, a child and a grown man, a farewell and silence.
 */
const of = (
  name: string,
  weight: number,
  says: string,
  hears: Phrases,
  examples: readonly string[],
  not: readonly string[] = [],
): Signal => ({
  name,
  category: 'threatOrVulnerable',
  weight,
  says,
  hears,
  examples,
  not,
})

const SOMEBODY =
  '(?:me|him|her|us|them|you|em|my (?!own|record|best|time)[a-z]+|his [a-z]+|her [a-z]+|the (?:baby|kids|boy|girl|dog|lad|woman|man)|people|someone|somebody|another [a-z]+)'
const BODY = '(?:neck|throat|head|face|wrists?|arms?|legs?|ribs|jaw|nose|teeth|skull|stomach|chest|fingers?)'

export const harmSignals: readonly Signal[] = [
  of(
    'violent deed',
    2.6,
    'Tells of somebody being hurt or attacked.',
    said(
      `(?:stab|stabs|stabbed|shoot|shot|slash(?:ed|es)?|punch(?:ed|es|ing)?|kick(?:ed|s|ing)?|chok(?:e|ed|es|ing)|strangl(?:e|es|ed|ing)|throttl(?:e|ed|es|ing)|beat(?:s|en|ing)?|batter(?:ed|s|ing)?|attack(?:ed|s|ing)?|drag(?:s|ged|ging)?|burn(?:s|t|ed|ing)?|scald(?:ed|s)?|drown(?:ed|s)?|poison(?:ed|ing|s)?|headbutt(?:ed|s)?|bit(?:es|ten)?|knock(?:ed|s)? out|smash(?:ed|es|ing)?|kill(?:s|ed|ing)?|murder(?:ed|s)?|rap(?:e|es|ed)|tortur(?:e|ed|ing)|threaten(?:s|ed|ing)?|hurt(?:s|ing)?|smother(?:ed|s)?|suffocat(?:e|ed|ing)|chas(?:e|es|ed|ing)|grab(?:s|bed|bing)?|pin(?:s|ned|ning)|hold(?:s|ing)|shak(?:e|es|ing)|whip(?:s|ped)?|lock(?:s|ed|ing)) (?:~ )?${SOMEBODY}`,
      `(?:hold|hands|got|holds|grabbed|squeez(?:ed|ing)|knife|gun|blade) (?:~ )?(?:my|her|his|of my|of her|round|around|to|by) (?:my |her |his |the )?${BODY}`,
      `(?:my|her|his|their) ${BODY} (?:~ )?(?:under|against|broken|smashed|breaking|kicked|cut|bleeding|swollen)`,
      `(?:break|breaking|broke|smash|cut|cave|kick|slit|blow) (?:~ )?(?:his|her|my|your|their) (?:~ )?${BODY}`,
      '(?:being|been|was|getting|got) (?:beaten|attacked|hurt|choked|held|hit|jumped|tortured|threatened|kicked|abused)',
      'run (?:~ )?over',
      '(?:pour|throw|threw|chuck)(?:s|ed|ing)? (?:~ )?(?:bleach|acid|petrol|boiling water|ammonia)',
    ),
    [
      'got hold of my neck',
      'she put my head under the water',
      'chasing another man with it',
      'he was beaten',
      'he locks me in',
    ],
    ['I beat my own record'],
  ),
  of(
    'weapon of any kind',
    2,
    'Names something that is used as a weapon.',
    said(
      '(?:cleaver|razors?|razor blade|broken bottle|scissors|hatchet|pickaxe|sledgehammer|metal bar|iron bar|baseball bat|cosh|chain|knuckle ?duster|taser|stun gun|air ?gun|air ?rifle|pellets?|cartridges|bullets?|grenade|explosives?|detonator|nail bomb|molotov|catapult|bleach|ammonia|boiling water|noose|rope|ligature|body armou?r|shanks?|zombie knife|sawn off|pitchfork|bow and arrow|harpoon|blowtorch|swords?|daggers?|bayonet|kitchen knife|bread knife|bottles? in (?:his|her) hand|firing (?:something|at))',
    ),
    ['a guy with a cleaver', 'razor in the bath', 'waving a broken bottle'],
  ),
  of(
    'wound or collapse',
    2.6,
    'Somebody is wounded, ill or down.',
    said(
      '(?:blood|bleed(?:s|ing)?|gwaed|gwaedu|wound(?:ed|s)?|unresponsive|lifeless|foaming|convuls[a-z]*|fitting|seizures?|collapsed|fainted|unconscious|not conscious|paralysed|stroke|anaphyla[a-z]*|hypothermia|septic|swollen|burnt|burns|dying|syrthio|brifo n ddrwg|anadlu)',
      '(?:is|was|are|someone|man|woman|lad|passenger|driver|girl|boy|hes|shes) (?:~ )?(?:hurt|injured|lying|unconscious|dead|trapped|stuck under|not responding|slurring|grey|blue)',
      '(?:lying|laid|found) (?:~ )?(?:in the|on the|at the bottom|face down|not moving)',
      '(?:cant|can not|hardly|barely|cannot|struggling to|can hardly) (?:breathe|swallow|move|walk|stand|speak|see|stay awake)',
      '(?:isnt|not|wasnt) (?:making (?:any )?sense|responding|waking|breathing|moving|conscious)',
      'feeling (?:sleepy|faint|dizzy|weak)',
      'been a bang|loud bang|explosion|blast',
    ),
    ['mae gwaed ym mhob man', 'I can hardly swallow', 'grandad is lying in the yard', 'he is not making sense'],
    ['found it on Tuesday'],
  ),
  of(
    'took or may take something',
    3.2,
    'Somebody has swallowed or taken something harmful.',
    said(
      '(?:swallow(?:ed|s|ing)?|drank|drunk|drink(?:ing)?|necked|injected|inhaled|taken|took) (?:~ )?(?:bleach|battery|batteries|poison|antifreeze|tablets|pills|paracetamol|something|overdose|weedkiller|everything in)',
      'taken (?:too much|enough to)',
    ),
    ['she swallowed bleach', 'I have taken something'],
  ),
  of(
    'farewell or despair',
    3.2,
    'Sounds like a farewell or despair.',
    said(
      'loves? us all',
      'tell (?:them|her|him|everyone|my [a-z]+|mum|dad) (?:~ )?(?:sorry|love|isnt|not (?:his|her|their)|fault)',
      '(?:not|isnt) (?:your|her|his|their) fault',
      'look after (?:mum|dad|them|him|her|each other|yourselves|the kids)',
      '(?:want|need|wish) (?:it|this|everything|the pain) (?:all )?to (?:be over|stop|end)',
      '(?:i have|ive|has|hes|shes) (?:written|wrote) (?:to|letters|goodbye|everyone)',
      '(?:last|final) (?:message|words|post|goodbye|time you)',
      '(?:better|happier) (?:off )?without (?:me|them|him|her|us)',
      'cant live (?:with|like|without)',
      'no way out|no future|cant see a way|rock bottom|end of my (?:rope|tether)|given up|giving up on',
      '(?:hate|end) my life',
      'dont (?:send|bother)|wont be here|not be here (?:tomorrow|long)|this is (?:it|goodbye)|forgive me|see you on the other side|post ?natal depression|psychosis|psychotic|(?:having|nervous|mental) (?:a )?breakdown|self ?harm',
    ),
    [
      'a message saying she loves us all',
      'i want it to be over',
      'look after mum',
      'they would be better off without me',
    ],
  ),
  of(
    'crying or begging',
    2,
    'Somebody cries, begs or is in distress.',
    said(
      '(?:crying|sobbing|weeping|begg(?:ed|ing|s)|pleading|distress(?:ed)?|hysterical|whining|desperate|in tears|shaking|trembling|whimpering|moaning in|crio|in a (?:bad|terrible|awful) (?:way|state)|panicking|terrified|petrified)',
    ),
    ['left a voice message crying', 'she begged me for a phone'],
  ),
  of(
    'nobody has heard or seen',
    3,
    'Somebody has not been seen, heard or answered for too long.',
    said(
      '(?:no one|nobody|none of us|not|hasnt|havent|hadnt) (?:~ )?(?:heard|had a text|had a call|seen him|seen her|seen them|seen or heard|spoken|slept|opened (?:his|her|the|their)|answered|been in touch|been online|made it home|got home|come back|been home|arrived)',
      '(?:went|gone|climbed|got|ran|slipped|left) (?:~ )?(?:out of the window|out the window|last night and|in the night|at [0-9]+ ?am|without (?:her|his) (?:coat|phone|shoes|medication|meds))',
      '(?:driven|drove|run|walked|gone) off (?:~ )?(?:with|into|upset|crying|barefoot)',
      'lives? alone|on (?:his|her) own|all alone|by (?:himself|herself)',
    ),
    ['nobody has had a text from her', "hasn't opened his door in four days", 'went out of the window at 1am'],
    ['Has anyone seen my keys'],
  ),
  of(
    'a child and a grown person',
    3,
    'A child and a grown person who may mean harm.',
    said(
      '(?:older|grown|strange|adult|random|creepy) (?:men|man|guys?|blokes?|lads?|woman|boys) (?:~ )?(?:messag[a-z]*|meet|meeting|picking|following|touch[a-z]*|with|off|online|off roblox|from)?',
      '(?:meet|meets|meeting) (?:~ )?(?:man|stranger|grown|guy|bloke|someone (?:off|from|she met|he met))',
      '(?:in|into|comes to|came into) (?:~ )?(?:my|her|his) (?:bed|room|bedroom)',
      'camera in (?:my|her|the) (?:room|bedroom|bathroom|shower)',
      '(?:touch(?:es|ed|ing)?|undress(?:es|ed)?|kiss(?:es|ed)) (?:me|her|him|my|us)',
      'cant be (?:more|older) than',
      '(?:woke up|asleep) (?:~ )?(?:doing|on top|inside|touching)',
      'i said (?:no|stop)|didnt consent|forced (?:me|himself|her)',
      'share it with|send it to (?:my|everyone|her|his)|naked|undressed',
    ),
    ['my uncle comes into my room', 'older men messaging him', 'he put a camera in my bedroom', 'i said no'],
    ['A man of few words'],
  ),
  of(
    'held or stripped of means',
    2.8,
    'Somebody is kept in, or without money, phone or papers.',
    said(
      '(?:took|takes|taken|has|keeps|kept|hid|hidden|with) (?:~ )?(?:my|her|his|our|the|all my) (?:~ )?(?:passport|purse|phone|money|wages|documents|papers|bank cards?|benefits|medication|inhaler)',
      '(?:my|our|her) (?:passport|papers|documents|money|wages) (?:is|are) with',
      '(?:cannot|cant|not allowed to|never allowed to|wont let me|wont let her|arent allowed to) (?:go out|leave|go home|go outside|speak|see|use the|have)',
      '(?:havent|hasnt|not) (?:eaten|ate|had food|had anything to eat|been fed)',
      '(?:madam|master|owner|gangmaster)',
      '(?:wont|will not) (?:let|allow) (?:me|her|him|us|them)',
      'i owe|owe them|owes them|debt|will be the one who pays|hiding (?:in|from|behind)',
      'waiting (?:by the|outside|at the|for me|for her)',
      'parked outside|outside my (?:house|work|window|door|flat)|outside again',
    ),
    ['my passport is with madam', 'havent eaten since wed', 'i cannot go out', 'his parents wont let him leave'],
    ['I cant go to the fair'],
  ),
  of(
    'fire, fall or water',
    2,
    'A fire, a fall or water may be taking somebody.',
    said(
      '(?:smoke|flames) (?:~ )?(?:pouring|coming|billowing|out of|from)',
      '(?:house|flat|terrace|bedroom|kitchen|caravan|shed|van|bus) (?:is )?(?:on fire|ablaze|burning)',
      '(?:in|into|under) the (?:river|canal|water|sea|lake|reservoir|lock|harbour|weir)',
      '(?:fell|fallen|falling|slipped|jumped) (?:~ )?(?:from|off|into|down|out of)',
      '(?:cut off|stranded) by|swept (?:away|out|off)|out of (?:his|her|their) depth|shouting for help|waving for help|rapids|quicksand|sinking|capsized',
      'pushchair|cot|people inside|someone inside|still inside|anyone inside|somebody inside|kids inside',
    ),
    ['smoke pouring out of a terrace', 'Car gone into the river', 'she fell from the wall'],
  ),
  of(
    'threat against police or a group',
    3,
    'A threat against officers or a group of people.',
    said(
      'see you (?:~ )?outside',
      '(?:wants|needs|deserves?|want|need) (?:~ )?(?:breaking|shooting|stabbing|hanging|burning|a bullet|a kicking|a good hiding|putting down|sorting|knocking out|filling in)',
      '(?:know|got) a few who|i know people',
      'bring your (?:body|vest|stab)',
      '(?:ill|we will|im going to|youre going to|i would) (?:~ )?(?:run|smash|batter|torch|bury|gut|cut|hunt|find|sort|end|finish|hospitalise|do time)',
      '(?:swear to (?:god|down)|on my life|mark my words|just you wait|you wait|count your days|days are numbered|your turn|youll see|got your address|your address|coffin|grave|hospital bed|body bag|bullet with|rope for|string (?:them|him|her|you) up|should be (?:shot|hanged|hung|burned))',
    ),
    [
      'see you thursday outside the nick',
      'he wants his legs breaking',
      'texted me a picture of a coffin',
      'your days are numbered',
    ],
    ['see you at the fair'],
  ),
  of(
    'somebody in the house',
    3.2,
    'Says that somebody is there, inside, now.',
    said(
      '(?:someone|somebody|hes|shes|theyre|he is|they are|a man|intruder|burglars?) (?:~ )?(?:here|inside|downstairs|upstairs|at the (?:door|window)|outside my|got in)(?= [.!?]|$| now| and| with)',
      '(?:someone|somebody|a man) (?:~ )?in (?:the|my|our) (?:house|flat|kitchen|loft)',
      '(?:footsteps|voices) (?:downstairs|upstairs)',
      'intruder',
      'smashing (?:the|my|our) (?:house|flat|place)',
      'rhywun yn y ty',
    ),
    ['HELP ME HES HERE', 'someone is in the house downstairs', 'mae rhywun yn y tŷ'],
    ['He is in the band'],
  ),
  of(
    'Welsh: harm',
    3,
    'Speaks in Welsh of harm.',
    said(
      '(?:fy|ei|fy n|eu) (?:lladd|ladd|brifo|frifo|tagu|dagu|curo|guro|mwrdro)',
      '(?:gwaed|gwaedu|anafu|anafwyd|llosgi r|wedi marw|ar dan|mygu|tagu|treisio|trais|dioddef|sgrechian|mewn trafferth|bron a marw|ddim yn anadlu|ddim yn symud|wedi syrthio|brathu|saethu|ergyd|bomio)',
      'os dwi n gadael|os dwin gadael',
    ),
    ["bydd o'n fy lladd", 'mae gwaed ym mhob man', 'mae hi ddim yn anadlu'],
  ),
]
