import { account, type YearAccount } from './account.ts'
import { neighbourhoods } from './neighbourhoods.ts'

// biome-ignore format: a row each
const districts: readonly YearAccount[] = [
  account('district', { handle: 'PenmoorPolice', name: 'Penmoor Police', purpose: 'Penmoor news, meetings, answers', signs: 'prefix', style: 'district', followers: 14_300, voices: [['kay', 3], ['beth', 1]], cover: 'Daily 7–23', area: 'Penmoor', office: 'Penmoor superintendent' }),
  account('district', { handle: 'AshmoorPolice', name: 'Ashmoor Police', purpose: 'Ashmoor news and appeals', style: 'fed', followers: 9800, voices: [['liam', 1]], cover: 'Daily 8–20', area: 'Ashmoor', office: 'Ashmoor inspector' }),
]

// biome-ignore format: a row each
const teams: readonly YearAccount[] = [
  account('specialist', { handle: 'WestshireCyber', name: 'Westshire Cyber', purpose: 'Scams and passwords', office: 'Cyber crime sergeant', style: 'quietTeam', followers: 3900, voices: [['asha', 1]], objectives: ['fraud'], reviewIn: -70 }),
  account('specialist', { handle: 'WestshireSpecs', name: 'Westshire Specials', purpose: 'Recruit special constables', office: 'Specials chief officer', style: 'resharer', followers: 3100, voices: [['fred', 1]], reviewIn: -70 }),
  account('specialist', { handle: 'WestportLicence', name: 'Westport Licensing', purpose: 'Licensing news for pubs', area: 'Westport', office: 'Licensing sergeant', style: 'team', followers: 1900, voices: [['lyn', 1]] }),
  account('specialist', { handle: 'WestshireEvents', name: 'Westshire Events', purpose: 'Crowds, marches and matches: only while they last', office: 'Operations planning inspector', style: 'event', followers: 18_600, voices: [['stella', 1], ['dave', 1]], cover: 'none', reviewIn: 110 }),
  account('specialist', { handle: 'WestshireDrones', network: 'instagram', name: 'Westshire Drones', purpose: 'What we search for from the air', office: 'Operations planning inspector', style: 'team', followers: 6200, voices: [['gwen', 1]] }),
  account('specialist', { handle: 'WestshireMarine', network: 'facebook', name: 'Marine unit', purpose: 'Harbours, boats and the Calder', office: 'Marine sergeant', style: 'team', followers: 4700, voices: [['barry', 1], ['kit', 1]], signs: 'suffix' }),
  account('specialist', { handle: 'westshirecadets', network: 'instagram', name: 'Westshire Cadets', purpose: 'Young people who help', office: 'Cadet coordinator', style: 'team', followers: 3300, voices: [['jules', 1]] }),
]

/** Eight who speak in their own name. */
// biome-ignore format: a row each
const individuals: readonly YearAccount[] = [
  account('individual', { handle: 'PCLeahCorrigan', name: 'PC Leah Corrigan', purpose: 'Westport Central on foot, in her own words', area: 'Westport Central', office: 'Westport Central inspector', style: 'brilliant', followers: 13_900, voices: [['leah', 1]], cover: 'none', objectives: ['trust', 'millLane'] }),
  account('individual', { handle: 'SgtMerrin', name: 'Sgt Joss Merrin', purpose: 'A night in custody, without names', office: 'Custody sergeant', style: 'witty', followers: 14_400, voices: [['joss', 1]], cover: 'none' }),
  account('individual', { handle: 'SuptOrrell', name: 'Supt Neil Orrell', purpose: 'Leading Eastby', area: 'Eastby', office: 'Eastby inspector', style: 'colleague', followers: 1320, voices: [['neil', 1]], cover: 'none' }),
  account('individual', { handle: 'InspDunmore', name: 'Insp Carol Dunmore', purpose: 'Eastby North and its meetings', area: 'Eastby', office: 'Eastby inspector', style: 'officer', followers: 880, voices: [['carol', 1]], cover: 'none' }),
  account('individual', { handle: 'PCSOVaughan', name: 'PCSO Cerys Vaughan', purpose: 'Farms, from the passenger seat', office: 'Rural crime sergeant', style: 'officer', followers: 740, voices: [['cerys', 1]], cover: 'none', objectives: ['plant'] }),
  account('individual', { handle: 'PCNoorHassan', name: 'PC Noor Hassan', purpose: 'Hate crime: what it is, and what happens when you tell us', office: 'Westport North inspector', style: 'officer', followers: 610, voices: [['noor', 1]], cover: 'none' }),
  account('individual', { handle: 'PCCarysElwyn', name: 'PC Carys Elwyn', purpose: 'Schools officer, in Welsh and English', area: 'Tregarn', office: 'Tregarn inspector', style: 'welshLocal', followers: 690, voices: [['carys', 1]], cover: 'none', objectives: ['cymraeg'] }),
  account('individual', { handle: 'ChInspBellis', name: 'Ch Insp Huw Bellis', purpose: 'Staff officer', office: 'Chief constable’s staff officer', style: 'resharer', followers: 520, voices: [['huw', 1]], cover: 'none', reviewIn: -20 }),
]

// biome-ignore format: a row each
const campaigns: readonly YearAccount[] = [
  account('campaign', { handle: 'SaferNightsWS', network: 'instagram', name: 'Safer Nights', purpose: 'Home safe from Westport’s clubs', office: 'Safer Nights lead', style: 'campaign', followers: 2700, cover: 'none', reviewIn: -8 }),
  account('campaign', { handle: 'SlowDownWestshire', network: 'facebook', name: 'Slow Down Westshire', purpose: 'Speed past schools', office: 'Roads policing inspector', style: 'campaign', followers: 3600, cover: 'Mon–Fri 9–17', objectives: ['roads', 'school'], voices: [['dave', 1]] }),
]

const none = {
  status: 'unofficial',
  style: 'unknown',
  followers: 0,
  cover: 'none',
  reviewIn: null,
  objectives: [],
} as const

/** Say that they are of the force, or speak as if they were; somebody has yet to decide about each. */
// biome-ignore format: a row each
const unofficial: readonly YearAccount[] = [
  account('individual', { ...none, handle: 'EastbyBobby', name: 'An Eastby Bobby', purpose: 'Anonymous; writes about shifts at Eastby' }),
  account('individual', { ...none, handle: 'westport.response', network: 'instagram', name: 'Westport Response', purpose: 'Pictures from inside patrol cars' }),
  account('specialist', { ...none, handle: 'WestshireMounted', network: 'facebook', name: 'Friends of Westshire Mounted', purpose: 'Run by two officers who have retired' }),
  account('neighbourhood', { ...none, handle: 'PontHelygWatch', network: 'facebook', name: 'Pont Helyg Watch', purpose: 'A watch group that a PCSO helped to begin', area: 'Tregarn' }),
  account('campaign', { ...none, handle: 'RunWithThePolice', name: 'Run with the Police', purpose: 'A charity run of five years ago', area: 'Harrowfield' }),
]

/** Every account that the sheet brings, in its order. */
export const yearAccounts: readonly YearAccount[] = [
  ...districts,
  ...neighbourhoods,
  ...teams,
  ...individuals,
  ...campaigns,
  ...unofficial,
]
