import type { Row } from './item.ts'

/*
 * Two hundred invented posts of two accounts, counted by hand in two-hundred.test.ts. A line: id, month and day of 2026 and time (UTC),
 * kind (o original, q quote, rs reshare, r@whom or r#which a reply, r? to nobody known; `,cy` its language, `,?` not known, else English),
 * pictures and how many of them are described, words.
 */

const westshire = `
// Before the thirteen weeks: 12, of which 4 by AB, 4 by CD, 4 by MN.
b01 03-16 09:00 o - Lock the shed tonight, three were opened in Mill Lane this week ^AB
b02 03-23 09:00 o - Roadworks on the ring road until Friday, leave a little early ^AB
b03 03-30 09:00 o - Everybody who came to the open day made it a good one ^AB
b04 04-06 09:00 o - Fireworks need care: keep dogs indoors and water near ^AB
b05 04-13 09:00 o - Our front counter in Harrowfield opens at eight from Monday ^CD
b06 04-20 09:00 o - Cold callers offered roof repairs in Stoke Green today ^CD
b07 04-27 09:00 o - Tyres were cut in Harbour Street on Tuesday night ^CD
b08 05-04 09:00 o - Rural officers checked forty trailers at the cattle market ^CD
b09 05-11 09:00 o - The lifeboat crew asked for quiet on the slipway ^MN
b10 05-18 09:00 o - Ask for the name of whoever comes to read your meter ^MN
b11 05-25 09:00 o - We walked the whole length of the canal on Sunday ^MN
b12 06-01 09:00 o - Sheep on the moor road again, slow down after the bend ^MN
// Own words: 30. Signed: 14 by AB, 6 by CD, 6 by EF, 4 not. Pictures: 5 described, 3 not. Hashtags: o09 has three, o10 a long
// one in small letters. Sentences over 25 words: o12, o13. Welsh: o27 and o28, each on the day of an English one. Language not
// known: o29, o30.
o01 06-10 09:00 o 1/1 Bikes left at Westport station last week are waiting for their owners at the front counter ^AB
o02 06-12 09:00 o 1/1 Officers will be at the market square on Saturday morning to mark tools and garden machines ^AB
o03 06-14 09:00 o 1/1 The bridge over the Cale is closed to lorries until the end of the month ^AB
o04 06-16 09:00 o 1/1 Somebody is selling false tickets for the summer fair near the old harbour office ^AB
o05 06-18 09:00 o 1/1 Beach patrols begin again this weekend, so look for the blue flags along the shore ^AB
o06 06-20 09:00 o 1/0 Two new officers join the team at Calder Quay and would like to meet you there ^AB
o07 06-22 09:00 o 1/0 A lost child was found safe beside the boating lake after forty minutes of searching ^AB
o08 06-24 09:00 o 1/0 Parking on the zigzag lines outside schools puts small people in real danger every day ^AB
o09 06-09 08:00 o - Burglars look for open windows on warm nights #Burglary #Summer #Westport ^AB
o10 06-10 08:00 o - Volunteers counted four hundred cars on the hill road #westshirecommunityspeedwatch ^AB
o11 06-26 08:00 o - Join the next roadside count in Harrow Street #WestshireSpeedWatch ^AB
o12 06-28 08:00 o - When the rain came down on Sunday our search team and the coastguard and four farmers with their own tractors went out to the marsh and brought everybody home before midnight ^AB
o13 06-30 08:00 o - If you bought a second hand phone from a man beside the bus station in the last two weeks we would like you to know that it may well have been stolen ^AB
o14 07-02 08:00 o - Keep left on the cliff path while the fence is mended ^AB
o15 07-04 08:00 o - Our cadets are looking for twelve new members ^CD
o16 07-06 08:00 o - Bank staff in Mill Lane stopped a fraud worth nine thousand pounds ^CD
o17 07-08 08:00 o - Horses were loose near Stoke Green and are now back in their field ^CD
o18 08-12 08:00 o - A new crossing opens beside the library on Monday ^CD
o19 08-14 08:00 o - Talk to us about scooters in the park on Thursday evening ^CD
o20 08-16 08:00 o - Fewer thefts from vans this summer than last ^CD
o21 07-10 08:00 o - The dive team trained in the harbour yesterday ^EF
o22 07-12 08:00 o - Leaflets about door callers are in every post office ^EF
o23 07-14 08:00 o - Three boats had their engines taken at Ness Point ^EF
o24 07-16 08:00 o - Our youngest visitor asked why the lights are blue ^EF
o25 07-18 08:00 o - Traffic will be slow around the stadium tonight ^EF
o26 07-20 08:00 o - Found: one accordion, outside the town hall ^EF
o27 07-18 09:00 o,cy - Bydd traffig yn araf o amgylch y stadiwm heno
o28 07-20 09:00 o,cy - Cafwyd hyd i acordion y tu allan i neuadd y dref
o29 08-20 08:00 o,? - Westport Harrowfield Calder Quay Stoke Green
o30 09-02 10:00 o,? - Westport Westport Harrowfield Ness Point
// Copies of earlier words: 6 (b01, b02, three times o01, b05). 4 by AB, 2 by CD.
x01 07-22 09:00 o - 🔒 LOCK THE SHED TONIGHT: three were opened in Mill Lane this week https://westshire.example/sheds ^AB
x02 07-24 09:00 o - Roadworks on the ring road until Friday... leave a little early! ^AB
x03 07-26 09:00 o - Bikes left at Westport station last week are waiting for their owners at the front counter 🚲 ^AB
x04 08-10 09:00 o - Bikes left at Westport station last week are waiting for their owners at the front counter ^AB
x05 08-18 09:00 o - Bikes left at Westport station last week are waiting for their owners at the front counter @WestportRail ^CD
x06 08-22 09:00 o - Our front counter in Harrowfield opens at eight from Monday ^CD
// A feed: 14 of one form, the last two with the number of the first two.
f01 06-11 06:00 o - CCTV appeal reference 1201: do you know this person? Tell us what you saw and quote the number
f02 06-17 06:00 o - CCTV appeal reference 1202: do you know this person? Tell us what you saw and quote the number
f03 06-23 06:00 o - CCTV appeal reference 1203: do you know this person? Tell us what you saw and quote the number
f04 06-29 06:00 o - CCTV appeal reference 1204: do you know this person? Tell us what you saw and quote the number
f05 07-05 06:00 o - CCTV appeal reference 1205: do you know this person? Tell us what you saw and quote the number
f06 07-11 06:00 o - CCTV appeal reference 1206: do you know this person? Tell us what you saw and quote the number
f07 07-17 06:00 o - CCTV appeal reference 1207: do you know this person? Tell us what you saw and quote the number
f08 07-23 06:00 o - CCTV appeal reference 1208: do you know this person? Tell us what you saw and quote the number
f09 07-29 06:00 o - CCTV appeal reference 1209: do you know this person? Tell us what you saw and quote the number
f10 08-04 06:00 o - CCTV appeal reference 1210: do you know this person? Tell us what you saw and quote the number
f11 08-11 06:00 o - CCTV appeal reference 1211: do you know this person? Tell us what you saw and quote the number
f12 08-17 06:00 o - CCTV appeal reference 1212: do you know this person? Tell us what you saw and quote the number
f13 08-25 06:00 o - CCTV appeal reference 1201: do you know this person? Tell us what you saw and quote the number
f14 09-05 06:00 o - CCTV appeal reference 1202: do you know this person? Tell us what you saw and quote the number
// Without words: 2, language not known.
w01 07-01 07:00 o,? 1/1 https://westshire.example/p/77
w02 08-01 07:00 o,? 1/1 🚒🚒
// Quotes: 5, of which 2 by EF.
q01 07-03 12:00 q - Well said, and the same holds for the ferry terminal ^EF
q02 07-07 12:00 q - Our neighbours explain how the new cameras work ^EF
q03 07-13 12:00 q - Worth reading before you buy a caravan
q04 07-19 12:00 q - These pupils drew better signs than ours
q05 08-05 12:00 q - Council meeting about the night buses is open to all
// Fewer than three words: 3.
s01 06-15 07:00 o - Good morning
s02 07-15 07:00 o - Thank you
s03 08-15 07:00 o - Road open
// Reshares: 20, of which 2 after the last own words (o30, 2 September 10:00).
rs01 06-08 18:00 rs - RT @CountyCouncil: notice bins
rs02 06-12 18:00 rs - RT @CountyCouncil: notice buses
rs03 06-16 18:00 rs - RT @CountyCouncil: notice trees
rs04 06-20 18:00 rs - RT @CountyCouncil: notice schools
rs05 06-24 18:00 rs - RT @CountyCouncil: notice parks
rs06 06-28 18:00 rs - RT @CountyCouncil: notice floods
rs07 07-02 18:00 rs - RT @CountyCouncil: notice libraries
rs08 07-06 18:00 rs - RT @CountyCouncil: notice roads
rs09 07-10 18:00 rs - RT @CountyCouncil: notice votes
rs10 07-14 18:00 rs - RT @CountyCouncil: notice jobs
rs11 07-18 18:00 rs - RT @CountyCouncil: notice pools
rs12 07-22 18:00 rs - RT @CountyCouncil: notice trains
rs13 07-26 18:00 rs - RT @CountyCouncil: notice snow
rs14 07-30 18:00 rs - RT @CountyCouncil: notice dogs
rs15 08-03 18:00 rs - RT @CountyCouncil: notice bridges
rs16 08-07 18:00 rs - RT @CountyCouncil: notice markets
rs17 08-11 18:00 rs - RT @CountyCouncil: notice ferries
rs18 08-15 18:00 rs - RT @CountyCouncil: notice lamps
rs19 09-04 18:00 rs - RT @CountyCouncil: notice gulls
rs20 09-05 18:00 rs - RT @CountyCouncil: notice gates
// Replies to the public: 30. p01 to p10 name another channel; p09 to p12 say that nobody reads. 20 by AB, 5 by CD, 5 not
// signed. AB answers rosa.t twice within a day of CD (p19, p20 after p21).
p01 06-11 11:00 r@ann.01 - Sorry to hear that, call 101 and give them the date ^AB
p02 06-13 11:00 r@ben.02 - You can report it online under lost property ^AB
p03 06-15 11:00 r@cat.03 - Best to ring 101 and ask for the rural team ^AB
p04 06-17 11:00 r@dan.04 - DM us the street and we will look ^AB
p05 06-19 11:00 r@eve.05 - Crimestoppers takes that without your name ^AB
p06 06-21 11:00 r@fay.06 - Use our website to change the address ^AB
p07 06-23 11:00 r@gus.07 - Email us the photograph and the time ^AB
p08 06-25 11:00 r@hal.08 - Ffoniwch 101 os gwelwch hyn eto ^AB
p09 06-27 11:00 r@ida.09 - This account is not monitored at night, call 101 ^AB
p10 06-29 11:00 r@jon.10 - We do not monitor this page all day, send us a DM ^AB
p11 07-03 11:00 r@kim.11 - Nobody saw this on Sunday because the page is not constantly monitored ^AB
p12 07-05 11:00 r@lou.12 - This account isn't monitored on bank holidays, and we are sorry ^AB
p13 07-07 11:00 r@mia.13 - The road opens at six, the crew is sweeping glass ^AB
p14 07-09 11:00 r@ned.14 - It was a gas leak and everybody is safe ^AB
p15 07-11 11:00 r@oli.15 - He was found an hour ago, thanks for looking ^AB
p16 07-13 11:00 r@pam.16 - The fair may stay until ten, the council allowed it ^AB
p17 07-15 11:00 r@quin.17 - That was our drone, looking for a walker ^AB
p18 07-17 11:00 r@ray.18 - Yes, cadets may join from thirteen ^AB
p19 07-01 12:00 r@rosa.t - And the van was towed this noon ^AB
p20 07-01 15:00 r@rosa.t - Its owner has been told as well ^AB
p21 07-01 10:00 r@rosa.t - An officer is on the way to the van ^CD
p22 07-21 11:00 r@sam.22 - The counter is open until eight tonight ^CD
p23 07-23 11:00 r@tia.23 - They will be at the market until noon ^CD
p24 07-25 11:00 r@uma.24 - The signs go up tomorrow morning ^CD
p25 07-27 11:00 r@vic.25 - Good idea, the team will try it on Friday ^CD
p26 08-02 11:00 r@wes.26 - The helicopter went home at two
p27 08-04 11:00 r@xan.27 - It was a false alarm at the bank
p28 08-06 11:00 r@yas.28 - Nine people came, more are welcome
p29 08-08 11:00 r@zoe.29 - The hearing is on the fourth
p30 08-10 11:00 r@abe.30 - 🙏
// A set line, six times; it names another channel.
l01 06-12 13:00 r@caller1 - Call 101 or report it online, and thank you for letting us know
l02 06-22 13:00 r@caller2 - Call 101 or report it online, and thank you for letting us know
l03 07-02 13:00 r@caller3 - Call 101 or report it online, and thank you for letting us know
l04 07-12 13:00 r@caller4 - Call 101 or report it online, and thank you for letting us know
l05 07-22 13:00 r@caller5 - Call 101 or report it online, and thank you for letting us know
l06 08-01 13:00 r@caller6 - Call 101 or report it online, and thank you for letting us know
// Replies to itself: 10, five below an own post, five by name.
t01 06-10 09:01 r#o01 - Bring something that shows it is yours
t02 06-12 09:01 r#o02 - We mark ladders too
t03 06-14 09:01 r#o03 - Cars may cross
t04 06-16 09:01 r#o04 - The real ones have a silver strip
t05 06-18 09:01 r#t01 - And a second thing if you can
t06 06-24 09:01 r@WestshirePolice - Use the drop off in Church Road
t07 06-28 08:01 r@westshirepolice - All of them are warm and dry
t08 07-02 08:01 r@WestshirePolice - Dogs on a lead there
t09 07-08 08:01 r@WestshirePolice - The gate has been mended
t10 07-16 08:01 r@WestshirePolice - We said: so that you can see us coming
// Police: 3 of the own register, 2 of the national list. Partners: 3.
k01 06-11 15:00 r@HarrowfieldPol - Great work by your volunteers
k02 06-18 15:00 r@HarrowfieldPol - See you at the fair
k03 06-25 15:00 r@harrowfieldpol - Passing this on
k04 07-05 15:00 r@EastshirePolice - Glad that he is home
k05 07-15 15:00 r@EastshirePolice - Our boat is on its way to you
k06 07-25 15:00 r@WestshireFire - Proud of your crew tonight
k07 08-04 15:00 r@WestshireFire - We hold the road for you
k08 08-14 15:00 r@WestshireFire - Tea is ready
// Nobody knows to whom: 2.
u01 06-30 16:00 r? - That is right
u02 07-31 16:00 r? - Tomorrow at nine
`

