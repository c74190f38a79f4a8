import { dayAfter } from '#domain/conversations/index.ts';

/** One message of a chat as an Android phone exports it. */
function line(day: string, speaker: string, words: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}, 21:41 - ${speaker}: ${words}\n`;
}

const FIRST_DAY = '2020-01-13';

function chatOf(count: number, one: (n: number) => string): Buffer {
  const pieces: string[] = [];
  for (let n = 0; n < count; n += 1) pieces.push(one(n));
  return Buffer.from(pieces.join(''));
}

/** Everybody writes once, but for the first, who writes twice. */
export function manySpeakers(count: number): Buffer {
  return chatOf(count + 1, n => line(FIRST_DAY, `P${n % count}`, 'hi'));
}

/** A message on each of so many days. */
export function manyDays(count: number, first = FIRST_DAY): Buffer {
  return chatOf(count, n => line(dayAfter(first, n), n % 3 === 0 ? 'Kit' : 'Freya', 'hi'));
}

/** Speakers whose names are so long; each differs from the others at its beginning. */
export function longNames(count: number, length: number): Buffer {
  return chatOf(count * 2, n => line(FIRST_DAY, `${n % count} ${'x'.repeat(length)}`, 'hi'));
}

/** One message of so many bytes, of characters of two bytes, between two short ones. */
export function longMessage(bytes: number): Buffer {
  return Buffer.from(
    [
      line(FIRST_DAY, 'Kit', 'hello'),
      line(FIRST_DAY, 'Freya', 'é'.repeat(bytes / 2)),
      line(FIRST_DAY, 'Kit', 'bye'),
    ].join(''),
  );
}

/** Messages of characters that a page shows by their names, which are far longer. */
export function hiddenCharacters(count: number, each: number): Buffer {
  return chatOf(count, () => line(FIRST_DAY, 'Kit', '\u202e'.repeat(each)));
}

/** A Telegram export whose every message has a date of so many characters, which is none. */
export function longDates(count: number, length: number): Buffer {
  const messages = Array.from({ length: count }, (_, n) => ({
    id: n + 1,
    type: 'message',
    date: 'x'.repeat(length),
    from: 'Kit',
    from_id: 'user1',
    text: 'hi',
  }));
  return Buffer.from(JSON.stringify({ name: 'Kit', type: 'personal_chat', id: 1, messages }));
}

/** A doubt at every message, and bytes that belong to none between any two. */
export function manyDoubts(count: number): Buffer {
  return chatOf(count, n => line(dayAfter(FIRST_DAY, (n * 7) % 900), 'Kit', n % 2 === 0 ? 'a\uFFFDb' : 'b'));
}
