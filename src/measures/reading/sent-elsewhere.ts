/*
 * Two things that a reply may do instead of answering: send the person to another channel, and say that nobody reads this one. English
 * and Welsh. Looked for in the words as they were published.
 */

const elsewhere = new RegExp(
  [
    '\\b(?:call|ring|phone|dial|telephone|contact(?: us)?(?: on| via)?|report(?: it| this)?(?: to us)?(?: on| via)?)(?: us| police| our| the| team| control| room| on| via){0,4} (?:101|999|0\\d{2,4}[ \\d]{6,})',
    '\\bvia 101\\b|\\bon 101\\b|\\b101@',
    '\\breport(?:ed|ing)?(?: it| this| that| these| them)?(?: to us)? (?:online|on(?:line)? (?:our|the) (?:web ?site|form)|via (?:our|the) (?:web ?site|online))',
    '\\b(?:on|via|through|visit|use|see)(?: our| the)? (?:web ?site|online form|live ?chat|portal)\\b',
    '\\b(?:dm|direct message|private message|inbox|e-?mail) (?:us|me|the|your|our)\\b|\\bsend (?:us|me) (?:a |an )?(?:dm|pm|direct message|private message|e-?mail)\\b',
    '\\bcrimestoppers\\b|\\baction fraud\\b',
    '\\bffoniwch\\b|\\bcysylltwch (?:a|â) ni\\b|\\bar-?lein\\b|\\banfonwch (?:neges|e-?bost)\\b|\\btaclo.r tacle\\b',
  ].join('|'),
  'i',
)

const unread = new RegExp(
  [
    '\\b(?:not|isn.?t|aren.?t|never|un) ?-?(?:currently |being |always |actively |routinely |constantly |permanently )*(?:monitored|staffed|manned)\\b',
    '\\b(?:do not|don.?t|cannot|can.?t|unable to|not able to) (?:always |routinely |actively |constantly )*monitor\\b',
    '\\bunmonitored\\b|\\bdo not report (?:crime|crimes|incidents) (?:here|on here|on this|via this)\\b|\\bdon.?t report crime here\\b',
    '\\b(?:ddim|nid yw).{0,30}(?:fonitro|monitro)\\b',
  ].join('|'),
  'i',
)

export const sendsElsewhere = (words: string): boolean => elsewhere.test(words)
export const saysUnmonitored = (words: string): boolean => unread.test(words)
