/**
 * Days of something, as headquarters sends them round: the day of the year on which it falls, counted back from the day on which the demo is
 * opened, and the words. Accounts that have nothing of their own to say put them out nearly as they came. All of them are invented.
 */
export const awarenessDays: readonly { ago: number; says: string; calls: string }[] = [
  ...[
    [
      'Lock It Day',
      'Today is Lock It Day. Check every door and window tonight, take the keys out of the lock and keep them where nobody can reach them from outside.',
    ],
    [
      'Be Seen Week',
      'It is Be Seen Week. Wear something bright when you walk or ride after dark, and check that both of your lights work before you set off.',
    ],
    [
      'One Door Day',
      'Today is One Door Day. Knock on one door that you have never knocked on, say who you are and ask whether there is anything they need.',
    ],
    [
      'Bike Marking Week',
      'Bike Marking Week begins today. Have your bike marked for nothing, photograph it from both sides and write down the number on its frame.',
    ],
    [
      'World Password Morning',
      'It is World Password Morning. Three words that have nothing to do with each other make a better password than your dog and a number.',
    ],
    [
      'Quiet Road Day',
      'Quiet Road Day: take five miles an hour off today, leave two more seconds to the car in front and see how much calmer you arrive.',
    ],
    [
      'Ask Twice Day',
      'It is Ask Twice Day. When a friend says that they are fine, ask a second time, put the telephone away and wait for the real answer.',
    ],
    [
      'Shed Check Sunday',
      'Shed Check Sunday is here. Look at the hinges as well as the lock, chain the big things to each other and take a picture of what is inside.',
    ],
    [
      'Hang Up Day',
      'Today is Hang Up Day. If a caller wants money moved, put the telephone down, wait five minutes and ring the number on the back of your card.',
    ],
    [
      'Walk Home Week',
      'It is Walk Home Week. Plan the way back before you go out, charge your phone and tell one person when they should start to worry.',
    ],
    [
      'Dogs In Cars Day',
      'Dogs In Cars Day: a warm afternoon outside is an oven inside. Take them along, leave them at home in the shade, but never leave them in the car.',
    ],
    [
      'Water Safety Day',
      'Today is Water Safety Day. Cold water takes the breath of strong swimmers too: float on your back first, and shout only when you can breathe.',
    ],
    [
      'Lost Property Day',
      'It is Lost Property Day. Write your number inside the things that you would miss most, and come and look at our counter before you give up.',
    ],
    [
      'Torch By The Door Day',
      'Today is Torch By The Door Day. Put a light where your hand finds it in the dark, test the battery now, and tell the children where it lives.',
    ],
    [
      'Say Hello To A Cadet Day',
      'It is Say Hello To A Cadet Day. Young people give up their Thursday evenings for their town: wave when you see them, and ask what they learnt this week.',
    ],
    [
      'Read The Small Print Week',
      'Read The Small Print Week starts now. Before you pay a deposit, look up who is asking, ask for it in writing and sleep one night over it.',
    ],
    [
      'Tyre Tuesday',
      'Tyre Tuesday is back. Put a coin into the tread, look for nails and bulges, check the pressure cold, and do not forget the one in the boot.',
    ],
    [
      'World Helmet Day',
      'It is World Helmet Day. A helmet works only when it is level, buckled and younger than five years, so try yours on before the next ride.',
    ],
    [
      'Grandparents Online Day',
      'Today is Grandparents Online Day. Sit down together, look at the privacy page of one account, block one stranger and explain what a scam sounds like.',
    ],
    [
      'Garden Gate Week',
      'Garden Gate Week has begun. Oil the hinges, fit a bolt that cannot be reached over the top, and cut the hedge so that the street can see in.',
    ],
    [
      'Kind To Drivers Day',
      'It is Kind To Drivers Day. Let one bus out, thank one person who stopped for you, and count to ten before you touch the horn.',
    ],
    [
      'No Names On Keys Day',
      'Today is No Names On Keys Day. Take the address off the key ring, keep a spare with a friend and never hide one under the plant pot.',
    ],
    [
      'Second Look Saturday',
      'It is Second Look Saturday. Motorcycles are closer than they seem, so look right, look left, look again, and only then turn across the road.',
    ],
    [
      'Winter Boot Box Day',
      'Winter Boot Box Day: a blanket, a shovel, water, something sweet and a charged phone in the back of the car will keep you until help comes.',
    ],
    [
      'Talk About Money Day',
      'Today is Talk About Money Day. Nobody should be ashamed of having been cheated: tell one person what happened, and let them help you to ring the bank.',
    ],
    [
      'Know Your Bobby Day',
      'It is Know Your Bobby Day. Look up who walks your streets, save the number of the neighbourhood team and say what you would like them to do first.',
    ],
  ].map(([calls = '', says = ''], n) => ({ ago: 360 - ((n * 7) % 26) * 14, says, calls })),
]
