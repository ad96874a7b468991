import { around, type YearAccount } from './account.ts'

const supt = 'Westport superintendent'
const port = around('Westport', 'Westport Central inspector', supt)
const docks = around('Westport', 'Westport Docks inspector', supt)
const north = around('Westport', 'Westport North inspector', supt)
const eastby = around('Eastby', 'Eastby inspector', '')
const south = around('Eastby', 'Eastby South inspector', 'Eastby inspector')
const harrow = around('Harrowfield', 'Harrowfield inspector', '')
const tregarn = around('Tregarn', 'Tregarn inspector', '')
const coast = around('Penmoor', 'Penmoor Coast inspector', 'Penmoor superintendent')
const moor = around('Ashmoor', 'Ashmoor inspector', '')

/** Beside the three that the demo’s weeks know: thirty-seven, of which a quarter has fallen silent and six only pass on. */
// biome-ignore format: a row each
export const neighbourhoods: readonly YearAccount[] = [
  // Westport
  docks({
    handle: 'WestportDocks',
    name: 'Westport Docks',
    purpose: 'The docks, the fish market and the night trade',
    signs: 'prefix',
    style: 'drowned',
    followers: 4120,
    voices: [
      ['martin', 30],
      ['zoe', 27],
      ['imran', 24],
      ['dot', 19],
    ],
    reviewIn: 26,
  }),
  docks({ handle: 'calderquaypcsos', network: 'instagram', name: 'Calder Quay PCSOs', purpose: 'PCSOs and young people on the quay', style: 'talker', followers: 1630, voices: [['dot', 1], ['bridget', 1]], cover: 'none' }),
  docks({ handle: 'HarbourRowNPT', name: 'Harbour Row', purpose: 'Traders and residents of Harbour Row', style: 'local', followers: 940, voices: [['callum', 1]] }),
  port({ handle: 'MillLaneNPT', name: 'Mill Lane and Quay Street', purpose: 'Two streets, break-ins and noise', style: 'quiet', followers: 610, voices: [['yusuf', 1], ['gavin', 1]], objectives: ['millLane'], reviewIn: -12 }),
  port({ handle: 'WestportOldTown', name: 'Westport Old Town', purpose: 'Shops, visitors and the old walls', style: 'echoer', followers: 1270, voices: [['ned', 1]] }),
  port({ handle: 'WestportUniBeat', network: 'instagram', name: 'University beat', purpose: 'Students: safe home, bikes, landlords', style: 'talker', followers: 2210, voices: [['tasha', 1]], cover: 'Mon–Fri 10–18' }),
  port({ handle: 'TollgateNPT', name: 'Tollgate', office: '', purpose: 'Tollgate Street and the ring road estates', style: 'resharer', followers: 720, cover: 'none', reviewIn: -90 }),
  north({ handle: 'WestportNorthNPT', name: 'Westport North', purpose: 'North bank estates', style: 'local', followers: 1480, voices: [['priti', 1], ['glyn', 1]] }),
  north({ handle: 'StBrannocksNPT', network: 'facebook', name: 'St Brannock’s', purpose: 'The ward of St Brannock’s', style: 'echoer', followers: 870, voices: [['glyn', 1]] }),
  // Eastby
  south({ handle: 'EastbySouthNPT', name: 'Eastby South', purpose: 'Eastby South estates', style: 'resharer', followers: 1050, voices: [['ross', 1], ['hetty', 1]], reviewIn: 20 }),
  south({ handle: 'FernleyNPT', name: 'Fernley', purpose: 'Fernley and the new houses', style: 'local', followers: 690, voices: [['hetty', 1]] }),
  south({ handle: 'EastbyRiverside', network: 'facebook', name: 'Eastby Riverside', purpose: 'The river path, boats and anglers', style: 'local', followers: 1340, voices: [['vince', 1]] }),
  south({ handle: 'LoxwoodNPT', name: 'Loxwood', office: 'Loxwood sergeant', purpose: 'Loxwood village', style: 'quiet', followers: 380, voices: [], cover: 'none', reviewIn: -130 }),
  eastby({ handle: 'EastbyMarketNPT', name: 'Eastby Market', purpose: 'Traders of the market and the arcade', style: 'local', followers: 910, voices: [['molly', 1]], objectives: ['shops'] }),
  eastby({ handle: 'HolmesideNPT', name: 'Holmeside', office: '', purpose: 'Holmeside flats', style: 'quiet', followers: 440, voices: [], cover: 'none', reviewIn: -200 }),
  eastby({ handle: 'KilnBankNPT', network: 'facebook', name: 'Kiln Bank', purpose: 'Kiln Bank and the brickworks', style: 'echoer', followers: 760, voices: [['dale', 1]] }),
  // Harrowfield
  harrow({ handle: 'HarrowfieldTown', name: 'Harrowfield Town', purpose: 'Town centre traders', style: 'resharer', followers: 1190, voices: [['sara', 1]], reviewIn: 13 }),
  harrow({ handle: 'UpperHarrowNPT', name: 'Upper Harrow', office: 'Upper Harrow sergeant', purpose: 'Upland farms and hamlets', style: 'quiet', followers: 520, cover: 'none', reviewIn: -60 }),
  harrow({ handle: 'BrackendaleNPT', network: 'facebook', name: 'Brackendale', purpose: 'Brackendale and the reservoir', style: 'local', followers: 830, voices: [['abdi', 1]] }),
  harrow({ handle: 'LongMardenNPT', name: 'Long Marden', purpose: 'Long Marden and its lanes', style: 'quiet', followers: 470, voices: [['jackie', 1]] }),
  harrow({ handle: 'ThornlowNPT', network: 'facebook', name: 'Thornlow', purpose: 'Thornlow and the park homes', style: 'echoer', followers: 650, voices: [['jackie', 1]] }),
  harrow({ handle: 'RidgewayVillages', name: 'Ridgeway villages', purpose: 'Nine villages on the Ridgeway', style: 'local', followers: 1020, voices: [['luke', 1]], objectives: ['plant'] }),
  harrow({ handle: 'MarshEndNPT', name: 'Marsh End', purpose: 'Marsh End, its farms and its school', style: 'talker', followers: 1110, voices: [['elsie', 1]] }),
  // Tregarn
  tregarn({ handle: 'TregarnTown', name: 'Tregarn Town / Tref Tregarn', purpose: 'Tregarn market and schools', style: 'quiet', followers: 890, voices: [['anwen', 1], ['eifion', 1]], objectives: ['cymraeg'] }),
  tregarn({ handle: 'CwmRhedyn', network: 'facebook', name: 'Cwm Rhedyn', purpose: 'Y cwm a’i ffermydd. The valley and its farms', style: 'welshLocal', followers: 980, voices: [['anwen', 1]], objectives: ['cymraeg', 'plant'] }),
  tregarn({ handle: 'LlanwenfroNPT', network: 'facebook', name: 'Llanwenfro', purpose: 'Llanwenfro a’r pentrefi. The village and around', style: 'welshLocal', followers: 560, voices: [['eifion', 1]], objectives: ['cymraeg'] }),
  tregarn({ handle: 'BrynHelygNPT', name: 'Bryn Helyg', purpose: 'The estate and its young people', style: 'resharer', followers: 410, voices: [['shan', 1]] }),
  tregarn({ handle: 'AberwenNPT', name: 'Aberwen', purpose: 'The bay in summer, the village in winter', style: 'quiet', followers: 730, voices: [['shan', 1]] }),
  // Penmoor
  coast({ handle: 'PenmoorTown', name: 'Penmoor Town', purpose: 'Harbour, station and high street', style: 'local', followers: 1560, voices: [['radka', 1]] }),
  coast({ handle: 'PenmoorVillages', name: 'Penmoor Villages', purpose: 'Inland villages', style: 'quiet', followers: 530, voices: [['simon', 1]], reviewIn: 33 }),
  coast({ handle: 'SaltreachNPT', network: 'facebook', name: 'Saltreach', purpose: 'Beach, caravans and the sailing club', style: 'local', followers: 1240, voices: [['peggy', 1]] }),
  coast({ handle: 'GullPointNPT', name: 'Gull Point', purpose: 'The point and its visitors', style: 'echoer', followers: 590, voices: [['peggy', 1]] }),
  coast({ handle: 'SandryNPT', name: 'Sandry', office: '', purpose: 'Sandry and the dunes', style: 'resharer', followers: 480, cover: 'none', reviewIn: null }),
  // Ashmoor
  moor({ handle: 'AshmoorTown', name: 'Ashmoor Town', purpose: 'The town and its two schools', style: 'local', followers: 1080, voices: [['tariq', 1]] }),
  moor({ handle: 'AshmoorRural', network: 'facebook', name: 'Ashmoor Rural', purpose: 'Farms and lanes round Ashmoor', style: 'echoer', followers: 820, voices: [['wendy', 1]], objectives: ['plant'] }),
  moor({ handle: 'ColdbrookNPT', name: 'Coldbrook', office: '', purpose: 'Coldbrook estate', style: 'quiet', followers: 350, cover: 'none', reviewIn: -45 }),
  moor({ handle: 'WhitestoneNPT', name: 'Whitestone', purpose: 'Whitestone and the quarry', style: 'resharer', followers: 620, voices: [['wendy', 1]] }),
]
