import type { Outcome } from '../../../review/outcome.ts'

/** `day`: so many working days ago. `of` and `into`: network and handle. `on`: the last day of an account, or its first, so many days from the present. */
export type Decided = {
  day: number
  at: string
  by: 'priya' | 'owen' | 'ffion'
  of: string
  becomes: Outcome
  reason: string
  /** Why not as recommended; where nothing is said, what was recommended is what was decided. */
  whyOther?: string
  into?: string
  on?: number
}

const decided = (
  by: Decided['by'],
  day: number,
  rows: readonly (readonly [at: string, becomes: Outcome, of: string, reason: string, more?: Partial<Decided>])[],
): Decided[] => rows.map(([at, becomes, of, reason, more = {}]) => ({ by, day, at, becomes, of, reason, ...more }))

/** What three people decided in the days after the round began; about half of it is still open. */
// biome-ignore format: a row each
export const decisions: readonly Decided[] = [
  ...decided('priya', 8, [
    ['09:35', 'close', 'facebook OpLanternWestshire', 'The campaign was for one winter and has ended. Burglary advice goes out on the main account.', { on: 7 }],
    ['09:42', 'close', 'x HolmesideNPT', 'Nobody has spoken there for months and nobody holds it. The flats hear from Eastby Police, where two officers answer.', { on: 24 }],
    ['10:05', 'merge', 'x StannerHillNPT', 'The desk on the estate is shut and its sergeant’s post is vacant. Eastby Police has seven people, and one of them is on the estate twice a week.', { into: 'practice EastbyPolice', on: 11, whyOther: 'Those who follow it should be led to an account that answers, and not to nothing.' }],
    ['10:21', 'improve', 'facebook EastbyNorthNPT', 'A post a day and not one answer in thirteen weeks. PC Whitlow answers from now on, twice a day.'],
    ['11:10', 'keep', 'practice WestportCentral', 'It answers people, by name and on the same day. It is what we want the others to become.'],
    ['11:24', 'keep', 'x WestshireEvents', 'Silent between marches and matches, and rightly so. People look there when something is on.'],
  ]),
  ...decided('owen', 7, [
    ['09:15', 'improve', 'x WestportDocks', 'Four people sign and one is heard. Sgt Ellery leaves two questions in three to the others; the inspector looks at it every Friday.'],
    ['09:31', 'improve', 'x AshmoorPolice', 'Half of what it says is the CCTV feed. The feed gets a page on the website, and PC Sturt an hour a day for people.'],
    ['09:48', 'close', 'x ColdbrookNPT', 'Nobody owns it, nobody looks, and nothing has been said for months. Ashmoor Town takes the estate in.', { on: 26 }],
    ['10:20', 'close', 'x LoxwoodNPT', 'The sergeant’s post went two years ago. The parish letter reaches more people in the village than this did.', { on: 26 }],
    ['10:52', 'merge', 'x PCLeahCorrigan', 'One beat, two accounts. What she writes belongs where her colleagues can answer when she is off.', { into: 'practice WestportCentral', on: 30, whyOther: 'It hangs on one person, and would end on the day on which she moves.' }],
    ['11:30', 'keep', 'practice Chiefs_Westshire', 'Five voices, three of them every week. ACO Rao has agreed to answer on budgets, so that she is heard as well.'],
    ['14:05', 'keep', 'practice HeddluTregarn', 'Both languages on the same day, nearly always, and it answers in the language of the question.'],
  ]),
  ...decided('ffion', 6, [
    ['09:20', 'improve', 'practice HarrowfieldPolice', 'It tells people that nobody reads along, and somebody does, day and night. The sentence goes, and 101 is no answer to a question about a gate.'],
    ['09:44', 'merge', 'x HarrowfieldTown', 'Only passes on what the district says. Traders get the same from Harrowfield Police, with answers.', { into: 'practice HarrowfieldPolice', on: 28, whyOther: 'Traders and shoppers follow it. They are told where to go instead of being left.' }],
    ['10:02', 'improve', 'x WestportOldTown', 'Days of something in the words of headquarters, and little of the Old Town. PC Haverill writes one thing of his own each week.'],
    ['10:33', 'improve', 'facebook StBrannocksNPT', 'The same: what we send round is for those who want it, and nobody has to. One walk, one post.'],
    ['11:15', 'keep', 'practice WestshireRoads', 'Closures within ten minutes, at all hours. People thank it, which few accounts can say.'],
    ['11:40', 'keep', 'practice WestshireDogs', 'It draws people who follow nothing else of ours, and it answers children.'],
    ['14:30', 'leaveAsPersonal', 'x EastbyBobby', 'Writes about shifts, names nobody and says nothing against the code. Professional standards have read it. It is somebody’s own.'],
  ]),
  ...decided('priya', 5, [
    ['09:10', 'improve', 'x UpperHarrowNPT', 'The new sergeant begins on the first of the month and wants it. She has until the next review to be heard.', { whyOther: 'The silence was a vacancy, and the vacancy has ended. Upland farms follow nothing else of ours.' }],
    ['09:32', 'close', 'x TollgateNPT', 'Reshares and nothing else, from nobody we can name. Westport Central covers the ring road.', { on: 27 }],
    ['10:12', 'merge', 'x MillLaneNPT', 'Two streets, five minutes from the rest of the beat. PC Darby and PC Thripp sign on Westport Central, where the questions about Mill Lane come in anyway.', { into: 'practice WestportCentral', on: 25, whyOther: 'Its people still work these streets. They should keep a place to say so.' }],
    ['11:05', 'keep', 'instagram calderquaypcsos', 'Young people write to it who ring nobody. Two PCSOs, and the Docks inspector reads along.'],
    ['11:28', 'keep', 'x MarshEndNPT', 'One PCSO, one village, and more answers than two districts together. The school knows her.'],
    ['15:20', 'adopt', 'facebook PontHelygWatch', 'The group asks us to, and a PCSO helped to begin it. It gets rules, cover and a name; the group keeps its voice.', { on: 24, whyOther: 'Its posts are not in our archive, so nothing was measured. Insp Tudur has read a year of it: it talks with people every day.' }],
  ]),
  ...decided('owen', 4, [
    ['09:25', 'keep', 'practice WestshireDesk', 'The account that answers. Signed, day and night, and quicker than in the spring.'],
    ['09:50', 'improve', 'x AberwenNPT', 'The bay is full in summer and empty in winter. PCSO Morlais writes while people are there; otherwise the profile says where to ask.', { whyOther: 'Its silence is the season’s. Those who follow it come back each spring.' }],
    ['10:15', 'improve', 'x EastbySouthNPT', 'Two officers who know every stairwell and pass on what others say. They want training, and have it in two weeks.', { whyOther: 'There are two people who want to speak. Closing it would tell them not to.' }],
    ['10:40', 'improve', 'x WestshireCyber', 'Silent because one person did it and was needed elsewhere. A second one from the fraud desk signs from now on.', { whyOther: 'Fraud is our objective for this year. We mend it.' }],
    ['11:20', 'keep', 'x SgtMerrin', 'A night in custody without a name in it. It does more for trust than our posters.'],
  ]),
  ...decided('ffion', 3, [
    ['09:15', 'keep', 'practice WestportPolice', 'The busiest district, and half of what it says is to people.'],
    ['09:40', 'keep', 'practice WestshireRural', 'Farmers answer it, and stock has come home by it.'],
    ['10:05', 'keep', 'facebook CwmRhedyn', 'Yn y ddwy iaith, ac mae pobl y cwm yn ateb. In both languages, and the valley answers.'],
    ['10:30', 'improve', 'x ChInspBellis', 'His own account, on which he passes on what others say. He writes for it himself or makes it plainly personal; he chooses until the next review.', { whyOther: 'He has not been asked yet what he wants with it.' }],
    ['11:00', 'close', 'x RunWithThePolice', 'The run was five years ago and the name is still ours. The network is asked to end it.', { whyOther: 'It looks as if we still took money for it.' }],
  ]),
  ...decided('priya', 2, [
    ['09:30', 'improve', 'facebook KilnBankNPT', 'Most of what it says is ours, word for word. PCSO Winspear walks it daily and has plenty to tell.'],
    ['10:10', 'keep', 'instagram WestportUniBeat', 'Students ask about bikes and landlords, and PC Lowry answers within the day.'],
  ]),
]

