package identify

// givenNames are first names that are hardly ever anything else, of the many
// origins of English families. They are only taken for a person beside words
// that speak of one; a name that is not here is found by its place in the
// sentence.
const givenNames = `aaliyah aaron abdul abdullah abdullahi abigail abdi adam adele adil aisha aiden aidan ahmed aleksandra alan alana alex alexander alexandra alexis alfie alfred ali alice alicia aliyah allan
amanda amara amelia amelie amina aminata amir amira amy ana anastasia andrea andreea andrew angela angie anisa anita ann anna anne annie anthony antonia anya archie aria ariana arjun arlo arthur arya
asha ashleigh ashley asif ava ayaan ayesha ayla aylin ayo barbara beatrice becky ben benjamin bella beth bethany bernadette bilal billy blessing bradley brandon brenda brendan brian bridget brooke bryony caitlin callum
calum cameron cara carla carly carmen carol caroline casey catherine cathy ceri charlene charles charlie charlotte chelsea chidi chloe chris christina christine christopher ciara claire clara clare
cody colin connor conor corey courtney craig curtis daniel danielle danny daria darren daryl dave david dawid dawn debbie deborah declan denise derek dexter dominic dominik donna doreen dorothy dylan ebony eddie edward
eden elaine eleanor elena eli elias elijah elise eliza elizabeth ella ellen ellie elliot elliott elsie emeka emily emma emmanuel erin esme esmee ethan eva evan eve evelyn evie ewa farah fatima fatuma femi finlay finley fiona
frankie fred freddie freya gabriel gareth gary gavin gemma geoff george georgia georgie geraldine gillian gina glenn gloria gordon graham hamza hana hanna hannah harley harriet harry harvey hasan hassan hayley
heather heidi helen henry hollie holly hussain hussein ibrahim idris ieuan imani imogen imran ines iqra irene iris isaac isabel isabella isabelle isha isla ismail ivan izzy jacob jade jaden jai jake jakub jamal james
jamie jan jane janet janice jared jasmin jasmine jason jasper jawad jay jayden jayne jean jeanette jeff jenna jennifer jenny jeremy jess jesse jessica jim jimmy joan joanna joanne jodie joe joel johanna john johnny jon
jonathan jordan josef joseph josh joshua josie juan jude judith julia julian julie kacey kacper kai kaiden kane karen karina karl kasia kate katherine kathleen kathryn katie katy kay kayden kayla kayleigh keira keiran
keith kelly kelsey ken kenneth kerry kevin khadija khalid kian kieran kim kirsty kofi kris krystian kwame kyla kyle kyra lacey laila lana lara latoya laura lauren laurence layla leah leanne lee leila lenny leo leon leona
lesley lewis lexi lexie liam libby lilly lily linda lindsay lindsey lisa logan lola loretta lorraine louis louise luca lucas lucia lucy luis luke lydia lynn lynne mackenzie maddie madison maisie malachi malcolm malik
marcus margaret maria mariam marie marilyn mario marion marta martha martin martyn mary maryam mateusz matilda matt matthew maureen max maya megan mehmet mel melanie melissa mia michael michaela michelle mick miguel
mike mila millie milly miriam mitchell mohamed mohammad mohammed mohamud moira molly monica morgan muhammad musa mustafa myles nadia naomi natalia natalie natasha nathan neil neve ngozi niall niamh nicholas nick nicola
nicole nigel nikita nikki nina noah noel noor nora norma oliver olivia ollie oluwaseun omar oscar oskar osman otis owen paige pam pamela pat patience patricia patrick patryk paul paula pauline penny peter phil philip phillip phoebe
phyllis polly poppy precious priya rachael rachel rafael rahim raj ralph ravi raymond rebecca reece reggie rehan reuben rhiannon rhys ricardo richard ricky riley rita rob robbie robert rodney roger rohan roman ronan ronnie rory
rosalind rosie rosemary ross rowan roxanne roy ruben ruth ryan sabrina sadie safa safia sahil sally salma sam samantha samina samir samira samuel sana sandra sara sarah sasha saskia scarlett scott sean sebastian seth shannon sharon
shaun shauna sheila shelley sheree shirley sian siân sienna simon simone sofia sonia sophia sophie stacey stacy stanley stefan stella stephanie stephen steve steven stuart sue suleiman sumaya susan suzanne sylvia tahir talia
tamara tamika tammy tania tanya tara tariq tasha ted teddy teresa terence terry theo theodore theresa thomas tia tiana tiffany tilly tim timothy tina toby tom tommy toni tony tracey tracy travis trevor troy tyler tyrone
valerie vanessa vera veronica vicky victor vincent viktoria wayne wendy wesley wiktor william xavier yasmin yasmine yusuf yvonne zac zach zachary zack zahra zainab zak zara zayn zeynep zoe zofia zuzanna aryan leanna demi
jaydon jermaine kaden kaitlyn keeley kenzie khalil kyron lilly-mae tegan tayla teagan shanice shania rihanna romeo rio ruby skye-louise marley mason maddison lacie lexi-mae harper finnley ellis eliana dwayne devon-lee deshawn
destiny cherie chantelle chantel chanelle bronwyn brogan brody bobby betty bertie bailey ayan aya asma arooj anais alina aleena aiman adrian abby abbie kamal karim khadijah layton leighton marek mateo mina nathaniel nia
nimra oisin ola patrice piotr rania razia rayan rhianna saad saeed safiya sami sinead siobhan tomasz umar usman vlad yahya yaqub yonas tesfay filmon zakariya zane zeeshan hadiza chiara chinedu ifeoma kwabena adwoa abena obinna
tunde bolaji sade yetunde titilayo winston delroy leroy marlon jerome dante kiera kyra keanu kayne jaxon jaxson jayson lewie ollie mikey stevie robyn tasmin tamsin morwenna jago lowenna
jack louie hugo oakley ezra albert albie vinnie frederick tobias grayson caleb felix harrison milo maeve emilia penelope bonnie mabel margot hallie orla lottie ophelia delilah carl dean kieron shane ryder stacie clive desmond rupert tanisha tyrell tyreese kwesi chidera amarachi hafsa sumayyah mariama fatou binta ibrahima adama mehdi reza farid arash navid parisa shirin nasrin omid dilan azad rojin sherwan karwan linh minh thuy selam ardit besnik arber klajdi erion kinga szymon bartosz dominika oliwia ionut andrei alexandru mihai florin ionela joao tiago mollie abbey kirsten janine lorna rhona elspeth hamish struan catrin carys seren nerys gwen dafydd gethin rhodri emyr iestyn osian macsen tomos harri mali efa nansi aleksander zakariah lukasz piotrek mateja luis sofija emilija ayman bashir farhan haris junaid kashif nabil osama rayyan shahid tahmid wahid yaseen zubair amal bushra faiza hiba iman khadra layan maha nour rabia saba sahra ubah yusra arianna bianca carmela dorota edyta grazyna halina jadwiga krystyna malgorzata nikola roksana sylwia urszula weronika cezary grzegorz jaroslaw krzysztof maciej miroslaw pawel przemek radoslaw slawomir stanislaw wojciech zbigniew`

// maybeNames are first names that are also words or places: they are taken for
// a person's only with an age or right beside a word for a person.
var maybeNames = setOf(`grace hope faith joy summer will mark rose dean jordan austin chester paris lincoln charity ivy violet daisy robin bill sandy florence victoria sky hunter taylor parker autumn april
	june crystal amber star angel honey princess prince miles grant drew frank chase river brooke heath glen clay sonny shay rain storm blue dawn holly jasmine skye kit rob art carter georgia india
	chelsea devon ashton preston harley bailey ash leigh lee`)
