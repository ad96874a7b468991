import { concept } from './concept.ts'

/** Where and when it is, and how it is told. */
export const places = [
  concept(
    'water',
    'Speaks of deep water, ice or a boat.',
    `river, canal, weir, sea, tide, the water, in water, water is up, water up, water coming in, flood water, floodwater, drown*, lake, reservoir, mere, pond, quarry, the lock, harbour, beach, the ice, on ice, ice and, through the ice, boat, dinghy, paddleboard*, kayak*, canoe*, capsiz*, swept away, swept out, swept off, rocks, lifejacket*, life jacket*, lifeboat, lifeguard*, current, jumped in, fell in, gone in, gone under, went under, swimming, waves, pier, slipway, ford, heads in the water, mud flats, mudflats, quicksand`,
    `afon, camlas, mor, llanw, llyn, boddi, dwr, rhew, cwch, traeth, chwarel`,
  ),
  concept(
    'fire or gas',
    'Speaks of fire, smoke or gas.',
    `fire, flames, smoke, on fire, blaze, burning, alight, set fire, set light, smell of gas, gas leak, gas on, the gas, smell gas, carbon monoxide, co alarm, explosion, exploded, explode, blown up, match, arson, barn fire, house fire, balcony fire, fire at the window, fire brigade`,
    `tan, tan mawr, ar dan, mwg, fflamau, llosgi, nwy, ffrwydrad`,
  ),
  concept(
    'height',
    'Speaks of a bridge, a roof or an edge.',
    `bridge, footbridge, viaduct, cliff, cliffs, the edge, edge of, ledge, roof, rooftop, multi storey, multistorey, parapet, railings, balcony, tower block, crane, pylon, scaffolding, top floor, third floor, fourth floor, wrong side of the, legs over, side of the rail*, hill, stanner hill, overpass, flyover, climber, climbed over, taken her shoes off, mountain, crag, ravine, mineshaft, well shaft`,
    `pont, bont, clogwyn, to y, dibyn, reilins, ymyl, ochor anghywir, ochr anghywir, ochr arall`,
  ),
  concept(
    'rail or fast road',
    'Speaks of a railway line or a fast road.',
    `railway line, railway lines, the line, the tracks, train tracks, on the track, trains are, level crossing, platform edge, motorway, dual carriageway, carriageway, hard shoulder, bypass, a road, slip road, wrong way, in the road, into the road, middle of the road, main road, busy road, live lane, fast lane, central reservation, no lights, lorries, lorry, under the railway, a12, bike on the main`,
    'rheilffordd, lein, ffordd ddeuol, ffordd fawr, hewl fawr, hewl fowr, traffordd, canol y ffordd',
  ),
  concept(
    'wreck',
    'A vehicle has crashed or is driven dangerously.',
    `crashed, crash, hit by a car, hit by a van, knocked down, knocked off, run over, ran over, car on its roof, overturned, rolled, in the ditch, head on, hit and run, drunk driver, drink driving, drank and drove, drove off with, driving with, driving off with, swerving, all over the road, at the wheel, driver still, trapped in the car, hit a tree, into the crowd, into a crowd, into people, mounted the pavement`,
    'damwain, wedi taro, gyrru yn feddw, gwrthdrawiad',
  ),
  concept(
    'pleads for help',
    'Asks for help at once.',
    `help, help me, help us, please help, need help, need someone, please come, come quick, come now, hurry, quick, quickly, asap, urgent, urgently, emergency, please please, somebody get here, get here, someone please, send someone, send somebody, send help, send police, send an officer, need police, get someone, ambulance, paramedic*, 999, coastguard, sos, 🆘, 🚩, no signal, cant ring, cant call, cant talk, cant speak, cannot call, cant phone, please hurry, what do i do, what should i do, what must i do, what i must do, dont know what to do, idk what to do, who to tell, who do i tell, tell who to tell, can someone, can somebody, cant someone, has anyone checked, can anyone, please answer, is anyone there, anyone there, u up, anyone who can talk, somebody, someone tell, right now, where are you, do something, please police, pls, please`,
    `help, helpwch, plis, brysiwch, brysia, argyfwng, ambiwlans, be dwi fod i neud, be na i, be dwi i neud, angen help, dewch, dowch, nawr`,
  ),
  concept(
    'must stay secret',
    'Must not be heard or found out writing this.',
    `dont tell, dont say it was, dont say i, not to tell, told not to tell, not tell anyone, havent told anyone, not told anyone, never told anyone, nobody knows, no one knows, nobody here knows, dont ring, dont call, dont phone, not call this, do not call, dont reply, dont send, please not call, he will hear, hell hear, shell hear, theyll hear, hear me, delete this, deleting this, delete after, cant talk, cant speak, cant ring, cant call, if he finds, if she finds, if they find, finds out, find out i, hes asleep, asleep now, hes at work, while hes out, before he gets back, when hes at work, dont come to the house, said dont ring, if i tell, dont want anyone to know, shh, quietly, made me promise, i promised, over my shoulder, hide this`,
    `peidiwch a deud, paid a deud, neb yn gwbod, sneb yn gwbod, paid a ffonio, dim ffonio, os dwi n deud`,
  ),
  concept(
    'now',
    'It happens now or has just happened.',
    `now, right now, tonight, just now, this minute, currently, happening, at the moment, minutes ago, mins ago, hour ago, hours ago, an hour, in one hour, just seen, just saw, just put, just dragged, just hit, just been, this second, still, today, this morning, this afternoon, this evening, since this morning, since yesterday, yesterday, last night, last seen, is coming, hes coming, theyre coming, coming up the, coming home, on his way, any minute, about to, live, 4am, 3am, tomorrow, monday, saturday, friday, sunday`,
    'nawr, rwan, heno, ar hyn o bryd, bore ma, heddiw, ers awr, ers ddoe, ddoe, neithiwr',
  ),
  concept(
    'again and again',
    'It goes on and on.',
    `every night, every day, every week, every time, all the time, keeps, keep, always, again, weeks now, for weeks, for months, ten years, for years, third night, twice this week, always, constantly, nonstop, non stop, each night, most nights, getting worse, gets worse, will be worse, next time`,
    'bob nos, bob dydd, trwy r amser, eto, o hyd, drwy r dydd, pob nos',
  ),
  concept(
    'plays it down',
    'Makes little of it while telling something grave.',
    `probably nothing, prob nothing, might be nothing, may be nothing, could be nothing, not sure if this is anything, dont know if this is anything, sorry to be a nuisance, sorry to bother, dont want to be a, dont want to bother, dont wanna waste, dont want to waste, waste anyones time, waste your time, not being funny, just curious, just wondering, funny story, hilarious, dont want a fuss, no fuss, dont want him in trouble, dont want to get him in trouble, in trouble, dont want an ambulance, dont send anyone, dont want to make a fool, sorry if wrong place, is this the right place, right place, not sure who, dont know who, idk who, dont know if you can, is it normal, is that normal, says its normal, is that true, is it against the law, what would happen if, hypothetically, asking because, asking for a friend, had a few, scuse, ha, he isnt violent, isnt violent, hasnt done anything, hasnt hit me, is it ok if, does it count, would a person, i love him, he loves me, hes nice really, not isnt, silly, overreact*, dont judge`,
    `ddim isio neud ffys, im isio neud ffys, ffys, ddim yn gwbod os, i n gwbod os, sai n gwbod os, yn bwysig, sori am, dim byd`,
  ),
]
