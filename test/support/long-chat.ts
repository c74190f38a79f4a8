/**
 * A WhatsApp export of `count` messages to live in: three people, two of them with the same initials, over months with gaps
 * and quiet days, in several scripts, with what makes a long chat hard to read: media, edits, deletions, notices, many lines,
 * hidden and stacked characters, clocks that go back, very long messages. The same at every call.
 */
export function longChat(count: number): Uint8Array {
  const lines: string[] = [`${stamp(START)} - ${NOTICE}`];
  let at = START;
  for (let n = 1; n < count; n += 1) {
    at += stepAfter(n);
    // A phone that was offline for a while: its message carries an earlier time than the one before it.
    const written = n % 4_001 === 0 ? at - 7 * MINUTE : at;
    lines.push(
      `${stamp(written)} - ${SPEAKERS[(n * 7) % 11 < 5 ? 0 : (n * 5) % 9 === 0 ? 2 : 1]!}: ${bodyOf(n)}`,
    );
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const MINUTE = 60_000;
const START = Date.UTC(2025, 0, 14, 18, 2);
const NOTICE =
  'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.';
const SPEAKERS = ['Jay R', 'Elle', 'Jo Reed'];

/** Mostly minutes, each evening a night, every 1,500 messages some silent days. */
function stepAfter(n: number): number {
  if (n % 1_500 === 0) return (3 + (n % 7)) * 24 * 60 * MINUTE;
  if (n % 140 === 0) return 14 * 60 * MINUTE;
  return ((n * 31) % 7) * MINUTE;
}

function stamp(at: number): string {
  const day = new Date(at);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${pad(day.getUTCDate())}/${pad(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}, ${pad(day.getUTCHours())}:${pad(day.getUTCMinutes())}`;
}

function bodyOf(n: number): string {
  const rare = RARE.find(([every, at]) => n % every === at);
  return rare === undefined ? `${SAYINGS[(n * 13) % SAYINGS.length]!}${n % 3 === 0 ? ` ${n}` : ''}` : rare[2];
}

const SAYINGS = [
  'you there?',
  'hi. had football then tea',
  'nice one. did u score',
  'no im in goal haha',
  'keeper! so how was it',
  'we won 3-1 \u26bd',
  'orrenby bus station by the cafe',
  'maybe. mill lane park is near mine',
  'ok',
  'haha',
  'mum says tea at 6 so i have to go, back on after if she lets me. dont wait up if i am not',
  'whos that',
];

/** Every so many messages, which of them, and its words. */
const RARE: readonly (readonly [number, number, string])[] = [
  [97, 11, '<Media omitted>'],
  [97, 12, 'IMG-20250118-WA0007.jpg (file attached)'],
  [113, 5, 'This message was deleted'],
  [127, 9, 'yes i am <This message was edited>'],
  [131, 7, 'first line\nsecond line\n\nfourth, after an empty one'],
  [
    149,
    3,
    'see you at 8 \u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u{1f44d}\u{1f3fd} \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  [
    151,
    3,
    '\u0645\u0631\u062d\u0628\u0627\u060c \u0643\u064a\u0641 \u062d\u0627\u0644\u0643 \u0627\u0644\u064a\u0648\u0645\u061f (8 pm)',
  ],
  [157, 4, '\u05e9\u05dc\u05d5\u05dd, \u05de\u05d4 \u05e9\u05dc\u05d5\u05de\u05da'],
  [163, 4, 'the file is \u202egpj.exe'],
  [167, 4, 'zero\u200bwidth and soft\u00adhyphen'],
  [
    173,
    6,
    `z\u0335\u0321${'\u0300\u0301\u0316\u0317'.repeat(12)}a\u0334${'\u0302\u0303\u0318\u0319'.repeat(12)}lgo`,
  ],
  [179, 6, 'bun\u0103, unde e\u0219ti'],
  [
    191,
    8,
    'https://example.example/a/very/long/path/that/does/not/break/anywhere/because/there/is/no/space/in/it?and=more&and=more&and=more&and=more',
  ],
  [193, 8, 'x'.repeat(180)],
  [499, 1, `${'a long tale that goes on and on. '.repeat(40)}end`],
  [4_999, 1, `${'a tale without end. '.repeat(2_000)}end`],
  [2_003, 1, 'meg keeps going on look\n18/09/2025, 20:03 - Meg: u coming tmrw or not'],
];
