// A phone set up in the United States: month first, twelve hours, and dates that could be read either way.
import type { Cast, ChatEvent } from '../chat-event.ts';
import { scene } from './scene.ts';

export const AMERICAN_CAST: Cast = { names: { a: 'نور', b: '+44 7700 900385' }, exporter: 'a' };

/** The whole chat in file order. */
export function americanPhone(): ChatEvent[] {
  return scene(`
2026-10-05
16:40 b hi its wes from chatterlake
16:44 a hii`);
}
