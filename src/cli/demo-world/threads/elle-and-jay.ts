// What only "Elle" and "Jay R" talk about: goalkeeping, a van, Aunty Jo, a dog called Biscuit. One line is one take.

export const ELLE_THREADS = `
== training | when=after,evening
a: training was freezing // b: what did you do // a: diving. i've eaten half the pitch // b: what's it taste like // a: {colour}
a: just back from training // b: save many // a: about a million. {teammate} says i've got glue on // b: have you // a: new gloves!! they stick
a: coach made us do shuttles // b: why // a: {teammate} was late // b: and everyone ran // a: she didn't even look sorry
a: got a bruise the size of a {snack} // b: where // a: shin. {teammate} has got legs like a {animal}
a: mum makes me leave my boots outside and there's a slug in one // b: left or right // a: left. i've called him ref
a: penalties at training // b: how many // a: saved 4 out of 10 // b: that's good for penalties // a: {teammate} just closes her eyes and kicks it
a: coach says i need to shout more // b: you? quiet? // a: i go quiet in goal. it's lonely back there
a: {teammate}'s dad was helping and he fell over the cones // b: all of them? // a: one after another. like he was posting himself
a: training's off, floodlight's broken // b: how // a: {teammate} // b: with the ball? // a: it was a really good shot to be fair
b: how was training // a: muddy. mum hosed me // b: outside? // a: next door clapped

== match before | when=weekend
b: who you got today // a: {opp!team} away // b: any good? // a: they're top. their striker's got a beard practically
b: good luck today // a: thanks. {opp!team}. i feel sick // b: good sick? // a: cereal sick
b: what time's kick off // a: 10.30. {opp!team}. pitch is a swamp // b: wear a snorkel
b: match on? // a: yep {opp!team} at home // b: keep a clean sheet // a: i'll keep a sheet. don't know about clean
b: ready for {opp!team} // a: how did you know it was {opp} // b: you said about nine times // a: oh

== match after | when=weekend
b: how'd you get on // a: WON {winscore} // b: get in // a: saved one with my FACE // b: still counts
b: score? // a: lost {losescore}. let one through my legs // b: happens to the best // a: it was so slow. i had time to watch it
b: well? // a: {drawscore} and i saved a PENALTY // b: you what // a: i just stood still and it hit me
b: win? // a: called off. waterlogged // b: shame // a: we played cards in the car. i lost at that instead
b: result? // a: won {winscore} and {teammate} got all of them // b: greedy // a: she did a knee slide and stopped dead in the mud. just stopped
b: go on then // a: lost {losescore} // b: ah // a: ref was someone's uncle
b: how was it // a: won {winscore}. mum screamed so loud the ref told her off // b: proud moment // a: she's been told to stand further back

== match memory | when=after,evening | needs=opp | drops=opp
a: still thinking about that {opp} goal // b: let it go // a: i should've come off my line // b: you will next time // a: or run away. one of the two
b: over the {opp} game yet // a: {teammate} sent me a video of it. with music // b: harsh // a: slow music
a: someone from {opp} messaged our group to say good game keeper // b: see // a: might print it

== keeper | when=evening,night | max=8
b: why'd you go in goal anyway // a: i can't run // b: fair // a: and i was tallest in year 4. then everyone else carried on
b: ever want to play out // a: did once. scored // b: nice // a: it was our goal
b: i used to play // a: what position // b: left back // a: left back in the changing room? // b: walked into that
a: grandad was a keeper // b: any good // a: he's got a cup in the loo. it's got toothbrushes in
a: keepers get different socks // b: that's why you did it // a: it wasn't NOT why
b: who's the best in your team // a: {teammate}. she doesn't even try, she just turns up and it happens // b: annoying // a: so annoying. she's so nice as well

== town game | when=weekend,evening | max=7
b: {town} are on the radio // a: who's winning // b: {losescore} down // a: grandad's shouting at his and mine's not even on
b: did you see the {town} keeper // a: no // b: shocker // a: poor thing. his mum'll be watching
b: {town} won {winscore} // a: grandad knows. he's doing the walk // b: what walk // a: hands behind his back, round the garden, like he did it
a: why do grown men cry at football // b: because of the first half // a: and the second half? // b: because of the first half again

== van | when=morning,after
b: van won't start // a: push it // b: it's a van // a: push it harder
b: stuck on the bypass // a: can you see the {animal} field // b: yeah they're looking at me // a: say hi from me
b: {mins} drops left then home // a: what's a drop // b: a parcel // a: you're not meant to drop them
b: just delivered a {object}, in a box // a: how did you know it was a {object} // b: it was shaped like one
b: dog got my trouser leg // a: whose // b: number 9 // a: what kind of dog // b: small. angry. gone now with a bit of me
b: boss has rung twice // a: what does he want // b: to know why i'm not answering // a: classic
b: got a parcel for a mr {animal} // a: no you haven't // b: signed for it and everything // a: was he one
b: up at 5 today // a: that's not a time // b: roads are nice though // a: do you see foxes // b: two. one nodded at me
b: satnav's sent me to a field // a: is it the right field // b: how can it be the right field // a: someone might be waiting in it
a: do you have to wear a uniform // b: polo shirt // a: what colour // b: {colour} // a: oh no
b: delivering in {nearby} all day // a: aunty jo lives there // b: i'll wave // a: she'll wave back. she waves at buses
b: van smells of fish // a: why // b: box leaked // a: whose box // b: nobody's now

== biscuit walk | when=after,weekend,morning
a: walking biscuit // b: where // a: the rec. he's found {found} // b: let him keep it // a: he's trying to get it through a gate sideways
a: out with biscuit // b: with mum? // a: no dad, he's on the phone going round and round a tree
a: biscuit won't come back // b: call him // a: i am calling him. he's looking at me and deciding
a: biscuit rolled in something // b: what // a: we don't say. mum's going to scream // b: hose
a: carrying biscuit // b: why // a: he's had enough // b: how heavy // a: he's basically a wet sofa
a: biscuit's met a {animal} // b: and // a: they're both pretending they haven't seen each other
a: biscuit jumped in the pond after a duck // b: get it? // a: the duck got him
a: there's an old man here with two small dogs called salt and vinegar // b: brilliant // a: he says that every time like i've not met him. i love him

== biscuit | when=evening,night
a: biscuit stole a sausage off the side // b: hero // a: dad's telling him off and he's still got it in his mouth
a: biscuit weed on dad's shoe // b: dad's shoe on dad? // a: dad was in it
a: biscuit farted and scared himself // b: good lad // a: he's gone to sit in the hall till it's over
a: biscuit's learnt to shake hands // b: who taught him // a: me. he only does it if you've got cheese. so he's basically a lawyer
a: biscuit's on my bed and he's not allowed // b: say nothing // a: he's doing small eyes so he takes up less room
a: biscuit barked at the telly // b: what was on // a: a {animal}. he's gone round the back to look for it
a: biscuit chewed my shin pad // b: one or both // a: one and a half
a: biscuit had a bath // b: how was it // a: everyone had a bath
a: vet says biscuit needs to lose weight // b: he's big boned // a: that's what dad said. she was looking at dad

== aunty jo | when=evening,weekend
a: aunty jo's here // b: the loud one // a: she's dyed her hair {colour} // b: suit her? // a: mum said "it's very you" which means no
a: aunty jo's taking me out {weekday} // b: where // a: she says it's a surprise. last time it was the tip
a: aunty jo is teaching me cards // b: which game // a: she won't say the rules till she's won
a: aunty jo sold her caravan // b: get much // a: it leaked. she sold it as "a wet room"
a: aunty jo's got a new boyfriend // b: what's he like // a: he's brought his own mug
a: aunty jo asked who i'm always texting // b: what did you say // a: said meg // b: best keep it that way. she sounds nosy // a: she's not she's nice
a: aunty jo did my nails. they're {colour} // b: posh // a: they're on my skin as well

== meg ideas | when=after,weekend
a: meg wants to run away to {seaside} // b: when // a: after tea
a: meg says we should get matching gloves // b: she's not a keeper // a: she's thinking of warmth
a: meg wants to dye her fringe // b: what colour // a: she was going to do {colour} but the box was only good for {animal}s // b: what // a: it's horse dye. she got it off her cousin
a: meg's doing the talent show // b: doing what // a: it's a secret but she's borrowed our {object}
a: meg's in love again // b: who with // a: a boy who held a door. she's drawn the door
a: meg's started a petition // b: against what // a: {teacher}'s whistling. 40 signatures. he's signed it
a: meg got moved to sit next to {teacher}'s desk // b: why // a: drawing {animal}s on the table // b: good ones? // a: that's what got her caught. he recognised himself
a: meg's mum said i can come for tea // b: what is it // a: {food}. with a salad. they're a salad family

== jay flat | when=evening,night
b: flat's quiet // a: put the telly on // b: it's on // a: put it louder
b: next door's playing drums again // a: is he any good // b: he's played the same bit since march // a: maybe it's a really hard bit
b: made {food} // a: nice? // b: it's got a crust // a: is it meant to // b: no
b: burnt my {food} // a: how do you burn {food} // b: it's a gift // a: beans on toast exists
b: can't find my other shoe // a: which one // b: the other one // a: is it on your foot // b: ...no comment
b: neighbour's cat's been in again // a: what does it do // b: sits on the cooker and judges me // a: i like it already
b: my back's killing me // a: how OLD are you // b: twenty odd // a: odd like 7 // b: ha
b: washing machine's broke // a: what you wearing // b: my interview shirt // a: to deliver fish
b: pay day // a: what you getting // b: shopping // a: living the dream
b: mate's having a baby // a: a mate like you? // b: older. bit older // a: so ancient

== names | when=evening,night | phase=1-1 | max=2
b: is elle short for something // a: eleanor but only nan calls me that // b: suits you
a: is jay short for something // b: jason. don't use it // a: JASON

== where | when=evening | phase=1-2 | max=2
b: whereabouts are you // a: orrenby way // b: small world, i deliver round there // a: have you delivered to mine // b: what number // a: not saying
b: you near the park // a: might be // b: nice round there // a: it's got two swings and one's just chains

== chatterlake | when=evening,night | phase=1-2 | max=2
a: why were you on chatterlake // b: bored. you? // a: meg dared me. it's all old people // b: oi // a: someone tried to sell me a {object}
a: do you talk to loads of people on there // b: not any more // a: i got a message that just said "ham" // b: what did you say back // a: "jam"

== parents jay | when=evening,night | max=4
a: what were your mum and dad like // b: alright. dad drove lorries // a: is that why you've got a van // b: probably // a: that's quite sweet
a: have you got brothers and sisters // b: one sister // a: is she annoying // b: she's got kids now, they're annoying // a: how old // b: about your age actually // a: oh

== callum | when=after,evening
a: callum's got a girlfriend // b: how old is he // a: 8. they've been out twice. to the same bin
a: callum's in the school play // b: as what // a: a hedge. he's got a line // b: what's the line // a: "rustle"
a: callum bit a boy // b: why // a: boy said goalkeepers aren't real players // b: good lad // a: i know. i gave him my pudding
a: callum is building a raft // b: out of what // a: my bed
`;