const harrowfield = `
// Before the thirteen weeks: 2.
bb1 05-20 09:00 o - New noticeboard by the bus shelter
bb2 05-27 09:00 o - Meet us at the spring fete
// Nearly as the other account: n01 to n08 the day after, n09 and n10 nine days after.
n01 06-11 12:00 o - Bikes left at Westport station last week are waiting for their owners at the front desk
n02 06-13 12:00 o - Officers will be at the market square on Saturday morning to mark tools and garden engines
n03 06-15 12:00 o - The bridge over the Cale is closed to lorries until the end of the year
n04 06-17 12:00 o - Somebody is selling false tickets for the summer fair near the old harbour museum
n05 06-19 12:00 o - Beach patrols begin again this weekend, so look for the blue flags along the coast
n06 06-21 12:00 o - Two new officers join the team at Calder Quay and would like to meet you soon
n07 06-23 12:00 o - A lost child was found safe beside the boating lake after forty minutes of looking
n08 06-25 12:00 o - Parking on the zigzag lines outside schools puts small people in real danger every week
n09 06-18 12:00 o - Burglars look for open windows on warm nights #Burglary #Summer #Harrowfield
n10 06-19 12:00 o - Volunteers counted four hundred cars on the hill road yesterday
// Own words: 10, the last of all own words on 25 June 12:30.
m01 06-08 07:00 o - Coffee with your constable at the village hall on Wednesday
m02 06-09 07:00 o - The swans have moved to the mill pond
m03 06-10 07:00 o - Quad bike taken from a barn near Stoke Farm
m04 06-12 07:00 o - Our surgery moves to the library this month
m05 06-14 07:00 o - A purse was handed in by a very honest boy
m06 06-16 07:00 o - Bins were set alight behind the cricket club
m07 06-20 07:00 o - Speed checks outside the primary school this week
m08 06-22 07:00 o - Two garden gnomes want to go home
m09 06-24 07:00 o - The footpath behind the church is open again
m10 06-25 12:30 o - Open evening tonight in the old fire house
// Reshares: 25, the last ones up to 5 September.
h01 06-26 17:00 rs - RT @WestshirePolice: item 1
h02 06-28 17:00 rs - RT @WestshirePolice: item 2
h03 06-30 17:00 rs - RT @WestshirePolice: item 3
h04 07-03 17:00 rs - RT @WestshirePolice: item 4
h05 07-05 17:00 rs - RT @WestshirePolice: item 5
h06 07-07 17:00 rs - RT @WestshirePolice: item 6
h07 07-10 17:00 rs - RT @WestshirePolice: item 7
h08 07-12 17:00 rs - RT @WestshirePolice: item 8
h09 07-14 17:00 rs - RT @WestshirePolice: item 9
h10 07-17 17:00 rs - RT @WestshirePolice: item 10
h11 07-19 17:00 rs - RT @WestshirePolice: item 11
h12 07-21 17:00 rs - RT @WestshirePolice: item 12
h13 07-24 17:00 rs - RT @WestshirePolice: item 13
h14 07-26 17:00 rs - RT @WestshirePolice: item 14
h15 07-28 17:00 rs - RT @WestshirePolice: item 15
h16 07-31 17:00 rs - RT @WestshirePolice: item 16
h17 08-02 17:00 rs - RT @WestshirePolice: item 17
h18 08-04 17:00 rs - RT @WestshirePolice: item 18
h19 08-07 17:00 rs - RT @WestshirePolice: item 19
h20 08-09 17:00 rs - RT @WestshirePolice: item 20
h21 08-11 17:00 rs - RT @WestshirePolice: item 21
h22 08-14 17:00 rs - RT @WestshirePolice: item 22
h23 08-16 17:00 rs - RT @WestshirePolice: item 23
h24 08-18 17:00 rs - RT @WestshirePolice: item 24
h25 09-05 17:00 rs - RT @WestshirePolice: item 25
// Replies to the public: 5.
j01 06-09 20:00 r@amy.31 - It was the wind, the alarm is off now
j02 06-11 20:00 r@bob.32 - Wednesday at ten, there is cake
j03 06-13 20:00 r@cal.33 - The quad was found in a ditch
j04 06-15 20:00 r@dee.34 - Come to the side door
j05 06-17 20:00 r@eli.35 - He is fine and back at school
`

