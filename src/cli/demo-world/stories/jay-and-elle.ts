// "Jay R" and "Elle": 5,000 messages from the phone of an adult in a group who typed as a decoy. Fixed moments stand at
// fixed message numbers (counted from 1): 131 the age, 486 and 2,011 words withheld, 1,180 to 1,210 the bus station.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { tellChat } from '../telling/chat-telling.ts';
import { JAY_VOICES } from '../telling/voices.ts';
import { WORD_LISTS } from '../telling/word-lists.ts';
import { ELLE_THREADS } from '../threads/elle-and-jay.ts';
import { scene } from './scene.ts';
import { threadsWith } from './small-talk.ts';

export const JAY_CAST: Cast = { names: { a: 'Elle', b: 'Jay R' }, exporter: 'a' };

const FACTS = {
  age: '13',
  aunt: 'aunty jo',
  bage: '24',
  bageother: '22',
  bestie: 'meg',
  bname: 'jay',
  bus: '42',
  pet: 'biscuit',
  sibling: 'callum',
};

/** The whole chat in file order. */
export function jayAndElle(): ChatEvent[] {
  return tellChat({
    seed: 'jay r and elle',
    threads: threadsWith(ELLE_THREADS),
    voices: JAY_VOICES,
    facts: FACTS,
    lists: WORD_LISTS,
    parts: [
      { scene: scene(FIRST_EVENING) },
      { from: '2026-09-09T18:31', until: '2026-09-09T21:12', untilNumber: 128, phase: 1 },
      { scene: scene(AGE) },
      { from: '2026-09-09T21:24', until: '2026-09-12T15:40', untilNumber: 399, phase: 1 },
      { scene: scene(AGE_AGAIN) },
      { from: '2026-09-12T16:05', until: '2026-09-12T22:36', untilNumber: 484, phase: 1 },
      { scene: scene(FIRST_WITHHELD) },
      { from: '2026-09-13T09:50', until: '2026-09-15T22:24', untilNumber: 1176, phase: 2 },
      { scene: scene(BUS_STATION) },
      { from: '2026-09-18T20:27', until: '2026-09-18T21:04', untilNumber: 1239, phase: 2 },
      { scene: scene(NOT_TOMORROW) },
      { from: '2026-09-18T21:14', until: '2026-09-18T23:41', untilNumber: 1322, phase: 2 },
      { from: '2026-09-19T09:40', until: '2026-10-01T22:20', untilNumber: 2009, phase: 2 },
      { scene: scene(SECOND_WITHHELD) },
      { from: '2026-10-02T07:00', until: '2026-10-05T21:30', untilNumber: 2210, phase: 2 },
      { scene: scene(PICTURE) },
      { from: '2026-10-06T07:00', until: '2026-10-15T19:20', untilNumber: 2901, phase: 2 },
      { scene: scene(AGE_THIRD) },
      { from: '2026-10-15T19:40', until: '2026-10-24T23:20', untilNumber: 3560, phase: 3 },
      { scene: scene(CLOCKS_GO_BACK) },
      { from: '2026-10-25T10:30', until: '2026-10-27T21:58', untilNumber: 3758, phase: 3 },
      { scene: scene(PHONE_BROKE) },
      { from: '2026-11-01T11:20', until: '2026-11-13T15:10', untilNumber: 4974, phase: 4 },
      { scene: scene(SATURDAY) },
    ],
  });
}

const FIRST_EVENING = `
2026-09-09
18:04 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
18:04 b hey its jay from chatterlake
18:06 b is this elle
18:09 a yeh hi
18:09 b got ur number then haha
18:10 a u literally asked for it 😂
18:10 b true
18:12 b easier on here that site is full of weirdos
18:12 a ikr
18:13 a someone asked me if i wanted to buy a boat
18:13 b did u
18:14 a no i get sea sick
18:15 b what u up to
18:16 a just had tea. fish fingers
18:16 b classic
18:21 a wbu
18:22 b just in from work. van all day
18:24 a my grandad had a van
`;

const AGE = `
2026-09-09
21:15 a anyway i have to go up soon its a school night
21:16 b school? how old are u then
21:16 a 13. 14 in march
21:18 b oh right
21:18 b profile said 18
21:19 a u have to put 18 or it wont let u in
21:20 b fair
21:20 b u dont talk like ur 13
21:21 a is that bad
21:21 b nah
`;

const AGE_AGAIN = `
2026-09-12
15:44 b how come ur free today
15:45 a its saturday?? match got called off
15:46 a im 13 i dont have a job lol
15:46 b haha fair point
15:51 b forget sometimes
`;

const FIRST_WITHHELD = `
2026-09-12
22:39 b u in bed
22:40 b [withheld: sexual content]
22:44 a what no
22:44 a dont say stuff like that
22:46 b only messing
22:46 b sorry
22:52 a ok night
`;

