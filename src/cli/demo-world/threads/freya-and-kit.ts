// What only Freya and "Kit" talk about: drawing on Inkpond, swimming, a cat called Moth, his college that never has a
// name. One line is one take.

export const FREYA_THREADS = `
== drawing | when=after,evening,night,weekend
a: drawing // b: what // a: a {animal} in a {object} // b: obviously // a: it's about loneliness
a: !image it's not done // b: the light on it // a: i just left that bit white // b: that's what light is
a: !image the hands are wrong // b: hide them behind something // a: everyone i draw's got their hands behind their back. they look like suspects
a: working on page {lengths} of the comic // b: how many are there // a: it just keeps having more
a: i've rubbed through the paper // b: how many times // a: it's a window now
a: my tablet's at {percent} and i'm on the last bit // b: save it!! // a: saved // b: breathe
a: do noses have edges // b: depends on the light // a: i've done one with edges and he looks like a cupboard
a: drew tilly from the side // b: does she like it // a: she said "is that my chin". she's been touching it all day
a: i drew otto as a king // b: does he approve // a: he's wearing it
a: going to do one thing a day for a month // b: what's day one // a: a spoon // b: day two? // a: i'll see how the spoon goes
a: !image look // b: that's so good, the eyes // a: it's moth when she heard the tin
a: why can i draw {animal}s but not people // b: {animal}s don't have opinions about their nose // a: that's actually it

== inkpond | when=after,evening
a: got {likes} likes on the {animal} // b: told you that one was special // a: one of them's mum. she doesn't know i know
a: someone said my {animal} looks like a {object} // b: who. i'll have a word // a: no it does a bit
a: nobody's liked my new one // b: it's been ten minutes // a: it's been twelve
a: someone's copied my {animal} // b: show me // a: they've even copied the mistake // b: report it // a: i'm sort of flattered by the mistake
a: i'm on the front page!!! // b: which one // a: the blue one // b: i said the blue one!! // a: you did say the blue one
a: how do you get followers // b: be good and wait // a: is there a quicker way // b: draw cats

== pens | when=after,weekend
a: my {colour} pen's run out // b: which make // a: the nice one, {price} pounds for FOUR // b: robbery
a: been in the art shop an hour // b: buy anything // a: a rubber. it's a very good rubber
a: what do you shade with // b: soft pencil // a: i use my finger, mum says i look like i've been up a chimney
a: nan got me pens // b: good ones? // a: they smell of fruit. they're for {sibling} but i'm keeping the grape

== college | when=evening | phase=1-3 | max=5
a: what did you do at college // b: still life // a: of what // b: a bowl // a: what was in it // b: nothing // a: deep
a: what's your tutor like // b: always late // a: what's her name // b: we just call her miss // a: at COLLEGE?
a: is it hard to get in // b: not with a folder like yours // a: which college is it // b: you won't know it // a: try me // b: it's up north a bit
a: can i see one of yours // b: scanner's broken // a: you said that last time // b: it's still broken
a: do you have to do {subject} at college // b: no // a: i'm going to go and live there

== swim morning | when=morning
a: swimming at 6. why // b: you're mad // a: there was a man doing butterfly with a radio on the side
a: just got out the pool // b: how far // a: {lengths} lengths // b: i can do a width // a: with armbands?
a: hair smells of chlorine for the rest of my life // b: doesn't it go green // a: ONCE. a bit
a: overslept and missed squad // b: what did coach say // a: he just sent a full stop

== swim | when=after,evening
a: club tonight // b: what stroke // a: fly. i hate fly // b: why // a: you look like you're apologising to the water
a: coach said my turns are better // b: course they are // a: i've been practising on the sofa. mum's lamp's gone
a: lane 3 had a plaster in it // b: ew // a: i did {lengths} lengths round a plaster
a: i could eat a {animal} // b: post swim? // a: mum's brought {food} in a flask
a: hair's frozen. actually frozen. it clinks // b: hat! // a: the hat's frozen

== gala | when=weekend,evening | max=6
b: how was the gala // a: PB!! // b: by how much // a: {tenths} // b: that's massive // a: ribbon and a banana
b: gala go ok? // a: dq'd // b: no!! // a: goggles came off and i stopped to get them. you're not meant to stop
b: swim well? // a: second in backstroke. i hit the wall with my head but i hit it SECOND
b: relay? // a: bronze // b: amazing // a: out of three. but it's still bronze
a: mum filmed the whole race // b: can i see // a: it's the wrong lane. it's a lovely film of a girl called beth
a: otto shouted go fish at my gala // b: love him // a: everyone does it now. the COACH does it

== moth | when=evening,night,morning,after
a: moth brought me a sock // b: sweet // a: it's not one of ours
a: moth's in the sink // b: why // a: she won't say
a: can't move, moth's asleep on me // b: you live there now // a: i need a wee and it's been an hour
a: moth walked across my drawing // b: ruined? // a: she's in it now. little paws. it's better
a: moth has stared at the fridge for twenty minutes // b: ham? // a: there's ham in there. she KNOWS
a: moth knocked my water over onto my tablet // b: is it ok // a: rice. it's in a bowl of rice next to the actual rice for tea. i've labelled them
a: moth's learnt to open my door // b: how // a: she just hangs off it like a coat
a: moth sat on my {subject} homework so i'm not doing it // b: law // a: it's the law
a: purring like a fridge // b: you or moth // a: bit of both

== otto | when=after,evening,weekend
a: otto wants to know where yesterday goes // b: good question // a: i said into a drawer. he's looking for the drawer
a: otto will only eat {colour} food // b: what is there // a: nothing really. a felt tip
a: otto asked how many {animal}s fit in the car // b: what did you say // a: nine. he's gone to get the tape measure
a: otto's in bed with a {object} // b: why // a: "it was lonely"
a: babysitting otto till {clock} // b: is he good // a: he's under the table being a shop. i've bought four things
a: otto did a show // b: how long // a: there was an interval. we had to leave and come back in
a: otto's told his teacher i'm famous // b: you nearly are // a: she asked for an autograph. i had to do one
a: otto cried because the moon was gone // b: cloud? // a: curtain
a: otto says when he's big he's going to be a {animal} // b: has he got a plan // a: "start small"

== tilly down | when=after,evening,night | max=6
a: tilly's being weird // b: weird how // a: sat with the hockey girls // b: did you ask her why // a: she said there was a seat
a: tilly posted the sleepover and i wasn't at it // b: ouch // a: she said it was last minute. there's BALLOONS
a: gave tilly the drawing // b: and // a: she folded it // b: folded it!! // a: to keep it safe she said. but in a way that was folding
a: i think tilly likes beth more // b: her loss // a: i've known her since reception. we had the same coat // b: you've got me // a: i know

== tilly up | when=after,weekend
a: tilly made me laugh so much i had to hold the wall // b: what did she do // a: her {teacher} impression. he was behind her. he gave her notes
a: tilly said love you to the {bus} driver // b: and // a: he said "and you". they've got to live with that
a: tilly waved at her own reflection in {shop} // b: did it wave back // a: yes and she said "she's nice"
a: tilly's made us matching keyrings // b: of what // a: {animal}s holding hands. she forgot they don't have hands
a: me and tilly are fine // b: told you // a: she brought me a {snack} and didn't say anything. that's how you know
a: tilly wants to be in the comic // b: as what // a: "someone with a sword". so i've got to learn swords

== dad calls | when=evening,weekend | needs=dadaway | max=5
a: dad was meant to ring // b: maybe he's busy // a: he's always busy on a {weekday} // b: i wouldn't forget // a: he doesn't forget he just runs out of day
a: dad rang!! // b: nice chat? // a: an hour. mostly about {show} // b: that's good // a: yeah. it was
a: dad's got the wrong weekend again // b: you ok // a: he's going to come anyway and we'll just have two weekends. mum's face

== books | when=evening,night
a: reading instead of sleeping // b: which // a: the one about the lighthouse // b: any good // a: the lighthouse might be alive
a: finished it. i'm destroyed // b: what happened // a: the {animal} leaves // b: does it come back // a: THERE'S FOUR MORE BOOKS I DON'T KNOW
a: tilly lent me a book and there's jam on the important page // b: can you read round it // a: someone dies but i don't know who. sticky
a: have you read anything good // b: not for ages // a: what's the last one // b: van manual // a: why have you got a van manual // b: it was on the table. ha
a: library says i've got 11 out // b: is that a lot // a: you're allowed 6

== comic | when=evening,night,after
a: new character. {charname} // b: what do they do // a: she's scared of {object}s but she lives in one
a: what should the baddie be // b: the weather // a: you can't punch weather // b: that's why it's good
a: i can only do beginnings // b: i can only do middles // a: we're missing an end // b: nobody likes ends
a: {charname} just died // b: in the comic?? // a: i didn't mean to. it just happened on page {lengths} // b: bring them back // a: as a {animal}?
a: put you in the comic // b: as what // a: a lamp // b: a lamp // a: it's an important lamp
a: i've got a title // b: go on // a: "{animal} weather" // b: that's actually great // a: i don't know what it means yet

== school art | when=after,evening | max=4
a: miss put my {animal} up outside the office // b: you're famous // a: someone's put a post-it on it saying "nice" // b: who // a: it's {teacher}'s writing
a: exhibition's {weekday} // b: can anyone come // a: just parents // b: shame // a: otto's bringing a {object}. he wasn't asked
a: highly commended!! // b: not first? // a: first was a {object} made of forks. it deserved it

== compliments | when=evening,night | phase=1-4 | max=4
b: you're really talented you know // a: stop // b: i mean it // a: ok you can carry on a bit
b: you draw like someone twice your age // a: so 28 // b: ha // a: do 28 year olds draw {animal}s
b: i look forward to your messages // a: they're mostly about cats // b: best bit of my day // a: do you need a cat

== kit home | when=evening,night
b: just got in // a: from college? // b: yeah. ish // a: what's ish
b: making a tea // a: it's 10 at night // b: it's a lifestyle // a: mum says that about wine
b: my housemate's eaten my {food} // a: leave a note // b: i left a note // a: and // b: he's drawn a smiley on it
b: raining so hard i can't hear the telly // a: draw it // b: draw the rain? // a: draw the telly not being heard
b: can't sleep either // a: what do you do // b: lie here and think // a: about what // b: {worrysmall} // a: same
b: power's off at mine // a: can you see // b: just the phone // a: do a shadow {animal} // b: did one. it was looking at me
`;
