import type { Bank } from './line.ts'

export const roads: Bank = {
  account: 'roads',
  approver: 'sam',
  times: ['07:10', '08:50', '13:25', '17:05', '18:20', '21:40'],
  objective: 'roads',
  lines: [
    {
      by: 'colin',
      how: 'now',
      says: 'The A41 is closed both ways at Stanner Hill after a collision. Nobody is badly hurt. Use the coast road; expect half an hour more.',
    },
    { by: 'colin', how: 'now', says: 'The A41 at Stanner Hill is open again. Thank you for your patience.' },
    {
      by: 'colin',
      how: 'now',
      says: 'A driver stopped on the bypass with an egg timer in the windscreen: his speedometer is broken. It is now parked, and so is he.',
    },
    {
      by: 'sam',
      how: 'timed',
      says: 'Fourteen people were hurt on the coast road last year, nine of them on motorcycles. We are out there all month, and so is the bike safety team from the council.',
    },
    {
      by: 'colin',
      how: 'now',
      says: 'Fog on the top road between Harrowfield and Tregarn, worst at the reservoir. Lights on, twice the distance, and no full beam.',
    },
    {
      by: 'colin',
      how: 'now',
      says: 'Flooding under the railway bridge at Eastby. It is deeper than it looks: three cars know. The way round is by Harbour Row.',
    },
    { by: 'colin', how: 'now', says: 'Eastby railway bridge is clear. The three cars are dry, more or less.' },
    {
      by: 'colin',
      how: 'now',
      picture: ['road', 'Drawing of a road at night with four cones in a row across one lane.'],
      says: 'Night works on the bypass until Friday, one lane each way from 8pm to 6am. The people with the shovels would like to go home, too: 30 means 30.',
    },
    {
      by: 'colin',
      how: 'now',
      says: 'A41 northbound at Tollgate: one lane, because a horsebox has lost a wheel. The horses are calm. Please be like the horses.',
    },
    { by: 'colin', how: 'now', says: 'A41 at Tollgate: both lanes open. Horses and wheel went home separately.' },
    {
      by: 'sam',
      how: 'timed',
      says: 'Last month we stopped 212 drivers on their phones. The excuse heard most: only at the lights. It is 200 pounds and six points at the lights, too.',
    },
    {
      by: 'colin',
      how: 'now',
      says: 'A lorry is stuck at the low bridge in Tregarn, as the sign said it would be. Closed for two hours. Thank you to the farmer with the tractor.',
    },
    { by: 'colin', how: 'now', says: 'Tregarn low bridge is open. The bridge won again.' },
    {
      by: 'ffion',
      how: 'now',
      says: 'Westport bypass is closed southbound between Mill Lane and the docks after debris on the road. About 40 minutes. Please find another way.',
    },
    { by: 'ffion', how: 'now', says: 'Westport bypass southbound is open again.' },
    {
      by: 'colin',
      how: 'now',
      says: 'Low sun on the coast road at both ends of the day. Clean the windscreen on the inside, too, and leave the gap that you leave in rain.',
    },
    {
      by: 'sam',
      how: 'timed',
      says: 'Works on the bypass go on for one more week: one lane each way from 8pm to 6am. Thank you to everyone who let the paving lorry in.',
    },
  ],
}

export const dogs: Bank = {
  account: 'dogs',
  approver: 'jo',
  times: ['10:30', '13:00', '15:45'],
  weekdaysOnly: true,
  objective: 'trust',
  lines: [
    {
      by: 'nia',
      how: 'now',
      picture: ['dog', 'Drawing of a black dog that sits on a hill and looks left.'],
      says: 'This is Bracken. She is three, finds people and hates umbrellas. She found a walker above Cwm Rhedyn last week in the rain, so she is very brave.',
    },
    {
      by: 'nia',
      how: 'now',
      says: 'You ask what happens to the dogs when they retire. They live with us, on the sofa, and tell each visitor about their career.',
    },
    {
      by: 'jo',
      how: 'timed',
      says: 'Two puppies begin their training this month. It takes about a year; not all of them like the work, and those who do not are found a good home.',
    },
    {
      by: 'nia',
      how: 'now',
      picture: ['hills', 'Drawing of three rows of hills under a pale sun.'],
      says: 'Morning search on the hills above Tregarn. Nobody was missing: practice makes it quick when somebody is.',
    },
    {
      by: 'nia',
      how: 'now',
      says: 'Hot cars kill dogs, also with a window open. If you see one in distress, call 999. Breaking the window is a decision that we will help you with.',
    },
    {
      by: 'jo',
      how: 'timed',
      says: (d) =>
        `Come and meet the dogs at Westport show ground on ${d.on(8)}, 10am to 3pm. They will jump, search and pretend not to hear. Everyone welcome.`,
    },
    {
      by: 'nia',
      how: 'now',
      says: 'Bracken found a hearing aid in a barley field. It took her eleven minutes, and it took us forty to explain to her what it was.',
    },
  ],
}

export const rural: Bank = {
  account: 'rural',
  approver: 'alun',
  times: ['08:25', '12:20', '16:30'],
  weekdaysOnly: true,
  objective: 'plant',
  lines: [
    {
      by: 'cerys',
      how: 'asked',
      says: 'Sheep worrying: nine ewes lost at Cwm Rhedyn in a week. Keep your dog on a lead near stock, also the one that never does it.',
    },
    {
      by: 'alun',
      how: 'now',
      says: 'Three quads stopped at the docks before they left the country. Two belong to farms here, and both were marked.',
    },
    {
      by: 'cerys',
      how: 'asked',
      says: 'Night patrol with the farm watch. If you would like to join, ring 101 and ask for the rural team. You need a flask and no bravery.',
    },
    {
      by: 'alun',
      how: 'now',
      says: 'Tanks beside a lane are easy: diesel went from three farms this week. Move them, lock the valve, and tell us about the van that you did not know.',
    },
    {
      by: 'cerys',
      how: 'asked',
      picture: ['field', 'Drawing of a field in strips, with a gate and a tractor.'],
      says: 'Gate photographs help us: send the place and the time on the online form, and the tyre marks before the rain takes them.',
    },
    {
      by: 'alun',
      how: 'timed',
      says: (d) =>
        `Machine marking at Tregarn mart on ${d.on(5)}, 9am to 1pm. Come along with quads, chainsaws and batteries; it costs nothing.`,
    },
    {
      by: 'alun',
      how: 'now',
      says: 'Hare coursing is a crime, and cruel. If you see a line of people and dogs on a field, call 999 while it happens. Do not go near them.',
    },
  ],
}
