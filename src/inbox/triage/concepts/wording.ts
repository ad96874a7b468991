/** Groups of words that wordings are built of. */
export const WHOSE = '(my|his|her|their|your|ur|our|the)'
export const THEY = '(he|she|they|hes|shes|theyre|he is|she is|they are)'
export const LIMB =
  '(neck|throat|head|face|wrists?|arms?|legs?|ribs|jaw|nose|teeth|skull|stomach|chest|back|hands?|fingers?|knees?|eyes?|mouth|thighs?)'
export const DEED =
  '(kick|punch|slash|attack|strangle|throttle|batter|headbutt|grab|whip|slap|smother|suffocate|scald|poison|stab|shove|push|pin|drag|drown|burn|choke|bottle|torture|abuse)'
export const DEEDS =
  '(kicks|kicked|kicking|punches|punched|punching|slashed|attacks|attacked|attacking|strangles|strangled|strangling|throttled|throttling|batters|battered|battering|headbutted|grabs|grabbed|grabbing|slaps|slapped|slapping|smothered|suffocated|scalds|scalded|poisoned|poisoning|stabbed|stabbing|shoves|shoved|shoving|pushes|pushed|pushing|drags|dragged|dragging|drowned|drowning|burns|burnt|burned|burning|choked|choking|bottled|tortured|torturing|abuses|abused|abusing|throws|threw|hits|beats|beat|bites|bit)'
export const HARM =
  '(kill|murder|stab|shoot|hurt|burn|slit|finish|bury|batter|smash|gut|cut|break|torch|bomb|hang|end|drown|poison|harm|slash|hit|run over|do in|behead|scrape|hunt)'
export const DAY = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|soon|weekend|next week)'

export type Wider = { words: string; welsh?: string }
