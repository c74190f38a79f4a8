// Small talk about home: tea, parents, brothers and sisters, pets, chores, sleep. One line is one take.

export const HOME_THREADS = `
== tea | when=after,evening
b: what you having for tea // a: {food} i think // b: nice // a: {sibling} won't eat it so more for me // b: what does he eat // a: beige
b: eaten yet? // a: nah mum's late // b: make something // a: i can do beans. that's my whole list // b: do beans then // a: i'm doing beans
a: tea was {food}, third time this week // b: could be worse // a: {sibling} did a speech about it // b: what did he say // a: "i am tired of {food}" and then he ate all of it
a: mum's shouting tea // b: what is it // a: smells like {food} // b: enjoy // a: back in a bit // a: it was {food2}. it just smelled like {food}
a: gotta go tea's ready // b: go go // a: back // b: that was 4 minutes // a: it was {food}. i don't mess about
a: smoke alarm went off // b: everyone ok? // a: it's just mum's {food} // b: again? // a: all the windows are open and {sibling} is fanning it with a {object} // b: takeaway then // a: chips!!
a: nan did {food} and then more {food} and then a pudding // b: nan food is best food // a: i can't bend
a: we're having breakfast for tea // b: best idea anyone ever had // a: mum forgot to go shopping // b: still best idea
a: {sibling} put {sauce} in his drink // b: why // a: "to see" // b: and // a: he drank it so we couldn't say anything
b: i'm starving // a: have a {snack} // b: had one // a: have {food} // b: got nothing in // a: have another {snack}. problem solved
a: mum says i have to cook on {weekday}s now // b: what you making // a: {food} // b: from scratch? // a: from packet, with care
a: do you put {sauce} on {food} // b: obviously // a: {bestie} says that's a crime // b: {bestie}'s wrong // a: i'll tell her a jury has decided
a: it's my turn to wash up and {sibling} has used every single spoon // b: how // a: he was "conducting" // b?: future genius

== mum cross | when=after,evening,night
a: my mum is being so annoying // b: what's she done // a: room. again // b: how bad is it really // a: you can see some floor
a: had a row with mum // b: what about // a: i left one cup. ONE // b: one? // a: four. they were near each other so it counts as one
a: mum says i'm always on this phone // b: well // a: SHE'S always on hers. she's got 9 thousand steps and she hasn't even been out // b?: catch her at it
a: i can't go to {sleepover} // b: why not // a: "because i said" // b: that's not a reason // a: i've made a list of nine reasons and she used it as a shopping list
a: she's taken my charger off me // b: what percent you on // a: {lowpct} // b: talk fast then // a: i'm going to write her a formal letter
a: mum read my list of complaints // b: and // a: she corrected the spelling // b: cold // a: in red
a: i'm in trouble // b: what for // a: i told {sibling} {pet} used to be a person // b: haha // a: he's been saying sorry to {pet} for an hour
a: mum's in a mood because of work // b: just be nice to her // a: made her a tea // b: good // a: she cried?? was it that bad
a: got told off for sighing // b: at what // a: i wasn't sighing i was breathing // b: breathe quieter // a: that's what she said!!

== mum nice | when=after,evening,weekend
a: mum got me {want} // b: what's the occasion // a: nothing she just did // b: aw // a: i've hugged it. and her
a: me and mum watched {show} under the big blanket // b: cosy // a: she fell asleep and i didn't move for an hour // b: you're sweet // a: my arm's dead
a: mum picked me up and we got <chips/hot chocolate/doughnuts/milkshakes> in the car // b: best kind // a: don't tell {sibling}. he can smell it on me
a: mum's being really nice and i don't trust it // b: maybe she's just happy // a: she said "take your time" // b: ok yeah run
a: mum did my hair for tomorrow // b: what's it like // a: like a medieval bread // b: you love it // a: i really do

== sibling bad
a: {sibling} is doing my head in // b: what now // a: he's moved everything in my room an inch to the left // b: that's kind of genius // a: i keep missing the chair
a: can i sell {sibling} // b: how much // a: {price} pound // b: does he come with instructions // a: no and he leaks
a: {sibling} has been singing {song} for two hours // b: join in // a: i did. that's how he wins
a: he's hidden my {thing} and won't say where // b: check the fridge // a: why would it be in the // a: it was in the fridge
a: {sibling} told mum i swore // b: did you // a: i said "sugar" // b: in what tone // a: the tone was bad
a: {sibling} has locked himself in the bathroom // b: on purpose? // a: he's started a country in there // b: what's it called // a: bathland. you need a passport
a: {sibling} ate my {snack}. the one with my NAME on // b: revenge // a: i've put all his socks in a {object} // b: all of them? // a: every one. he's got school tomorrow
a: he cut his own fringe // b: how short // a: there's no fringe. it's just an idea of one // b: send your mum strength // a: it's picture day {weekday}
a: {sibling} keeps asking who i'm texting // b: what do you say // a: the bin man // b: good // a: he wants to know if the lorry has a name

== sibling good | when=evening,night,weekend
a: {sibling} drew me // b: is it good // a: i've got seven fingers and a moustache // b: spitting image // a: it's on my wall now
a: {sibling} just said goodnight to the whole house. every object // b: even the bins // a: ESPECIALLY the bins // b?: bless
a: {sibling} gave me his last {snack} // b: what's he want // a: nothing, he said i looked sad // b: kid's alright // a: yeah. don't tell him
a: read {sibling} four stories and he's still awake // b: do a boring one // a: i did {subject} revision at him. he's asleep
a: {sibling} asked if i'd be his best friend when he's old // b: what did you say // a: depends what he's like // b: harsh // a: i said yes. obviously
a: {sibling} lost a tooth // b: what does he get // a: a pound. he's written the fairy a letter asking for two // b: business mind // a: he signed it "regards"

== pet
a: {pet} ate a crayon // b: which colour // a: {colour}. we'll know for sure tomorrow // b: too much information
a: {pet} is stuck behind the washing machine // b: how // a: went after a sock // b: out yet? // a: out. with the sock. and a different sock
a: {pet} just sneezed and scared itself // b: haha // a: looked at me like i did it
a: can't move, {pet}'s asleep on my legs // b: you live there now // a: tell mum i want my tea brought up
a: {pet} threw up on my {subject} book // b: great excuse // a: he'll never believe me // b: take the book in // a: i'm taking the book in
a: !image {pet} // b: look at that face // a: that's a guilty face // b: what did {pet} do // a: we don't know yet
a: !image // b: aww // a: been there three hours. on my clean uniform
a: {pet} has been staring at the wall for ten minutes // b: ghost // a: don't // b: definitely ghost // a: i have to SLEEP here
a: took {pet} to the vet // b: everything ok? // a: just jabs. screamed like it was the end of the world // b: poor {pet} // a: no, mum. at the bill. {pet} was fine
a: {pet} stole a whole sausage off dad's plate // b: skills // a: dad said a word // b: which one // a: a new one
a: do you think {pet} knows i'm talking about {pet} // b: definitely // a: ears went up // b?: hello {pet}
a: {pet} got a cone on // b: why // a: paw. keeps walking into doors // b: like a little lamp // a: we keep saying turn it off

== chores | when=weekend,after
a: i have to hoover the whole stairs for {price} quid // b: that's 30p a stair // a: i've asked for a raise // b: and // a: i'm now doing the landing too
a: chore day // b: what've you got // a: bins, bathroom, and "that drawer" // b: everyone's got that drawer // a: i found {found} in ours
a: washing the car // b: in this weather // a: it's raining so it's basically rinsing itself // b: stand there and supervise
a: clearing out the shed with grandad // b: found anything // a: {found} and a wasp nest. an old one // b: you sure it's old // a: ok grandad's running
a: saving up for {want} // b: how far off // a: {price} pounds. ish // b: nearly there // a: it's {price}0 pounds. i've HAD {price}
a: got paid for babysitting next door // b: were they good // a: one was. the other one's a {animal} now, wouldn't answer to anything else

== room | when=weekend,evening
a: tidying my room and i've found {found} // b: how is that even there // a: i've never seen it before in my life
a: there's a pizza crust under my bed // b: how old // a: it's gone hard. it could be from the old house // b: museum // a: i've named it
a: found my library book from year 6 // b: you must owe thousands // a: i'm going to move school
a: mum gave me till {clock} to do my room // b: how's it going // a: i've lined up my pens in colour order // b: and the floor // a: pens first
a: swapped my bed round so now i face the window // b: better? // a: i can see next door's telly. they're watching {show} // b: free telly
a: i've got fairy lights!! // b: nice // a: {sibling} says it looks like a chip shop // b: a nice chip shop though

== sleep | when=night
a: can't sleep // b: me neither // a: there's an owl // b: what's it saying // a: hoo. mainly
a: still awake // b: phone down then // a: what if i just lie here // b: that's how it works // a: ok lying // a: it's not working
a: next door's baby won't stop // b: headphones // a: {sibling} broke them // b: pillow // a: now i can't breathe but it IS quieter
a: {sibling} is talking in his sleep // b: what about // a: "no thank you, i've got enough {animal}s" // b?: wise
a: i had a nap after school, big mistake // b: rookie // a: it was only going to be ten minutes // b: how long // a: three hours. i woke up and said good morning to dad
a: do you ever think about {worrysmall} // b: at night yeah // a: same. then in the morning it's nothing // b: go to sleep then it's morning // a: that's so annoying and true
a: had a dream i was in a {object} // b: what happened // a: it was just quiet // b: sounds nice // a: then {teacher} opened it and asked for my homework
a: my brain keeps doing {song} // b: oh no now mine is // a: sorry // b: i'm never sleeping again
a: woke up and thought it was school. it's {weekday} NIGHT // b: had the uniform on? // a: one sock
a: {lowpct} and it's midnight. is that a sign // b: yes, sleep // a: ok. night // b: night // a: what if there's a fire and my phone's dead // b: SLEEP

== grandparents | when=weekend,evening
a: at nan's // b: how is she // a: cheating at cards. {old} years old and no shame // b: go nan // a: she's got three aces up her cardigan
a: nan thinks my phone's listening to her // b: it is // a: she's started whispering near it. "hello" // b?: hello nan
a: grandad's telling the one about the {object} // b: heard it before? // a: forty times. he does the voices // b: you'll miss it one day // a: i know. i'm filming it
a: nan gave me a fiver and said don't tell your mother // b: nice // a: mum was stood right there
a: nan's made me try on a coat // b: and // a: it's got shoulders // b: all coats do // a: not like this
a: helping grandad with his computer // b: what's wrong with it // a: it's not plugged in. we're on hour two
a: nan's learnt emojis // b: uh oh // a: she signs everything with a skull because she thinks it's a mushroom

== dad | when=weekend,evening | needs=dadaway
a: at dad's this weekend // b: what's it like there // a: sofa bed with a bar in the middle // b: that bar gets everyone // a: he's put a cushion on it this time so. progress
a: dad's trying to cook // b: what // a: {food}. he's watching a video of a man doing it and getting cross with the man
a: dad let us have {snack}s for breakfast // b: cool dad // a: he just hadn't been shopping
a: dad's taking us to {shop} // b: exciting // a: he needs a {object} // b: why // a: he won't say

== ill | when=morning,school,evening | max=5
a: i'm off school // b: real ill or pretend // a: REAL. mum checked with the thing // b: what is it // a: throat. i sound like a door
a: been sick twice // b: oh no // a: it was {food} // b: nice detail thanks // a: you asked // b: i really didn't
a: i've got a cold and {sibling} says i'm doing it on purpose // b: are you // a: why would anyone // b: attention // a: i mean it IS quite nice having soup
a: daytime telly is amazing // b: what's on // a: people selling a {object} // b: how much did it go for // a: {price}0 pounds!! she cried
a: {bestie} brought my homework round. who asked her // b: true friend // a: she also brought a {snack} so she can stay

== dentist | when=after,school | max=4
a: dentist // b: all good? // a: she asked about my holidays with both hands in my mouth // b: what did you say // a: aaargh. she said lovely
a: i need a brace // b: what colour // a: {colour}, then {colour2} at christmas // b: stylish // a: no toffee for two years. TWO YEARS
a: eye test. i might need glasses // b: can't read the board? // a: i thought everyone's was blurry // b: oh no // a: trees have got LEAVES on apparently

== christmas | when=evening,weekend | dates=10-26:12-31
a: there's christmas stuff in {shop} already // b: too early // a: {sibling} has done his list. it's {animal}, {animal2}, {animal3} and "money"
a: mum's hidden presents // b: do you know where // a: top of the airing cupboard // b: have you looked // a: i've looked a bit // b: AND // a: one's shaped like a {object}
b: what do you want for christmas // a: {want} // b: that's not much // a: and {want2} // b: there it is
a: we picked secret santa names // b: who've you got // a: {teacher} // b: get him a {object} // a: five pound limit // b: a small {object}

== power cut | when=evening,night | max=1
a: power cut!! whole street // b: got candles? // a: mum's got one torch and {sibling} is using it to do shadow {animal}s // b: tell ghost stories // a: grandad started one and then said he couldn't remember who died // a: it's back. boring now

== boiler | when=morning,evening | max=2
a: boiler's gone // b: freezing? // a: two hoodies and a blanket. i look like a king // b: man coming? // a: {weekday}. grandad hit it and it made a noise like a {animal}

== money | when=after,weekend | max=3
a: found {price} quid in my coat // b: spend it wisely // a: spent it // b: on what // a: a {snack} and a smaller {snack}
a: i've got 48p till {weekday} // b: living large // a: {bestie} has got 20. we're pooling it // b: invest it // a: penny sweets. it's a growing market
`;
