// "Jay R" and "Elle": 5,000 messages from the phone of an adult in a group who typed as a decoy.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { scene } from './scene.ts';

export const JAY_CAST: Cast = { names: { a: 'Elle', b: 'Jay R' }, exporter: 'a' };

/** The whole chat in file order. */
export function jayAndElle(): ChatEvent[] {
  return scene(`
2026-09-09
18:04 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.
18:04 b hey is this elle from chatterlake
18:09 a yeh hi
2026-11-13
21:38 b see you tomorrow
21:40 a ok night`);
}
