// A Telegram group for a blocks game, with one adult too many.
import type { Cast, ChatEvent } from '../chat-event.ts';
import type { TelegramChat } from '../telegram-file.ts';
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
  missingBefore: new Map(),
};

/** The whole chat in file order. */
export function blocksGroup(): ChatEvent[] {
  return scene(`
2026-10-12
17:02 a welcome all
17:03 b hi`);
}
