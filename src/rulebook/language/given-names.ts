/** Given names common in the United Kingdom, of many origins; words that are more often something else are left out. */
const NAMES = `
aaron abdul abdullah abigail adam adele adrian agnes ahmed aidan aiden aimee aisha alan alana albert alex alexander alexandra alfie
alfred ali alice alicia alina alison alistair alun alwyn amanda amara amber amelia amina amir amira amit amy ana anastasia andrea
andreea andrei andrew andrzej andy aneurin angela angharad anil anita ann anna anne annette annie anthony antonio anwen arjun
arthur asha ashley ashton asif audrey ava aysha barbara barry beatrice becky belinda ben benjamin bernard bernice beth bethan
bethany betty beverley bill billy blessing bob bobby bogdan bradley brandon brendan brenda brian bridget bronwen bruce bryan caitlin
callum cameron carl carla carol caroline carolyn carys catherine cathy catrin celia ceri chantelle charlene charles charlie charlotte
chelsea cheryl chloe chris christian christina christine christopher ciara ciaran claire clara clare clive colin connor conor craig
cristian curtis cynthia daisy dale damian damien daniel danielle danny darrell darren darryl dave david dawn dean deborah declan
deepak delyth denise dennis derek dewi diana diane dilys dominic donald donna doreen doris dorothy dorota duncan dylan ebony eddie edith
edward edwin eileen eilidh eirian elaine eleanor elena eleri elijah elin elizabeth ella ellen ellie elliot ellis elsie elwyn emily
emir emma emmanuel emrys eric erica erin ethan ethel eugene eva evan eve evelyn evie ewan faith farah farhan fatima felicity ffion
fiona florence frances francesca francis frank fred freddie frederick freya gabriel gareth gary gavin gemma geoff geoffrey george
georgia georgina gerald gerard gethin gillian gina giovanni gladys glen glenn glenys gordon graham grant greg gregory gurpreet
gwen gwyneth gwyn hamza hanna hannah harold harpreet harriet harrison harry hassan hayden hayley hazel heather heidi helen henry hilary
hollie holly howard hugh huw hussein hywel iain ian ibrahim ieuan ifan imogen imran ioan iolo iona irene isaac isabel isabella isabelle
isla ismail ivan ivy iwan jack jackie jacob jacqueline jade jake jakub james jamie jan jane janet janice jared jasmine jason jasper
javed jay jayden jean jeffrey jemma jennifer jenny jeremy jerome jessica jill jim jimmy joan joann joanna joanne joe joel johanna john
johnny jon jonathan jordan jorge jose joseph josephine josh joshua joy joyce juan judith julia julian julie june justin kacper kai kamil
karen karl karolina kasia kate katherine kathleen kathryn katie katrina kayleigh keith kelly kelvin ken kenneth kenny kerry kevin khadija
khalid kian kieran kim kimberley kirsten kirsty kris kristina krystyna kumar kyle laila lara laura lauren laurence leah leanne lee leigh
lena leo leon leonard leroy lesley leslie lewis liam lilian lily linda lindsay lindsey lisa liz llinos lloyd logan lois lola lorna
lorraine louis louisa louise luca lucas lucy luis luke lydia lyn lynda lynn lynne maciej madison mair maisie malcolm mandeep mandy manjit
marc marcel marcin marco marcus margaret maria marian marie marilyn marion marius marjorie mark marlene martha martin martyn mary maryam
mateusz matilda matt matthew maureen maurice max maxine megan mehmet melanie melissa mia michael michal michelle mick mihai mike mildred
miles millie miriam mo moira mohamed mohammad mohammed mohamud molly monica morgan muhammad muriel murray mustafa nadia nadine naomi naseem
natalia natalie natasha nathan nathaniel neil nerys nia niall nicholas nicola nicole nigel nikita nina noah noel nora norma norman oliver
olivia olwen omar oscar osian owain owen pamela patricia patrick paul paula pauline pawel pedro peggy penelope penny peter phil philip
philippa phillip phoebe phyllis piotr poppy precious priya rachael rachel rahul raj rajesh ralph ramona rashid ravi raymond rebecca
rhian rhiannon rhodri rhona rhys ricardo richard ricky rita robert roberta robin rodney roger roland ron ronald ronnie rosa rosalind
rosemary rosie ross rowan roxanne roy ruby rupert russell ruth ryan saira sally salma sam samantha samir samuel sandra sanjay sara
sarah saskia scott sean sebastian seren shabana shane shannon sharon shaun sheila shelley shirley shona sian sidney simon simone sinead
siobhan sioned sofia sonia sophia sophie stacey stan stanislaw stanley stefan stella stephanie stephen steve steven stewart stuart sue
sunil sunita susan suzanne sylvia syed szymon tamara tanya tariq tegan teresa terence terri terry thelma theo theodore theresa thomas tia
tiffany tim timothy tina toby todd tom tomasz tommy tomos tony tracey tracy trevor tudor tyler usha usman valerie vanessa vera verity
veronica vicky victor vijay vikram vincent violet virginia vivian vivien vivienne walter wanda warren wayne wendy wesley wilfred
william winifred yasmin yolanda yusuf yvette yvonne zac zachary zahra zainab zara zbigniew zoe zofia
`
export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((name) => name !== ''))
