import type { ConnectedKey } from './accounts.ts'

/** What invented members of the public say below a post; `n` is its place in the bank of the account. */
type Said = { on: ConnectedKey; n: number; after: number; name: string; words: string }

const below = (on: ConnectedKey, n: number, ...said: readonly (readonly [number, string, string])[]): Said[] =>
  said.map(([after, name, words]) => ({ on, n, after, name, words }))

export const publicReplies: readonly Said[] = [
  ...below(
    'chiefs',
    2,
    [
      22,
      'Danielle R.',
      'Come to Mill Lane after eight in the evening, not at ten in the morning like the last one did.',
    ],
    [95, 'Idris', 'Nice words. See you in Eastby then.'],
  ),
  ...below(
    'chiefs',
    3,
    [14, 'Mrs Prothero', 'Three for Tregarn. Three. We are forty miles long.'],
    [31, 'Owain', 'Thank you for the list, first time I have seen one.'],
    [160, 'taxpayer_wp', 'and how many of the 31 replace people who left?'],
  ),
  ...below('chiefs', 5, [44, 'Sioned', 'You came to our street in 1998 about the bikes. All the best Mr Kerslake.']),
  ...below(
    'chiefs',
    7,
    [9, 'Gwyn y Bont', 'Croeso yn ôl. Faint o ddefaid?'],
    [70, 'Rosie T', 'Will you still answer here when you are busy?'],
  ),
  ...below(
    'chiefs',
    9,
    [27, 'Harbour Row Traders', 'Insp Dunmore has rung. Credit where it is due.'],
    [180, 'Idris', 'Nobody has rung me yet.'],
  ),
  ...below('chiefs', 11, [
    51,
    'Stanner Hill Res.',
    'We wrote 64 letters and would like 64 answers, thank you for saying it.',
  ]),
  ...below(
    'chiefs',
    13,
    [33, 'Col', '81p for people is more than I thought'],
    [48, 'taxpayer_wp', 'what is in the other 19'],
  ),
  ...below('chiefs', 16, [18, 'Gail P.', 'It was me who looked twice! Glad he is home.']),
  ...below(
    'chiefs',
    19,
    [25, 'Stanner Hill Res.', 'We will be there and we will be angry.'],
    [41, 'Nest', 'Is there a bus back after?'],
  ),
  ...below('chiefs', 22, [12, 'drives_a_van', 'fair enough, never thought of that']),
  ...below(
    'chiefs',
    23,
    [16, 'Mrs Prothero', 'And Tregarn?'],
    [38, 'night nurse', 'Saturdays! Finally somebody thinks of shift workers.'],
  ),
  ...below('westshire', 1, [35, 'Beryl', 'They rang me yesterday, I nearly did it. He was so polite.']),
  ...below('westshire', 2, [60, 'Ffred', 'Six minutes? It took me four. More officers on foot please.']),
  ...below('westshire', 10, [26, 'Col', 'useful. Is the night shift one really yours?']),
  ...below('westshire', 11, [19, 'Rosie T', 'Whose is the accordion'], [28, 'Owain', 'asking for a friend']),
  ...below('desk', 0, [11, 'Tamsin', 'Did it on the form, took two minutes. Do I hear back?']),
  ...below('desk', 4, [130, 'night nurse', 'Hello initials']),
  ...below('desk', 9, [20, 'Penmoor Pete', 'When will it be settled?']),
  ...below('central', 0, [45, 'Danielle R.', 'Mine is one of the nine. Landlord says next year.']),
  ...below('central', 1, [30, 'mum of two', 'Thank you for coming round and not shouting at him.']),
  ...below('central', 3, [120, 'Danielle R.', 'There at two. Is it about the lights as well?']),
  ...below('central', 5, [15, 'Eirlys', 'Looks ugly but better than a stone through the window.']),
  ...below(
    'central',
    9,
    [70, 'Danielle R.', 'The steps behind the bypass, about nine in the evening.'],
    [190, 'Jac', 'the skate park, no lights'],
  ),
  ...below('westport', 5, [22, 'the daughter', 'Whoever you are: he has not stopped talking about you.']),
  ...below(
    'westport',
    9,
    [85, 'Nest', 'I felt it on Thursday. Still dark behind stand C.'],
    [97, 'unlock_4u', 'Any phone unlocked, no questions, pay by voucher, message me'],
  ),
  ...below('eastby', 4, [33, 'the fisherman', 'Still wrong.']),
  ...below('eastby', 6, [64, 'last bus home', 'Better. Two of them said good night by name.']),
  ...below('harrowfield', 1, [40, 'clockwatcher', 'Ten to four suits me.']),
  ...below('harrowfield', 4, [150, 'Annie, 84', 'I let him win the second game.']),
  ...below('tregarn', 0, [27, 'Mam Cai', 'Diolch, roedd y plant wrth eu boddau.']),
  ...below('tregarn', 7, [13, 'Gwyn y Bont', 'Eto?'], [21, 'Rosie T', 'she knows the way by now']),
  ...below('roads', 2, [18, 'drives_a_van', 'an EGG timer']),
  ...below('roads', 7, [95, 'works nights', 'From one with a shovel: thank you.']),
  ...below('roads', 12, [11, 'Gwyn y Bont', 'Pont 14, lorïau 0']),
  ...below('dogs', 0, [8, 'Jac', 'can I have one'], [52, 'hill walker', 'She found me. She did not like my umbrella.']),
  ...below('dogs', 6, [14, 'Beryl', 'It was my husband’s. She may keep the biscuits.']),
]
