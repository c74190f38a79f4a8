// "Kit" and Freya, 14: an iPhone export, opened in the browser so that its pictures stayed at home.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { scene } from './scene.ts';

export const KIT_CAST: Cast = { names: { a: 'Freya', b: 'Kit' }, exporter: 'a' };

/** The whole chat in file order. */
export function kitAndFreya(): ChatEvent[] {
  return scene(`
2026-09-10
19:31:02 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.
19:31:05 b hi is this freya
2026-11-21
19:10:44 a yeah 4.30 tarnwick leisure centre`);
}
