import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { sketchDraft } from './draft.ts'

/** Invented, in the manner of ordinary good posts. None of them may meet a block, and hardly any may need approval. */
const GOOD = [
  // appeals
  'Do you recognise this man? We want to speak to him about a theft from a shop in Quay Street on Friday 2 October. Call 101 and quote 0271 of 2 October.',
  'We are appealing for witnesses after a serious collision on the A12 near Eastby at about 6.40pm on Sunday. If you have dash cam footage, call 101 quoting log 512 of 4 October.',
  'Were you in Westport Park on Saturday afternoon? A woman in her 40s was assaulted near the bandstand. Please contact us online or on 101, ref 4471/26.',
  'Can you help? Three bikes were stolen from sheds in the Mill Lane area between Monday and Wednesday. Report anything you know at westshire.police.uk/report.',
  'Detectives would like to speak to this woman, who may have seen an assault in Eastby town centre. She is described as white, in her 30s, with long dark hair. Call 101.',
  'The man we would like to identify is described as Asian, about 6ft, slim and wearing a red coat. Call 101, quoting 22000451 or Crimestoppers on 0800 555 111.',
  'Officers are investigating a reported robbery in Station Road, Westport. A teenage boy was threatened and his phone was taken. Anyone with information is asked to call 101.',
  'Have you seen this van? It was used in a burglary at a farm near Eastby. Call 101, or 999 if you see it now.',
  // arrests, charges and courts
  'A 34-year-old man from Westport has been arrested on suspicion of burglary in Mill Lane on 3 May and is in custody.',
  'Two people have been arrested on suspicion of supplying class A drugs after officers carried out a warrant in Eastby this morning.',
  'Darren Pell, 34, of Mill Lane, Westport, has been charged with burglary. He will appear at Westport Magistrates’ Court tomorrow.',
  'A 15-year-old boy has been charged with robbery. He is due before the youth court on 9 May.',
  'A 17-year-old girl has been arrested on suspicion of assault and released on bail.',
  'Jailed for five months at Westport Crown Court: a man who handled stolen goods in Eastby.',
  'A burglar who broke into nine homes has been sentenced to four years at Westport Crown Court.',
  'A man has been charged with a sexual offence in Westport. He has been remanded to appear in court.',
  'A man in his 50s has been jailed for 12 years for rape. If this affects you, support is available whenever you are ready.',
  'A 29-year-old woman was arrested on suspicion of drink-driving after a car left the road in Eastby. Nobody was hurt.',
  'Four people arrested, £12,000 in cash seized and 200 cannabis plants recovered: a good week for our Operation Harrow team.',
  'Following an appeal on Tuesday, a 41-year-old man has been arrested on suspicion of theft. Thank you for your help.',
  // prevention
  'Thieves look for unlocked cars. It takes ten seconds to check the handle before bed.',
  'Burglars like dark evenings. Leave a light on a timer and lock the side gate.',
  'Had a text that says you missed a parcel? It could be a scam. Do not click the link. Forward it to 7726.',
  'Romance fraud: if someone you have never met asks for money, stop and tell a friend. Report it to Action Fraud on 0300 123 2040.',
  'A strong password is three random words. Change yours today and turn on two-step verification.',
  'Nobody from the bank or the police will ever ask for your PIN. Hang up and call 159.',
  'Carrying a knife does not keep you safe. Talk to a teacher, a parent or us, or tell Fearless without giving your name.',
  'There is an amnesty bin at Westport station this week. Drop your knife in, no questions asked.',
  'Driving home for half term? Belt up, phone away, and leave two seconds to the car in front.',
  'Shed break-ins go up in autumn. Mark your tools with your postcode and register them for free.',
  'If you are worried about a neighbour and it is not an emergency, call 101. In an emergency always call 999.',
  'Can’t speak? Call 999 and press 55 when you hear the operator.',
  'County lines gangs use children. Know the signs: new phones, new friends, going missing. Tell us on 101.',
  'If someone harasses you on a night out, tell bar staff or an officer. We will listen.',
  'If you have been raped or sexually assaulted, it is never your fault. Our trained officers will listen, today or in ten years.',
  // missing and found
  'Missing: have you seen Agnes? She is 78, 5ft 2, with white hair and a green coat. Last seen in Eastby at 9am. Call 999 if you see her.',
  'Good news: the missing 14-year-old girl from Westport has been found safe and well. Thank you for sharing.',
  'UPDATE: Sarah Bell has been found. Thanks to everyone who shared our appeal.',
  'We are concerned for Peter Vale, 62, missing from Eastby since Monday. He may be near the harbour. Call 101 quoting 0118 of 5 October.',
  // events
  'Cuppa with a Copper, Westport Library, Saturday at 10am. Come and say hello!',
  'Meet your neighbourhood team at Eastby Community Centre, 12 High Street, WP3 2AB, on Thursday 8 October from 6pm to 8pm.',
  'PCSO Bellamy will be at Mill Lane School fair from 2pm on Saturday with bike marking and stickers.',
  'Our open day is on Sunday 11 October: police dogs, horses, and a chance to sit in a van. Free entry, all welcome.',
  'We joined the Polish community in Eastby for their open day. The pierogi were excellent.',
  'Today our officers visited Hill School to talk to pupils about online safety. Great questions from year 6!',
  'Happy Eid to everyone celebrating in Westshire.',
  'Refugee Week: come and meet local families and our officers at Eastby Hall on Wednesday, 5pm.',
  // thanks and people
  'PC Amy Lowe arrested a man in Quay Street after a chase of a mile. He is in custody. Well done Amy.',
  'Congratulations to Sergeant Tomos Vale, who retires today after 30 years. Thank you for everything.',
  'Thank you to the residents who called us when they saw someone trying car doors. Your call made the difference.',
  'Special Constable Priya Nair gave 400 hours of her own time last year. Thank you, Priya.',
  'Welcome to our 24 new student officers, who passed out today in front of their families. 👏',
  'Chief Constable Ann Hale said: “I am proud of how calmly officers and residents dealt with the floods.”',
  // roads and weather
  'The A12 is closed in both directions between Junction 4 and Junction 6 after a collision. Please find another way.',
  'ROAD OPEN: the A12 at Eastby is clear. Thank you for your patience.',
  'A lorry has shed its load on Westport Road. Expect delays of up to 40 minutes.',
  'Black ice on the B4120 this morning. Slow down, leave more room and clear every window before you set off.',
  'Speed checks across Westport this week. 41 drivers reported yesterday, the fastest at 58mph in a 30 zone.',
  'Officers stopped a car in Eastby with no insurance. It has been seized and the driver reported. 🚓',
  // support and tone
  'Officers supported a person in distress this morning. If you need someone to talk to, Samaritans are on 116 123.',
  'Today is World Mental Health Day. For help in a crisis call NHS 111 and choose option 2.',
  'The new law starts on 1 June. Here is what it changes for e-scooter riders.',
  'Forced labour can hide in plain sight: nail bars, car washes, farms. Report it on 08000 121 700.',
  'Applications for police constable open on Monday. You need to be 18 or over by the closing date.',
  'A quiet night in Eastby, 14 calls answered, two lost dogs home again. 🐕',
  'We are at an incident in the Harbour Road area. There is no wider risk. Next update at 4pm.',
  'PC LC on patrol around the retail park today. If you see me, say hello.',
  'Remembrance Sunday: we will remember them.',
  // Welsh
  'Ydych chi’n adnabod y dyn hwn? Hoffem siarad ag ef am ladrad mewn siop yn Quay Street, Westport. Ffoniwch 101 a dyfynnwch 0271 o 2 Hydref.',
  'Diolch i bawb a rannodd ein hapêl. Mae’r ferch 14 oed wedi’i chanfod yn ddiogel.',
  'Dewch i gwrdd â’ch tîm lleol yn Llyfrgell Eastby ddydd Sadwrn am 10yb. Paned am ddim!',
  'Mae’r A12 ar gau i’r ddau gyfeiriad ger Eastby. Dewiswch ffordd arall.',
  'Noswyl Galan hapus a diogel i bawb.',
  // a second set, written after the rules and without looking at them
  'We received a call at 14:20 to reports of two cars on fire in Eastby Close. Fire crews are on scene. Please keep windows shut.',
  'Our officers have recovered a stolen Land Rover in Eastby. The owner is very happy!',
  "This is Sgt Bellamy. I'm out in the Harbour ward today with PC 1422 Moss. Say hi if you see us.",
  '100 arrests in 10 days. Operation Harrow keeps going, thanks to what you tell us.',
  "We've had 3 reports this week of someone knocking on doors claiming to be from the water company. If in doubt, keep them out. Call 101.",
  'Police are called to more than 400 incidents a day in Westshire. Only a third of them are crimes.',
  'Two men, aged 19 and 22, were arrested on suspicion of affray after a fight outside a pub in Church Street. Both remain in custody.',
  'Three teenagers, aged 15, 16 and 17, have been arrested on suspicion of vehicle theft.',
  'A man has admitted causing death by careless driving after a crash near Hill School last year.',
  'Our schools officer PC Nia Owen spoke to Year 9 at Westport High School about knife crime today.',
  'A 16-year-old boy was stabbed in Market Square at around 5pm. His injuries are not life-threatening. A 17-year-old has been arrested.',
  'Can you help us find Josh? The 13-year-old went missing from Eastby on Monday and may be in Westport. Call 101 quoting MP/1234/26.',
  'We would like to trace the driver of a silver Ford Focus seen near Westport Leisure Centre at 11pm on 1 October. Please call 101.',
  'The wanted man, Lee Marsh, 28, from Eastby has links to Westport and Harbour. Do not approach him; call 999.',
  'Lee Marsh, who was wanted on recall to prison, has been located. Thank you for your help.',
  'Great teamwork with @WestshireFire and @EastbyCouncil this morning at the flooded underpass. 🌧️',
  'Our dog Rex found a suspect hiding in a garden shed in Eastby last night. Good boy, Rex! 🐶',
  'If you see Lee in the area please call 101.',
  'Congratulations to DC Sam Vale on winning Detective of the Year. Sam led the case that put a serial burglar behind bars for nine years.',
  "Don't give thieves an early Christmas present: hide parcels and lock the shed. #WestshirePolice",
  'Shoplifting: a 45-year-old woman has been arrested and charged with 12 offences in Eastby.',
  'We attended a domestic incident in Eastby overnight. One person has been arrested. If you need help, call us on 101 or Refuge on 0808 2000 247.',
  'Domestic abuse is never your fault. You can call the Live Fear Free helpline on 0808 80 10 800, day or night.',
  "Stalking is not romantic. It's a crime. Report it: https://www.westshire.police.uk/stalking",
  "Hate crime has no place here. If you've been targeted because of who you are, tell us.",
  'Following a report of a rape in Westport Park on Saturday, officers will be in the area. Anyone with information can call 101.',
  "We're on Facebook Live tomorrow at 7pm with the Chief Constable. Send us your questions.",
  'Road closed: Mill Lane between the school and the church, burst water main. Back open by 6pm we hope.',
  'The A12 southbound at J14 Westport Road is blocked by a broken-down coach.',
  "Fancy a job with real purpose? We're hiring 999 call handlers. Apply by 30 October at westshire.police.uk/careers",
  'Our front counter at Westport Police Station, 1 High Street, Westport WP1 1AA, will be closed on Monday.',
  'Bike marking on Sunday 10am to 2pm, Eastby Park car park. Free of charge, while stocks last.',
  "Drink-driving ruins lives. Last December we arrested 112 drivers. Don't be the next.",
  'A drug driver who killed a cyclist has been jailed for six years at Westport Crown Court.',
  'Speeding: our camera van will be out across the county this month. Please slow down.',
  'We have put extra patrols in place in Eastby following reports of anti-social behaviour this weekend.',
  'Officers from the Roads Policing Unit stopped this car on the A12. No insurance, no MOT, no licence. Seized. 🚔',
  'Rural crime matters. This week officers visited 22 farms and recovered 3 quad bikes.',
  'Poachers were out with dogs near Eastby last night. See lights in fields? Call 101, or 999 if it is happening now.',
  'Our thoughts are with the family of the motorcyclist who sadly died on the A12 yesterday.',
  'A woman in her 20s has died after a collision in Eastby. Her family is being supported by specially trained officers.',
  'Inspector Tom Hale: "We know how worrying this is for people in Mill Lane. We have arrested one man and extra officers are patrolling."',
  'We’re aware of a video on social media that shows an arrest in Westport. The full footage is being reviewed.',
  'An officer was assaulted in Eastby last night. He is recovering. Assaulting emergency workers will not be tolerated.',
  'Our officers face abuse every day. This week a man was convicted of spitting at one.',
  'Hoax calls cost lives. A 9-minute call about a pizza order kept someone in danger waiting.',
  'Football: Westport United v Eastby Town, kick-off 3pm. Arrive early, and enjoy the match!',
  'For lost property found on a bus, contact the bus company. We no longer take lost property at stations.',
  'Thanks to the cafe owners in Quay Street for the hot drinks last night. It meant a lot to the team. ☕',
  'World Book Day: our control room dressed up and kept answering your calls.',
  'Halloween poster for your window: download it from our website. Not everybody likes trick or treat. 🎃',
  'Fireworks must not be set off after 11pm, except on bonfire night (midnight) and New Year (1am).',
  'E-scooters are still illegal on pavements and roads unless rented in a trial area.',
  'Leave your house number off social media and do not post that you are away until you are home.',
  'You can text 999 if you register first: text "register" to 999.',
  'Tell us about drug dealing in your street. You can do it online, on 101, or with Crimestoppers on 0800 555 111.',
  'We executed a drugs warrant at a house in Mill Lane today. Cannabis worth £40,000 was seized and a 38-year-old man arrested.',
  'A dealer who sold crack to undercover officers has been sentenced to five years.',
  'Sentencing: Darren Pell was given 18 months for burglary today. He was arrested by PC Moss within minutes of the 999 call.',
  'UPDATE | Daniel Webb, 31, of Eastby, who was arrested on Friday, has been charged with assault.',
  "Detective Chief Inspector Rosa Lowe said: “Anyone who was in the Bull's Head on Friday night should call us on 101.”",
  'Have your say: our community survey is open until 30 October. It takes 3 minutes.',
  'The police and crime commissioner wants your views on the budget. The survey closes on 12 December.',
  'PSNI colleagues joined our training today on water rescue.',
  "We're supporting Operation Sceptre, a week of action against knife crime. Weapons sweeps found 6 knives in Westport.",
  'Mae Heddlu Westshire yn cefnogi Wythnos Diogelwch Ffyrdd. Arafwch ger ysgolion.',
  'Mae dyn 34 oed o Westport wedi ei arestio ar amheuaeth o fwrgleriaeth. Mae yn y ddalfa.',
  "Chwilio am swydd? Rydyn ni'n recriwtio. Gwnewch gais cyn 30 Hydref.",
]

describe('good posts', () => {
  const results = GOOD.map((words) => ({ words, findings: check(sketchDraft(words)).findings }))

  test(`there are ${GOOD.length}, more than 60`, () => {
    expect(GOOD.length).toBeGreaterThanOrEqual(60)
  })

  test('none meets a block', () => {
    const blocked = results.flatMap(({ words, findings }) =>
      findings.filter((one) => one.severity === 'block').map((one) => `${one.rule} “${one.words}” in ${words}`),
    )
    expect(blocked).toEqual([])
  })

  test('none needs approval', () => {
    const sent = results.flatMap(({ words, findings }) =>
      findings.filter((one) => one.severity === 'needsApproval').map((one) => `${one.rule} “${one.words}” in ${words}`),
    )
    expect(sent).toEqual([])
  })

  test('at most one in fifty meets any advice', () => {
    const advised = results.filter(({ findings }) => findings.length > 0)
    const told = advised.map(
      ({ words, findings }) => `${findings.map((one) => `${one.rule} “${one.words}”`).join(', ')} in ${words}`,
    )
    expect(advised.length, told.join('\n')).toBeLessThanOrEqual(Math.floor(GOOD.length / 50))
  })
})
