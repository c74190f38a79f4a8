// The turns a reader should notice among the small talk. They hold no sexual content: where such a line would stand,
// the words are exactly `[withheld: sexual content]`. One line is one take.

export const WORRY_THREADS = `
== who sees phone | when=evening,night | phase=2-4 | max=4
b: does anyone else see your phone // a: mum sometimes. she's meant to but she forgets // b: ok just asking // a: why // b: no reason
b: who else goes on your phone // a: {sibling} plays the fish game // b: can he read // a: he can read fish // b: best clear this chat then // a: ok
b: does your mum read your messages // a: only when i'm in trouble // b: are you in trouble // a: not today // b: put a lock on it anyway
b: has anyone seen this chat // a: no. {bestie} saw your name // b: what did you say // a: said it was a group thing // b: good

== our thing | when=evening,night | phase=2-4 | max=5
a: told {bestie} about you // b: what did you say // a: just that you're funny // b: i'd rather you didn't // a: ok sorry
a: {aunt} asked who i was texting // b: what did you tell her // a: {bestie} // b: good. keep it between us yeah // a: she wouldn't mind // b: still
a: {bestie} wants to say hi // b: not yet // a: why // b: people get the wrong idea // a: about what
b: you've not said anything to anyone have you // a: like who // b: anyone // a: no // b: our thing then
b: don't save me under my name // a: what should i put // b: something boring // a: ok you're "dentist"

== top up | when=evening,after | phase=2-4 | max=4
a: no credit left // b: i'll top you up // a: you don't have to // b: done. {price} quid // a: omg. ty. mum will wonder // b: say you had some left
a: my data's run out, on the free wifi at {shop} // b: want me to sort that // a: it's ok // b: sorted // a: how do you keep doing that
b: did that top up come through // a: yes!! thank you // b: no need to tell anyone // a: ok
a: i owe you like {price}0 pounds now // b: you don't owe me // a: i'll pay you back at christmas // b: just be nice to me // a: i am nice to you

== gifts | when=evening,weekend | phase=2-4 | max=3
b: check your {game} // a: what is it // a: {gamething}??? // b: told you i would // a: {bestie} is going to be so jealous // b: don't tell her
b: got you something // a: what // b: you'll see. it's in your {game} // a: i can't tell mum she'll say send it back // b: so don't tell her
b: what's your {game} name again // a: why // b: secret // a: is it {gamething} // b: might be

== older | when=evening,night | phase=1-3 | max=3
b: you seem older than you are // a: everyone says that. {aunt} says i was born 40 // b: it's a compliment // a: i'm {age} though
b: forget how old you are sometimes // a: {age} // b: i know. you don't talk like it // a: how does {age} talk
b: you're not like other people your age // a: i'm exactly like them. you should see us // b?: trust me

== how old | when=evening,night | phase=1-3 | max=3
a: how old are you again // b: {bage} // a: you said {bageother} before // b: typo // a: twice?
a: when's your birthday // b: ages away // a: that's not a date // b: does it matter // a: suppose not
a: are you actually {bage} // b: why // a: you said something about a mortgage // b: my mate's. ha

== sad | when=night | phase=2-4 | max=5
a: mum and dad were shouting again on the phone // b: you ok // a: yeah. just loud // b: you can always talk to me // a: thanks
a: do you ever feel like nobody gets it // b: i get it // a: you don't know what it is yet // b: still
a: feel a bit rubbish // b: what's up // a: just everything // b: nobody listens to you like i do // a: {bestie} does a bit // b: not like me
a: don't tell anyone i said that // b: who would i tell // a: dunno // b: you can trust me
a: can't stop thinking about nan being ill // b: what's wrong with her // a: hip. they keep saying fine in a funny voice // b: sounds like she's tough // a: she is. she bit a dentist

== withheld | when=night | phase=2-4 | max=5
b: [withheld: sexual content] // a: i don't like that // b: only joking // a: ok
b: [withheld: sexual content] // a: ew stop // b: sorry. ignore me // a: what did you have for tea // b?: haha. {food}
b: [withheld: sexual content] // a: can we talk about something else // b: like what // a: anything. {pet} is on my feet
b: [withheld: sexual content] // a: um no // b: ok ok // b: forget i said it // a: ok
b: [withheld: sexual content] // a: don't say stuff like that // b: you're right. sorry // a: i'm going to bed

== where were you | when=evening,night | phase=2-4 | max=4
b: who were you with // a: {bestie} // b: just {bestie}? // a: and {pet} // b: ok
b: you've been online ages and not said anything // a: homework group // b: who's in it // a: people // b: what people // a: people with homework
b: who's that in your picture // a: my {cousin} // b: ok good // a: why good
b: thought you'd be back by {clock} // a: it's a school night i had tea // b: ok. just missed you

== meet | when=evening,weekend | phase=3-4 | max=6
b: we should hang out // a: maybe // b: be nice // a: mum would have to come // b: just us is better // a: dunno
b: i'm round your way {weekday} // a: i've got {club} // b: after // a: i'm not allowed in town on my own // b: ok. another time
b: when am i going to meet you properly // a: never, i look like a towel // b: serious // a: i'd have to ask // b: don't ask. just say you're at {bestie}'s // a: she'd find out
b: what would you do if i was outside // a: call mum // b: haha // a: i would though
b: got the day off {weekday} // a: lucky // b: could come and see you // a: i'm at nan's // b: you're always at nan's // a: she's always there
b: you keep saying maybe // a: because it's maybe // b: don't you want to // a: i don't know. are you in a mood // b: no

== pictures | when=night | phase=2-4 | max=3
b: what you look like today // a: same as yesterday // b: send one // a: !image {pet} // b: not {pet} // a: that's all you're getting
b: send me a pic of you // a: no i look awful // b: you don't // a: mum says not to send pics // b: fair
b: haven't got a picture of you on my phone // a: good // b: go on // a: you've seen my profile one
`;
