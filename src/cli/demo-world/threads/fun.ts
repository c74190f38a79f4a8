// Small talk about games, things to watch, food, music and nonsense. One line is one take.

export const FUN_THREADS = `
== game on | when=after,evening,weekend
b: you on {game} later // a: yeah after tea // b: same map? // a: not the ice one // b: coward // a: i fell in the ice one FOUR times
b: fancy {game} // a: can't, {sibling}'s got the telly // b: kick him off // a: mum says share. he's got till {clock} // b: ok {clock} it is
b: coming on? // a: it's updating. {lowpct} // b: how long's that been // a: an hour // b: turn it off and on // a: now it's on 2% thanks
a: i'm on now if you are // b: two mins // a: i'll dig // b: dig where // a: down // b: never dig straight down // a: i'm in lava
b: not allowed on? // a: not on a {weekday} // b: tomorrow then // a: tomorrow i'm going to be unstoppable
a: first one on gets {gamething} // b: on // a: how // b: fast hands // a: you were already on weren't you // b: maybe

== game after | when=evening,night,weekend
a: how did you even do that // b: skill // a: you hid behind a {object} the whole time // b: that IS the skill
a: WE WON // b: never in doubt // a: you said "we're going to lose" about nine times // b: i was motivating you
a: that was so close // b: if you'd gone left // a: i don't know left and right when i'm scared // b: noted
a: you left me behind // b: i thought you were behind me // a: i WAS behind you. really far behind you. being eaten
a: one more? // b: go on // a: oh. mum's stood here // b: hi mum. no don't say that // a: night
a: i'm never playing with you again // b: you say that every time // a: same time tomorrow? // b: same time tomorrow
a: my thumb actually hurts // b: rest it // a: how do i rest a thumb // b: stop texting // a: no

== game build | when=evening,weekend
a: i made a {build} // b: show me // a: !image // b: is that the door // a: that's the roof // b: it's lovely either way
a: finished my {build}!! // b: how long // a: three days // b: big? // a: it's got a slide and a room just for {animal}s
a: {sibling} blew up my {build} // b: on purpose? // a: he says he "leaned" // b: on what // a: the tnt // b: ban him // a: he's my brother // b: ban him temporarily
a: what should i build next // b: a {build} // a: done one // b: a {build2} // a: done one. burnt it down // b: on purpose? // a: it was cold
a: i've got a {animal} farm now // b: how many // a: 41 and they've all got names // b: go on then // a: dave. the rest are also dave
a: someone took my {gamething} // b: {sibling}? // a: he's got a guilty walk // b: in the game? // a: his little man is walking guilty

== lag | when=evening,weekend | max=6
a: did you see me just stood there // b: like a statue // a: our wifi's made of string // b: get him off the videos // a: he's watching {animal}s eat in slow motion
a: it froze again // b: i took your stuff while you were gone // a: GIVE IT BACK // b: finders keepers // a: i'm telling
a: mum's on a work call so i'm not allowed on // b: how long // a: she's said "just finally" three times

== watching | when=evening,night,weekend
b: what you watching // a: {show} // b: is that the one with the {animal} // a: no that's {show2} // b: they're all the same // a: how DARE you
a: just finished {show} and i'm not ok // b: what happened // a: i can't say you have to watch it // b: does someone die // a: worse. someone moves away
b: ok so i watched {show} like you said // a: AND // b: it's alright // a: ALRIGHT // b: the {animal}'s good // a: there isn't a... which one were you watching
b: tried {show}. fell asleep // a: where did you get to // b: the titles // a: you're impossible
a: mum watches {show} and pretends she isn't // b: caught her? // a: she was crying at it and said it was onions. on a sofa
a: don't tell me what happens in {show} // b: {spoil} // a: I HATE YOU // b: i made that up // a: oh. is it true though
a: {show} has gone rubbish // b: since when // a: since they swapped the dad // b: they swapped the dad? // a: different man. no one in it noticed
a: i'm on season 2 // b: since yesterday? // a: i've had a cold // b: have you // a: it's going around. in the show

== film | when=weekend,evening
a: we've been choosing a film for {mins} mins // b: who's winning // a: {sibling}. {animal} film. tenth time // b: is it good // a: i know all the words
a: film night and mum's picked a sad one // b: tissues ready // a: the dog's still alive so i'm ok for now // a: it's not alive
a: watching a scary one through a cushion // b: which bit // a: there's a door // b: and // a: it's just a door but the MUSIC
a: we ended up watching the weather // b: any good // a: there's a plot twist on {weekday}
a: cinema with {bestie} // b: what you seeing // a: the one about the {object} that comes alive // b: really // a: got {price} pounds of sweets up my sleeve

== music | when=after,evening,night
a: i've got {song} stuck in my head // b: now i have // a: it goes away if you sing the end // b: what's the end // a: that's the problem. nobody knows
a: what music do you like // b: bit of everything // a: that's what dads say // b: ok. loud stuff // a: that's what uncles say
a: {sibling}'s learning the recorder // b: condolences // a: it's {song} but every third note's a scream
a: i can play three chords // b: on what // a: grandad's guitar. it's only got four strings so three's quite good
a: have you ever been to a concert // b: couple // a: i've been to one and it was grandad's choir // b: any good // a: a man fainted. so yes
a: me and {bestie} are starting a band // b: what do you play // a: nothing yet. we've got a name // b: go on // a: {animal} {object}

== would you rather | when=evening,night,after
a: would you rather {wyra} or {wyrb} // b: first one // a: WRONG // b: how can it be wrong // a: think about the stairs
a: ok serious question // b: ready // a: {wyra} or {wyrb} // b: can i ask questions // a: one // b: for how long // a: forever // b: second then // a: interesting. {bestie} owes me 20p
b: my go. {wyra} or {wyrb} // a: easy, {wyrb} // b: you didn't even think // a: i've thought about it before
a: {wyra} or {wyrb} // b: neither // a: you have to // b: i'd run away // a: in that case {wyra} because you picked last
a: whole form voted on {wyra} or {wyrb} // b: what won // a: first one, 17 to 9. {teacher} didn't vote but you could tell

== questions | when=night,evening
a: do {animal}s know they're {animal}s // b: what have you been eating // a: cheese. but do they // b: they know they're not {animal2}s // a: ok that's actually clever
a: is a {snack} a sandwich // b: no // a: {bestie} says yes // b: on what grounds // a: she hasn't got any grounds she's just confident
a: if you could only eat one thing forever // b: {food} // a: you didn't even stop // b: been waiting for someone to ask
a: why is it called a {object} // b: because of what it does // a: but WHY // b: go to bed
a: what if blue isn't blue for you // b: what // a: what if yours is my orange // b: then the sky's orange and we'd never know // a: i need to lie down
a: how do you know if you're funny // b: people laugh // a: {bestie} laughs at bins // b: you're funny // a: funnier than a bin? // b: most bins
b: what would your superpower be // a: stop time // b: to do what // a: homework. then nap. then {snack} // b: saving the world? // a: after the nap
b: random one. favourite {favthing} // a: ever? // b: ever // a: hang on i'm making a list // a: ok there's a joint first
a: what's your favourite {favthing} // b: never thought about it // a: how do you get through the day
a: what's the oldest thing you own // b: some shoes // a: mine's a rock // b: that's cheating // a: it's from when there were dinosaurs. beat that with shoes
a: can you wiggle your ears // b: no. you // a: one // b: only one? // a: the other one's shy

== jokes | when=after,evening
a: want to hear a joke // b: always // a: what's brown and sticky // b: no // a: a stick // b: i laughed. i'm ashamed
a: what do you call a {animal} with no {thing} // b: dunno // a: neither do i, i forgot the end // b: that's the best one yet
a: knock knock // b: who's there // a: wait i've done it wrong. you say knock knock // b: knock knock // a: who's there // b: i don't know i didn't write it
a: why did the chicken go to {nearby} // b: why // a: it got on the wrong bus. that's not even a joke, i saw a chicken on the {bus}
a: {sibling} made up a joke // b: ready // a: why is the {animal} wet // b: why // a: "because it is" // b: can't argue
a: i told {teacher} my stick joke // b: and // a: he told me one back and it was better and now i'm cross

== facts | when=night,evening,after
a: did you know {fact} // b: i did not // a: tell people // b: who // a: anyone. a postman
a: {fact}!! // b: says who // a: {teacher}. he got quite emotional
b: got a fact for you. {fact} // a: i told YOU that // b: did you // a: like a week ago // b: it's a good fact
a: {bestie} says {fact} // b: sounds made up // a: looked it up. it's real and i owe her a {snack}

== food | when=after,evening
a: {bestie} puts {sauce} on {food} // b: call someone // a: i had to look away // b: have you tried it // a: ...it's nice. tell no one
a: making {bake} with {bestie} // b: save me one // a: they've come out like one big one // b: save me a corner
a: i made {food} from scratch // b: impressive // a: the kitchen looks like a crime // b: wash up before anyone sees // a: {pet}'s on it
a: forgot the sugar // b: in what // a: the {bake} // b: what's it taste like // a: a wall
a: starving // b: have a {snack} // a: {sibling} had the last one and put the empty box BACK // b: evil // a: i had my hand in there. i had hope
a: is it weird to have {food} for breakfast // b: leftovers? // a: cold // b: that's the best way // a: i knew you'd get it
a: what's the best crisp // b: plain // a: PLAIN // b: classic // a: this is like finding out you're a robber
a: {aunt} has given up <sugar/cheese/bread/shouting> // b: how's it going // a: she's just eaten a {snack} in the garden where we couldn't see. we could see
a: new chip shop // b: any good // a: they put the salt on FIRST // b: before the vinegar? // a: it changes everything

== clips | when=after,evening | max=7
a: have you seen the one with the {animal} and the {object} // b: no // a: it's the little face at the end // b: send it // a: can't find it. imagine a {animal}. now imagine it's late for work
a: !sticker // b: !sticker // a: !sticker // b: you win
a: i can't stop laughing // b: what // a: {bestie} walked into a glass door and then held it open for someone // b: polite though
a: {bestie}'s sent me 14 videos of {animal}s // b: and you've watched them all // a: twice

== making | when=weekend,evening
a: making a bracelet // b: who for // a: {bestie}'s birthday. {colour} and {colour2} // b: nice // a: i've gone wrong. it's a necklace for a {animal} now
a: i'm knitting // b: knitting?? // a: nan's teaching me // b: what is it // a: so far it's a hole with edges
a: made slime with {sibling} // b: uh oh // a: it's in the carpet // b: how much // a: the carpet's mostly slime
a: we built a den // b: indoor or outdoor // a: indoor. {sibling}'s charging rent. it's one {snack} an hour

== quizzes | when=evening,weekend | max=6
a: did a quiz and i'm a {animal} // b: accurate // a: what does that MEAN // b: nothing. you've got the eyes
a: what {snack} would you be // b: why do you do these // a: you'd be the last one in the pack // b: wise. mature // a: bit broken
a: the quiz team lost // b: on what // a: rivers. it's always rivers // b: learn the rivers // a: there's SO MANY

== clothes | when=weekend,after | max=6
a: my shoes have got a hole in // b: both? // a: just the left. it's raining in it
a: mum said what's wrong with the coat you've got // b: what IS wrong with it // a: it's got a {animal} on // b: ah
a: got {want}!!! // b: finally // a: i've been looking at it for an hour // b: have you used it // a: i don't want to ruin it
a: do {colour} and {colour2} go // b: with what // a: each other // b: no // a: too late it's nails

== holidays | when=evening,night | max=6
a: i wish it was summer // b: where did you go // a: caravan at {seaside}. it rained but there was a slide // b: that's a proper holiday
a: a seagull took my whole ice cream // b: when // a: two years ago // b: let it go // a: NEVER
a: have you been abroad // b: couple of times // a: we went on a ferry and {sibling} was sick on a {object} // b: whose // a: that was the worst bit
b: if you could go anywhere // a: {faraway} // b: why there // a: someone said it's good for {animal}s // b: can't argue

== sayings | when=evening,after | max=5
a: {teacher} wrote "{bigword}" on my book. is that good // b: think so // a: he underlined it // b: then it's very good or very bad
a: new word. {bigword} // b: use it in a sentence // a: "that's a bit {bigword}" // b: is that right // a: no one's stopped me yet
`;
