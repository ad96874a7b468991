import type { Bank } from './line.ts'

/** The force as a whole: news, advice and appeals. */
export const westshire: Bank = {
  account: 'westshire',
  approver: 'priya',
  times: ['07:30', '10:00', '12:00', '15:30', '17:45', '19:00'],
  objective: 'trust',
  lines: [
    {
      by: 'ffion',
      how: 'timed',
      says: 'Not everything is an emergency, and everything matters. In danger now: 999. To report something that has happened: 101, or online at https://www.westshire.police.example/report',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'fraud',
      says: 'Your bank will never send a courier for your card. If somebody rings and says so, put the phone down, wait five minutes, and call the bank on the number on your card.',
    },
    {
      by: 'owen',
      how: 'timed',
      intent: 'engage',
      for: 'listen',
      says: 'What should we do more of, and what less? Our yearly questions take six minutes, and the answers decide where neighbourhood officers go: https://www.westshire.police.example/ask',
    },
    {
      by: 'ffion',
      how: 'now',
      says: 'The 101 line is slow this evening because of a fault at the exchange. 999 works as always. For anything that can wait, use the online form or ring after 9pm.',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'risk',
      also: ['eastby', 'harrowfield'],
      says: (d) =>
        `Worried about how somebody treats you, or a friend? You can ask us what we know about a partner. Come and ask at any counter, or join our open evening on ${d.on(4)} at Eastby library.`,
    },
    {
      by: 'owen',
      how: 'timed',
      says: 'We are looking for people to answer 999 calls. No uniform, real work, full training, and shifts that you know six months before. Apply by the end of the month: https://www.westshire.police.example/join',
      picture: ['desk', 'Drawing of a desk with two screens, a headset and a cup, at night.'],
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'fraud',
      says: 'A text says that your parcel is waiting and asks for 99p. It is not about the 99p. Do not press the link; forward the text to 7726, which costs nothing.',
    },
    {
      by: 'priya',
      how: 'timed',
      says: 'Westport Crown Court sentenced a man of 44 to six years in prison for a series of burglaries in Westport and Eastby. He had admitted eleven. Thank you to the neighbours who rang.',
    },
    {
      by: 'ffion',
      how: 'now',
      says: 'The online report works again. Reports that you sent between 2pm and 3.10pm arrived, and none has to be sent twice.',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'risk',
      says: 'Going out on Saturday? Tell a friend how you get home, and stay with them until they are in the taxi. Ask for Angela at the bar if somebody will not leave you alone.',
    },
    {
      by: 'owen',
      how: 'timed',
      intent: 'engage',
      says: 'How to tell that a post is really ours: look it up. Every account that is ours is in the directory, and so are the ones that only look like it: https://www.westshire.police.example/is-this-us',
    },
    {
      by: 'ffion',
      how: 'timed',
      says: 'Found something that is not yours? Hand it in at any counter within two days. Last month 312 things went home: mostly keys, one accordion.',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'fraud',
      says: 'Selling online? Meet in daylight in a public place, and see the money in your account before the goods leave your hands. A picture of a transfer is not a transfer.',
    },
    {
      by: 'priya',
      how: 'timed',
      says: 'Two women of 29 and 31 were jailed for three years each at Westport Crown Court for fraud against people over 70. Eighteen people have their money back.',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'risk',
      says: 'A child who has money, a second phone and friends whom nobody knows may be used by others. You know them best. Tell us, or Crimestoppers on 0800 555 111, without your name.',
    },
    {
      by: 'ffion',
      how: 'asked',
      also: ['westport'],
      says: 'Westport match day: the station subway is closed until 7pm. Use the bridge on Tollgate Street. Officers at both ends will show you the way.',
    },
    {
      by: 'owen',
      how: 'timed',
      for: 'listen',
      says: 'You said: officers should be seen. We did: each neighbourhood now has set hours on foot, and they are on your area’s page. Not there at that hour? Tell us and we will say why.',
    },
    {
      by: 'ffion',
      how: 'timed',
      says: 'Thank you, Westshire. 1,940 of you answered our yearly questions. What you told us, and what we will do about it, is on our website from the first of the month.',
    },
    {
      by: 'ffion',
      how: 'timed',
      for: 'risk',
      says: 'Out in the evenings? A light on a timer, a locked side gate and a neighbour who looks in: most break-ins here are through an unlocked door.',
      picture: ['street', 'Drawing of a row of houses at dusk. One window is lit.'],
    },
    {
      by: 'ffion',
      how: 'timed',
      says: 'Counter hours for the public holiday are on our website. Westport stays open day and night, and 999 and 101 answer as always.',
    },
    {
      by: 'priya',
      how: 'timed',
      for: 'trust',
      says: (d) =>
        `The independent panel on stop and search meets in public on ${d.on(6)}, 6pm, at Westport town hall. Everyone welcome. Its last report and our answer are on our website.`,
    },
  ],
}

