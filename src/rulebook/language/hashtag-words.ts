/** Words that posts of this kind join into hashtags. Short joining words are here so that they can stand between two others. */
const JOINING =
  "a the and of on in to for our your we you us with at not no is be it my me up out off by as if do get go one all new it's"

/** Words strong enough to be told apart from a name they are joined to: 'saferwestport'. */
const STRONG = `
police policing officer officers neighbourhood neighborhood community safer safety streets street crime crimes crimestoppers
awareness appeal missing wanted witness drive driving driver drivers drink drug drugs fatal speed speeding slow phone belts seatbelt
knife knives domestic abuse violence hate rural wildlife heritage cyber fraud scam scams burglary burglaries theft thefts robbery
vehicle vehicles bike bikes cycle cycling week weekend month today monday tuesday wednesday thursday friday saturday sunday night
nights festival football match parade march christmas halloween bonfire easter summer winter spring autumn student students school
schools young youth people person women girls boys children child family families victim victims support local public together
protect protecting serve serving proud thank thanks thankyou help helping stop search report reporting update traffic roads road
collision closed response patrol patrols team teams special specials constable cadets volunteer volunteers recruit recruitment
join joining career careers apprentice force chief contact call nine emergency custody charged arrested jailed sentenced court
justice operation trading slavery modern exploitation county lines stalking harassment rape sexual consent spiking water dogs
puppy horse horses mounted marine airport rail train station town city centre park beach village county north south east west
mental health suicide prevention prevent lock locked secure security doors windows shed sheds remember remembrance memorial bravery
awards award annual open day days event events meeting meet street cuppa copper coffee walk talk talks hear heard voice voices
choose life lives save saving matters change better future respect equality pride black history international world national
`

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')

export const SPLIT_LAST: ReadonlySet<string> = new Set(
  list(STRONG).filter(
    (word) =>
      word.length >= 4 &&
      !['port', 'park', 'town', 'lock', 'north', 'south', 'east', 'west', 'road', 'call', 'fire'].includes(word),
  ),
)
export const SPLIT_WORDS: ReadonlySet<string> = new Set([...list(STRONG), ...list(JOINING)])
