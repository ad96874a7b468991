import { concept } from './concept.ts'

/** What people write to the police about when nobody is in danger. */
export const everyday = [
  concept(
    'stolen',
    'Something was taken.',
    `stolen, stole, steal, steals, stealing, theft, thefts, thief, thieves, nicked, nicking, pinched, robbed, robbery, burgl*, broken into, broke into, break in, break ins, taken from, was taken, been taken, shoplift*, swiped, pickpocket*, jemmied, stripped, missing from, has gone, gone from, all gone, helped themselves, drive off, without paying, didnt pay, walked out with, walked out of my shop, ransacked, forced the`,
    `dwyn, lladrad, wedi mynd, torri mewn, torri i mewn, lladron`,
  ),
  concept(
    'damaged',
    'Something was broken or spoiled.',
    `damage, damaged, vandal*, graffiti, keyed, smashed, broken, bent, slashed tyres, tyres slashed, kicked off, ripped out, wrecked, sprayed, spray paint*, painted, egged, brick through, window through, put the window, cracked, dent, dented, scratched, cut the fence, wire cut, chain cut, cut through, dug up, set the bin, torched, swastika, stones, punched my`,
    'difrod, malu, graffiti, torri, paent',
  ),
  concept(
    'tricked out of money',
    'Tells of a fraud.',
    `scam, scammed, scammer*, fraud, fraudulent, conned, fake, cloned, hacked, impersonat*, deposit, doesnt exist, paid for, never arrived, got into my email, gift cards, bank says, my account, blocked me now, fake notes, counterfeit, phishing, rip off, ripped off, using my photos, cards used, action fraud`,
    'twyllo, twyll, sgam, talu',
  ),
  concept(
    'nuisance',
    'Tells of noise, litter, bad parking or bad behaviour.',
    `noise, noisy, loud, music, party, rave, drum and bass, blocked my, blocking my, blocked in, blocking, across my drive, my drive, my driveway, on the pavement, double parked, parked across, dumped, fly tip*, fly tipping, tipping, tyres and, rubbish, off road bikes, quad, quads, quad bikes, scooters, e bikes, e scooter*, speeding past, racing, doughnuts, lobbing, chucking, throwing eggs, kids on, lads on, urinat*, drunk, drunks, hare cours*, coursers, lamping, poach*, loose, on the loose, escaped, horses, cows, sheep, cattle, deer, dog barking, barking, squatters, camped, traffic lights, lights out, pothole, obstruct*, debris, tree down, spilled, spill, mud on, abandoned, burnt out, alarm has been, alarm going off, fight outside, boundary, fence`,
    'swn, parcio, ceir, tipio, baw, meddw, ceffylau, defaid',
  ),
  concept(
    'wants somebody sent',
    'Wants the police to come or to take a report.',
    `want to report, like to report, need to report, to report a, report a, reporting a, reporting it, want it reported, needs reporting, report it, i wish to report, make a report, crime number, crime reference, can someone come, can somebody come, can you come, can you send, can u send, are you sending, send someone, send a car, need someone out, come and look, come and get, take a look, look into it, have it recorded, it recorded, as evidence, cctv, footage, dashcam, doorbell, on camera, got the reg, serial number*, fingerprints, they were, needs moving, move it, can u move, sort it, going on now, theyre here now, at it again, back again, in progress, havent touched, left it where`,
    'riportio, adrodd, rhif trosedd, dod i sbio, camerau, rhywun mas',
  ),
  concept(
    'my things',
    'Speaks of their own things.',
    `my car, my van, my bike, my phone, my purse, my wallet, my handbag, my shed, my shop, my house, my wall, my fence, my land, my hedge, my garden, my parcel, my parcels, our shop, our van, our yard, our street, our car, our fence, our church, our field, wing mirror, mirror, windscreen, tyres, tyre, catalytic, converter, tools, shed, garage, allotment, bikes, parcel, parcels, handbag, keys, laptop, trailer, quad, lead, diesel, fuel, trolley, jewellery, plates, goalposts, van, bmx, scooter, gate, plant*, caravan, horse`,
    'trelar, beic, car, sied, siop, ffens',
  ),
  concept(
    'knows who or where',
    'Passes on who or where somebody is, or what is going on.',
    `in your post, from your post, your post, your picture, your pic, your appeal, you posted, ur looking for, youre looking for, you are looking for, looking for him, wanted, your wanted, wanted post, the lad you, the man you, man in picture, man in the picture, efit, matching, recognise, recognize, i know him, i know who, know who, know exactly, thats kyle, hes staying, is staying, staying at, staying with, kipping, living at, living with, hiding out, in his mothers, shacked up, his cousins, drinks in, goes to, goes out the, works at, works on, saw him, seen him, seen her, spotted, i seen, caught a glimpse, partial plate, plate ends, reg, the reg, under a tarp, tarp, under a sheet, lockup*, lock up, you want to look at, want to know where, look behind, up to no good, three nights running, up and down, looking in barns, casing, going to do the, planning, overheard, bragging, boast*, boasts, told me he, he told me, group chat, meeting at, meet at, heard them, word is, i heard`,
    `chi n whilo, chwilio amdano, gweld e, weles i, gwelis i, aros gyda, aros efo, drws nesa, hogia sy n`,
  ),
  concept(
    'trade in crime',
    'Speaks of drugs, stolen goods or other trade in crime.',
    `dealing, deals, dealer, deal, drugs, drug, cannabis, weed, coke, cocaine, heroin, spice, crack, steroids, pills, growing, grow house, foil, fans humming, windows blacked, cars all night, cars all hours, two minutes, two mins, stay two, selling, sells, sell, sold under, under the counter, from a van, out of a holdall, stolen goods, security tags, supermarket stickers, knock off, fake, counterfeit, smuggl*, tobacco, vapes, fags, untaxed, no tax, cash only, stash, stashed, stashes, sim cards, laundering, laundry, number plates, false plates, cloned plates, without a licence, no licence, disqualified, no insurance, drives home, drives drunk, drink drives, puppies, plate checks, meters are bypassed, licences, insurance job, for the insurance, paid to look away, money has gone, through the window, packages, pass it, they pass, delivering, poison, game dealer, metal detector, lurcher`,
    'gwerthu, cyffuriau, cyffuria, delio, disel, wedi u dwyn',
  ),
  concept(
    'keep my name out',
    'Does not want to be named.',
    `anon, anonymous*, my name out, keep my name, name on this, dont want my name, not give my name, didnt get this from me, did not get this from me, didnt hear it from me, hear it from me, between us, confidential, keep me out, dont reply publicly, do not reply publicly, dont come knocking, off the record from, tip off, tip for you, info only, information for you, might be useful, might help you, thought you should know, you should know, i wouldnt normally, id rather not say, dont say who, dm me, can screenshot, i saved it, have screenshots, would go mad if`,
    `peidiwch a rhoi n enw, peidiwch a deud, peidiwch a dweud pwy, dim enw`,
  ),
  concept(
    'complains',
    'Says that they are unhappy with what was done.',
    `complaint, complain, complaining, complained, formal complaint, iopc, professional standards, the ombudsman, commissioner, not acceptable, unacceptable, not good enough, isnt good enough, poor service, disgrac*, disgusted, disgusting, appall*, shocking, shambles, joke of a, absolute joke, a farce, a joke, pathetic, useless, let down, failed, ignored, nobody cares, fobbed off, passed between, passed from, no one has rung, nobody has rung, no one rang, nobody rang, never rang, never came, no one came, nobody came, not one phone call, no phone call, call back, no reply to, no response, unanswered, emails go, still waiting, still no, still nothing, still havent, still dont have, waiting for, waited, weeks now, months ago, on hold, an apology, apologise, say sorry, take it down, rude, sarcastic, laughed at, she laughed, he laughed, dismissive, patronising, couldnt be bothered, couldnt care, wasnt interested, not interested, refused, wrong house, wrong address, wrong flat, wrong date*, wrong court, lied to, promised, closed my case, no further action, no one told, nobody told, not told, without notice, without explanation, breach, told in confidence, ashamed, your lot smashed, funny how, one rule for, cash cow, what are we paying, what exactly are we, waste of, wasting, ought to be ashamed, slap in, lost faith, no faith, how do i escalate, who reviews, looked at by someone, dealt with, deserve, stop and search, stopped and searched, handcuff*, in a cell, seized, my case, my statement, the officer who, your officer*, your detective, your helicopter, your website, your call handler, an officer, the officer, two officers, female officer, officer was, a pcso, patrol car, one of your, your cars, front desk, speed van, blocked me for, unblock`,
    `cwyn, cwyno, gwarthus, ddim yn ddigon da, ddim digon da, siomedig, neb wedi dod, neb wedi ffonio, sneb wedi ffono, ar hold, di hid, anghwrtais, grac iawn, neb ar gael`,
  ),
  concept(
    'asks for records',
    'Asks for recorded information or for their own data.',
    `foi, foia, freedom of information, subject access, sar, dsar, gdpr, data protection, environmental information, internal review, 20 working days, right of access, rights of access, right to know, right to see, my data, personal data, official request, formal request, asking formally, actual request, as a request, request under, under the act, requesting, i request, copy of, copies of, a copy, disclose, disclosure, release the data, please provide, please supply, supply me, you hold, do you hold, hold on me, held on, have about me, about me, on me, got on file, on file, my file, file from, custody record, my interview, my own statement, call log, the log, my records, the records, records made, records remain, bodycam, body worn, minutes of, invoices, contracts, total spend, spend on, total cost, how much did, broken down, breakdown, by year, by month, per month, each year, year by year, each of the last, last five years, since 20*, number of, how many officers, how many times, how many complaints, statistics, figures for, spreadsheet, recorded policy, any policy, equality assessment, parental responsibility, letter of authority, my solicitor, next of kin, dbs, cctv of me, emails sent about, delete my`,
    `rhyddid gwybodaeth, gwrthrych am wybodaeth, diogelu data, copi, gopi, cais, gwybodaeth sydd gennych, bopeth sydd, faint o alwadau, fesul mis, faint wariwyd`,
  ),
  concept(
    'asks',
    'Asks something.',
    `what time, what day, when is, when does, when do, whens the, where is, where do, where can, who do i, who do we, who do you, who would i, how do i, how do you, how do we, how does, how long, how much, how many, how old, how far, can i, can we, can u get, can you, could you tell, could someone tell, do i, do we, do you, do they, does it, does this, does 101, is it legal, is it illegal, is it ok to, is it allowed, is it true, is that legal, is that illegal, is this real, is there, are there, are you allowed, are we allowed, am i allowed, am i ok, allowed to, is the, are e, whats the, what is the, what does, what happens if, what number, what do you need, what should i, why do, why is it, why are, which, would you, will the, any update, any news, whats going on, whats happening, need permission, need a licence, a licence, fee, free, opening, open day, open on, opening times, front counter hours, sign up, sign up for, apply, applying, recruit*, join, volunteer, become, cadets, special, specials, surgery, surgeries, lost property, found a, handed in, hand in, hand it in, bring it, number for, or council, council or you, a you thing, just wondering, does anyone know, anyone know, wondering if, quick question, question, serious question, lol serious`,
    `pryd, ble, sut, faint, oes, ydi, ydi r, ife, alla i, allwch chi, be sy angen, unrhyw syniad, trwydded`,
  ),
  concept(
    'thanks or praise',
    'Says thanks or praises.',
    `thank you, thanks, thank, ta, cheers, well done, brilliant, legend, legends, proud, bless, good job, great job, cracking job, nice job, proper job, great work, good work, good news, good result, so glad, grateful, lovely, amazing, fantastic, excellent, hats off, fair play, credit to, happy, congratulations, congrats, nice to see, nice one, good luck, heroes, hero, keep it up, keep up, love this, love these, love the, made my day, made her day, shout out, rip, thoughts with, rest in peace, condolences, so sad, get well, brave, adorable, cute, gorgeous, beautiful, smart, ❤, 👏, 👍, 🙏, xx, best, welcome back, good boy, good girl`,
    `diolch, diolch o galon, da iawn, gwych, ardderchog, bendigedig, llongyfarchiadau, gwaith da, chwarae teg, falch`,
  ),
  concept(
    'jokes or remarks',
    'Jokes, or gives an opinion.',
    `lol, haha, hahaha, 😂, 🤣, 😅, 😆, 💀, 😎, 🎶, 🙃, imagine, imo, my opinion, just an observation, my tuppence, i say, i think the, i reckon, everyone knows, bring back, shouldnt be, should be, should have, needs to be, about time, says it all, in my day, typical, rather be, would rather, wouldnt have, classic, honestly, metaphorically, obvs, vibes, bois, squad, darts, match, united, team, rugby, football, quiz, baking, song, film, pancakes, christmas, tea, biscuit, cuppa, dog, horse, toddler`,
    'bois, haha, chwerthin, hogia',
  ),
  concept(
    'insults',
    'Insults somebody.',
    `scum, pigs, pig, bacon, oink, 🐷, 🖕, wanker*, wank, fuck, fucking, fuckers, fuck off, twat*, twats, prick, pricks, dick, dicks, dickhead*, cunt, cunts, bastard*, bellend*, tosser*, knob, knobs, idiots, idiot, moron*, clowns, clown, thick, ugly, fat, fascist*, nazi, nazis, corrupt, bent coppers, acab, thugs, gang in, parasites, useless lot, waste of space, waste of oxygen, get a proper job, proper job u, do one, jog on, piss off, get stuffed, brain dead, shite, shit, arse, mess, filth, losers, loser, cow, slag, bitch, hate you, rot, pathetic excuse, soft as, gammon, snowflake*, woke, lezza, poofs, queers, foreigners, immigrants, go back to`,
    `moch, twpsod, iwsles, ffycin, idiots, cer i grafu, cerwch i grafu, ffyc, cachu, diawled`,
  ),
  concept(
    'spam',
    'Advertises, or sets a trick link.',
    `link, bitcoin, crypto, invest, investment, forex, giveaway, win a, winner, earn, earn £, per day, a day from, from your phone, followers, follow back, likes views, dm for, price list, discount, promo, free gift, voucher, click, click my, my bio, in bio, link in, hot singles, onlyfans, 💋, 🚀, 🔥, inbox him, msg her, whats app, verify, verify your, violated, community rule, your account, unclaimed, beneficiary, compensation of, million, widow, gold, kindly, seo, first page, loan, loans, doubled my money, double your, slots, casino, weight loss, best prices, buy now, limited to, other app, nice profile, reply yes, is this you`,
  ),
  concept(
    'press',
    'Comes from a newsroom or a programme maker.',
    `reporter, journalist, journo, newsroom, newsdesk, news desk, picture desk, editor, deadline, press office, press officer, press query, press, producer, podcast, documentar*, programme, radio, tv, television, gazette, echo, herald, newspaper, student newspaper, broadcast, on air, interview, spokesperson, statement on, for a statement, quote, a quote, on the record, off the record, right of reply, embargo, publish, publishing, running a line, running a story, doing a piece, a piece on, working on a piece, story, writing about it, tomorrows edition, edition, freelance, nuj, agency, copy, hi res, higher res, res of, use this video, with credit, filming, media, can you confirm, could you confirm, confirm how many, confirm whether, linking the, local democracy, for our website, bulletin, correspondent`,
    `gohebydd, newyddiadurwr, cyfweliad, newyddion, rhaglen, datganiad`,
  ),
]
