import { concept } from './concept.ts'

/** Ways of speaking in which a word of danger means none. Words within one of these are not heard as danger. */
export const idioms = concept(
  'manner of speaking',
  'A way of speaking.',
  `killing it, you kill it, you killed it, dressed to kill, be the death of me, bored to death, to die for, die of embarrassment, died of embarrassment, scared to death of heights, could murder, could absolutely murder, id kill for, would kill to, would kill for,
  could kill for, murder on the dancefloor, murder on the dance floor, getting away with murder, threaten to sue, threatening to sue, threatened to sue, murder mystery, gonna murder me when, going to murder me when ~ (sees|finds|hears)?, mum going to murder me when ~ (sees|finds|hears)?, going to murder me when, going to kill me when, kill me when, will kill me when, murder me when, kill me if i dont,
  going to kill me 😂, gonna kill me lol, going to strangle me i, yn fy lladd i wi wedi, im dead ., im dead 💀, 💀 im dead, im dead 😂, im dying at, im dying of, dying of laughing, dying of laughter, dying laughing, died laughing, choked on my tea, choked on my coffee, choked on my, dying of cuteness, marw n chwerthin, marw chwerthin, bron a marw, looks could kill, slaughtered them, hammered them, thrashed them, battered them, got slaughtered, got butchered,
  got hammered, got battered, we beat them, beat them, beat us, beat you, bullet for, dreams go to die, make my day, shot the sheriff, shot me down, bites the dust, highway to hell, killing me softly, psycho killer, live and let die, stayin alive, hang the dj, photobomb*, photo bomb*, bath bomb*, the bomb ., bombed my, bombed the, bombed his, bomb disposal should, shot put, shot glass, great shot, long shot, big shot, good shot, getting shot of, get shot of, hi res, she scores,
  knife and fork, knife arch*, knife bin*, knife amnesty, knife surrender, knife crime, gun amnesty, gun surrender, gun licence, firearms amnesty, firearm licence, firearms licence, firearm licen*, surrender bin, speed gun, nail gun, heat gun, heatgun, glue gun, jumped the gun, kill the bill, kill time, kill the time, kill the mood, kill the engine, kill two birds, bullet train, bullet point*, ghost train, deadline*, dead line, dead end, dead good, dead funny,
  dead proud, dead pleased, dead ringer, dead easy, dead right, drop dead, fire brigade here, fire engine*, fire station, fire service, fire alarm, fireworks, fire works, fire exit, fire door, fire safety, on fire lately, was on fire, post is fire, tea is fire, hidden gem, gone viral, rest in peace, smashed it, hit the nail, hit the road, hit the headlines, jumped the queue, jump the queue, jumped the lights, jumping the lights, jumped a red, jump red,
  knocked his block, under the bus, sick of this, sick of you, on my knees, thrown me under, press charges but, drowning in paperwork, drowning in, brink of a, stabbing pain in the, killer queue*, is lethal, are lethal, torture ., was torture, finish me off, suicidal squirrel, is a weapon, crime scene ., a crime that, tried to kill me this morning, id die for, just die ., id just die, as they lived, bring back hanging, blood pressure, bloody, blood donor*, give blood, blood on the moors, cold case, coldest, catch a cold, fire away, fired up, sacked, cut off point, cut corners, hit rock, sea of, drop in the ocean,
  over my dead body, dead as, hanging basket*, hanging around, hang on, hang up, hung up, hang in there, hanging off, smashing job, smashing lot, smashing team, bang on, bang to rights, slap on the wrist, kick in the teeth, slap in the face, kick off at 3, kick off is, punch above, stabbing in the dark, shoot for, shooting star, photo shoot, film shoot, shoot .`,
)

/** Nobody is hurt, and no haste is needed. */
export const settled = concept(
  'nobody at risk',
  'Says that nobody is hurt or that it is no emergency.',
  `not an emergency, isnt an emergency, no emergency, not emergency, non emergency, nonemergency, im ok, im okay, im fine, were fine, we are fine, everyone is ok, everyone is fine, everyone ok, everyone fine, all ok, all fine, all safe, hes ok, shes ok, hes okay, hes fine, shes fine, fine now, ok now, nobody hurt, no one hurt, nobody was hurt, no one was hurt, nobody injured, no one injured, no injuries, nobody harmed, isnt 999, not 999, not a 999, found safe, found him safe, found her safe, safe and well,
  safe and sound, home safe, nobody in it, no one in it, long gone, gone now, gone by the time, no one touched, staff fine, nothing to report, just nosy, not that they have, vet says, neck is fine, necks fine, i was fine`,
  'neb wedi brifo, neb wedi anafu, ddim yn argyfwng, dim argyfwng, yn saff rwan, yn ddiogel',
)

/** Talk of films, songs, stories and games; a danger in such a sentence is told, not happening. */
export const told = concept(
  'a tale',
  'Speaks of a film, a book, a game or a song.',
  `that film, this film, the film, new film, old film, horror film, action film, short film, student film, zombie film, a film, that movie, this movie, the movie, a movie, horror movie, novel, thriller, episode of, series on, on netflix, line of duty, video game, playing cod, call of duty, fortnite, song lyric*, lyrics, old song, karaoke, a level, my essay, an essay, homework, pub quiz, quiz night, that quiz, writing a story, writing a book,
  writing a play, writing a, murder mystery, halloween costume, fancy dress, cosplay, fake gun, fake knife, fake sword, toy gun, student short, trailer for, documentary, the play, panto*, crime novel, rehears*, christmas song, a drill, training exercise, in the script`,
)

/** Long past. */
export const past = concept(
  'long ago',
  'Speaks of what is long past.',
  `in 19*, years ago, in my day, when i was a kid, when i was young, when i was little, used to walk that beat, years back, back in the day, last year, in march, in january, in february, in may, in june, in july, in november, in october, in september, in december, last month, last summer, last winter, was an officer, has passed away, passed away, my late, late husband, late father, late mother, late wife, thank you, thanks to, thanks for, diolch, well done, legend, 😂, 🤣, 😅, lol, haha, hahaha, metaphor*`,
)
