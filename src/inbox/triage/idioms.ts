import { type Phrases, said } from './listen.ts'

/** Ways of speaking in which a word of danger means none. What overlaps one of these is not heard as danger. */
type Idiom = { hears: Phrases; examples: readonly string[] }

export const idioms: readonly Idiom[] = [
  {
    hears: said('(?:absolutely )?killing it', 'you(?:re)? (?:kill|killed) it', 'dressed to kill'),
    examples: ['You are killing it'],
  },
  {
    hears: said(
      'will be the death of me',
      'bored to death',
      'to die for',
      'die of embarrassment',
      'died of embarrassment',
      'scared to death of heights',
    ),
    examples: ['this traffic will be the death of me', 'those cakes are to die for'],
  },
  {
    hears: said(
      'i could (?:absolutely )?murder a [a-z]+',
      '(?:would|id|could) kill (?:to|for) [a-z]+(?: [a-z]+)?',
      'murder on the (?:dancefloor|dance floor|orient)',
      'getting away with murder',
      'heart attack when',
      'heart (?:stopped|skipped)',
      'threaten(?:ing|ed|s)? to sue',
      'murder mystery',
    ),
    examples: ['I could murder a cuppa', 'my kids would kill to have a go', 'Murder on the dancefloor all night'],
  },
  {
    hears: said(
      '(?:mum|mums|dad|wife|husband|boss|hubby|sarge|she|he) (?:is going to|will|going to|would|s going to) (?:kill|murder) me (?:when|if|for|lol)',
    ),
    examples: ['Mums gonna murder me when she sees this'],
  },
  {
    hears: said(
      'im (?:dead|dying|ded)(?= [^a-z0-9])',
      '(?:💀|😂|🤣) im (?:dead|dying)',
      '(?:im|nearly|almost) (?:dying|dead|died|dies) (?:at|of laughing|laughing|with laughter)',
      '(?:nearly|almost) (?:died|choked on (?:my|me|the) (?:tea|coffee|cuppa))',
      'if looks could kill',
      '(?:slaughtered|hammered|thrashed|battered) (?:them|us|him)',
      'we beat (?:them|you|him)',
      'took a bullet for',
      'where dreams go to die',
      'go ahead make my day',
    ),
    examples: ["I'm dying at the last photo", 'If looks could kill lol', 'they slaughtered them 48-3', "I'm dead 💀"],
  },
  {
    hears: said(
      'i shot the sheriff',
      'bang bang (?:he|my baby|you) shot me down',
      'another one bites the dust',
      'highway to hell',
      'killing me softly',
      'psycho killer',
      'live and let die',
      'stayin alive',
    ),
    examples: ['I shot the sheriff 🎶'],
  },
  {
    hears: said(
      'bombed (?:my|his|her|the) [a-z]+',
      'photo ?bomb[a-z]*',
      'bath bombs?',
      'the bomb(?= [^a-z])',
      'shot (?:put|glass|at goal)',
      'great shot',
      'hi res',
      'shoots she scores',
      'knife and fork',
      'long shot',
      'knife (?:arch|arches|bin|bins|amnesty|surrender|crime)',
      'gun (?:amnesty|surrender|licence)',
      'surrender bin',
      'speed gun',
      'nail gun',
      'heat ?gun',
      'jumped the gun',
    ),
    examples: ['Absolutely bombed my driving test', 'knife and fork please', 'Is the knife arch there at weekends?'],
  },
  {
    hears: said(
      'kill the bill',
      'kill (?:the )?(?:time|the mood|the engine|two birds)',
      '(?:bullet|ghost) train',
      'bullet points?',
      'dead ?line',
      'dead (?:end|good|funny|proud|pleased|ringer|easy|right)',
      'fire (?:brigade|engine|station|service|alarm|works|exit|door|safety)',
      'on fire lately',
      'this post is fire',
      'tea is fire',
      'hidden gem',
      'gone viral',
      'rest in peace',
      'smashed it',
      'battering the',
      'hit (?:the )?(?:nail|road|headlines)',
      'jump(?:ed|ing|s)? (?:the )?(?:queue|lights?|red)',
    ),
    examples: ['Kill the bill', 'This post is fire', 'My phone is a bullet train compared'],
  },
  {
    hears: said(
      '(?:not|isnt|no|its not|is not) (?:an |a )?emergency',
      'non emergency',
      '(?:im|we are|were|everyone is|all) (?:ok|okay|fine|safe)',
      '(?:no one|nobody|noone|neb) (?:was |is |got |wedi )?(?:hurt|injured|harmed|brifo|anafu)',
      'isnt 999',
      'not 999',
      'found (?:her |him |them )?safe',
    ),
    examples: ['this is not an emergency', 'nobody hurt but the road is blocked'],
  },
]

/** Talk of films, songs, stories and games; a danger in such a sentence is told, not happening. */
export const told = said(
  '(?:that|this|the|new|old|horror|action|short|student|a) (?:new )?(?:film|movie|novel|thriller)',
  '(?:student|horror|action) (?:film|short)',
  'episode of',
  'series (?:on|[0-9])',
  'on netflix',
  'line of duty',
  'video game|playing cod|call of duty|fortnite',
  'song lyrics?|lyrics?|old song|karaoke',
  'a level|my essay|an essay|homework|pub quiz',
  'writing a (?:story|book|novel|play)',
  'murder mystery',
  'halloween costume|fancy dress|cosplay',
  'fake (?:gun|knife|sword)',
)
/** Long past. */
export const past = said(
  '(?:in|since|back in) (?:19[0-9][0-9]|200[0-9]|201[0-9])',
  '[0-9]+ years ago',
  'in my day',
  'when i was (?:a kid|young|little)',
  'used to walk that beat',
  'years back',
)
