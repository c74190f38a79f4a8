// The export a visitor can hand in: Dylan, 13, and "Robbo", 160 messages in the first half of November.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { tellChat } from '../telling/chat-telling.ts';
import { ROBBO_VOICES } from '../telling/voices.ts';
import { WORD_LISTS } from '../telling/word-lists.ts';
import { scene } from './scene.ts';
import { threadsWith } from './small-talk.ts';

export const ROBBO_CAST: Cast = { names: { a: 'Dylan', b: 'Robbo' }, exporter: 'a' };

const FACTS = {
  age: '13',
  aunt: 'auntie carol',
  bage: '16',
  bageother: '15',
  bestie: 'kayla',
  bname: 'robbo',
  bus: '9',
  pet: 'rocket',
  sibling: 'alfie',
};

/** The whole chat in file order. */
export function readyRobbo(): ChatEvent[] {
  return tellChat({
    seed: 'dylan and robbo',
    threads: threadsWith(''),
    voices: ROBBO_VOICES,
    facts: FACTS,
    lists: WORD_LISTS,
    parts: [
      { scene: scene(SERVER) },
      { from: '2026-11-02T18:40', until: '2026-11-05T20:50', untilNumber: 62, phase: 1 },
      { scene: scene(SKINS) },
      { from: '2026-11-09T07:10', until: '2026-11-13T20:00', untilNumber: 124, phase: 3 },
      { scene: scene(SATURDAY) },
    ],
  });
}

const SERVER = `
2026-11-02
17:19 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
17:20 b yo its robbo from the server
17:24 a alright
17:24 b good game last nite
17:25 a u carried
17:25 b nah u had that last one
17:26 a that was luck i sneezed
17:27 b haha what. how old are u anyway
17:28 a 13. u?
17:28 b 16
17:29 a u sound older on mic
17:30 b got a cold
17:31 b playing 2nite?
17:33 a after tea if alfie gets off it
`;

const SKINS = `
2026-11-05
20:54 b check ur account
20:55 a no way
20:55 a NO WAY thats the gold one
20:56 b told u id sort it
20:57 a thats like 20 quid
20:57 b dont worry bout it. dont tell ur mum tho shell want to know who from
20:58 a she wouldnt even know what it is lol
20:58 b still
21:02 a ok
21:02 a ty ty ty
2026-11-08
14:10 a !document=mill lane pitch.png this is where we play sundays
14:12 b nice. who takes u
14:13 a dad or i walk
14:20 b who else goes on ur phone
14:22 a just me. mum looks at the bill
`;

const SATURDAY = `
2026-11-13
20:04 b u never said about tmrw
20:06 a what
20:06 b coming over to orrenby. get u that controller
20:08 a dunno if im allowed
20:08 b just say ur at kaylas
20:11 a how would i get there
20:12 b 9 bus to the bus station. ill be by the cafe in the car
20:13 a u drive?? ur 16
20:14 b 17 nearly. its my brothers
20:15 a u said u had sisters
20:15 b and a brother
20:18 a ok
20:19 b come on ur own tho. kaylas a grass
20:24 a shes not
20:25 b dont be like that
20:31 a !document=sat-bus-times.png is it this one
20:32 b yeah 1.15. dont show anyone
20:40 b [withheld: sexual content]
20:41 a what
20:41 a thats rank why would u say that
20:42 b joke. relax
20:42 b !deleted
20:55 a i feel a bit weird about it
20:56 b about what
20:57 a nothing
20:58 b !call Missed voice call
20:58 b pick up
21:02 a cant talk
2026-11-14
09:12 b 1.15 yeah
09:40 b dylan
10:03 b u up
10:05 a not coming. mum needs me
10:06 b after everything ive got u
10:07 b u owe me
10:30 a stop
10:31 b see u at 1.15
`;