export const heddlu: Bank = {
  account: 'heddlu',
  approver: 'ffion',
  times: ['08:30', '10:00', '12:00', '16:00'],
  weekdaysOnly: true,
  objective: 'cymraeg',
  lines: [
    {
      by: 'elin',
      how: 'now',
      welsh: true,
      says: 'Mewn perygl nawr? Ffoniwch 999. I roi gwybod am rywbeth sydd wedi digwydd, ffoniwch 101 a dewiswch y Gymraeg, neu defnyddiwch ein gwefan.',
    },
    {
      by: 'elin',
      how: 'now',
      welsh: true,
      says: 'Fydd eich banc byth yn anfon rhywun i nôl eich cerdyn. Os bydd rhywun yn ffonio ac yn dweud hynny, rhowch y ffôn i lawr a ffoniwch y banc eich hun.',
    },
    {
      by: 'elin',
      how: 'now',
      welsh: true,
      says: 'Diolch i bawb a ddaeth i siarad â ni yn Nhregarn. Parcio ger yr ysgol oedd ar frig y rhestr, ac rydym wedi gofyn i’r cyngor am linellau newydd.',
    },
    {
      by: 'elin',
      how: 'now',
      welsh: true,
      says: 'Neges sy’n dweud bod parsel yn aros ac yn gofyn am 99c? Peidiwch â phwyso’r ddolen. Anfonwch y neges ymlaen at 7726, yn rhad ac am ddim.',
    },
    {
      by: 'elin',
      how: 'timed',
      welsh: true,
      says: (d) =>
        `Dewch i gwrdd â’ch swyddog lleol yn llyfrgell Tregarn ar ${d.ar(3)}, rhwng 10 a 12. Mae croeso i bawb, yn Gymraeg neu’n Saesneg.`,
    },
    {
      by: 'elin',
      how: 'now',
      welsh: true,
      says: 'Allan gyda’r nos? Clowch y giât, gadewch olau ymlaen, a gofynnwch i gymydog gadw llygad. Drws heb ei gloi yw’r ffordd i mewn gan amlaf.',
    },
    {
      by: 'elin',
      how: 'timed',
      welsh: true,
      says: 'Mae oriau’r cownteri dros ŵyl y banc ar ein gwefan. Mae Westport ar agor ddydd a nos, ac mae rhywun yn ateb 999 a 101 fel arfer.',
    },
  ],
}

/** Questions that many ask; each person of the desk signs. */
export const desk: Bank = {
  account: 'desk',
  approver: 'kerry',
  times: ['08:05', '11:20', '14:10', '17:30', '21:15'],
  objective: 'trust',
  lines: [
    {
      by: 'danny',
      how: 'now',
      says: 'Asked most this week: can I report a stolen bike here? You can, on the online form, day and night. Have the frame number ready if you know it.',
    },
    {
      by: 'aisha',
      how: 'now',
      says: 'Noise from a party next door is for the council first: their night line answers until 3am. If you hear someone being hurt, that is for us, on 999.',
    },
    {
      by: 'danny',
      how: 'now',
      says: 'Lost your phone on the bus? Ask the bus company first; they keep things for a month. Stolen is another matter: tell us, and tell your network to block it.',
    },
    {
      by: 'aisha',
      how: 'now',
      says: 'We cannot say online whether somebody has been arrested, also not if you guess. It keeps trials fair and people safe. Thank you for asking all the same.',
    },
    {
      by: 'danny',
      how: 'now',
      says: 'Good morning. Three of us are here until 11pm and two through the night. A question here is answered by a person who signs with initials.',
    },
    {
      by: 'aisha',
      how: 'now',
      says: 'How long do we keep lost property? 28 days. Passports and driving licences go back to those who issued them after a week.',
    },
    {
      by: 'kerry',
      how: 'asked',
      says: 'Waiting on 101 tonight: about 11 minutes. If it can wait until the morning it will be two. In danger, always 999.',
    },
    {
      by: 'danny',
      how: 'now',
      says: 'Found a dog? Check its collar, then ring the council’s dog warden. Please do not post its address or its owner’s name here.',
    },
    {
      by: 'aisha',
      how: 'now',
      says: 'A man at the door says that he is from the water board: ask for his card, close the door, ring the company from the bill. A real one will wait.',
    },
    {
      by: 'danny',
      how: 'now',
      says: 'Is the Penmoor counter open on Saturdays? Not yet. Westport and Eastby open on Saturdays from next month, 9am to 1pm.',
    },
  ],
}
