import type { Bank } from './line.ts'

export const eastby: Bank = {
  account: 'eastby',
  approver: 'carol',
  times: ['08:45', '11:50', '15:20', '18:30'],
  objective: 'shops',
  lines: [
    {
      by: 'hanna',
      how: 'now',
      says: 'In Eastby town today with the traders’ group. 14 shops now share one radio, so that the second shop knows what the first one saw.',
    },
    {
      by: 'hanna',
      how: 'now',
      for: 'trust',
      says: 'Found: one set of house keys with a wooden owl, on the harbour wall. They wait for you at the Eastby counter.',
    },
    {
      by: 'carol',
      how: 'timed',
      for: 'trust',
      says: (d) =>
        `Eastby North, we are listening: ${d.on(3)}, 6pm, at the primary school hall. The Chief Constable comes, too. Everyone welcome.`,
    },
    {
      by: 'hanna',
      how: 'now',
      says: 'A man of 38 was arrested on suspicion of theft from three shops in Harbour Row. He is also barred from all three for six months.',
    },
    {
      by: 'hanna',
      how: 'now',
      for: 'trust',
      picture: ['harbour', 'Drawing of a harbour wall with three small boats and a lighthouse.'],
      says: 'Early turn at the harbour. Calm water, two seals, and one fisherman who tells me every week that the parking is wrong. He has a point, and the council has his letter.',
    },
    {
      by: 'carol',
      how: 'asked',
      says: 'Eastby town, how it stands: reports of theft from shops are up by nine, to 52, because traders now tell us. That is what we asked for. Next we want it to fall.',
    },
    {
      by: 'hanna',
      how: 'now',
      for: 'risk',
      says: 'The bus station after dark: new lights since Tuesday, and two of us at the last bus. Tell us whether it is better, here or on 101.',
    },
    {
      by: 'hanna',
      how: 'now',
      for: 'trust',
      says: 'Thank you to the bakers of Eastby, who carry a lost boy’s picture in their heads better than any computer. He is home.',
    },
    {
      by: 'carol',
      how: 'timed',
      for: 'trust',
      says: 'If you left a number at the open evening and nobody has rung you yet, it was our mistake. Ring 101 and ask for the Eastby inspector by title.',
    },
  ],
}

export const harrowfield: Bank = {
  account: 'harrowfield',
  approver: 'rhys',
  times: ['08:00', '12:30', '16:15', '19:20'],
  objective: 'plant',
  lines: [
    {
      by: 'meera',
      how: 'now',
      ago: 33,
      says: 'Out with the farm watch in the dark, eleven pairs of eyes and one flask of very strong tea. One strange van, which was a lost plumber.',
    },
    {
      by: 'meera',
      how: 'now',
      ago: 30,
      for: 'trust',
      says: 'The town clock stands at ten to four again. It is not a police matter, but you asked, so we asked: the council mends it this month.',
    },
    {
      by: 'rhys',
      how: 'timed',
      ago: 27,
      says: (d) =>
        `Quad marking at the cattle market, ${d.on(4)} from 9am. It takes ten minutes and costs nothing. Bring the quad, or bring the papers and we will come to you.`,
    },
    {
      by: 'meera',
      how: 'now',
      ago: 24,
      says: 'A trailer stolen at Upper Fold came home after two days, because its number was punched into the frame. Ten minutes’ work, eight years ago.',
    },
    {
      by: 'meera',
      how: 'now',
      ago: 21,
      for: 'risk',
      says: 'Checked on everyone over 80 along the top road after the power cut. All warm. One of you beat me at dominoes.',
    },
    {
      by: 'rhys',
      how: 'asked',
      ago: 18,
      at: '09:10',
      for: 'roads',
      says: 'The top road is open again. Thank you for your patience, and for the flowers. We are still with the families, and ask you not to share pictures of the place.',
    },
    {
      by: 'meera',
      how: 'now',
      ago: 11,
      for: 'trust',
      says: 'Thank you, Harrowfield. 90 of you looked in sheds and garages for Mr Hales within two hours.',
    },
    {
      by: 'meera',
      how: 'now',
      ago: 6,
      says: 'Diesel theft: three farms this week, all from tanks beside a lane. A lock on the valve and a camera that you can see do most.',
    },
    {
      by: 'rhys',
      how: 'timed',
      ago: -1,
      at: '18:00',
      says: (d) =>
        `Harrowfield public meeting: ${d.on(6)}, 7pm, corn exchange. I am new in this office and would like to hear what you want. Everyone welcome.`,
    },
  ],
}

export const tregarn: Bank = {
  account: 'tregarn',
  approver: 'gwenno',
  times: ['08:35', '12:10', '15:40', '17:50'],
  objective: 'school',
  lines: [
    {
      by: 'osian',
      how: 'now',
      welsh: true,
      says: 'Wrth giât yr ysgol y bore yma gyda’r disgyblion hŷn. Roedd 41 o geir o dan 20, a thri dros y terfyn. Diolch i’r 41.',
    },
    {
      by: 'osian',
      how: 'now',
      says: 'At the school gate this morning with the older pupils. 41 cars were under 20, and three were over. Thank you to the 41.',
    },
    {
      by: 'osian',
      how: 'now',
      welsh: true,
      for: 'plant',
      says: 'Mae rhywun wedi bod yn torri ffensys ar y mynydd uwchben Cwm Rhedyn. Os gwelwch chi gerbyd dieithr, ffoniwch 101 a dyfynnwch 0207.',
    },
    {
      by: 'osian',
      how: 'now',
      for: 'plant',
      says: 'Somebody has been cutting fences on the hill above Cwm Rhedyn. If you see a vehicle that you do not know, call 101 and quote 0207.',
    },
    {
      by: 'gwenno',
      how: 'timed',
      welsh: true,
      for: 'cymraeg',
      says: (d) =>
        `Cyfarfod cyhoeddus yn neuadd Tregarn ar ${d.ar(4)} am 7 yr hwyr. Dewch â’ch cwestiynau. Croeso i bawb.`,
    },
    {
      by: 'gwenno',
      how: 'timed',
      for: 'trust',
      says: (d) =>
        `Public meeting at Tregarn hall on ${d.on(4)}, 7pm. Bring your questions, in Welsh or in English. Everyone welcome.`,
    },
    {
      by: 'osian',
      how: 'now',
      welsh: true,
      for: 'trust',
      says: 'Dafad ar y bont, ac nid am y tro cyntaf. Mae hi’n ôl gyda’i pherchennog, ac mae’r ffordd ar agor.',
    },
    {
      by: 'osian',
      how: 'now',
      for: 'trust',
      says: 'A sheep on the bridge, and not for the first time. She is home with her owner, and the road is open.',
      picture: ['sheep', 'Drawing of one sheep on a stone bridge with hills behind it.'],
    },
    {
      by: 'osian',
      how: 'now',
      welsh: true,
      says: 'Tair wythnos wrth yr ysgol: naw gyrrwr o bob deg yn cadw at 20. Dyna a addawyd. Rydym yn dal i wylio.',
    },
  ],
}
