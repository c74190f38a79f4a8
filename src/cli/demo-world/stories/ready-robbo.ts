// The export a visitor can hand in: Dylan, 13, and "Robbo".
import type { Cast, ChatEvent } from '../chat-event.ts';
import { scene } from './scene.ts';

export const ROBBO_CAST: Cast = { names: { a: 'Dylan', b: 'Robbo' }, exporter: 'a' };

/** The whole chat in file order. */
export function readyRobbo(): ChatEvent[] {
  return scene(`
2026-11-02
17:20 b yo its robbo from the server
17:24 a alright
2026-11-14
20:31 a !document=sat-bus-times.png`);
}