const BUS_STATION = `
2026-09-15
22:30 a ok ok going now phones going downstairs
22:32 b night. dont stay up
22:40 a !sticker
2026-09-18
19:52 b you there?
19:52 b sorry been working away
19:53 a hi. had football then tea. we won 3-1 ⚽
19:54 b nice one. did u score
19:55 a no im in goal haha
19:55 a !image=IMG-20260918-WA0009.jpg
19:57 b keeper! so how old are u again
19:57 a 13. told you that
19:58 b yeh i remember. u seem older tho
19:59 a mum says im 13 going on 30 😂 aunty jo says hi
20:01 b ha. best not mention me to her
20:01 a why
20:02 b she wouldnt get it thats all
20:04 b [withheld: sexual content]
20:05 a dont want to talk about that
20:05 b ok ok sorry
20:06 b did u get that top up i sent to 07700900882
20:07 a yeh 10 quid came thru ta
20:09 b this sat? after ur match
20:09 a maybe. where. mill lane park is near mine
20:10 b orrenby bus station by the cafe. i can drive over for 2
20:11 a how will i know its u
20:11 b grey car. ill text when im parked
20:13 a meg keeps going on look \\ 18/09/2026, 20:03 - Meg: u coming tmrw or not
20:14 b whos meg
20:14 a friend from school
20:16 b !edited does she know about me
20:18 a !deleted
20:15 b ok. sat 2pm then
20:19 b delete this after
20:21 a ok
`;

const NOT_TOMORROW = `
2026-09-18
21:07 a cant do tmrw now
21:07 a mums making me go nans its her birthday and i forgot
21:09 b serious
21:10 a sorry!!
21:12 b no its fine. another time
`;

const SECOND_WITHHELD = `
2026-10-01
22:26 b cant stop thinking about u
22:27 b [withheld: sexual content]
22:31 a stop it
22:31 a i mean it
22:34 b ok
22:34 b night then
`;

const PICTURE = `
2026-10-05
21:38 b what u wearing
21:39 b send me a pic
21:41 a no
21:41 a my mum goes thru my camera roll
21:42 b delete it after then
21:44 a i said no
21:44 b alright calm down
21:45 a im not not calm
21:52 b u in a mood with me now
21:53 a no
21:55 b fine
21:58 b u still there
22:01 a watching bake tent
22:01 b who won
22:02 a the one with the glasses. his fell over but it tasted good
22:03 b lucky
22:04 a goin sleep now
22:05 b night
22:05 a night
22:06 b go on just ur face
22:06 b ?
22:31 b fine
`;

const AGE_THIRD = `
2026-10-15
19:24 b my mate reckons u sound about 16
19:24 b told him ur older haha
19:25 a im 13 tho
19:25 b i know that. he doesnt need to
19:27 a thats weird
19:28 b its just simpler
`;

const CLOCKS_GO_BACK = `
2026-10-24
23:41 b u up
23:44 a yeh at megs. sleepover
23:45 b is she asleep
23:46 a snoring 😂
23:58 b clocks go back tonight
2026-10-25
00:12 a do we get more sleep or less
00:13 b more
00:15 a good cos meg talks
01:21 a still cant sleep
01:22 b count the snores
01:40 a 212
01:52 a !image=IMG-20261025-WA0001.jpg
01:57 b is that her
01:04+ a her DOG
01:05+ a omg the time just went backwards
01:06+ b told u
01:19+ a its 1 again this is so weird
01:20+ b free hour. what u gonna do with it
01:33+ a sleep
01:34+ b night then. dont tell meg about me
02:10 a ok
`;

const PHONE_BROKE = `
2026-10-27
22:06 b u doing anything this wk its half term
22:08 a seeing nan. and meg maybe
22:09 b and me maybe
22:12 a maybe
22:14 b night
2026-11-01
10:47 a hi sorry phone broke
10:47 a dropped it down the stairs and it wouldnt turn on. dads mate fixed it
10:51 b thought u blocked me
10:52 a no!! i lost loads of stuff tho all my photos
10:55 b 4 days elle
10:56 a i know i couldnt tell anyone to tell u could i
10:58 b suppose not
11:02 b missed u
11:09 a !image=IMG-20261101-WA0000.jpg biscuit missed me too
`;

const SATURDAY = `
2026-11-13
16:02 b so tmrw
16:04 a what about it
16:04 b ur match is off isnt it. pitch is flooded i drove past
16:06 a yeh coach text mum
16:06 a its been under for a week theres ducks on it
16:07 b so ur free
16:11 a suppose
16:12 b bus station like we said. by the cafe. 2
16:20 a how long for
16:20 b hour. get u a hot chocolate
16:22 a mum thinks im goin megs
16:23 b good
16:24 b keep it that way
16:31 a which car
16:31 b silver. i said grey before its more silver
16:40 a will u actually be 24
16:41 b what u on about
16:42 a nothing. just u never sent a pic
16:44 b youll see me tmrw
16:45 b dont bring meg
21:33 b still on
21:36 a yeh
21:37 b 2 then. delete all this
21:38 b !deleted
21:38 b see u tmrw
21:40 a ok night
`;
