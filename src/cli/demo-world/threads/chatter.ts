// Openers, good nights, and the small noises between topics. One line is one take.

export const CHATTER_THREADS = `
== open | when=open
b: morning // a: morning // b: sleep ok? // a: like a log // b?: lucky
b: morning trouble // a: what have i done // b: nothing yet // a: day's young
b: you up // a: barely // b: what's on today // a: double {subject}, pray for me
b: hey you // a: heyy // a?: i've got toast
b: alright // a: yep you // b: can't complain
b: morning. it's {weekday2} // a: it is NOT // b: made you look // a: i nearly got up
a: morning // b: morning // a: i dreamt i was late // b: are you // a: ...yes
a: are you up // b: been up ages // a: why // b: couldn't sleep // a?: same
a: hello // b: hello // a: that's all i've got // b: it's a start
a: it's so early // b: go back to sleep // a: can't, {sibling}'s stood here breathing
a: hi // b: hiya. ready for today? // a: no // b: same
a: woke up before my alarm // b: well done // a: i'm so angry about it
b: how's my favourite // a: tired // b: your face will wake up // a: it's been up an hour and done nothing
b: up and about? // a: up. not about
b: guess who got up on time // a: not me // b: me // a: do you want a medal // b: bit
a: there's a spider in the bath // b: good morning to you too // a: it's looking at me // b: name it // a: it looks like a gary // b?: morning gary
b: hello stranger // a: i was here yesterday // b: felt longer
a: {pet} woke me up // b: what time // a: 5. by standing on my face // b?: love
b: cold one // a: i can see my breath // b: indoors? // a: indoors
a: happy {weekday2} // b: is it // a: no
b: mornin // a: ugh // b: that's no way to talk // a: good ugh
a: got new socks on // b: big day then // a: huge
a: is it too late to be ill // b: what time's the bus // a: {bustime} // b: yes
b: rise and shine // a: i'll do one of them

== close | when=close
a: night // b: night
a: ok going to sleep // b: night, talk tomorrow // a: night
a: gtg phone's going downstairs // b: ok. night // a: night night
a: mum's doing the phone round // b: hide // a: she's got a torch. night
b: right i'm off // a: night // b: sleep well
b: early start tomorrow // a: boo // b: night you // a: night
b: i'm falling asleep // a: me toooo // b: night then // a: nightt
a: i've dropped my phone on my face twice // b: go to sleep // a: ok ok
a: so tired // b: put it down then // a: it's down // b: you're typing // a: it's down NOW
b: bed // a: already? // b: some of us are old // a: night grandad
a: eyes won't stay open // b: night // a?: n
a: night // b: already? // a: school // b: fine // b?: night
a: ok last one i promise. night // b: night // a: night
a: brushing teeth brb // a: actually just night // b: haha night
b: night. don't let {pet} steal the covers // a: too late
a: saying night now so you can't say i didn't // b: noted. night
b: dream of {animal}s // a: i will now // b?: night
a: {bestie} says night to everyone so night from {bestie} // b: tell her nothing from me // a: ok weirdo. night
a: lights out // b: sleep tight // a: ty
b: off to bed // a: ok // a: night

== hi midday | when=school,after
b: how's it going // a: slow // b: nearly home time // a: it's {mins} past one
b: you ok // a: yeah fine. you // b: better now
a: home!! // b: good day? // a: it was a day
b: back yet? // a: on the {bus} // b: window seat? // a: armpit seat
a: finally home // b: what took so long // a: {bestie} had to tell me something at the corner and it took half an hour // b: what was it // a: can't say
b: survived? // a: just
a: kettle's on // b: you drink tea? // a: hot chocolate. but kettle's on sounds better
a: key doesn't work // b: locked out? // a: wrong key. it's the shed // b: live in the shed // a: there's a chair in there tbh
a: nobody's in and i've got the telly to myself // b: what you putting on // a: {show}. then silence. just to enjoy it

== wyd | when=after,evening,night,weekend
b: what you doing // a: lying on the floor // b: why the floor // a: it's cool and it doesn't ask me anything
b: wyd // a: nothing you // b: nothing // a: we should be in a film
b: wuu2 // a: eating {snack} // b: nice one? // a: it's alright. bit quiet
b: what you up to // a: pretending to do homework // b: how's that going // a: i've fooled everyone
b: doing anything // a: brushing {pet} // b: how much comes off // a: enough for a second {pet}
b: what's happening // a: hair wash. i'm a towel now // b: hello towel
b: bored // a: talk to me then // b: what about // a: not bins. i've had a lot of bins today
b: what you doing right now // a: drawing on my shoe // b: with pen? // a: it was an accident but now it's a design
b: wyd // a: watching rain // b: who's winning // a: left one. no. RIGHT ONE
b: talk to me // a: about what // b: anything // a: ok so there's this {object} at school

== bored a | when=after,weekend,evening
a: bored // b: read a book // a: i have read a book. once
a: entertain me // b: 20 questions // a: are you a {animal} // b: ...yes // a: i'm too good at this
a: so bored i've counted the stairs // b: how many // a: 13 but one's a bit of a landing
a: bored bored bored // b: go outside // a: it's dark // b: it's {clock} // a: DARK
a: tell me something // b: {fact} // a: something ELSE
a: nothing to do // b: tidy your room // a: i said nothing to do not nothing fun
a: i can see {found} from here and i can't reach it // b: use your foot // a: got it. it's not even mine

== gone quiet | when=evening,night
b: you there // a: sorry was in the bath // b: thought you'd drowned // a: i've gone wrinkly
b: hello? // a: sorry!! fell asleep on the sofa // b: at {clock}? // a: it was a long {weekday}
b: you've gone quiet // a: was looking for {pet} // b: where // a: in my bed. under. like a person
b: you ignoring me lol // a: no phone was charging // b: ok // a: in the other room. under a cushion. because of mum
b: ? // a: tea // b: ah
b: earth to you // a: hi sorry {bestie} rang // b: what did she want // a: to tell me she was about to text me
b: where'd you go // a: {sibling} needed a {object} // b: why // a: i find it's best not to ask
b: lost you // a: no signal in the {thing2} shop // b: is that a real shop // a: sort of, it's mostly {object}s

== brb | when=after,evening
a: brb // b: ok // a: back // b: what was it // a: {sibling} had his head in a {object}
a: one sec // b: take your time // a: she wanted to know where the {thing} was // b: where was it // a: in her hand
a: hang on mum's coming // b: ok // a: she just stood there. then left. didn't say a word
a: wait // b: waiting // a: thought i heard the door // b: and? // a: it's the wind. or a ghost who knocks
a: back in {mins} // b: ok // a: that was quick wasn't it // b: that was an hour // a: oh

== lol | when=evening,after,night
a: 😂😂 // b: what // a: sorry wrong chat // b: what's funny tho // a: {bestie} tried to wink
a: i'm crying // b: good or bad // a: {sibling} walked into a door he was opening
a: lol // b: ? // a: nothing. remembered something from year 4
a: omg // b: what // a: {bestie} just sent a voice note to the wrong mr dunne // b: how many mr dunnes are there // a: two. one's her vet
a: 💀 // b: ?? // a: {teacher}'s on the telly behind a man talking about bins // b: what's he doing // a: just shopping. he waved
a: I CAN'T // b: breathe // a: {pet} sneezed and fell off the bed
a: 🙄 // b: what's up // a: {sibling}. long story. there's a {object} in it
a: 😴 // b: go to bed // a: it's {clock} // b: nap then
a: 😭 // b: what's wrong // a: they've stopped making my favourite {snack} // b: thought someone died // a: someone HAS
a: 🥶 // b: put the heating on // a: mum says put a jumper on // b: she's not wrong

== voice | when=after,evening,night
a: !voice // b: can't listen, what is it // a: just {pet} snoring // b: i'll save it for later
a: !voice // b: who's shouting // a: {sibling}. he's a {animal} today
a: !voice // b: you sound full of cold // a: i'm always like this // b: are you // a: ...rude
b: !voice // a: mum's here what does it say // b: just hi // a: hi
b: !voice // a: you sound really echoey // b: stairs // a: why are you on the stairs // b: why is anyone
a: !voice // b: is that you singing // a: NO it's the telly // b: the telly's flat

== deleted a | when=after,evening,night | max=8
a: !deleted // b: what was that // a: meant for {bestie} // b: oh yeah // a: it was about a {snack} calm down
a: !deleted // b: i saw that // a: no you didn't // b: "ok mum love you" // a: i will never recover
a: !deleted // b: too slow // a: i spelt it so wrong it was a different word
b: !deleted // a: ? // b: nothing // a: ok weird
b: !deleted // a: what did you delete // b: autocorrect // a: what did it correct // b: everything
b: !deleted // b: !deleted // a: hello?? // b: wrong chat

== calls | when=evening,night,after | phase=2-4
b: !call Missed voice call // a: can't talk, mum's in the room // b: ok later // a: maybe
b: !call Missed voice call // a: i'm on the bus. everyone can hear everyone // b: just wanted to hear your voice // a: it's the same as always
b: !call Missed video call // a: i look like a towel // b: don't mind // a: i do
b: !call Missed voice call // b: pocket dial // a: ok good i panicked // b?: why panic // a?: phones ringing is scary
b: !call Missed voice call // a: {sibling} nearly picked up!! // b: turn the sound off // a: it WAS off he saw it light up
b: !call Missed voice call // b: !call Missed voice call // a: what's wrong // b: nothing. you went quiet // a: i was eating

== battery | when=after,night,weekend
a: {lowpct} on my phone // b: charge it // a: charger only works if i hold it // b: hold it then // a: my arm's on {lowpct2}
a: it's on {lowpct} because {sibling} watched {animal}s all the way home // b: did you like the {animal}s // a: they were quite good
a: screen's cracked a bit more // b: how // a: i looked at it // b: must have been some look
a: mum says new phone at christmas if i'm good // b: so no // a: ha ha

== news | when=after,evening
a: guess what // b: what // a: me and {bestie} are sitting together in {subject} // b: they'll regret that // a: we've got ten minutes before he notices
a: GUESS WHAT // b: you won the lottery // a: better. no homework all WEEK
a: good news // b: go on // a: mum said yes to {want} // b: how // a: she was on the phone and i asked quietly
a: you'll never guess // b: {bestie} fell in something // a: how did you // b: she's always falling in something // a: the pond. the school pond
a: something amazing happened // b: tell me // a: {teacher} said "good point" and looked surprised
b: got some news // a: what // b: found a {object} // a: that's not news // b: it was in the road

== rubbish day | when=after,evening,night
a: worst day // b: what happened // a: fell up the stairs in front of all of year 10 // b: ouch // a: i did a bow so maybe it looked like i meant it
a: today was rubbish // b: tell me // a: {bestie}'s not talking to me // b: why // a: said i didn't like her coat // b: do you // a: no // b: tell her it's growing on you // a: it's {colour}. nothing {colour} grows on anyone
a: can this day be over // b: what's up // a: it's raining and my sock's wet and {teacher} said my name wrong // b: after all this time? // a: he called me karen
a: left my {thing} on the bus // b: ring them // a: they've got four. i have to describe mine // b: can you // a: it's a {thing}
a: cried in the toilets // b: oh no why // a: don't even know. just one of those // b: here if you want to talk // a: ta. i'm ok. {bestie} gave me a {snack}
a: i don't want to talk about it // b: ok // a: it's just // b: go on // a: no // b: ok // a: {bestie} got picked and i didn't // b: for what // a: {club}. it's fine

== friends again | when=after,evening | max=5
a: me and {bestie} are ok // b: what was it about in the end // a: a pencil case // b: a PENCIL CASE // a: you had to be there
a: {bestie} said sorry // b: did you // a: i said sorry first and she said that's MY line
a: {bestie} wrote me a note. it's four sides // b: what's it say // a: mostly it's a drawing of us as {animal}s

== bestie story | when=after,evening
a: {bestie} got stuck in a chair // b: how // a: the hole at the back. up to the elbow // b: how did you get her out // a: butter
a: {bestie} has decided she's only talking in questions // b: why would she // a: that's what i said, and she said "why wouldn't i?"
a: {bestie}'s got a theory // b: uh oh // a: all the teachers live in one house // b: who does the cooking // a: mr hale. obviously
a: {bestie} tried to cut her own sandwich with a ruler // b: did it work // a: it's 15 centimetres of sandwich now
a: {bestie} called {teacher} dad // b: no // a: out loud. he said "yes love?" before he thought
a: {bestie} has written a poem // b: what about // a: a {object}. it's actually sad
a: do you want to know what {bestie} did // b: always // a: she held the door for so long she missed the lesson // b: manners // a: she got a detention AND a house point
a: {bestie} is learning to <juggle/whistle/yodel/moonwalk/spin a pen> // b: any good // a: i've been hit twice

== spelling slips | when=after,evening,night | max=6
a: i typed ducks and it put docks // b: what were you saying about ducks // a: gone now // b: the moment or the ducks // a: both
a: my phone thinks i mean {animal} every time i write {sibling} // b: it's learning
b: sorry fat thumbs // a: what were you trying to say // b: forgotten

== counting | when=evening,weekend | max=6
a: {mins} days till {holiday} // b: you counting // a: there's a chart. {sibling} keeps crossing off the wrong day
a: how many messages do you think we've sent // b: loads // a: at least {likes} of them are just ok // b: ok
b: what's the date // a: why // b: lost track // a: same. it's a {weekday} i know that

== plans small | when=evening | max=8
b: what you got tomorrow // a: {subject} first thing // b: ooh // a: don't ooh
b: busy this week? // a: {club} {weekday}, nan's {weekday2} // b: popular // a: it's mostly nan
a: i've got to get up at 6 // b: why // a: {bestie}'s thing. don't ask, there's costumes
b: free {weekday}? // a: why // b: just asking // a: got {club}
`;
