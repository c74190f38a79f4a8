// Forty messages a school's safeguarding lead pasted: a pupil and a number the phone did not know.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { scene } from './scene.ts';

export const SCHOOL_CAST: Cast = { names: { a: 'Ruby', b: '+44 7700 900652' }, exporter: 'a' };

/** The pasted messages, 40 of them. */
export function schoolPaste(): ChatEvent[] {
  return scene(SCENE);
}

const SCENE = `
2026-11-17
16:12 b hi ruby its the coach from sat, got ur number off the squad list
16:14 a oh hi
16:15 a is practice on
16:15 b yes 10am astro. just making sure everyone has a lift
16:17 a my nan drops me
16:18 b nice. you were the best on saturday you know. dont tell the others i said haha
16:21 a haha thanks
16:22 a i missed loads tho
16:22 b everyone misses. you read the game, cant teach that
16:30 a 😊
20:47 b you up
20:52 a doing maths
20:53 b ew. what page
20:53 a 114. simultanius equations
20:54 a *simultaneous
20:55 b send me the ones your stuck on
20:58 a its ok mum is helping
21:03 b ok. who else sees your phone btw
21:05 a just me. mum checks sometimes
21:06 b probably best keep this between us then. club has silly rules about texting
21:08 a ok
2026-11-18
07:58 b morning superstar
08:10 a morning
08:11 a bus is rammed
15:40 b how was school
15:52 a long. had double science and someone set the alarm off
15:53 b was it you
15:54 a NO 😂 it was a yr 9
18:20 b been thinking you should do the extra sessions. one to one
18:26 a how much is it
18:27 b nothing for you. my treat. i get you some new shin pads as well
18:29 a i have shin pads
18:31 b better ones
18:40 a ill ask nan
18:41 b dont ask her yet. let me sort it then surprise her
18:55 a how old are u btw. maddie says your like 30
18:58 b who is maddie. 24. does it matter
19:02 a im 12 so
19:03 b age is a number on the pitch. 6 thursday, ill pick you up by the chip shop on Mill Lane
19:20 a mum says no texts after tea sorry
`;
