// A phone set up in the United States: month first, twelve hours, 5 to 11 October, so every date can be read either way.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { tellChat } from '../telling/chat-telling.ts';
import { AMERICAN_VOICES } from '../telling/voices.ts';
import { WORD_LISTS } from '../telling/word-lists.ts';
import { scene } from './scene.ts';
import { threadsWith } from './small-talk.ts';

export const AMERICAN_CAST: Cast = { names: { a: 'نور', b: '+44 7700 900385' }, exporter: 'a' };

const FACTS = {
  age: '13',
  aunt: 'khala mona',
  bage: '20',
  bageother: '18',
  bestie: 'hanna',
  bname: 'wes',
  bus: 'school bus',
  pet: 'zaytoun',
  sibling: 'sami',
};

/** The whole chat in file order, 184 messages. */
export function americanPhone(): ChatEvent[] {
  return tellChat({
    seed: 'a phone from the united states',
    threads: threadsWith(''),
    voices: AMERICAN_VOICES,
    facts: FACTS,
    lists: WORD_LISTS,
    parts: [
      { scene: scene(SECOND_DAY) },
      { from: '2026-10-05T18:40', until: '2026-10-07T21:20', untilNumber: 78, phase: 1 },
      { scene: scene(THIRTEEN) },
      { from: '2026-10-08T07:10', until: '2026-10-10T21:00', untilNumber: 151, phase: 1 },
      { scene: scene(LAST_DAYS) },
    ],
  });
}

const SECOND_DAY = `
2026-10-05
16:38 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
16:40 b hi its wes from chatterlake 👀
16:44 a Hii
16:44 a You found me fast
16:45 b you gave me your number lol
16:46 a I know I'm just saying
16:47 b whats the book today
16:49 a It's about a lighthouse keeper who can't swim
16:49 b why does he live there then
16:50 a That is literally the plot
16:52 b lol ok
16:53 b your English is good
16:55 a I'm American, we moved here in August. My dad works at the hospital
16:55 b oh thats why you say sidewalk
16:56 a It IS a sidewalk
17:20 a My name in my phone is نور if you see it and wonder. It means light
17:22 b pretty
`;

const THIRTEEN = `
2026-10-07
21:24 b so how come you have to be off your phone at 9.30
21:25 a House rules. I'm 13
21:26 b thought you were 18 👀
21:27 a It made me put that to sign up
21:28 a Is that a problem
21:30 b not for me
21:31 b maybe dont tell anyone on there tho. theyd kick you off
21:33 a Ok
21:33 a Khala Mona is calling me, goodnight 👨‍👩‍👧‍👦 full house here
21:34 b night
`;

const LAST_DAYS = `
2026-10-10
21:04 b [withheld: sexual content]
21:09 a Please don't send me things like that
21:10 b it was a joke
21:11 a It wasn't funny
21:15 b sorry. let me make it up to you. whats your favorite store
21:18 a We say shop here now 🙄
21:19 b lol. gift card?
21:24 a No thank you
21:40 b !call Missed voice call
21:41 b pick up
21:42 a I can't, my parents are right here
21:43 b do they check your phone
21:45 a My mom does on Sundays
21:46 b so clear it on saturdays
21:50 a !deleted
2026-10-11
11:02 b morning
11:30 b noor
12:15 b im in orrenby today if you want that milkshake
12:16 b the bus station is easy to get to
12:40 a I told you I'm not allowed
12:41 b say youre at the library
12:58 a I don't want to talk to you anymore
13:01 b wow
13:01 b after everything
13:02 b !deleted
13:05 b !deleted
13:20 b fine
13:41 b !image
14:11 a I'm showing my mom
14:12 b showing her what
14:12 b noor
14:13 b !call Missed voice call
14:13 b !call Missed voice call
`;
