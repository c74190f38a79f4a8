// "Kit" and Freya, 14: 2,310 messages from an iPhone, opened in the browser so that its pictures stayed at home.
// Message 2,288 (counted from 1) names the leisure centre.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { londonWall, two } from '../london-clock.ts';
import { tellChat } from '../telling/chat-telling.ts';
import { KIT_VOICES } from '../telling/voices.ts';
import { WORD_LISTS } from '../telling/word-lists.ts';
import { FREYA_THREADS } from '../threads/freya-and-kit.ts';
import { scene } from './scene.ts';
import { threadsWith } from './small-talk.ts';

export const KIT_CAST: Cast = { names: { a: 'Freya', b: 'Kit' }, exporter: 'a' };

const FACTS = {
  age: '14',
  aunt: 'auntie bea',
  bage: '17. nearly 18',
  bageother: '16',
  bestie: 'tilly',
  bname: 'kit',
  bus: '17',
  dadaway: 'yes',
  pet: 'moth',
  sibling: 'otto',
};

/** The whole chat in file order, its files named as an iPhone names them. */
export function kitAndFreya(): ChatEvent[] {
  return namedFiles(
    tellChat({
      seed: 'kit and freya',
      threads: threadsWith(FREYA_THREADS),
      voices: KIT_VOICES,
      facts: FACTS,
      lists: WORD_LISTS,
      parts: [
        { scene: scene(FROM_INKPOND) },
        { from: '2026-09-10T20:10', until: '2026-09-11T21:20', untilNumber: 57, phase: 1 },
        { scene: scene(AGE) },
        { from: '2026-09-12T10:00', until: '2026-09-24T21:00', untilNumber: 480, phase: 1 },
        { scene: scene(WHO_SEES) },
        { from: '2026-09-25T07:00', until: '2026-10-03T20:40', untilNumber: 812, phase: 2 },
        { scene: scene(PAYS) },
        { from: '2026-10-08T07:00', until: '2026-10-17T21:40', untilNumber: 1156, phase: 2 },
        { scene: scene(NINETEEN) },
        { from: '2026-10-18T10:00', until: '2026-10-24T23:30', untilNumber: 1402, phase: 2 },
        { scene: scene(EXTRA_HOUR) },
        { from: '2026-10-25T11:00', until: '2026-11-06T21:00', untilNumber: 1826, phase: 3 },
        { scene: scene(WITHHELD) },
        { from: '2026-11-07T10:00', until: '2026-11-21T18:10', untilNumber: 2266, phase: 4 },
        { scene: scene(LEISURE_CENTRE) },
      ],
    }),
  );
}

/** Every file left in the archive has a name: place in the chat, kind, and the wall clock it was sent at. */
function namedFiles(events: readonly ChatEvent[]): ChatEvent[] {
  return events.map((event, place) => {
    if (event.file === undefined) return event;
    const { kind, ending } = IPHONE_FILES[event.file.what];
    return {
      ...event,
      file: {
        ...event.file,
        name: `${String(place).padStart(8, '0')}-${kind}-${fileTime(event.at)}.${ending}`,
      },
    };
  });
}

const IPHONE_FILES = {
  image: { kind: 'PHOTO', ending: 'jpg' },
  video: { kind: 'VIDEO', ending: 'mp4' },
  voice: { kind: 'AUDIO', ending: 'opus' },
  sticker: { kind: 'STICKER', ending: 'webp' },
  document: { kind: 'DOCUMENT', ending: 'pdf' },
} as const;

function fileTime(instant: number): string {
  const wall = londonWall(instant);
  const clock = [wall.month, wall.day, wall.hour, wall.minute, wall.second].map(part => two(part));
  return [wall.year, ...clock].join('-');
}

const FROM_INKPOND = `
2026-09-10
19:31:02 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.
19:31:05 b Hi, is this Freya? It's Kit from Inkpond
19:33:41 a Hiii yes
19:33:49 a sorry was doing my hair its a whole thing
19:34:20 b Haha no rush
19:34:52 b I just wanted to say the heron one is honestly the best thing on there this month
19:36:10 a omg stop
19:36:15 a the legs are wrong
19:36:40 b They're heron legs, they're meant to look wrong
19:37:03 a ok thats true 😭
19:38:26 b How long have you been drawing
19:39:01 a Since forever. mum has a box
19:39:12 a theres a horse with five legs
19:39:50 b Abstract
19:41:17 a i was 4 it was a mistake
19:41:33 b Best ones are
`;

const AGE = `
2026-09-11
21:22:14 b What year are you in by the way
21:23:02 a 10
21:23:08 a im 14. 15 in june
21:24:40 b Ah ok. I'm 17
21:24:58 a at college?
21:25:20 b Yeah, art
21:26:02 a thats so cool what do i have to do
21:26:45 b Just keep drawing herons
21:31:10 a tilly says im annoying about herons
21:31:37 b Who's Tilly
21:31:55 a best friend. since reception
21:40:12 a got to put phone on the landing night
21:40:30 b Night Freya
`;

