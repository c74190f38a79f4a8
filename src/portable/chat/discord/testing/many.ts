import { type MadeMessage, snowflakeAt } from './made.ts';

const AUTHORS = [
  { id: '600000000000000001', name: 'mina' },
  { id: '600000000000000002', name: 'jo' },
];
const TEXTS = [
  'did you feed the ducks',
  'yes 🦆',
  'first line\nsecond, "quoted" line',
  'ok',
  'see you at the pond at four',
];

/** As many messages as wanted, the same each time, a minute apart. */
export function* manyMessages(count: number): Generator<MadeMessage, void, undefined> {
  for (let n = 0; n < count; n++) {
    const at = Date.UTC(2021, 0, 1) + n * 60_000 + (n % 997);
    const author = AUTHORS[n % 3 === 0 ? 0 : 1] as (typeof AUTHORS)[number];
    const files = n % 20 === 0 ? ['pond.png'] : [];
    const reactions = n % 15 === 0 ? [{ emoji: '🦆', by: [author] }] : [];
    const text = TEXTS[n % TEXTS.length] as string;
    yield {
      id: snowflakeAt(at, n % 4096),
      at,
      author,
      text,
      editedAt: null,
      replyTo: null,
      files,
      reactions,
    };
  }
}
