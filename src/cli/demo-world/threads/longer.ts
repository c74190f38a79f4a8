// Conversations that last: worries, rows, plans and nonsense that two people stay with for a while. One line is one take.

export const LONGER_THREADS = `
== nan's hip | when=evening,night | max=1
a: nan's got to have an operation // b: oh no what for // a: hip // b: when // a: tuesday week i think // b: you worried // a: a bit. she's not. she's worried about the cat // b: who's having the cat // a: us // b: does {pet} know // a: nobody's told {pet} // b: that'll be interesting // a: she keeps giving me things "in case" // b: like what // a: a clock. some spoons // b: she'll be fine, they do loads of them // a: that's what everyone says // b: because it's true // a: yeah

== nan's hip after | when=evening,night | phase=3-4 | max=1
a: nan had her operation // b: how is she // a: fine!! she's told all the nurses about me // b: told you // a: we went in and she was sat up with a cup of tea complaining // b: good sign // a: mum cried in the car park // b: relief // a: yeah. then we had chips

== moving school | when=evening | max=1
a: mum might get a new job // b: that's good isn't it // a: it's in {faraway} // b: oh // a: yeah // b: would you move // a: she says nothing's decided. she said it in the nothing's decided voice // b: what would you do // a: don't know. i'd have to start again with everyone // b: you'd make friends // a: it took me like 9 years to make {bestie} // b: you could still text // a: it's not the same. who'd i sit with // b: it might not happen // a: she's been looking at houses // b: looking's not moving // a: one had a blue door. i quite liked the door and then felt bad // b: you're allowed to like a door
a: mum's not taking the job // b: the {faraway} one // a: yeah. she said the money wasn't worth it // b: you happy // a: so happy. i hugged the stairs

== bestie row | when=evening,after | max=2
a: me and {bestie} have had a massive row // b: what about // a: she told {cousin} something i told her // b: what was it // a: doesn't matter // b: ok // a: it was about who i'd sit with on the trip // b: that's not that bad // a: it's the principle // b: what did she say // a: she said she "forgot it was a secret" // b: maybe she did // a: i said it's a SECRET that's what the word's for // b: are you talking // a: she's sent me a picture of a dog with sorry on it // b: that's nice // a: it's my dog. she's just put sorry on {pet}. i mean a drawing of {pet} // b: haha. forgive her // a: tomorrow. i want one evening of being cross // b: fair enough
a: {bestie} didn't save me a seat // b: maybe she forgot // a: she had her bag on it for beth // b: ah // a: so i sat with a boy who eats his own pencils // b: how was that // a: he's actually nice? he offered me one // b: there you go // a: then {bestie} turned round about ten times // b: guilty // a: good // b: did you talk after // a: she said beth had asked first and i said ok and she said are you ok and i said ok // b: that's a lot of ok // a: none of them were ok // b: it'll blow over // a: it better

== school play | when=after,evening | max=1
a: i got a part // b: in what // a: the school play. i'm "second villager" // b: is there a first // a: {bestie}'s first. she's got a hat // b: what do you say // a: "look, it is he" // b: is that it // a: and then i point // b: who's he // a: i don't know i haven't read the rest // b: do the line // a: LOOK, it is he // b: chills // a: {teacher} says less // b: never less // a: mum's already booked four tickets // b: who for // a: nan, grandad, {aunt}, and one for coats
a: it was the play tonight // b: how was it // a: i pointed the wrong way // b: what happened // a: everyone looked and there was just a fire door // b: did he come in // a: from the other side. nobody saw him. he did his whole speech behind them // b: amazing // a: nan clapped the fire door

== lost key | when=after | max=1
a: locked out // b: where's your mum // a: work til 5 // b: next door? // a: out. i can see their cat on the sofa // b: is it raining // a: started // b: what you going to do // a: sat in the shed // b: is it warm // a: there's a deckchair and a bag of soil. i've got my feet in the soil // b: in the bag?? // a: it's quite cosy // b: how long // a: 40 mins. i've found {found} // b: every cloud // a: and a spider. we're sharing // b: what's it called // a: haven't asked // a: mum's here. she says why are you muddy

== the big storm | when=evening,night | max=1
a: did you hear that // b: thunder? // a: something fell on the shed // b: what // a: can't see. it's got leaves // b: a tree then // a: it's A tree. not ours // b: whose // a: it was the one by the garages // b: that's miles away // a: it's been on a journey // b: anyone hurt // a: no. dad's gone out with a torch to look at it // b: what's he doing // a: looking at it. three men have come out now and they're all looking at it // b: has anyone said "well that's not going back up" // a: YES. how did you know // b: it's the law

== sports day of life | when=evening,night | max=2
a: what's the most embarrassing thing you've ever done // b: you first // a: i waved at someone who was waving at someone behind me // b: everyone's done that // a: then i pretended to be stretching // b: did it work // a: i did a whole stretch. both arms. my bag fell in a pond // b: in a POND // a: it was a water feature. your go // b: called my teacher mum // a: in what year // b: year 11 // a: NO // b: in front of everyone // a: what did she say // b: he // a: I CAN'T BREATHE
a: what would you do with a million pounds // b: pay my bills // a: boring // b: buy a boat // a: better // b: what about you // a: house for mum with a room just for shoes. a pool for nan but warm. {sibling} gets a zoo // b: and you // a: i'd have a room with nothing in it // b: why // a: so nobody could ask me to tidy it // b: that's actually clever // a: and a {animal} // b: in the empty room? // a: no he'd have his own

== what are you scared of | when=night | max=2
a: what are you scared of // b: like spiders? // a: like anything // b: heights. you // a: being the last one left in a building // b: that's specific // a: it happened at a leisure centre. they turned the lights off one by one // b: who found you // a: a cleaner called jean. she gave me a lolly // b: good old jean // a: i still think about her // b: what else // a: forgetting how to spell my name in a test // b: has that happened // a: nearly. i did a wobbly one
a: do you believe in ghosts // b: no. you // a: there's a noise in our loft // b: what sort // a: like a marble // b: it's pipes // a: that's what mum said // b: there you go // a: pipes don't stop when you say stop // b: did you say stop // a: {bestie} did. it stopped // b: ok that's weird // a: i've got the big light on // b: it's pipes. polite pipes // a: polite pipes is worse

== lost pet | when=evening | max=1
a: {pet}'s got out // b: when // a: about an hour ago. someone left the back door // b: have you looked // a: everywhere. dad's driving round, mum's shouting in the alley with a tin // b: what can i do // a: nothing. i just feel sick // b: did you try the neighbours // a: yeah. the man at 14 looked in his shed // b: keep calling // a: it's dark // b: i know // a: i keep thinking about the main road // b: don't // a: {sibling}'s made a poster. it's just a circle with legs // a: FOUND // b: where!! // a: in the airing cupboard. never went out. just heard us all shouting and stayed in bed // b: oh {pet} // a: i've never been so happy and cross

== haircut | when=after,weekend | max=1
a: i got my hair cut // b: how short // a: i said a trim // b: uh oh // a: she heard something else // b: let's see it another day // a: i look like a {animal} that's been to the bank // b: what does that even mean // a: neat. but sad // b: it'll grow // a: when // b: a month // a: that's after the photo // b: what photo // a: there's ALWAYS a photo // b: what did {bestie} say // a: she went "oh" then "oh nice" // b: that gap // a: you could've parked a bus in it

== first aid | when=after,evening | max=1
a: we did first aid today // b: good // a: i had to save a dummy // b: did it live // a: no // b: oh // a: {bestie}'s did. she sang while she did it // b: you're meant to // a: nobody told me that. i did it in silence like a weirdo // b: next time // a: there was a boy who fainted at the dummy // b: so you had a real one // a: {teacher} did that one. he lay the boy's legs on a chair and then we all had a biscuit // b: good lesson // a: best one this year

== lift home | when=evening | max=1
a: my lift's forgotten me // b: where are you // a: outside the sports hall // b: is anyone there // a: the caretaker and he's jangling // b: ring your mum // a: rang. she thought {bestie}'s mum was getting me // b: and // a: {bestie}'s mum thought mum was // b: so you're an orphan // a: basically // b: she on her way // a: ten mins. he's let me sit in his room. there's a kettle and a calendar of tractors // b: which month // a: he hasn't turned it over. it's still june // b: what's june // a: a red one. he says it's the best one so why change it

== old photos | when=evening,weekend | max=1
a: mum's got the baby photos out // b: are you cute // a: i look like a potato in a hat // b: everyone does // a: {sibling}'s worse. he's a potato with opinions // b: what else is there // a: mum with a fringe. dad with HAIR // b: no // a: loads of it. it was like a hedge // b: where did it go // a: nobody knows. he went a bit quiet // b: bless him // a: there's one of nan on a motorbike // b: cool nan // a: she says it wasn't even hers. she just got on it

== sick of it | when=night | max=1
a: can i tell you something // b: course // a: i don't want to go in tomorrow // b: why // a: just don't // b: has something happened // a: some girls are doing a thing where they go quiet when i walk in // b: that's horrible // a: it's not even anything. you can't tell anyone "they went quiet" // b: what does {bestie} say // a: she says they're bored and it'll be someone else next week // b: she's probably right // a: i know // b: tell your mum // a: she'd ring the school // b: would that be bad // a: yes. no. i don't know // b: you don't have to decide tonight // a: no // b: and i think you're great // a: you have to say that // b: i don't // a: ok. thanks

== band name | when=after,evening | max=1
a: {bestie} and me need a name for our group // b: group of what // a: just us. for the quiz // b: what've you got // a: "two people" // b: honest // a: "the {animal}s" // b: bit safe // a: "{object} and sons" // b: that's good // a: we haven't got sons // b: nobody checks // a: {bestie} wants "no comment" so when they say who got this right they have to say no comment // b: she's a genius // a: i know. it's annoying

== wrong number | when=evening | max=1
a: someone's texting me thinking i'm a plumber // b: what did they say // a: "can you come thursday about the u bend" // b: what did you say // a: "sorry wrong number" // b: sensible // a: they said "ok what about friday" // b: haha // a: so i said i'm at school on friday // b: and // a: they said "evening is fine" // b: you're a plumber now // a: {aunt} knows one so i gave them his number. they sent me a thumbs up and a pipe

== driving theory | when=evening | max=1
a: what's driving like // b: alright. boring // a: is it hard // b: at first // a: dad let me sit in ours and do the indicators // b: how'd you get on // a: good. i did the wipers by accident and he screamed // b: dry windscreen? // a: bone dry. it sounded like a {animal} // b: you'll be fine // a: i've got years. by then they'll fly // b: they've been saying that since i was little // a: when was that // b: while back

== shoes argument | when=after,weekend | max=1
a: mum won't get me the trainers // b: which ones // a: the white ones with the bit // b: how much // a: {price}0 // b: steep // a: she got me ones that are "basically the same" // b: are they // a: they've got three stripes going the wrong way // b: ah // a: {bestie} looked at them and said "comfy?" // b: ouch // a: that's what you say to a nan // b: wear them in a bit. get them muddy // a: that's what i did. i stood in a flowerbed // b: did it help // a: now they're the wrong ones and wet

== museum | when=evening,weekend | max=1
a: we went to the museum // b: which one // a: the town one. it's three rooms and a boat // b: is the boat real // a: half of it is. the other half's cardboard with a sign saying sorry // b: haha // a: there's a dummy of a fisherman and he's got the same coat as grandad // b: did you tell him // a: he's stood next to it for a photo. you can't tell which // b: who's got the better beard // a: dummy. by miles // b: anything else // a: a stuffed {animal} that looks surprised // b: aren't they all // a: this one had just heard something

== dream job | when=evening,night | max=1
a: what's the best job // b: tasting things // a: what things // b: cake // a: you'd get sick of cake // b: i'd like to find out // a: mine's naming paint // b: naming it // a: someone has to sit there and say "this is called wet {animal}" // b: you'd be good at that // a: i've done a list. school jumper. old tea. {bestie}'s bedroom // b: what colour's that // a: sort of {colour} with crumbs // b: i'd buy it // a: for what // b: hall

== swap days | when=evening | max=1
a: if you could be anyone for a day // b: an astronaut // a: boring, it's just floating // b: who then // a: {pet} // b: what would you do // a: nothing. that's why // b: deep // a: and i'd find out what the staring's about // b: who'd be you // a: {pet} would. she'd get better marks // b: is {pet} a she // a: when i'm being her yes

== bus story | when=after,evening | max=1
a: something mad happened on the bus // b: go on // a: a man got on with a door // b: a door // a: a whole door. with a handle // b: did he pay for it // a: driver said is that with you. he said "it's for my mum" // b: what did everyone do // a: moved down. it had its own seat // b: did it get off // a: at the {shop}. it didn't fit out the way it came in // b: how did it get in // a: nobody KNOWS. {bestie} says it got bigger // b: what happened // a: three people and the driver tipped it. everyone clapped. he said thank you to each of us // b: best bus ever // a: i've never been so proud of a bus

== sick teacher | when=evening,after | max=1
a: mr hale's been off for two weeks // b: is he ok // a: they won't say. we made a card // b: what did you put // a: "hope you are ok from {bestie} and me ps we did page 40" // b: did you do page 40 // a: some of it // b: he'll like that // a: the cover's horrible, she claps // b: at what // a: to get us quiet. then we clap and she claps and it goes on // b: clapping war // a: i miss him saying "settle petals" // b: he says that? // a: every lesson. i didn't think i'd miss it

== tooth fairy economics | when=evening | max=1
a: {sibling} wants to know if the tooth fairy does other stuff // b: like what // a: toenails // b: no // a: he's been saving them // b: NO // a: in a jar. it's labelled // b: what's the label // a: "fairy" // b: what did your mum do // a: she had to go and stand in the garden // b: tell him she's only licensed for teeth // a: i said that. he asked who gives out the licence // b: he'll go far // a: he'll go far away hopefully

== driving past | when=evening,weekend | max=1
a: do you ever see a house and think i bet they're happy // b: sometimes. why // a: there's one on mill lane with all the lights on and a dog in the window // b: what sort of dog // a: sort of a long one. it's always got something in its mouth // b: like what // a: today it was a slipper. last week a whole cushion // b: they might be miserable inside // a: with that dog? // b: good point // a: i waved at it. it dropped the cushion // b: you broke its concentration // a: i felt quite bad

== choir trip | when=weekend,evening | max=1
a: we had the concert // b: the choir one? // a: yeah in the church. it was so cold you could see the song // b: see the song // a: coming out of everyone's mouths // b: that's quite nice actually // a: {bestie} held a note so long she had to sit down // b: did people clap // a: she got her own clap // b: and you // a: i did my bit. i came in early and styled it out // b: how do you style out early // a: confidence. two of the others joined in so now that's how it goes

== new kid | when=after,evening | max=1
a: there's a new boy called ash // b: what's he like // a: he moved from {faraway} and he's got a different word for everything // b: like what // a: he calls bread rolls something else and there was nearly a fight // b: classic // a: {teacher} had to do a vote // b: who won // a: nobody. there's five words now // b: is he nice // a: he's quiet. he sat with us. he eats his {snack} from the middle out // b: how // a: carefully // b: sounds alright // a: {bestie} wants to adopt him. she's already got a list

== revision deal | when=evening | max=2
b: ok i'll test you // a: on what // b: {topic} // a: go // b: what's the main thing about {topic} // a: it's important // b: why // a: because it's on the test // b: that's not an answer // a: it's A answer // b: give me a fact // a: it starts with a letter // b: you're going to fail // a: i'm going to fail with style
b: quiz time. spell {bigword} // a: no // b: 7 times 8 // a: 56. everyone knows 56 // b: who wrote {show} // a: that's telly // b: still a person wrote it // a: hm. never thought about that. is that a job // b: yep // a: you just sit there going "and then he falls off" // b: pretty much // a: i could do that // b: you do that all day // a: rude. true
`;