type Said = { day: number; at: string; of: string; side: 'people' | 'public'; who: string; words: string }

/** What people of the accounts, and of the public, say; kept by the communications officer. */
// biome-ignore format: a row each
export const voices: readonly Said[] = [
  { day: 7, at: '09:05', of: 'x PCLeahCorrigan', side: 'public', who: 'A reader in Castle Steps', words: 'I do not follow the police. I follow Leah.' },
  { day: 7, at: '15:40', of: 'x PCLeahCorrigan', side: 'people', who: 'PC Leah Corrigan', words: 'Thirteen thousand people took six years. Four of them told me about a knife last month, because they know me.' },
  { day: 8, at: '09:10', of: 'x StannerHillNPT', side: 'public', who: 'Stanner Hill Residents', words: 'If it goes, tell us who reads what we write. We asked the last account for a year.' },
  { day: 5, at: '11:45', of: 'x MillLaneNPT', side: 'people', who: 'PC Yusuf Darby', words: 'We were taken off the beat for the festival and nobody wrote. That is no reason to end it.' },
  { day: 5, at: '14:50', of: 'facebook PontHelygWatch', side: 'public', who: 'Nest, who began the group', words: 'Fe hoffen ni gael help, a chadw ein llais. We would like help, and to keep our voice.' },
]

