import { phrases } from './pattern.ts'

/** Turns of phrase that tell what a sentence is about. All are used by more than one rule. */

/** Somebody is suspected, held or before a court. */
export const ARRESTED = phrases(
  'arrest(?:s|ed|ing)?|in (?:police )?custody|in (?:(?:our|the|a|police) )?cells?|detained|nicked|collared|nabbed|apprehended|bailed',
  'locked up|behind bars|in (?:hand)?cuffs|handcuffed|off (?:the|our) streets|on remand|remanded|released under investigation',
  'arestiwyd|arestio|yn y ddalfa',
)
/** Somebody was stopped in the act, as the writer tells it. */
export const CAUGHT = phrases('caught')
/** A charge, a hearing or an outcome in court. */
export const IN_COURT = phrases(
  '(?<!phone |phones |fully |it |battery |kept )charged|(?:criminal|faces?|facing|dropped|brought|further|drugs?|assault|pressed|all|two|three|four|five|six|several|[0-9]+) charges|summonsed|prosecuted|in the dock|on trial|stands? trial',
  "(?:appear(?:ed|s|ing)?|due|put) (?:in|at|before) [a-z' ]{0,30}(?:court|magistrates)|cyhuddwyd|llys",
)
/** A court has decided. */
export const CONVICTED = phrases(
  'convicted|sentenced|jailed|imprisoned|found guilty|pleaded guilty|pled guilty|admitted (?:at|in|before)|given (?:a )?[a-z0-9-]+ (?:months?|years?|weeks?)',
  'suspended sentence|community order|disqualified from driving|behind bars for|banned from driving|fined|euogfarn|dedfryd(?:wyd)?|carcharwyd',
)
/** The person writing asks the public for help. */
export const APPEAL = phrases(
  'do you (?:recogni[sz]e|know)|did you (?:see|witness|hear)|have you seen|can you help|were you (?:in|on|at|near|there)|any ?one (?:who|with) (?:saw|seen|has|have|any|information|dash ?cam|cctv|footage)',
  'witness appeal|appeal(?:ing)? for (?:witness(?:es)?|information|help|footage|dash ?cam)|witness(?:es)? (?:sought|wanted|needed)|any information|know (?:who|where) (?:he|she|they|this)',
  'recogni[sz]e (?:him|her|them|this|these|the) ?(?:man|woman|person|people|men|women)?|who (?:is|are) (?:he|she|they|this (?:man|woman)|these)|seen this (?:man|woman|lad|boy|girl|car|van|bike)',
  "ydych chi'n (?:adnabod|nabod)|welsoch chi|a welsoch|ydych chi wedi gweld|apel am (?:dystion|wybodaeth)",
)
/** A way for the public to answer. */
export const ROUTE = phrases(
  '101|999|112|0800 ?555 ?111|crimestoppers|taclo.?r tacle|fearless',
  '(?:report|tell us|contact us|get in touch|let us know|form|portal|information|details?) (?:it )?(?:online|on our website|via our website|here|below|at https?)|online (?:form|report(?:ing)?|portal)|live ?chat|on our website|ar-?lein',
  '(?:call|ring|phone|text|email|e-mail|message|dm|contact|ffoniwch|cysylltwch) (?:us|me|the|our|your|police|officers|[0-9+])[a-z0-9 ]{0,20}|send us (?:a )?(?:private |direct )?message|speak to (?:an|one of our|any|your) [a-z ]{0,20}officers?|call on',
)
/** Laughing signs in words; emoji are looked at apart. */
export const LAUGHING = phrases('ha(?:ha)+h?|lol+|lmao|rofl|bants|banter|hehe+')

/** The post warns of fraud, so that words of trade are quoted and not meant. */
export const FRAUD = phrases(
  'scams?|scammers?|fraud(?:s|sters?|ulent)?|fake|bogus|counterfeit|phishing|criminals?|beware|too good to be true|suspicious|rogue|romance fraud|courier fraud|twyll|sgam',
)
