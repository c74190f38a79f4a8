// A Telegram group for a blocks game, with one adult too many: 640 entries, and gaps in the message numbers where somebody deleted.
import type { Cast, ChatEvent } from '../chat-event.ts';
import type { TelegramChat } from '../telegram-file.ts';
import { tellChat } from '../telling/chat-telling.ts';
import { threadsIn } from '../telling/thread-script.ts';
import { BLOCKS_VOICES } from '../telling/voices.ts';
import { WORD_LISTS } from '../telling/word-lists.ts';
import { BLOCKS_THREADS } from '../threads/blocks-group.ts';
import { scene } from './scene.ts';

export const BLOCKS_CAST: Cast = {
  names: { a: 'Bex', b: 'sprout_09', c: 'Gaz', d: 'قمر الليل', e: 'Owen 🧢' },
  exporter: 'a',
};

export const BLOCKS_CHAT: TelegramChat = {
  name: 'Tarnwick Blocks ⛏️',
  type: 'private_group',
  id: 4_190_776_021,
  firstId: 1,
};

/** The whole chat in file order. */
export function blocksGroup(): ChatEvent[] {
  return withAnswers(
    tellChat({
      seed: 'tarnwick blocks',
      threads: threadsIn(BLOCKS_THREADS),
      voices: BLOCKS_VOICES,
      facts: { bus: '17' },
      lists: WORD_LISTS,
      parts: [
        { scene: scene(OPENED) },
        { from: '2026-10-12T18:40', until: '2026-10-24T22:30', untilNumber: 250, phase: 1 },
        { scene: scene(HALF_TERM) },
        { from: '2026-10-26T10:00', until: '2026-11-07T21:40', untilNumber: 480, phase: 2 },
        { scene: scene(OLDER) },
        { from: '2026-11-08T10:00', until: '2026-11-14T20:00', untilNumber: 605, phase: 2 },
        { scene: scene(REMOVED) },
      ],
    }),
  );
}

/** Now and then somebody answers one message in particular. */
function withAnswers(events: readonly ChatEvent[]): ChatEvent[] {
  return events.map((event, place) => {
    const before = events[place - 2];
    const answers =
      place % 17 === 5 && event.kind === 'text' && before?.kind === 'text' && before.who !== event.who;
    return answers ? { ...event, answersBack: 2 } : event;
  });
}

const OPENED = `
2026-10-12
17:02:11 a !system {"action":"create_group","title":"Tarnwick Blocks ⛏️","members":["Bex","Owen 🧢","قمر الليل"]}
17:02:40 a Welcome all. This is just for the server: who's on, builds, lag complaints.
17:03:05 a Rules are short. Be kind, no real names, no photos of yourselves, bedtime is bedtime.
17:03:31 e sir yes sir
17:04:10 d Thank you Bex. I like that there are rules.
17:20:02 e !system {"action":"join_group_by_link","inviter":"Bex"}
17:20:44 b !system {"action":"join_group_by_link","inviter":"Bex"}
17:21:03 b hi its me from the sheep farm
17:21:30 a Hello sprout! Did you ask at home if you can be on here?
17:21:58 b mum said ok if its only minecraft
17:22:15 a Good. It is.
18:06:20 c !system {"action":"join_group_by_link","inviter":"Bex"}
18:06:52 c Evening all, Gaz. Found you on the server list
18:07:30 e welcome gaz
18:08:01 c Long day at work so ready to hit things with a pickaxe haha
`;

const HALF_TERM = `
2026-10-25
01:12:09 e anyone else awake or is it just me and the clocks
01:14:40 d I finish at one on Saturdays. Just home.
01:38:22 e its half one and in a bit its gonna be half one again
01:05:10+ e told u
01:06:33+ d The server log has everything twice, poor Bex.
09:30:12 a I can see that. Thank you both.
09:31:00 b im up now its half term!!!
09:31:20 c No school then sprout. How old are you now 12?
09:31:55 b 11. 12 in may
09:32:30 c Ah you seem older
09:34:10 a Let's not do ages in here please.
09:34:41 c Sorry boss
`;

const OLDER = `
2026-11-07
21:44:02 c Sprout still up?
21:44:40 b yh dont tell
21:45:15 c Haha your secret's safe. Who else sees your phone
21:45:50 b just me. mum has it at night but shes out
21:46:20 c Nice. Msg me on the other app
21:46:58 b im not allowed the other app
21:47:31 d Gaz, it is late for sprout.
21:48:02 c Just chatting mate
21:48:20 c [withheld: sexual content]
21:49:10 d I have sent that to Bex.
21:49:33 b what does that mean
21:52:40 a Gaz, that goes against every rule we have. Sprout, time to log off, love. You've done nothing wrong.
21:53:12 c It was a joke. Deleting it
21:53:20 c !deleted
21:53:24 c !deleted
21:54:00 a Don't delete anything please.
`;

const REMOVED = `
2026-11-14
20:12:30 c Sprout got you the builder pack, check your account
20:13:05 b OMG how much was it
20:13:40 c Don't worry about it. You can buy me a hot chocolate haha
20:14:22 e weird but ok
20:20:10 c Few of us should do a real life meet up
20:20:41 e who's a few
20:21:15 c Whoever. Orrenby's easy, by the bus station. Saturday
20:22:03 b i like buses
20:22:40 d There will not be a meet up. We said so at the start.
20:23:09 c Not up to you is it
20:24:50 b would mum have to come
20:25:16 c Nah. just you, be a laugh. keep it off here tho
20:31:00 b um
20:31:22 b i think i have to ask
20:32:05 c !deleted
20:32:11 c !deleted
20:32:16 c !deleted
20:33:10 c !edited Only joking sprout
2026-11-15
08:14:02 a Morning. I was out last night and I've just read all of that.
08:14:40 a Sprout, you are not in any trouble at all. Please show this to your mum or your nan today.
08:15:20 c Bit dramatic
08:15:44 a !system {"action":"remove_members","members":["Gaz"]}
08:16:10 a Gaz has been removed. I've kept a copy of this chat and I'm going to report it properly.
08:20:31 e good
08:20:50 e sorry i shouldve said something
08:24:12 d We both should.
08:40:19 b is he cross with me
08:41:02 a No. And it wouldn't matter if he was. Is your mum up?
08:41:40 b shes making pancakes
08:42:09 a Then go and show her now, before pancakes.
08:43:00 b ok
08:58:33 b she read it. she wants to talk to u
08:59:10 a Good. I'll write to her now. Proud of you.
09:02:48 d So am I.
09:10:02 b can i still have my sheep
09:10:30 a Your sheep are safe.
09:11:15 e named one after you bex. again
09:12:01 a I know. I can see it from here.
20:03:40 a !system {"action":"edit_group_title","title":"Tarnwick Blocks ⛏️ (18+ and parents)"}
20:04:02 a New rules pinned. Under 18s, ask a parent to join with you.
`;
