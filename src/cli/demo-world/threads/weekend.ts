// Small talk about weather, town, weekends and the dates of an English autumn. One line is one take.

export const WEEKEND_THREADS = `
== rain | when=morning,after,weekend
a: it's chucking it down // b: dry here // a: course it is // b: take a coat // a: it's in my locker. my coat is warm and dry in my locker
a: umbrella's inside out // b: walk backwards // a: i tried. i met a lamp post
a: so foggy i can't see the end of my road // b: spooky // a: a man just appeared and said morning. no legs. just top half
a: we're having wet play. we're too OLD for wet play // b: what do they give you // a: a box of jigsaws with no lids
a: my sock's wet // b: how // a: puddle with a secret // b: deep one? // a: it had a lower floor
a: is it raining where you are // b: trying to // a: it's sideways here. a {animal} would struggle
a: thunder!! // b: count the seconds // a: four // b: that's close // a: {pet} is in the bath

== sun | when=morning,after | max=5
a: it's actually sunny // b: enjoy it // a: i'm in {subject} // b: look out the window // a: they've shut the blinds. because of the sun
a: shorts weather // b: is it though // a: no. i've made a mistake
a: freezing this morning // b: big coat // a: arms stick out of it now // b: you've grown // a: the coat's shrunk. i've not done anything
a: there's ice on the inside of my window // b: put some socks on // a: i'm wearing all of them

== wind | when=morning,evening | max=5
a: there's a trampoline in the road // b: whose // a: nobody's said. it's just going past
a: fence blew down // b: yours? // a: half of it. the other half's next door's and now they can see us eating // b: wave // a: we did. they waved. it's awful
a: did you hear the wind // b: kept me up // a: the bins went down our street one by one like a parade
a: {sibling} thinks the wind is a person // b: what's his name // a: kevin

== town | when=weekend
a: going into town with {bestie} // b: what you getting // a: nothing. we've got {price} pounds between us // b: big spenders // a: we might get one {snack} and two straws
a: in {shop} // b: anything good // a: {bestie} wants to buy {found} // b: what for // a: that's what i said. she said "you'll see"
a: {bestie}'s mum's dropping us in town // b: have fun // a: she said be back at the car by {clock} like it's a film
a: we've been in {shop} for an hour and the man's following us // b: look less guilty // a: that makes it worse. {bestie} is walking like a ghost
a: hot chocolate with {bestie} // b: posh // a: {price} pounds. EACH. we're having one and two spoons
a: saw {teacher} in town // b: what was he doing // a: buying socks // b: no // a: we hid behind a {object}. he said morning to the shelf
a: feet hurt // b: how far did you walk // a: missed the bus so from the roundabout // b: that's miles // a: {bestie} did the whole thing in her sister's shoes
a: got back from town // b: get anything // a: a pen // b: all day for a pen // a: it's got a {animal} on
a: tried on hats for an hour // b: buy one? // a: we looked like our nans // b: which nan // a: both
a: we got asked to do a survey about {snack}s // b: how long // a: twenty minutes. we had OPINIONS

== sleepover | when=weekend,evening
a: {bestie}'s staying over // b: what's the plan // a: {show} then {food} then no sleep // b: you'll be asleep by 11 // a: watch us
a: at {bestie}'s // b: who else // a: just us and her dog who snores // b: fun // a: we're doing face masks. mine's gone hard and i can't do a smile
a: {bestie}'s mum's already told us twice // b: go to sleep then // a: we're whispering // b: you're texting // a: i'm whispering and texting
a: slept about three hours // b: knew it // a: {bestie} talks in her sleep // b: what did she say // a: "put it in the shed" // b: put WHAT in the shed // a: we're never going to know
a: just got home from {bestie}'s // b: good? // a: had {food} for breakfast and her brother played drums at 6 // b: what a night
a: {bestie} has the comfiest floor // b: what's it like // a: there's a sheepskin. i've thought about it since

== weekend | when=weekend
b: doing anything today // a: nothing // b: sounds good // a: it's great. i've been horizontal since nine
b: what's the plan // a: {sibling}'s got a party and i have to go and be nice // b: free cake though // a: it's shaped like a {animal}. he wants to keep it
b: up to much // a: homework, bleh // b: get it done // a: i'm watching {pet} do nothing first, for ideas
b: lie in? // a: till 10 then {sibling} sat on me // b: rude // a: with his whole entire body
a: there's a car boot on // b: any bargains // a: i got {found} for 50p // b: why // a: the lady looked sad
a: mum's dragging us on a walk // b: where // a: up // b: up what // a: just up. there's a view apparently // a: it was fog
a: church fair thing // b: win anything // a: a bottle of {sauce} on the tombola. mum's thrilled
a: the fair's on the rec // b: dodgems! // a: {price} pounds a go // b: robbery // a: {bestie} went on three times and then went a colour
a: won a {animal} at the fair // b: real one? // a: stuffed. size of a pea. cost me {price} quid
a: swimming with {sibling}. he screamed down the whole slide and then asked for another go // b: brave // a: i went down after. i also screamed
b: how's your sunday // a: sundayish // b: that bad // a: i can hear the ironing

== visitors | when=weekend | max=4
a: {cousin} is here // b: the loud one // a: she's brought a keyboard // b: oh no // a: it does animal noises. {sibling} is in heaven
a: relatives coming and i have to wear a shirt // b: buttons? // a: with BUTTONS
a: {aunt}'s here // b: what's she brought // a: advice

== halloween before | when=after,evening,weekend | dates=10-12:10-31
a: what should i be for halloween // b: ghost, two holes and a sheet // a: did that. couldn't see, walked into a pond
a: {bestie} wants us to match // b: as what // a: plug and socket // b: who's the socket // a: we're in talks
a: {sibling} is going as a {object} // b: how do you go as a {object} // a: cardboard and belief
a: carving a pumpkin // b: scary face? // a: it was going to be but now it looks worried // b: that's scarier

== halloween after | when=evening,weekend | dates=11-01:11-07 | max=3
a: 64 sweets. i counted // b: that's a haul // a: one house gave us a satsuma // b: who does that // a: number 12. we know where they live
a: someone jumped out of a bin and {bestie} ran into a hedge // b: is she ok // a: there's a {bestie} shaped hole in it
a: still eating halloween sweets // b: what's left // a: the ones that taste like soap. i've started to like them

== fireworks | when=evening,night | dates=11-01:11-12
a: fireworks!! // b: can hear them here // a: {pet} is under my bed with a blanket // b: put the radio on // a: it's on. it's the shipping forecast. {pet} loves it
a: we watch the big ones from the bathroom window // b: free view // a: all of us stood in the bath like sardines
a: sparklers // b: write your name // a: i got three letters. {sibling} did a wiggle and said it was "legally" his name
a: bonfire was so good // b: hot dog? // a: two. and my gloves are melted

== clocks | when=evening,night | dates=10-22:10-24 | max=1
b: clocks go back this weekend // a: which way is back // b: extra hour // a: the oven's been wrong since march so it'll be right again

== november | when=evening,morning | dates=11-02:11-30 | max=3
a: {bestie} says it's going to snow // b: she says that every year // a: she's got an uncle with an app
a: it tried to snow // b: did it stick // a: on one car, for a second. a man took a photo of it
a: it's dark when i go and dark when i come back // b: like a miner // a: i'm going to write that down and be sad about it

== birthdays | when=weekend,evening | max=4
a: it's {bestie}'s birthday {weekday} and i've got nothing // b: what does she like // a: arguing and {animal}s // b: card with an angry {animal} on // a: you're actually a genius
a: {bestie}'s party was so good // b: what did you do // a: bowling. i came {place} // b: out of? // a: four
a: {sibling} wants a {object} for his birthday // b: why // a: he saw one once

== charity | when=weekend,after | max=3
a: doing a sponsored silence // b: you? // a: for the {animal} sanctuary // b: how long // a: an hour // b: put me down for a pound // a: lasted {mins} mins. {bestie} looked at me funny
a: sponsored {sponsor} // b: how'd it go // a: raised {price}0 pounds and my legs don't work

== club stuff | when=after,weekend | max=5
a: got picked for {club}!! // b: told you // a: only because {bestie} put both our names down // b: still counts
a: {club} got cancelled // b: why // a: {teacher} couldn't find the key to the cupboard with the key in it
a: had to run {club} on my own // b: how was it // a: three people and a debate about {argue}. i lost control early
`;
