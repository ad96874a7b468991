import type { Bank } from './line.ts'

/** One officer says most of it: the balance of voices shows it. */
export const central: Bank = {
  account: 'central',
  approver: 'nadia',
  times: ['09:40', '11:15', '14:05', '16:05', '16:45'],
  weekdaysOnly: true,
  objective: 'millLane',
  lines: [
    {
      by: 'leah',
      how: 'now',
      says: 'Walked Mill Lane from end to end with two residents. We found nine side gates that do not lock. The council has the list, and so have the landlords.',
    },
    {
      by: 'leah',
      how: 'now',
      for: 'footbridge',
      says: 'Stones from the Mill Lane footbridge again on Sunday. Nobody was hurt. I have spoken to four families, and the council puts up the mesh on the bypass side.',
    },
    {
      by: 'tom',
      how: 'now',
      says: 'Coffee with traders in Tollgate Street: what they want most is an answer on the day. They have my number, and I will ring back before I go home.',
    },
    {
      by: 'leah',
      how: 'now',
      intent: 'engage',
      says: (d) =>
        `I am at Mill Lane community room on ${d.on(2)} from 2pm to 4pm. Come and talk about break-ins, lights or anything else. There is tea.`,
    },
    {
      by: 'leah',
      how: 'now',
      says: 'Two things that cost nothing: keys away from the letter box, and the bin away from the wall. Both were used in Mill Lane this month.',
    },
    {
      by: 'leah',
      how: 'now',
      for: 'footbridge',
      says: 'The mesh on the footbridge is up. Thank you to the council, and to the boy who told his mum and his mum who told me.',
      picture: ['bridge', 'Drawing of a footbridge with a mesh along its side, above a road.'],
    },
    {
      by: 'nadia',
      how: 'asked',
      says: 'Mill Lane, how it stands: seven break-ins last month, five in this one. Our promise is fewer than four by the end of the year. We are not there yet.',
    },
    {
      by: 'leah',
      how: 'now',
      says: 'Somebody left a good bicycle behind Tollgate Street on Monday. Blue, with a child’s seat. If it is yours, ring 101 and tell me what hangs on the bell.',
    },
    {
      by: 'tom',
      how: 'now',
      says: 'Busy night at the taxi rank, calm in the end. The rank marshals are back on Fridays and Saturdays until 4am.',
    },
    {
      by: 'leah',
      how: 'now',
      intent: 'engage',
      says: 'The school holidays come. We will be on foot round Mill Lane and the bypass most evenings. What should we look at?',
    },
    {
      by: 'leah',
      how: 'now',
      says: 'We have marked 40 bicycles at the college. It takes five minutes, and a marked bike comes home four times as often.',
    },
    {
      by: 'lewis',
      how: 'asked',
      says: 'My first month in the centre. I know the shops by now and half of the dogs. If you see me lost, tell me where Pump Court is.',
    },
    {
      by: 'leah',
      how: 'now',
      says: 'No break-in in Mill Lane for nine days. That is your side gates and your neighbours, more than us. Keep at it.',
    },
    {
      by: 'leah',
      how: 'now',
      for: 'footbridge',
      says: 'Four weeks and no stones from the footbridge. I still walk it. Thank you to the parents who walked it with me.',
    },
    {
      by: 'tom',
      how: 'now',
      says: 'Quay Street is closed to cars for the market on Saturday from 6am. Deliveries before that, please, or by Pump Court.',
    },
    {
      by: 'leah',
      how: 'timed',
      says: (d) =>
        `Next beat meeting: ${d.on(3)}, 6.30pm, Mill Lane community room. I bring the figures, you bring what we missed. Everyone welcome.`,
    },
  ],
}

export const westport: Bank = {
  account: 'westport',
  approver: 'nadia',
  times: ['08:20', '12:15', '17:10', '18:40', '20:30'],
  objective: 'trust',
  lines: [
    {
      by: 'leah',
      how: 'asked',
      for: 'millLane',
      says: 'A woman of 34 was arrested in Mill Lane on suspicion of burglary after a neighbour rang us. If you saw anything between 7pm and 8pm, call 101 and quote 0398.',
    },
    {
      by: 'dawn',
      how: 'timed',
      says: (d) =>
        `Westport public meeting: ${d.on(5)}, 7pm, St Brannoc’s hall. Bring your questions on the docks, on parking and on us. Everyone welcome.`,
    },
    {
      by: 'tom',
      how: 'asked',
      says: 'Tollgate Street is open again. A van had lost its load of apples, and half the street helped. Thank you.',
    },
    {
      by: 'nadia',
      how: 'timed',
      says: 'In three months we stopped 61 people in Westport to search them. In 22 cases we found what we looked for. Each search is recorded, and you may ask for the record.',
    },
    {
      by: 'leah',
      how: 'asked',
      says: 'We were called to a disturbance in Quay Street just after 9pm. Nobody was badly hurt. A man of 27 is in custody, and you will see us there for the rest of the evening.',
    },
    {
      by: 'tom',
      how: 'asked',
      says: 'To whoever pushed a stranger’s wheelchair up Castle Steps on Thursday: his daughter rang to say thank you, and so do we.',
    },
    {
      by: 'nadia',
      how: 'asked',
      for: 'footbridge',
      says: 'A stone from the footbridge broke a windscreen on the bypass on Friday. The driver is shaken, not hurt. If you saw who was on the bridge at 8.50pm, call 101 and quote 0418.',
      intent: 'appeal',
    },
    {
      by: 'lewis',
      how: 'asked',
      says: 'Market day: keep bags closed and phones in an inside pocket. We have had three reports from the fish stalls, always between 11am and noon.',
    },
    {
      by: 'tom',
      how: 'asked',
      says: 'The counter at Westport is open day and night. If you would rather not speak at the window, say so: there is a room.',
    },
    {
      by: 'dawn',
      how: 'timed',
      says: 'You asked for more officers at the bus station after dark. Since Monday two are there each evening until the last bus. Tell us in a month whether you feel it.',
    },
    {
      by: 'leah',
      how: 'asked',
      says: 'Three people arrested at the retail park on suspicion of theft from shops. The goods are back on the shelves, and two of the shops wrote to say thank you.',
    },
    {
      by: 'nadia',
      how: 'timed',
      says: 'New in town, as 4,000 students are? A locked window and a note of your laptop’s serial number are the two best things that you can do.',
    },
  ],
}
