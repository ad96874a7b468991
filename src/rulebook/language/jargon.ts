/** The service's own short words, and what the public calls the same thing. */
export type Jargon = { pattern: RegExp; one: string; many: string }

const exact = (letters: string): RegExp => new RegExp(`(?<![#@\\w/-])${letters}('?s)?(?![\\w@-])`, 'g')
const loose = (word: string): RegExp => new RegExp(`(?<![#@\\w/])${word}('?s)?(?![\\w@])`, 'gi')
const entry = (pattern: RegExp, one: string, many: string): Jargon => ({ pattern, one, many })

export const JARGON: readonly Jargon[] = [
  entry(loose('mispers?|high[- ]risk misper'), 'missing person', 'missing people'),
  entry(exact('RTC'), 'road traffic collision', 'road traffic collisions'),
  entry(exact('RTA'), 'road traffic collision', 'road traffic collisions'),
  entry(exact('PWITS'), 'possession of drugs with intent to supply', 'possession of drugs with intent to supply'),
  entry(exact('TWOC(?:ed|ing)?'), 'taking a vehicle without consent', 'taking vehicles without consent'),
  entry(exact('IP'), 'victim', 'victims'),
  entry(exact("NFA(?:'?d)?"), 'no further action', 'no further action'),
  entry(exact('OCG'), 'organised crime group', 'organised crime groups'),
  entry(exact('ABH'), 'assault causing injury', 'assaults causing injury'),
  entry(exact('GBH'), 'serious assault', 'serious assaults'),
  entry(exact('ASB'), 'anti-social behaviour', 'anti-social behaviour'),
  entry(exact('VAWG'), 'violence against women and girls', 'violence against women and girls'),
  entry(exact('RUI'), 'released under investigation', 'released under investigation'),
  entry(exact('MO'), 'method', 'methods'),
  entry(exact('OIC'), 'officer in the case', 'officers in the case'),
  entry(exact('SIO'), 'senior investigating officer', 'senior investigating officers'),
  entry(exact('SNT'), 'neighbourhood team', 'neighbourhood teams'),
  entry(exact('NPT'), 'neighbourhood team', 'neighbourhood teams'),
  entry(exact('NPU'), 'neighbourhood unit', 'neighbourhood units'),
  entry(exact('RPU'), 'roads policing unit', 'roads policing units'),
  entry(exact('ARV'), 'armed response vehicle', 'armed response vehicles'),
  entry(exact('PSPO'), 'public spaces protection order', 'public spaces protection orders'),
  entry(exact('CPW'), 'community protection warning', 'community protection warnings'),
  entry(exact('CPN'), 'community protection notice', 'community protection notices'),
  entry(exact('FPN'), 'fixed penalty notice', 'fixed penalty notices'),
  entry(exact('TOR'), 'traffic offence report', 'traffic offence reports'),
  entry(exact('POCA'), 'Proceeds of Crime Act', 'Proceeds of Crime Act'),
  entry(exact('MAPPA'), 'public protection arrangements', 'public protection arrangements'),
  entry(exact('MARAC'), 'meeting on high-risk domestic abuse', 'meetings on high-risk domestic abuse'),
  entry(exact('MDA'), 'Misuse of Drugs Act', 'Misuse of Drugs Act'),
  entry(exact('CSE'), 'child sexual exploitation', 'child sexual exploitation'),
  entry(exact('DVPN'), 'domestic violence protection notice', 'domestic violence protection notices'),
  entry(exact('HVP'), 'patrol in uniform', 'patrols in uniform'),
  entry(exact('VRM'), 'number plate', 'number plates'),
  entry(exact('IC[1-9]'), 'person', 'people'),
  entry(loose('nominals'), 'people', 'people'),
  entry(exact('[Ss](?:ec(?:tion)?)?\\.? ?136'), 'taken to a place of safety', 'taken to a place of safety'),
]

/** One quick look for all of them, so that a text without jargon costs one pass. */
export const ANY_JARGON =
  /\b(?:[A-Z]{2,5}|[Mm][Ii][Ss][Pp][Ee][Rr]s?|[Nn]ominals?|IC[1-9]|TWOC\w*|[Ss](?:ec|ection)?\.? ?136)(?:'?s)?\b/