const line = /^(\w+) (\d\d-\d\d) (\d\d:\d\d) (\S+) (\S+) (.*)$/
const kinds = { o: 'original', q: 'quote', rs: 'reshare' } as const

function rowOf(text: string): Row {
  const [, id = '', day, time, told = '', media = '-', words = ''] = line.exec(text) ?? []
  const [kind = '', language = 'en'] = told.split(',')
  const [pictures = '0', described = '0'] = media === '-' ? [] : media.split('/')
  return {
    id,
    at: Date.parse(`2026-${day}T${time}:00Z`),
    kind: kind === 'o' || kind === 'q' || kind === 'rs' ? kinds[kind] : 'reply',
    words,
    language: language === '?' ? null : language,
    toId: kind.startsWith('r#') ? kind.slice(2) : null,
    toHandle: kind.startsWith('r@') ? kind.slice(2) : null,
    hashtags: [...words.matchAll(/#(\w+)/g)].map((m) => m[1] ?? ''),
    pictures: Number(pictures),
    videos: 0,
    described: Number(described),
    speaker: null,
  }
}

const rowsOf = (table: string): Row[] =>
  table
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('//'))
    .map(rowOf)

export const twoHundred = { westshire: rowsOf(westshire), harrowfield: rowsOf(harrowfield) }
