import type { Role } from '../../people/role.ts'

/** Whoever serves on the accounts of the year, and nobody else of the demo knows: rank, name, initials. All are invented. */
type Serving = readonly [rank: string, name: string, initials: string]

/** They answer for neighbourhoods and teams, through the offices that they hold. */
const inspectors = {
  beth: ['Insp', 'Beth Sorley', 'BS'],
  joe: ['Insp', 'Joe Marchetti', 'JM'],
  gerwyn: ['Insp', 'Gerwyn Amory', 'GA'],
  petra: ['Insp', 'Petra Lindqvist', 'PL'],
  clem: ['Insp', 'Clement Oduya', 'CO'],
  fay: ['Supt', 'Fay Ruddock', 'FR'],
  ivor: ['Chief Officer', 'Ivor Wadeson', 'IW'],
  mo: ['Sgt', 'Mo Farid', 'MF'],
  lyn: ['Sgt', 'Lyn Abbot', 'LA'],
  stella: ['Insp', 'Stella Igwe', 'SI'],
  kit: ['Sgt', 'Kit Treloar', 'KT'],
  joss: ['Sgt', 'Joss Merrin', 'JM'],
} as const satisfies Record<string, Serving>

const officers = {
  martin: ['Sgt', 'Martin Ellery', 'ME'],
  zoe: ['PC', 'Zoe Pascall', 'ZP'],
  imran: ['PC', 'Imran Qadir', 'IQ'],
  dot: ['PCSO', 'Dot Averill', 'DA'],
  gavin: ['PC', 'Gavin Thripp', 'GT'],
  shan: ['PCSO', 'Shân Morlais', 'SM'],
  callum: ['PC', 'Callum Rigg', 'CR'],
  yusuf: ['PC', 'Yusuf Darby', 'YD'],
  bridget: ['PCSO', 'Bridget Coyle', 'BC'],
  ned: ['PC', 'Ned Haverill', 'NH'],
  tasha: ['PC', 'Tasha Lowry', 'TL'],
  glyn: ['PCSO', 'Glyn Parcell', 'GP'],
  priti: ['PC', 'Priti Vyas', 'PV'],
  ross: ['PC', 'Ross Calloway', 'RC'],
  hetty: ['PCSO', 'Hetty Strong', 'HS'],
  vince: ['PC', 'Vince Aldous', 'VA'],
  molly: ['PC', 'Molly Fenwright', 'MF'],
  dale: ['PCSO', 'Dale Winspear', 'DW'],
  anwen: ['PC', 'Anwen Llwyd', 'AL'],
  eifion: ['PCSO', 'Eifion Garth', 'EG'],
  sara: ['PC', 'Sara Tonkin', 'ST'],
  abdi: ['PC', 'Abdi Warsame', 'AW'],
  jackie: ['PCSO', 'Jackie Prewett', 'JP'],
  luke: ['PC', 'Luke Ormerod', 'LO'],
  elsie: ['PCSO', 'Elsie Danvers', 'ED'],
  radka: ['PC', 'Radka Novak', 'RN'],
  simon: ['PC', 'Simon Tull', 'ST'],
  peggy: ['PCSO', 'Peggy Ashdown', 'PA'],
  tariq: ['PC', 'Tariq Benn', 'TB'],
  wendy: ['PCSO', 'Wendy Crake', 'WC'],
  jules: ['PC', 'Jules Fairburn', 'JF'],
  noor: ['PC', 'Noor Hassan', 'NH'],
  barry: ['PCSO', 'Barry Teal', 'BT'],
  gwen: ['PC', 'Gwen Arlow', 'GA'],
  fred: ['Special Constable', 'Fred Dunning', 'FD'],
  asha: ['DC', 'Asha Menon', 'AM'],
  liam: ['PC', 'Liam Sturt', 'LS'],
  kay: ['PC', 'Kay Pendry', 'KP'],
  dave: ['Sgt', 'Dave Rowntree', 'DR'],
  carys: ['PC', 'Carys Elwyn', 'CE'],
} as const satisfies Record<string, Serving>

export const serving = { ...inspectors, ...officers }
export type ServingKey = keyof typeof serving

export const rolesOf = (who: ServingKey): readonly Role[] => (who in inspectors ? ['supervisor'] : ['contributor'])

/** Offices that begin with the year, and who holds each. Those that the sheet names besides are vacant. */
export const yearOffices = {
  penmoor: ['Penmoor superintendent', 'fay'],
  coast: ['Penmoor Coast inspector', 'beth'],
  docks: ['Westport Docks inspector', 'joe'],
  ashmoor: ['Ashmoor inspector', 'gerwyn'],
  eastbySouth: ['Eastby South inspector', 'petra'],
  westportNorth: ['Westport North inspector', 'clem'],
  specials: ['Specials chief officer', 'ivor'],
  cyber: ['Cyber crime sergeant', 'mo'],
  licensing: ['Licensing sergeant', 'lyn'],
  operations: ['Operations planning inspector', 'stella'],
  marine: ['Marine sergeant', 'kit'],
  custody: ['Custody sergeant', 'joss'],
} as const satisfies Record<string, readonly [title: string, holder: ServingKey]>
