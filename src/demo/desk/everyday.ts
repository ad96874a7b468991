import { passedOn } from './passed-on.ts'
import { inPrivate, inWelsh, questions, raised, remarks, type Talk } from './talk.ts'

const thanks = 'Thanks. Nothing was asked.'
const opinion = 'An opinion, and nobody is named.'
const insult = 'Dislike of the police breaks no standard. Nothing was asked.'
const advert = 'An advertisement that nobody has answered.'

/** What people say to the force in three ordinary weeks, in the order in which it comes; all of it invented. */
export const ordinary: readonly Talk[] = deal(
  remarks(
    'westshire',
    thanks,
    ['Beryl', 'The young man on 101 last night had the patience of a saint, please tell him'],
    ['Ffred', 'Good to see somebody on foot in Castle Steps for once, thank you'],
    ['nan_of_six', 'My grandson got his bike back!! He has not stopped smiling'],
    ['Owain', 'thanks for the update, saves me the drive'],
    ['Gail P.', 'Thank you for ringing back when you said you would'],
    ['Rosie T', 'that drawing with the dog made my day'],
    ['Col', 'credit where it is due, quick work at the market'],
    ['the choir of St Brannoc', 'Thank you for closing the road on Sunday, we could be heard for once'],
  ),
  remarks(
    'westport',
    opinion,
    ['taxpayer_wp', 'Another meeting. How about fewer meetings'],
    ['drives_a_van', 'Nobody keeps to 30 on Quay Street and you know it'],
    ['last bus home', 'The new lights are better. The old bench was better too'],
    ['Idris', 'I will believe it when I see it'],
    ['Eirlys', 'Should have been done ten years ago but well done'],
    ['clockwatcher', 'Half past four is not evening'],
    ['works nights', 'you lot work hard, the ones at the top less so'],
    ['Mill Lane mum', 'Kids these days have nowhere to go, that is the whole of it'],
  ),
  remarks(
    'eastby',
    thanks,
    ['the fisherman', 'Parking is still wrong but the new sign is straight'],
    ['Harbour Row Traders', 'Radio worked on Tuesday. Two shops knew before he was out of the third.'],
    ['Nest', 'Thank you for walking the last bus in'],
    ['Llinos B', 'the owl keys are mine, thank you so much'],
    ['Stanner Hill Res.', 'We were heard, which is more than last year.'],
    ['Pat at the bakery', 'buns are ready whenever you pass'],
  ),
  remarks(
    'desk',
    insult,
    ['zzz_1977', 'useless the lot of you'],
    ['notmypolice', 'what a circus'],
    ['angry of eastby', 'cant find a burglar but can find a parked car, jokers'],
    ['Kev 84', 'waste of space and of money'],
  ),
  remarks(
    'westshire',
    advert,
    ['cheap_sunnies', 'SUNGLASSES 80% OFF only today follow the link in my profile'],
    ['coin_uncle', 'I made 4,000 last week from my sofa ask me how'],
    ['Lottie xx', 'hi dear lovely page, message me'],
  ),
  questions(
    'desk',
    'danny',
    [
      'Tamsin',
      'How do I report a lost passport?',
      'Tell the Passport Office first, on their website: they cancel it at once. You do not need a report from us unless it was stolen.',
    ],
    [
      'new in town',
      'do i need to register my cctv doorbell with you',
      'No, you do not. If it sees the pavement, a small sign is fair to those who pass. If we need pictures after a crime, we come and ask.',
    ],
    [
      'Hywel',
      'Found a wallet at the bus station, where do I take it?',
      'Thank you for asking. To any counter: Westport is open day and night. If there is a name in it, please do not post it here.',
    ],
    [
      'Mo',
      'what number do i ring if it is not an emergency but i still want to talk to a person',
      '101, day and night. Or write to us here, as you just did: a person reads it and signs with initials.',
    ],
    [
      'S. Achterberg',
      'Can I collect a form for lost property in Penmoor?',
      'Not in Penmoor yet, sorry. The form is on our website, and Westport counter has it on paper at any hour.',
    ],
    [
      'jules',
      'is it legal to ride an electric scooter on the pavement',
      'No. A privately owned one may be ridden only on private land, with the owner’s permission. Not on a pavement and not on a road.',
    ],
    [
      'a carer',
      'Can I ask you to check on my neighbour, have not seen her since Sunday',
      'You can, and thank you for looking out for her. Please ring 101 now and ask for a welfare check; we need her address, so not here.',
    ],
  ),
  questions(
    'desk',
    'aisha',
    [
      'Col',
      'How long does a firearms renewal take at the moment?',
      'About ten weeks. Your old certificate counts until the new one comes if you applied in time. Worried about a date? Ring 101 and ask for licensing.',
    ],
    [
      'Anwen R',
      'my daughter wants to be a police cadet, what age',
      'From 13 to 17, and no experience is needed. The next open evening is on the cadets page of our website. She can bring a friend.',
    ],
    [
      'piano teacher',
      'Someone has used my business name on a selling site. Is that you or trading standards?',
      'Report it to the site and to your bank if money is missing. If somebody lost money through it, that is fraud: tell us on 101 or online.',
    ],
    [
      'Bob from the allotments',
      'who do I tell about fly tipping',
      'The council: their form is open day and night. If you see it happening, do not go near; tell us on 101 and note the time.',
    ],
    [
      'second shift',
      'what hours is eastby counter open',
      'Monday to Friday, 9am to 5pm. From next month on Saturdays too, 9am to 1pm.',
    ],
    [
      'Dee',
      'Is the number that rang me from you? It ended in 0101',
      'Not from us. We never ask for money or a code on the telephone. Put it down, and if you told them anything, ring your bank on the number on your card.',
    ],
  ),
  questions(
    'westport',
    'danny',
    [
      'Mill Lane mum',
      'Is the youth club open in the holidays?',
      'Every afternoon but Sunday, from two. Two of our officers are there on Wednesdays, and lose at table tennis.',
    ],
    [
      'works nights',
      'who do I tell about the taxis that park across the cycle lane',
      'The council’s parking line, day and night. If they block an ambulance or a bus, tell us on 101 and we come past.',
    ],
  ),
  questions(
    'eastby',
    'hanna',
    [
      'Pat at the bakery',
      'Will you be at the market on Saturday?',
      'Two of us, by the fish stalls, from eight until noon. Come and say hello.',
    ],
    [
      'new on Harbour Row',
      'how do I join the shop radio thing',
      'Come to the counter and ask for me, or I come to your shop next week. It costs four pounds a month, and the group lends you the first one.',
    ],
    [
      'Sel',
      'are the bikes by the harbour still being marked?',
      'Every first Thursday, 4pm to 6pm, at the harbour office. Five minutes a bike, and nothing to pay.',
    ],
  ),
  questions(
    'harrowfield',
    'meera',
    [
      'Upper Fold',
      'When is the next farm watch night?',
      'In two weeks, from the corn exchange at nine in the evening. Bring a torch and a warm coat; I bring the tea.',
    ],
    [
      'Huw the Milk',
      'who marks quads round here now',
      'I do, with the rural team. Ring 101, ask for Harrowfield, and we find a morning.',
    ],
  ),
  inWelsh(
    questions(
      'tregarn',
      'osian',
      [
        'Mam Cai',
        'Pryd mae’r cyfarfod am y parcio ger yr ysgol?',
        'Diolch am ofyn. Nos Fawrth am saith o’r gloch yn neuadd y pentref, ac mae croeso i bawb.',
      ],
      [
        'Gwyn y Bont',
        'Ydi’r bont ar agor eto i lorïau?',
        'Ddim eto. Bydd yr arwyddion yn aros nes bydd y cyngor wedi gorffen y gwaith. Diolch am eich amynedd.',
      ],
    ),
  ),
  inWelsh(
    questions('heddlu', 'elin', [
      'Sioned M',
      'Oes modd siarad Cymraeg ar 101?',
      'Oes. Dewiswch y Gymraeg ar ddechrau’r alwad, ddydd neu nos. Diolch am ofyn.',
    ]),
  ),
  questions(
    'roads',
    'colin',
    [
      'drives_a_van',
      'Is the top road open again?',
      'Yes, both ways, since last night. There is still loose gravel on the second bend, so please take it slowly.',
    ],
    [
      'commuter 7.14',
      'how long are the roadworks on the bypass',
      'Until the end of next month, says the council. One lane each way between eight in the evening and six in the morning.',
    ],
  ),
  questions('dogs', 'nia', [
    'Year 4, St Brannoc',
    'What happens to police dogs when they are old?',
    'Most of them stay with their handler and get the sofa at last. Thank you for asking, Year 4.',
  ]),
  ...passedOn,
  raised(
    'westport',
    'callForService',
    '0298',
    'Eirlys',
    'somebody is trying car doors all down Castle Steps right now',
  ),
  raised(
    'rural',
    'callForService',
    '0311',
    'Upper Fold',
    'two men with a trailer loading our gates at the bottom field, now',
  ),
  raised('eastby', 'callForService', '0344', 'Nest', 'there is a fight outside the Anchor, about six of them'),
  raised(
    'roads',
    'callForService',
    '0352',
    'school run',
    'lorry has shed its load on the A41 by Stanner Hill, cars swerving',
  ),
  inPrivate(
    raised(
      'westport',
      'intelligence',
      'IR 2207',
      'no name please',
      'The flat above the old shoe shop gets visitors every ten minutes from six. Do not say that I told you.',
    ),
  ),
  remarks(
    'chiefs',
    opinion,
    ['Mrs Prothero', 'Still three for Tregarn. I can count.'],
    ['night nurse', 'Thank you for answering on a Saturday'],
    ['Stanner Hill Res.', 'You came, we noticed.'],
  ),
  remarks(
    'roads',
    opinion,
    ['hill walker', 'gritters out early, good'],
    ['drives_a_van', 'timber lorries again at six in the morning'],
    ['Gwyn y Bont', 'Pont 15, lorïau 0'],
  ),
  remarks('dogs', thanks, ['Jac', 'BEST ACCOUNT'], ['Beryl', 'The one with the ears, please, more of her']),
  remarks(
    'harrowfield',
    thanks,
    ['Annie, 84', 'He came to tea again. I let him lose.'],
    ['clockwatcher', 'ten to four it is then'],
    ['corn exchange', 'Full house on Thursday, thank you all for coming'],
  ),
  remarks('tregarn', thanks, ['Mam Cai', 'Diolch yn fawr iawn i’r ddwy ohonoch chi'], ['y ffermwr', 'Da iawn wir']),
  remarks(
    'central',
    thanks,
    ['Danielle R.', 'Side gate locks now. Landlord found the money after all.'],
    ['mum of two', 'he waved at you, he never waves'],
  ),
)

/** By turns from every heap, so that no day hears only thanks. */
function deal(...heaps: readonly (readonly Talk[])[]): Talk[] {
  const most = Math.max(...heaps.map((heap) => heap.length))
  const dealt = heaps.flatMap((heap) => heap.map((talk, n) => ({ talk, place: (n + 0.5) * (most / heap.length) })))
  return dealt.toSorted((a, b) => a.place - b.place).map(({ talk }) => talk)
}
