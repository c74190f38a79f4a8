// Things sent rather than said: pictures, stickers, voice notes, and messages of several lines (` \\ ` breaks a line).
// One line is one take.

export const SENT_THREADS = `
== pictures | when=morning,after,evening,weekend
a: !image // b: is that the sky // a: yes. it's doing something // b: it's orange
a: !image tea // b: looks nice // a: it was mostly {sauce}
a: !image // b: what am i looking at // a: {found} // b: why // a: exactly
a: !image look what {sibling}'s done // b: is that pen // a: that's pen. that's the wall
a: !image // a: !image // a: !image // b: which one's best // a: second // b: second
a: !image my view // b: is that the back of a head // a: that's {bestie}'s head. she's tall on the bus
a: !image new shoes // b: very clean // a: give it a day
a: !image // b: haha what is THAT // a: it was meant to be a cake
a: !image found this in my old room // b: you drew that? // a: i was 5. it's mum. she's got wheels for some reason
a: !image {pet} again // b: can't have too many
a: !image // b: {pet}'s asleep // a: been asleep since tuesday practically
a: !image my timetable look // b: double {subject} on a {weekday}, ouch // a: i know
a: !image // b: nice moon // a: it looks bigger in real life
a: !image is this mould // b: yes // a: i've had half // b: you'll live
a: !image // b: you built that? // a: took me all weekend
a: !image it's {price}0 pounds // b: do you need it // a: yes // b: do you // a: no
a: !image // a: sorry that was my thumb // b: nice thumb
a: !image guess where // b: nan's? // a: how // b: the cushion
a: !image {bestie} says hi. no she's not in it, that's her coat // b: hi coat
b: !image // a: what's that // b: my dinner // a: is it meant to be that colour
b: !image // a: is that your car // b: someone else's, parked in my space // a: cheek
b: !image sunset // a: nice. ours was better // b: it's the same sun
b: !image // a: it won't load // b: never mind // a: oh it did. nice dog. whose // b: just a dog
a: !video // b: how long is it // a: four minutes of {pet} looking at a wall // b: i'll save it
a: !video {sibling} dancing // b: he's got moves // a: he's got one move
a: !video // b: i can hear your mum // a: pretend you can't

== stickers | when=after,evening,night,weekend
a: !sticker // b: same
a: !sticker // b: !sticker
a: !sticker // a: !sticker // b: you ok // a: fell on my phone
b: !sticker // a: what even is that // b: a {animal} // a: it's got a hat
a: !sticker that's you that is // b: i haven't got a beard // a: it's the eyes

== voice notes | when=after,evening,weekend
a: !voice // b: 40 seconds? // a: skip to the end // b: that's just you saying bye // a: yeah but i say it nicely
a: !voice // a: !voice // b: which first // a: second one. first's the wind
b: !voice // a: you sound like you're in a bin // b: stairwell // a: same thing
a: !voice that's the band // b: what was the bang // a: {bestie}
a: !voice // b: is that you on the recorder // a: no that's the door

== several lines | when=after,evening,weekend
a: shopping list mum sent me \\ milk \\ {food} stuff \\ {sauce} \\ NOT crisps // b: so crisps // a: so crisps
a: reasons i should get {want} \\ 1. i need it \\ 2. {bestie} has one \\ 3. i've been good since {weekday} // b: 3's a stretch // a: 3's the truth
a: wrote a poem \\ the {animal} in the morning \\ does not know it is a {animal} \\ lucky {animal} // b: that's actually good // a: i got 4 out of 10
a: my week \\ monday boring \\ tuesday rain \\ wednesday {subject} test \\ thursday rain with {subject} // b: friday? // a: friday is chips
a: {teacher} wrote this on my book \\ \\ "Good. But why a {object}?" // b: fair question // a: it's the whole POINT
a: ok my top three {favthing}s \\ 1 the obvious one \\ 2 the one nan likes \\ 3 still thinking // b: that's two // a: STILL THINKING
a: {sibling}'s letter to father christmas \\ dear sir \\ i have been quite good \\ please see list \\ regards // b: is there a list // a: it's four sides
a: things in my bag \\ one shoe \\ {found} \\ a banana from the past // b: no books? // a: no room
a: {bestie} sent me this \\ "if you don't send this to 10 people a {animal} will look at you" // b: i don't want a {animal} to look at me // a: send it then // b: no // a: it's outside
a: recipe for {bake} \\ 1. do what it says \\ 2. forget one thing \\ 3. say it's rustic // b: works every time
b: to do today \\ work \\ shop \\ sleep // a: that's everyone's // b: it's a good list
a: what i'd say to {teacher} if i was brave \\ \\ sir \\ it's not the chewing \\ it's my face // b: put it on a card
a: haiku about {subject} \\ why is it so long \\ the clock has stopped at ten past \\ {bestie} is asleep // b: is that right for syllables // a: i used my fingers so yes
a: copying this off the board for {bestie} \\ p. 41 q 1-6 \\ p. 42 all \\ due {weekday} // b: wrong chat? // a: wrong chat
`;
