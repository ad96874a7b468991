/** Small Welsh words that English does not have; two of them, or one in a very short message, make it Welsh. */
const WELSH =
  /(?<![a-z])(?:mae|maen|dwi|dw|rwy|rwyn|rydw|ydy|ydi|oes|roedd|wedi|yn|ei|eich|fy|fi|i'r|ir|y|yr|ar|ond|efo|gyda|gan|nhw|chi|ni|ti|ddim|isio|isie|eisiau|hoffwn|allwch|alla|plis|os|gwelwch|diolch|diolchgar|da|iawn|bore|nos|prynhawn|heddlu|swyddog|cymraeg|sut|ble|pryd|beth|pwy|pam|faint|neb|rhywun|neithiwr|heno|rwan|nawr|eto|hefyd|tu|ger|wrth|mewn|llongyfarchiadau|bendigedig|chwarae|teg|newyddion|gwaith|gwych|helo|hi|cais|gwybodaeth|damwain|lladrad|haha|cytuno|moch|twpsod|falch|gwarthus)(?![a-z])/g
const ENGLISH =
  /(?<![a-z])(?:the|is|are|was|and|you|your|of|to|my|it|this|that|have|has|for|with|what|please|im|they|he|she|been|can|do|does|a|in|on|at|not|be|so|if|we|there|up|who|get|got|out)(?![a-z])/g

export function languageOf(words: string): 'en' | 'cy' {
  const start = words.slice(0, 1_500)
  const welsh = start.match(WELSH)?.length ?? 0
  const english = start.match(ENGLISH)?.length ?? 0
  return welsh > english ? 'cy' : 'en'
}
