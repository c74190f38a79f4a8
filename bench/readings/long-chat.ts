/** Numbers that look random and are the same on every run. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const WORDS = 30_000;
const SPEAKERS = ['Kit', 'Freya', 'Jay R', 'Elle'];
const LATIN = ['a', 'e', 'i', 'o', 'u', 'th', 'st', 'r', 'n', 'l', 'm', 'sh', 'd', 'k', 'p', 'b'];
const CYRILLIC = ['а', 'е', 'и', 'о', 'у', 'ст', 'р', 'н', 'л', 'м', 'ш', 'д', 'к', 'п', 'б', 'я'];
const PICTURES = ['👍', '🙈', '☀️', '😂'];
/** One word in so many is Cyrillic, and one message in so many ends with a picture. */
const ONE_IN_TEN = 10;

/** Invented words, the ones used most first. */
export function invents(next: (below: number) => number): string[] {
  return Array.from({ length: WORDS }, (_, place) => {
    const letters = place % ONE_IN_TEN === 9 ? CYRILLIC : LATIN;
    const syllables = 1 + next(place < 100 ? 2 : 4);
    return Array.from({ length: syllables + 1 }, () => letters[next(letters.length)]).join('');
  });
}

/** A word, by chance: few are used often and most seldom, as in a language. */
export function anyWord(words: readonly string[], next: (below: number) => number): string {
  const share = (next(1 << 20) + 1) / (1 << 20);
  return words[Math.min(words.length - 1, Math.floor(words.length ** share) - 1)] ?? '';
}

/** A WhatsApp export of so many messages over some years; the same on every run. */
export function longChat(messages: number): { bytes: Uint8Array; words: readonly string[] } {
  const next = seededNumbers(0x2545f491);
  const words = invents(next);
  const lines: string[] = [];
  let at = Date.UTC(2019, 0, 1);
  for (let i = 0; i < messages; i++) {
    at += next(20 * 60_000);
    const when = new Date(at).toISOString();
    const date = `${when.slice(8, 10)}/${when.slice(5, 7)}/${when.slice(0, 4)}, ${when.slice(11, 16)}`;
    const body = Array.from({ length: 2 + next(12) }, () => anyWord(words, next)).join(' ');
    const picture = next(ONE_IN_TEN) === 0 ? ` ${PICTURES[next(PICTURES.length)]}` : '';
    lines.push(`${date} - ${SPEAKERS[next(SPEAKERS.length)]}: ${body}${picture}`);
  }
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), words };
}
