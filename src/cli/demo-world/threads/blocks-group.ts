// A Telegram group for a game server. `a` runs it, `b` is the youngest, `c` is the adult, `d` and `e` are players. One
// line is one take.

export const BLOCKS_THREADS = `
== who's on | when=after,evening,weekend,open
b: is anyone on // e: in 10 // d: I will be on after eight. // b: ok i'll be at the {build}
b: who's on // e: me. at the {build} // c: On my way // b: yay
b: anyone on the server?? // e: eating, then yes // b: eating what // e: {food} // b: ok eat fast
e: i'm on if anyone wants to dig // d: Not tonight, I have work. // b: ME // e: bring torches this time
d: I am on for one hour only. // e: that's what you said yesterday and you built a cathedral // d: A small one.

== server down | when=evening,after,weekend
e: server's down // a: On it. Restarting. // b: my stuff!!! // a: Nothing lost, it saved at quarter past. // b: phew
e: is it just me or is it down // d: It is down here also. // a: It ran out of memory again. Five minutes. // e: same as me then
e: lag is unreal // a: How many sheep does sprout have? // b: not many // a: Sprout. // b: 204
a: Back up. Try now. // b: i'm in a wall // a: Walk backwards. // b: ok i'm out. why was i in a wall // d: It happens to all of us.

== builds | when=evening,weekend
b: look what i made // b: !image // e: nice roof // d: Very tidy. I like the windows. // b: i did the windows twice
b: I FINISHED IT // e: the {build}? // b: come and see // e: the door's upside down bro // b: it's modern
b: come see my {build} // d: I am here. The colours are excellent. // c: Best one on the server // b: ty ty ty
e: four hours on one wall // a: It's a good wall. // e: it's load bearing // d: It is holding nothing. // e: emotionally
d: I have finished the bridge, please do not jump on it. // b: i jumped on it // d: I asked you one thing.
d: The lighthouse lights at night now. // e: how do you make it so straight // d: Counting. // e: i should try that
e: i built a {build} underwater // b: can you breathe in it // e: not yet // a: That's a hole, Owen.
d: !image // e: is that all one colour // d: There are eleven greys. // e: it's grey // d: Eleven.

== accidents | when=evening,weekend,after
e: WHO left the gate open // b: not me // d: It was open when I came. // e: sprout // b: it was a BIT me
e: something blew up my {build} // b: was it the green thing // d: I saw it happen. It was quick. // e: did it suffer // a: I can roll back ten minutes if everyone's happy. // e: nah. i'll go bigger
b: i fell in the lava with everything // e: everything everything? // b: even the map // d: I have a spare map. // b: you're the best person
e: there's a {animal} in my bed // b: that's mine // e: why is it in my bed // b: it likes your curtains
b: my boat's gone // d: It is in the town fountain. // b: how // e: i was going to put it back

== rules | when=evening | max=3
a: Reminder, no spoilers for the maze until Sunday. // b: what's a spoiler // e: telling someone the end // b: it's left at the {object} // a: Sprout.
a: Be kind in chat please, there are younger ones here. // e: understood // d: Of course. // c: Course
a: House rule again: no real names, no photos of yourselves. // b: can i put my sheep // a: Sheep are fine.

== events | when=evening,weekend
a: Build contest this {weekday}? Theme ideas please. // b: {animal}s!!! // d: Something with water. // e: boats. it's always boats with me // a: Boats for {animal}s. Sorted.
a: Treasure hunt {weekday}, who's in? // b: ME // e: only if there's prizes // d: I can hide the clues. // e: not up a mountain again // d: I promise nothing.
a: Well done all. Winner is sprout by two votes. // b: I WON // e: i voted for you // d: As did I. // c: Knew it
e: what was the clue about the {object} // d: I cannot say. // e: is it in the well // d: I cannot say. // e: it's in the well

== homework | when=after,evening
b: i have to do homework first // d: Do it well, then play. // b: it's {topic} // d: I can explain if you are stuck. // b: ok it's question 4
b: mum says 30 mins only // a: Fair enough. We'll be here tomorrow too. // c: Tell her it's educational haha // b: she says it's not
b: i'm grounded till i finish {subject} // e: do it fast and badly, that's my system // a: Ignore Owen. // e: everyone does and look how that's gone
e: got a mock tomorrow // d: You will be fine. // e: i've revised the wrong book // a: Close the game, Owen. // e: in a minute
e: if i fail {subject} i'm moving into the {build} // b: you can have the top floor // e: thank you sprout. a true friend

== trading | when=evening,weekend,after
e: swapping {gamething} for wood // d: I have two stacks. // e: deal
b: does anyone have {gamething} // e: depends what you've got // b: sheep // e: how many // b: how many do you want
e: selling {gamething}, good price // d: What price? // e: 40 iron // d: That is daylight robbery. // e: it's evening
b: i need wool // e: you've got 200 sheep // b: i can't cut THEM, they've got names
c: I'll give you mine sprout, no swap needed // e: what about us // c: you've got a job haha // e: i'm 17

== caves | when=night,evening
e: found a cave under the {build} // d: How deep? // e: deep. heard something // b: i'll come // a: It's half nine, sprout.
e: bottom of the map nearly // d: Take torches. // e: i've got one // d: One torch? // e: i believe in it
b: are there spiders // e: no // b: is that a lie // e: yes
d: I heard it also. It was below the chapel. // e: is it a {animal} // d: It is not a {animal}. // e: i'm logging off

== weather | when=after,evening,weekend,morning
d: It is raining sideways in {town}. // e: same here. my shed's in the field // b: whose field // e: good question
d: Fog on the whole bus route. // e: mine was {mins} late // b: we had indoor play ALL day // a: Good evening for mining then.
d: The wind took my umbrella today. // b: did you chase it // d: For some time. // e: did you win // d: No.
b: it's so hot in our house, the boiler's stuck on // e: send it here // a: Windows open and mine some ice.

== food | when=evening,weekend
b: what's everyone eating // e: cold {food} from the pan // d: My mother made soup, enough for the street. // b: i've got {snack} // a: Toast, like an adult.
e: i've put {sauce} on {food} // d: Why? // e: science // b: is it nice // e: don't tell anyone but yes
a: Don't type with crumbs, I can hear it. // e: how // a: I just know.
d: I have learned to make {food}. // e: how was it // d: My cat left the room.

== cat | when=evening,weekend
d: !image My cat has opinions. // b: CAT // e: looks like my head of year // d: She would be a good head of year.
b: what's your cat called // d: Luna. It means moon. // b: like your name // d: Yes. I am not imaginative before coffee.
d: She is asleep on the router again. // e: is that why it's slow // d: I will not move her. // a: Nobody is asking you to.

== music | when=weekend,evening | max=3
e: i made a song out of note blocks // b: is it the {animal} one // e: it's a new one // a: Headphones exist, Owen. // d: I liked the last one. // e: thank you. culture
e: !voice // d: I can't listen now, what is it? // e: me doing the dragon noise // d: Then I am glad.

== jokes | when=after,evening
b: knock knock // e: who's there // b: {animal} // e: {animal} who // b: i haven't got the rest yet
b: why did the {animal} cross the road // e: why // b: to get to the {object} // d: I do not understand but I laughed.
b: i know a joke // e: no // b: it's about a {object} // e: go on // b: it's long // e: i knew it
e: what's a {animal}'s favourite block // b: what // e: forgot // b: that's MY kind of joke

== gaz favours | when=evening,weekend | max=5
c: Sprout I left something in your chest // b: OMG // e: what is it // b: {gamething}!!! // e: favouritism
c: Made you a room in mine sprout, only you've got the code // b: for me?? // c: Course // d: The rule is no locked rooms, I think. // c: it's just a bit of fun
c: Sprout's my best mate on here // e: what about me // c: be nicer then haha
c: You were good today sprout // b: i died 6 times // c: Bravely
c: What time do you get in from school sprout // b: half 3 // c: I finish at 3 on a {weekday}, perfect // a: We all play together in the evenings, Gaz.

== gaz private | when=evening,night | max=5
c: Sprout check your messages // b: i can't mum turned it off // c: turn it back on // b: it's got a code // a: Keep it in the group please Gaz.
c: Why you not replying sprout // b: i did // c: in private // b: i'm not allowed private ones // c: ok no worries
c: Easier if you message me sprout // d: You can ask here, we all know the answer. // c: wasn't asking you mate
c: Is your mum strict then sprout // b: medium // c: mine was. never told her anything haha // a: Group stuff only, that's the rule.

== links | when=evening,after | max=4
e: https://maps.tarnwickblocks.example/live shows who's on now // d: Useful, thank you. // a: Pinning that.
e: guide here https://wiki.tarnwickblocks.example/redstone // b: it won't open on mine // d: It is only three pages. I will tell you it.
a: New map preview: https://maps.tarnwickblocks.example/winter // b: SNOW // e: finally // d: Beautiful.

== mentions | when=evening,weekend
a: @sprout_09 your sheep are in the town hall // b: they like it there // a: They're on the mayor's chair. // b: one of them IS the mayor
a: @owen_cap stop naming things after me // e: it's a compliment // a: It's a swamp. // e: a lovely swamp
a: @gaz_builds the wall was meant to be stone // c: My bad, will fix
a: @sprout_09 well done today, that was kind // b: what did i do // a: Gave the new one your spare bow. // b: oh that

== bedtime | when=night,close
a: Right, I'm off. Server stays up. // d: Good night Bex. // e: night // b: night
a: Last one out turn off the torches. // b: i'm already in bed shh // a: Then why are you typing? // b: shh
d: Good night everyone. // e: night // b: night night
e: bed. mock in the morning // a: Good luck. // d: You will be fine. // e: if i'm not the {build}'s yours
b: night everyone. night sheep // e: night sprout // a: Night, sprout.
c: Night sprout // b: night // c: dream of {gamething} // a: Night all.

== sick day | when=morning,school,after | max=3
b: off school today, been sick // a: Oh no. Rest up. // e: lucky // b: it was {food} // e: less lucky
b: i've got a temperature // d: Drink water. // c: Home all day? I'm about if you're bored // b: nan's here // a: Get well soon, sprout.
e: called in sick // a: You're at school. // e: called in sick to school

== early | when=morning,open,weekend
d: Good morning from the bus. // e: which bus // d: The {bus}. It is {mins} minutes late. // e: so the {bus}
b: morning!! // d: Good morning sprout. // b: i dreamed about the {build} // d: Was it finished? // b: it was made of cheese
e: who moved my chest // a: You did. Last night. I watched you. // e: i was tired
a: Morning all. Backup done, coffee next. // d: A wise order.

== flag | when=weekend | max=2
e: we need a server flag // b: {animal} on it // d: I can draw it. // a: Go on then, you've got till {weekday}.
d: !image // b: is it a {animal} // d: It is a flag with a {animal}. // e: it's got a hat // d: It is a dignified {animal}.

== sheep | when=after,evening,weekend
b: i've named all the new ones // e: go on // b: alan // e: all of them? // b: alan 1 to 9
b: one of my sheep's missing // d: Which? // b: alan 4 // e: i saw him by the well. he looked thoughtful
a: Sprout, could the sheep live in one field? // b: they like to travel // a: One has travelled into my house. // b: which one // a: He won't say.
e: who put a sheep on the roof // b: he asked // e: he ASKED? // b: with his eyes
d: I have made a hospital for the sheep. // b: I LOVE YOU // d: It has two beds. // e: we haven't got a hospital for PEOPLE
b: alan 7 had a baby // e: congratulations // b: it's called owen // e: i'm honoured. is he clever // b: no
d: There are now more sheep than blocks, I think. // a: I'll set a limit. // b: please no // a: A high one.

== town talk | when=evening,weekend
a: Shall we have a town meeting? // e: about what // a: The fountain, the swamp, the sheep. // b: what's wrong with the sheep // a: Nothing is wrong. There are just so many.
e: i vote we get a train // d: Where would it go? // e: round // d: I would take that train.
d: The bank is finished. // e: what's in it // d: At present, one potato. // e: is it insured
e: we should have a museum // b: of what // e: all the stuff we've blown up // a: It'd need to be big.
b: can i be the mayor // e: we've got a mayor, he's a sheep // b: can i be his helper // a: Appointed.
a: I've put signs on the roads. // e: there's one says "no" // a: Yes. // e: no what // a: You'll know.
d: I walked to the edge of the map. // e: what's there // d: More. // e: it's the edge // d: It kept going, so I waved and came back.

== server chat | when=after,evening,weekend
e: bex what's the server actually running on // a: My old laptop, in a cupboard, next to the hoover. // e: respect
a: Backup tonight at ten, two minutes off. // e: what if i'm mid jump // a: Then you'll be mid jump for two minutes.
e: is it update day // a: Sunday. // e: will it break // a: Something will. I'll tell you what when it does.
a: New version's in. What's broken? // e: doors // d: Doors. // b: the doors // a: So, doors.
d: Thank you for keeping this running, Bex. // a: That's kind. It's mostly turning it off and on. // e: same for all of us
e: how much does this cost you // a: About {price} pounds a month. // e: i'll chip in when i get paid // a: You've said that since March. // e: and i've meant it

== school day | when=after,evening
b: we had a supply teacher and he played minecraft music // e: what a man // b: he knew the names of all the blocks // d: A real education.
e: dropped my tray at lunch // b: did they clap // e: the whole hall // d: What was on it? // e: {food}. it's still there probably
b: i got a certificate // a: What for? // b: trying // a: Best one to get.
b: got picked last for football // e: same every week // b: really // e: i'm a collector of last places
b: i've got to do a talk on my hobby // e: do this // b: i AM. can i say about the hospital // d: I would be proud.
b: my talk went good // a: Told you! // b: someone asked how many sheep // e: what did you say // b: i said it's private

== weekend up | when=weekend
e: awake before noon. someone congratulate me // a: Well done Owen. // d: It is eleven fifty. // e: BEFORE noon
d: I am baking today, so I am here only while it rises. // b: what is it // d: Bread, if it agrees.
b: nan's got us all day // e: is nan on the server // b: no she thinks it's the news // a: In a way it is.
a: Anyone fancy tidying the storage room? // e: no // b: no // d: I have tidied it. // a: You're a treasure.
e: rained off work // a: What do you do again? // e: saturday job, garden centre. i water the ones that are outside // d: In the rain? // e: that's why i'm home

== goodnight long | when=night
e: one more cave // a: You said that an hour ago. // e: it's the same cave // d: I will hold a torch for ten minutes. // e: best server ever
d: The moon is very big in {town} tonight. // e: can't see it, wall // a: Go outside, Owen. // e: ok it's big // e: worth it
a: Who's leaving the doors open? // e: not me // d: They do not close since Sunday. // a: Ah. That's me then.
e: anyone else hear an owl irl // d: Yes, all week. // a: He's outside mine too. // e: small world. big owl
`;
