import type { MadeMessage } from './made.ts';

const TEXTS = [
  'did you feed the ducks',
  'yes 🦆',
  'first line\nsecond line',
  'ok',
  'see you at the pond at four',
];

/** As many messages as wanted, the same each time, a minute apart. */
export function* manyMessages(count: number): Generator<MadeMessage, void, undefined> {
  for (let n = 0; n < count; n++) {
    const at = Date.UTC(2021, 0, 1) + n * 60_000 + (n % 997);
    const text = TEXTS[n % TEXTS.length] as string;
    const files = n % 20 === 0 ? ['pond.png'] : [];
    const reactions = n % 15 === 0 ? [{ emoji: '🦆', by: n % 2 }] : [];
    const rest = { quote: null, answers: null, earlier: [], isDeleted: false };
    yield { at, author: n % 3, chat: n % 2, text, files, reactions, ...rest };
  }
}
