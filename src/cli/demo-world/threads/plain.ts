// The flat half of any chat: where are you, ok, see you later. One line is one take; these come round often, as they do.

export const PLAIN_THREADS = `
== got in | when=after
a: just got in // b: good day // a: yeah alright
a: home // b: hi // a: hi. long day // b: what did you have // a: {subject}, {subject2}, {subject3} // b: nice mix
a: back // b: that was quick // a: got a lift
b: finished? // a: yep walking home // b: who with // a: {bestie} // b: ok message me when you're in // a: k
a: on the bus // b: which one // a: {bus} // b: ok
a: staying late for {club} // b: til when // a: {clock} // b: ok
a: walking back now, {bestie}'s gone to her dad's // b: be careful // a: it's two roads // b: still
b: how was {subject} // a: ok. cover // b: easy then // a: yeah just copied stuff
b: home yet // a: nearly // b: ok // a: in
a: i'm in. nobody's here // b: where is everyone // a: mum's at work, {sibling}'s at a club // b: what time they back // a: 5ish

== off out | when=after,evening,weekend
a: got to go shop with mum // b: ok have fun // a: it's {shop} // b: ok have medium fun
a: going {bestie}'s // b: ok. til when // a: {clock} // b: talk after
a: {club} in a min // b: enjoy // a: ty
a: out for a bit. back {clock} // b: ok
a: taking {pet} out the back // b: ok // a: back
a: mum needs the phone // b: why // a: hers is dead // b: ok delete this // a: it's only a phone call
a: putting this on charge // b: ok
b: got to go for a bit // a: ok // b: back {clock} // a: ok
b: nipping to the shop // a: get me something // b: like what // a: {snack} // b: done
b: back // a: that was ages // b: queue
b: in the car // a: dont text // b: parked
b: having my tea // a: what is it // b: {food} // a: nice
b: just in the shower back in 10 // a: ok
b: on the phone to my mum // a: say hi // b: haha no

== how are you | when=after,evening,night
b: you ok // a: yeah. you // b: yeah
b: alright // a: alright
b: how you feeling // a: fine // b: sure? // a: bit tired // b: early night then
b: good day? // a: not bad // b: do anything // a: not really
b: you seem quiet // a: just tired // b: ok
b: what's wrong // a: nothing // b: sure // a: yes honestly // b: ok
a: you ok // b: yeah long day // a: same
a: are you in a mood // b: no why // a: you keep putting full stops // b: do i
b: miss me // a: it's been like two hours // b: so yes // a: haha
b: thinking about you // a: why // b: just am // a: ok
b: hows your head // a: better. had a tablet // b: good
b: did you sleep // a: bit // b: same

== tv on | when=evening,night
b: what's on // a: {show} // b: again // a: it's a new one
a: you watching {show} // b: no should i be // a: it's just started // b: putting it on // b: who's that // a: the vicar // b: ok
a: {show} in 5 // b: ok talk after // a: ok // a: it was alright // b: just alright? // a: not as good as last week
b: anything good on // a: no // b: same
a: watching telly with mum // b: ok // a: can still text a bit
a: mum's picked {show} // b: is it any good // a: dunno not really watching

== homework flat | when=after,evening
a: doing homework // b: ok // a: {subject} // b: good luck
a: done my homework // b: all of it // a: yeah // b: good
a: got {subject} to do // b: do it now // a: yeah // b: then you're free
b: done your homework // a: most // b: what's left // a: {subject}
a: have you got a calculator // b: on my phone why // a: what's 18 percent of 340 // b: 61.2 // a: ty
a: do you know any french // b: bonjour // a: ok thanks

== food flat | when=after,evening,weekend
b: eaten // a: yeah {food} // b: nice?  // a: yeah
b: what did you have // a: {food}. you // b: sandwich
a: having a {snack} // b: ok
a: hungry // b: eat then // a: tea's in a bit
a: mum's cooking // b: what // a: {food} i think
a: full // b: what you have // a: {food} and pudding // b: lovely
b: hungry // a: have something // b: can't be bothered

== weather flat | when=morning,after,weekend
b: raining here // a: same // b: typical
a: cold today // b: freezing // a: got my gloves
b: nice out // a: yeah
a: it's so dark // b: it's only {clock} // a: i know
b: you get wet // a: a bit

== weekend flat | when=weekend
b: what you up to // a: not much. telly // b: same
b: up? // a: just // b: lazy // a: it's the weekend
a: helping mum // b: with what // a: shopping // b: ok
b: any plans // a: seeing {bestie} later // b: ok what time // a: 2ish
a: at nan's // b: ok // a: signal's bad // b: ok message me when you're home
a: in town // b: who with // a: {bestie} and her mum // b: ok
a: home now // b: good time? // a: yeah was ok
b: doing anything tonight // a: no. you // b: no
a: just woke up // b: it's gone 10 // a: i know
a: we're going to {aunt}'s for dinner // b: ok have a nice time // a: thanks
a: mum says we're going out // b: where // a: don't know // b: ok

== bed flat | when=night
b: you in bed // a: yeah // b: same
b: still up // a: yeah can't sleep // b: what you doing // a: nothing. you // b: nothing
a: should sleep // b: yeah you should // a: in a min
b: what time you up tomorrow // a: 7 // b: same
b: you tired // a: bit // b: stay up a bit // a: ok 10 mins
b: don't go yet // a: i'm on {lowpct} // b: plug it in // a: charger's downstairs
a: mum's just come up // b: ok // a: she's gone
b: sleepy? // a: not really // b: good

== yes no | when=after,evening,night,weekend
b: you got {club} tomorrow // a: yeah // b: til when // a: {clock}
b: is your mum in // a: yeah // b: ok
b: who's there // a: just me and {sibling} // b: ok
b: did you see what i sent // a: no // b: doesn't matter
b: are you on your own // a: no why // b: just asking
b: can you talk // a: not really // b: ok
b: what time's your mum home // a: {clock} // b: ok
a: what day is it // b: {weekday} // a: ty
a: are you working tomorrow // b: might be // a: ok
a: did you get my message // b: which one // a: doesn't matter
a: do you like {food} // b: yeah // a: same
a: have you ever had {snack} with {sauce} // b: no // a: don't

== one line | when=after,evening,night,weekend
a: {pet} says hi // b: hi {pet}
a: found my {thing} // b: where was it // a: where i left it
a: so many ads // b: ?  // a: on {game}
a: my foot's gone to sleep // b: haha
a: there's a moth in here // b: let it out // a: done
a: {sibling}'s crying // b: why // a: banged his head // b: he ok // a: yeah
a: mum's singing // b: any good // a: no
a: it's {bestie}'s turn to text and she's asleep // b: haha
a: i want {want} // b: course you do
a: just remembered i've got {subject} tomorrow // b: oh dear
a: ow // b: what // a: stubbed my toe
a: next door are arguing // b: what about // a: can't hear properly
a: 3 more weeks til {holiday} // b: not long
a: !sticker // b: haha
a: my hands smell of {snack} // b: nice
b: stuck in traffic // a: are you driving // b: passenger
b: my phone's playing up // a: turn it off and on // b: it's fine now
b: guess what i had for lunch // a: {food} // b: how // a: lucky

== sorry | when=evening,night
b: sorry if i was off yesterday // a: when // b: last night // a: didn't notice
a: sorry i didn't reply // b: it's ok // a: was busy
b: sorry about earlier // a: it's ok
a: sorry if i'm boring // b: you're not // a: ok
b: didn't mean to upset you // a: you didn't // b: ok good

== ask about | when=evening,after
b: how's {bestie} // a: good. she's got a cold // b: tell her get well. no don't // a: haha
b: how's {sibling} // a: loud // b: bless
b: how's {pet} // a: asleep // b: lucky {pet}
b: how's your nan // a: ok. her hip's bad // b: poor her // a: yeah
b: how's {club} going // a: good thanks
b: your mum ok // a: yeah why // b: you said she was stressed // a: she's always stressed
a: how's your mum // b: fine thanks for asking
a: how's your car // b: going. just about
`;
