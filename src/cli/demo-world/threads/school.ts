// Small talk about school, buses and homework. `a` is at school, `b` says he no longer is. One line is one take.

export const SCHOOL_THREADS = `
== bus | when=morning
a: the {bus} is late again // b: how late // a: {mins} mins. a year 7 is crying // b: give them a sweet // a: i haven't got any, i've got a rubber shaped like a {object} // b?: that'll do
a: still no {bus} // b: walk then // a: it's two miles and i've got <cookery/pe kit/my clarinet/an art folder> // b: fair // a: oh it's coming. bye
a: the {bus} just sailed past us. FULL // b: did he even slow down // a: he waved // b: cold // a: someone's mum is taking four of us, we're in the boot practically
a: bus driver said morning sunshine to me and i said love you // b: you didn't // a: i DID. i wasn't awake // b: are you two engaged now // a: i'm walking tomorrow
a: sat next to a man eating <tuna out the tin/a whole chicken leg/an egg sandwich/prawns> // b: at this time // a: it's half 7!! // b: breakfast of kings // a: i can taste it
a: top deck front seat // b: get in // a: i can see into everyone's bathroom // b: don't tell me // a: a man was shaving and singing
a: someone's left {found} on the bus // b: finders keepers // a: it's sticky // b: finders leave it where it is
a: the windows on the {bus} are all steamed up so i've drawn a {animal} // b: is it good // a: it's melting. it looks like mr dunne // b?: cruel
a: missed it // b: how // a: was looking for my <tie/other shoe/lunch card/pe kit> // b: where was it // a: i was wearing it // b: can you wear a lunch card // a: if it's on a string yes
a: i just watched my bus leave // b: did you run // a: i did a bit of a jog // b: a bit of a jog // a: i had toast in my hand ok
a: there's a new driver and he's gone the wrong way // b: where you going // a: nobody knows. it's quite exciting // b: keep me posted // a: we're in {nearby} // a: he's asked a year 9 for directions // b?: sack him

== morning form | when=morning
a: in form. {teacher} is doing the register in a funny voice // b: what voice // a: sort of posh vampire // b: every day? // a: only when he's had his coffee
a: assembly was about {assembly} // b: riveting // a: it went on so long my leg died // b: did you cheer at the end // a: i got up and fell on {bestie}
a: we've got a new girl in form // b: what's she like // a: don't know she's only said here miss // b: be nice // a: i gave her half my {snack}. that's basically adopting her
a: {bestie} got picked to read in assembly and sneezed right in the microphone // b: amazing // a: people jumped // b?: i'd pay to see that
a: it's <non uniform/own clothes> day on {weekday} and i've got nothing to wear // b: jeans and a hoodie // a: that's what everyone will wear // b: a sheet then // a: {bestie} is going as a {animal}. nobody asked her to
a: they've changed our form room and it smells of fish // b: why fish // a: that's what everyone's asking // b: have you looked under things // a: we've formed a committee
a: register took 20 mins because two boys swapped names // b: old trick // a: {teacher} just went along with it. he's called them by each other's names ever since // b: that's clever // a: they're begging now

== lesson | when=school
a: so bored // b: what you got // a: {subject} // b: pay attention then // a: it's a video from about 1990. the man has a moustache and a jumper with a {animal} on // b: sounds like a classic
a: double {subject} with the cover teacher // b: what's he like // a: he's eating soup // b: in class? // a: from a flask. he's offered us some
a: hiding my phone under the desk // b: you'll get caught // a: {bestie} is lookout // b: is she any good // a: she's asleep
a: {teacher} has been talking about his <holiday/hip/extension/allotment> for 20 mins // b: get him to keep going // a: i asked how long the flight was // b: hero
a: someone asked if sea is a capital letter // b: is it // a: {teacher} had to sit down
a: i put my hand up by accident // b: and // a: had to answer a question about {topic} // b: what did you say // a: "sometimes" // b: was it right // a: partly!!
a: we're doing {topic} // b: i remember that. no i don't // a: i've drawn a very good {animal} in the margin // b: that's where the marks are
a: silent work. you can hear {bestie} chewing // b: chewing what // a: her own sleeve
a: mr tully has lost his glasses // b: are they on his head // a: yes. 31 people know and not one has said // b?: brutal
a: got moved to the front // b: why // a: laughing at nothing // b: what was nothing // a: the word {object} // b: ok that is funny
a: there's a wasp in maths // b: chaos? // a: mr pryce is on a chair // b: who's dealing with it // a: a tiny boy called ravi with a beaker. legend

== lunch | when=school
a: queue's out the door // b: what's on // a: {food} or {food2} // b: {food2} all day // a: by the time i get there it'll be a {snack} and an apology
a: they've run out of {food} AGAIN // b: what did you have instead // a: chips // b: just chips // a: chips with a lid on. don't ask
a: {bestie} gave me half her {snack} // b: good friend // a: i gave her my <crusts/yoghurt lid/grapes> // b: not equal // a: she's happy with it
a: lunch was {food} and i regret it // b: that bad // a: it moved // b: don't tell me that // a: when they put it down. like it was breathing out
a: sat on the wall with {bestie}. it's freezing // b: go inside // a: year 11s have got the radiators // b: when you're year 11 it's yours // a: i think about that a lot
a: got my lunch for free // b: how // a: the machine said i had {price} pounds and i definitely didn't // b: don't question it // a: i'm having a {snack} as well then
a: a seagull just took a whole sandwich out of a boy's hand // b: is he ok // a: he's clapping // b?: respect the gull
a: i've joined {club} // b: didn't know you were into that // a: there's biscuits // b: ah

== test | when=school,after
a: got my {subject} test back // b: and // a: {pct}!! // b: told you // a: {teacher} nearly smiled
a: got our marks for {subject} // b: go on // a: {lowpct} // b: ouch // a: there was a whole other page on the back // b: you didn't turn it over? // a: nobody said!
a: {pct} in {subject}. higher than {bestie} for the first time ever // b: does she know // a: i've told her twice // b: be kind // a: i will after today
a: i think i failed {subject} // b: you always say that // a: i wrote four sides and the question said briefly // b: at least you had things to say // a: one side was about the wrong king
a: guess what i got // b: {pct}? // a: how did you know that // b: wild guess // a: have you got cameras // b: just believe in you
a: surprise test on {topic} // b: how'd it go // a: surprisingly // b: ha. good or bad // a: we marked each other's and {bestie} gave me a point for neat writing
a: {lowpct}. mum's gonna see it on the app // b: tell her first, it's better // a: she's seen it // b: oh // a: she just put a thumbs up. what does that MEAN

== test tomorrow | when=evening
a: got a {test!subject} test tomorrow and i know nothing // b: what's it on // a: {topic} // b: have you revised // a: i've made a revision timetable in four colours // b: so no // a: so no
a: testing myself for {test!subject}. ask me one // b: what's 9 plus 9 // a: that's not {test} // b: just warming you up // a: 18 // b: you're flying
a: if i get under half in {test!subject} tomorrow i'm moving to sea // b: as what // a: a cook // b: can you cook // a: beans

== test after | when=after,evening | needs=test | drops=test
b: how was the {test} test // a: it was fine actually // b: told you // a: {bestie} cried but she always cries and gets 90
b: {test} go ok? // a: i knew like half. the other half i wrote with confidence // b: that's all you need // a: we get them back {weekday}
b: so. {test} // a: don't // b: that bad? // a: i answered question 6 in the box for 7 and then everything was one off // b: oh no // a: right to the end

== detention | when=school,after | max=5
a: got a detention // b: what for // a: laughing // b: at what // a: {teacher} said "duty" // b: you're 6 // a: everyone laughed, i was just last to stop
a: whole row got detention because someone put {found} in the printer // b: was it you // a: NO // b: do you know who // a: ...yes
a: detention {weekday}. "chewing" // b: were you // a: my own cheek // b: guilty // a: i opened my mouth to show him and that made it worse
a: mum thinks i'm at homework club // b: are you not // a: detention is like homework club but sadder // b?: she'll find out

== homework | when=after,evening
a: i've got so much homework // b: what is it // a: {subject}. a whole page on {topic} // b: write big // a: i've written my name and the date. big
a: questions 1 to 15. FIFTEEN // b: on what // a: {topic} // b: do five, have a {snack}, do five // a: i've had the {snack} // b: so start // a: i'm resting after the {snack}
a: who invented {subject} // b: someone with no friends // a: i'd like a word with them // b: they're dead // a: good
a: do you know anything about {topic} // b: bit. why // a: can you be a bit more specific // b: is this your homework // a: it was a quick way of finding out yes
a: when did the <romans/vikings/tudors/normans> come // b: ages ago // a: i need a number // b: look it up // a: {sibling} is on the tablet watching {animal}s
a: homework's due today and i've just remembered // b: all of it? // a: it's a model of {modelof} // b: today // a: i've got a shoebox and eight minutes
a: finished!! // b: all of it // a: yes. two hours and a {snack} // b: well done // a: the last paragraph is mostly "in conclusion"
a: {bestie} has already done hers so now i feel bad // b: do yours then // a: i'd rather feel bad
a: i have to interview someone old about the past. are you busy // b: oi // a: what was it like before phones // b: i had a phone // a: with buttons? // b: ...with buttons // a: i'm writing that down
a: spent an hour on a title page // b: for what // a: {subject}. bubble writing, shaded, a border with {animal}s // b: and the work? // a: i haven't got time for the work now
a: mum tried to help with my {subject} // b: how'd that go // a: she said they've changed it since her day // b: have they // a: it's adding up
a: how do you spell {bigword} // b: like it sounds // a: it doesn't sound like anything // b: use a different word // a: ok i've put nice

== teachers | when=after,evening
a: {teacher} cried laughing today // b: at what // a: {bestie} asked if {animal}s have knees // b: do they // a: he had to go in the corridor
a: {teacher} got a haircut and nobody knows what to say // b: nice haircut? // a: it's not though // b: you have to say something // a: {bestie} said "sir, you've changed"
a: guess who's leaving // b: who // a: mr abbot. going to live on a boat // b: good for him // a: he told us all the parts of the boat. i know so much about the boat
a: someone's phone went off in the test and it was a duck // b: whose // a: the TEACHER'S // b: brilliant // a: he tried to style it out. it kept quacking
a: a pigeon got in the hall // b: what did they do // a: mr lowther tried to talk to it // b: what did he say // a: "come on mate"
a: mr okafor says i talk too much // b: you do // a: i'm EXPRESSIVE // b: is that what he put // a: he put "chatty" with a little face
a: parents evening on {weekday} // b: you worried // a: only about {subject} and also {subject2} and everything // b: you'll be alright // a: mum takes notes
a: parents evening was fine!! // b: what did they say // a: "a pleasure to teach but please can she stop bringing {found}" // b: do you // a: it was ONE time

== trip | when=after,evening
a: we've got a trip // b: where // a: {tripplace} // b: i went there at school, it rained // a: it's {price} pounds and you have to bring a packed lunch with no nuts
a: coach seats are being decided tomorrow // b: who you sitting with // a: {bestie}. it's in writing // b: serious // a: last time someone cried
a: trip letter's been in my bag for two weeks under a banana // b: is it readable // a: it's mostly banana // b: ask for another one // a: i've asked for three
a: back from the trip // b: how was {tripplace} // a: bit muddy. we saw a {object} from olden times // b: worth it // a: gift shop was good. i got a pencil with a smaller pencil in it

== alarm | when=school,after | max=4
a: fire alarm went off in {subject} // b: real? // a: toast in food tech // b: always toast // a: we stood on the field for half an hour. {bestie} had no coat so we had one arm each in mine
a: fire drill. mr banks did the register twice and we've got one extra // b: how // a: he's counted the caretaker
a: no water at school so we might get sent home // b: fingers crossed // a: they've found some. who asked them to look

== pe | when=school,after
a: we had to do cross country // b: how far // a: to the end of the world and back // b: where'd you come // a: {place}. {bestie} and me hid in a hedge for one lap
a: forgot my kit so i had to wear the spare one // b: ew // a: it's got KEVIN on the back // b: who's kevin // a: nobody knows. he left in about 2009
a: bleep test // b: what did you get // a: i don't want to talk about it // b: two? // a: ...three
a: we did trampolining and i was actually good // b: flips? // a: i sat down and stood up again // b: that's a move // a: it's called a seat drop and i'm basically a gymnast
a: got hit in the face with a <netball/hockey ball/shuttlecock/basketball> // b: you ok // a: it was {bestie}. she's more upset than me // b: nose? // a: still there. bit pink
a: dodgeball today. last one standing!! // b: get in // a: i was behind a big boy called marcus the whole time // b: tactics

== options | when=evening | max=4
a: everyone's stressed about options // b: what you picking // a: {subject} and {subject2} i think // b: do what you like doing // a: i like lunch
a: what did you want to be when you were my age // b: pilot // a: and what are you // b: not a pilot // a: ha // b?: there's still time
a: they did a quiz about what job you'll get // b: what did you get // a: <lock keeper/dental technician/shepherd/auctioneer> // b: can see it // a: {bestie} got astronaut. it's fixed

== phone taken | when=school | max=3
a: nearly got my phone taken // b: put it away!! // a: it was in my sleeve. my heart // b: go and learn something // a: {subject} though // b: go
a: they took {bestie}'s phone // b: what for // a: looking at the time // b: there's clocks // a: that's what {teacher} said
a: quick i'm in the toilets // b: what's up // a: nothing. just hi // b: hi. get back to class // a: it's {subject} // b?: take your time then

== school photo | when=school,after | max=2
a: school photos today // b: did you smile // a: eyes shut. both goes // b: frame it // a: nan will. it'll be on the wall till i'm 40
a: the photos came // b: and // a: i look like i've just been told some news // b: can't be that bad // a: {sibling}'s is perfect. he looks like he runs a bank

== group work | when=after,evening
a: we've been put in groups for {subject} // b: who've you got // a: two boys who do nothing and one who says "nice" // b: so it's you // a: it's me and nice
a: got to stand up and present // b: what about // a: {topic} // b: look at the back wall // a: the back wall has mr hale on it
a: presentation done // b: how was it // a: i said "um" 41 times. {bestie} kept a tally // b: supportive // a: she brought me the tally. as a gift
a: we're making {modelof} and it's all gone wrong // b: how wrong // a: {bestie} used hot glue and now it's attached to the table // b: is it good though // a: the table's never looked better

== bullies mild | when=after,evening,night | max=3
a: some year 10s threw my bag in a tree // b: what's wrong with them // a: {teacher} got it down with a mop // b: did you tell him who // a: no. they know where the {bus} stops
a: someone wrote something about me on the wall // b: what did it say // a: just my name and "is weird" // b: everyone good is weird // a: {bestie} wrote "so what" under it
a: had to eat lunch on my own // b: where was {bestie} // a: orthodontist // b: did you survive // a: a dinner lady sat with me. she's called pam, she's had a mad life

== library | when=school | max=3
a: hiding in the library, it's the warm one // b: reading? // a: there's a book with every fish in it // b: every fish // a: EVERY fish // b?: what's the worst one // a: blobby one. i relate
a: the librarian shushed herself // b: how // a: sneezed, then went shh // b?: professional
`;