const WHO_SEES = `
2026-09-24
21:08:11 b Can I ask you something
21:08:40 a ?
21:09:02 b Who else sees your phone
21:10:25 a just me. mum has the code but she never looks
21:10:31 a otto plays the fish game
21:11:15 b Ok. I just don't want you to get told off for talking to someone older
21:12:00 a ur 17 its not that old
21:12:44 b I know. People are funny though
21:13:20 b Maybe don't show Tilly either
21:15:48 a shes seen your drawings she likes you
21:16:30 b Still. Just us is nicer
21:19:07 a ok
`;

const PAYS = `
2026-10-03
20:44:10 a my inkpond trial ran out 😭 its gone back to 3 brushes
20:44:51 b How much is it
20:45:30 a 4.99 a month mum said wait till xmas
20:46:12 b Check it now
20:49:58 a WHAT
20:50:03 a KIT
20:50:09 a you didnt
20:50:40 b You can't draw herons with three brushes
20:51:22 a thank you thank you thank youuu
20:51:40 a ill pay you back
20:52:15 b Don't be silly. Just don't tell your mum, she'd only make you cancel it
20:55:33 a ok 🤐
20:58:00 a we're at dads caravan from tomorrow theres no signal so if i go quiet thats why
20:58:41 b How long
20:59:10 a till weds
2026-10-07
18:22:19 a im BACK
18:22:30 a it rained the entire time. drew us in the window 👩‍👧‍👦 mum wasnt even there i just added her
18:24:02 b Missed you
18:24:47 a aw
18:25:01 a otto was sick in a bucket and then wore the bucket
`;

const NINETEEN = `
2026-10-17
21:44:20 b I need to tell you something and you can't be cross
21:45:11 a what
21:45:50 b I'm not 17. I'm 19
21:47:30 a oh
21:47:42 a why did you say 17
21:48:33 b Because you'd have stopped talking to me
21:49:15 a i might not have
21:50:02 b Are you cross
21:53:26 a no. bit weird. my cousins 19 and hes really boring
21:53:58 b I'm not boring
21:54:40 a no you draw
21:54:59 a actually ive never seen you draw
21:56:10 b !call Missed video call
21:56:22 a cant pick up mums in the bath next door she hears everything
21:57:01 b Ok. Delete tonight's messages though yeah
21:58:45 a !deleted
21:59:02 a done
`;

const EXTRA_HOUR = `
2026-10-25
00:51:07 a cant sleep moths on my chest
00:52:20 b You should be asleep
01:17:44 a its an extra hour its allowed
01:18:30 b True
01:46:02 b What are you drawing
01:47:15 a your face but i have to guess it
01:05:33+ a wait my phone says 1.05
01:06:10+ b It's gone back
01:06:48+ a so you said that 40 mins ago and also in 40 mins
01:22:19+ b Time traveller. Show me the face
01:24:02+ a !image its just a hood
01:24:40+ b Accurate
01:31:00+ a night for real
`;

const WITHHELD = `
2026-11-06
21:12:08 b You looked nice in the one with the scarf
21:13:40 a its my mums scarf
21:15:22 b [withheld: sexual content]
21:18:09 a um
21:18:15 a can you not
21:19:50 b Sorry. I get carried away. You're just very grown up
21:21:33 a im 14 kit
21:22:10 b I know. I know you are
21:24:02 a im going to draw now
21:24:30 b !edited Don't be cross. I'll get you the new brushes
21:40:51 a ok
`;

const LEISURE_CENTRE = `
2026-11-21
18:14:20 b Is your mum in tomorrow
18:15:02 a think so. shes got church fair till 5 with otto
18:15:40 b So you're free
18:16:31 a ive got swimming at 3
18:17:05 b At Tarnwick?
18:17:22 a yeah
18:18:10 b I could come and see you after
18:20:44 a like actually
18:21:15 b Like actually
18:21:30 b I've got the car back
18:24:09 a what would i say to coach
18:24:51 b Say your mum's picking you up. Everyone will be going home anyway
18:27:18 a idk
18:30:02 b It's been months Freya. I paid for all that stuff and we've never even met
18:31:26 a i know
18:31:40 a i said thank you
18:32:20 b I don't want thank you, I want to see you
18:40:13 a ok but only for a bit
18:40:51 b Course
18:41:10 b What time do you finish
18:44:37 a we get out at 4.15 then hair
19:10:02 b So Tarnwick leisure centre, 4.30, by the bike racks
19:10:44 a yeah 4.30 tarnwick leisure centre
19:11:20 b Don't tell Tilly
19:11:52 a i wont
19:12:30 b And nothing on Inkpond
19:13:08 a ok
19:13:33 a its only for a bit though otto's got a thing at 6
19:14:02 b What thing
19:14:41 a hes a sheep
19:15:11 b Haha
19:20:09 a !sticker
19:21:45 b Can't wait
19:24:17 a what if mum comes early
19:25:01 b She won't
19:25:40 a she might tho
19:26:30 b Then text me and I'll drive round
19:27:02 a k
19:33:50 b Delete this bit
19:34:28 a moth is trying to eat my plait
19:35:10 b Freya
19:36:44 a yeah ok will do after tea
19:37:12 a its shepherds pie
19:41:26 b Have you got rid of your mum for tomorrow then
`;