type Ticked = { day: number; at: string; by: Decided['by']; of: string; step: string; evidence: string }

/** The lists that decisions began: what is done of them. Everybody is told first. */
// biome-ignore format: a row each
export const ticked: readonly Ticked[] = [
  { day: 8, at: '14:10', by: 'priya', of: 'facebook OpLanternWestshire', step: 'told', evidence: 'Spoke to the burglary team at their meeting.' },
  { day: 7, at: '10:30', by: 'priya', of: 'facebook OpLanternWestshire', step: 'notice', evidence: 'Pinned, with where burglary advice is from now on.' },
  { day: 3, at: '15:25', by: 'priya', of: 'facebook OpLanternWestshire', step: 'drained', evidence: 'One old question about a marking kit, answered today.' },
  { day: 8, at: '15:05', by: 'priya', of: 'x HolmesideNPT', step: 'told', evidence: 'Nobody has a place there. Insp Dunmore knows.' },
  { day: 8, at: '16:20', by: 'priya', of: 'x StannerHillNPT', step: 'told', evidence: 'Told the Eastby inspector and the two officers who walk the estate, in person.' },
  { day: 6, at: '13:30', by: 'priya', of: 'x StannerHillNPT', step: 'handOver', evidence: 'Nobody signed there any more. PC Whitlow signs on Eastby Police and takes Stanner Hill.' },
  { day: 7, at: '12:10', by: 'owen', of: 'x ColdbrookNPT', step: 'told', evidence: 'Insp Amory, by telephone.' },
  { day: 7, at: '12:20', by: 'owen', of: 'x LoxwoodNPT', step: 'told', evidence: 'Insp Lindqvist, by telephone. The parish clerk knows too.' },
  { day: 7, at: '12:35', by: 'owen', of: 'x PCLeahCorrigan', step: 'told', evidence: 'Told PC Corrigan and Insp Farrow, in person.' },
  { day: 6, at: '11:50', by: 'ffion', of: 'x HarrowfieldTown', step: 'told', evidence: 'Told PC Tonkin at the station.' },
  { day: 5, at: '12:05', by: 'priya', of: 'x TollgateNPT', step: 'told', evidence: 'There is nobody to tell. Insp Farrow knows.' },
  { day: 5, at: '12:20', by: 'priya', of: 'x MillLaneNPT', step: 'told', evidence: 'Told both officers and Insp Farrow before their shift.' },
  { day: 4, at: '16:15', by: 'priya', of: 'facebook PontHelygWatch', step: 'consent', evidence: 'Signed by the three who run it, at the village hall. Copy with the records manager.' },
  { day: 2, at: '15:45', by: 'priya', of: 'facebook PontHelygWatch', step: 'training', evidence: 'All three took the evening course and signed the agreement.' },
]
