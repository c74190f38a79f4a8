/** Bytes as evenly spread as those of a compressed picture, the same for each seed. */
export function mediaLike(length: number, seed = 20_261_127): Buffer {
  const next = drawing(seed);
  return Buffer.from(Array.from({ length }, () => next(256)));
}

/** Draws whole numbers below a limit, the same ones for each seed (a linear congruential generator's upper bits). */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `0123456789${LOWER}${LOWER.toUpperCase()}`;
const ASCII_85 = String.fromCharCode(...Array.from({ length: 85 }, (_, n) => 33 + n));
const Z85 = `${LETTERS_AND_DIGITS}.-:+=^!/*?&<>()[]{}@%$#`;
const BASE91 = `${LETTERS_AND_DIGITS}!#$%&()*+,./:;<=>?@[]^_\`{|}~"`;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const EMOJI = Array.from({ length: 1024 }, (_, n) => String.fromCodePoint(0x1f300 + n));
/** Letters of 2,048 in scripts of every kind, and 8,192 Chinese characters. */
const MANY_SCRIPTS = Array.from({ length: 2048 }, (_, n) => String.fromCodePoint(0x100 + n));
const HAN = Array.from({ length: 8192 }, (_, n) => String.fromCodePoint(0x4e00 + n));

/** The bytes as one large number in each 64 of them, written with the digits of an alphabet. */
function inAlphabet(bytes: Buffer, alphabet: string): string {
  const base = BigInt(alphabet.length);
  let text = '';
  for (let at = 0; at < bytes.length; at += 64) {
    let digits = '';
    for (let rest = BigInt(`0x${bytes.toString('hex', at, at + 64)}`); rest > 0n; rest /= base)
      digits = `${alphabet[Number(rest % base)]}${digits}`;
    text += digits;
  }
  return text;
}

/** The bytes in groups of `bits` bits, each as a sign. */
function inSigns(bytes: Buffer, bits: number, signs: readonly string[]): string {
  const all = each(bytes, byte => byte.toString(2).padStart(8, '0'));
  return (all.match(new RegExp(`.{${bits}}`, 'g')) ?? [])
    .map(group => signs[Number.parseInt(group, 2)])
    .join('');
}

const each = (bytes: Buffer, write: (byte: number, at: number) => string, between = '') =>
  Array.from(bytes, write).join(between);
const base64 = (bytes: Buffer) => bytes.toString('base64');
const lines = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'gu'), '$&\n');
const groups = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'g'), '$& ');
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const pairs = (bytes: Buffer) =>
  Array.from({ length: bytes.length >> 1 }, (_, n) => bytes.readUInt16BE(n * 2));

const turned13 = (text: string) =>
  text.replace(/[a-z]/gi, letter => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode((code & 96) + (((code & 31) + 12) % 26) + 1);
  });

/** Each line as a message of its own. */
const messages = (text: string, width: number) =>
  lines(text, width)
    .split('\n')
    .map(
      (line, n) =>
        `12/03/2026, ${10 + (n >> 6)}:${String(n % 60).padStart(2, '0')} - ${n % 3 ? 'Sam' : 'Kit'}: ${line}`,
    )
    .join('\n');

/** Each line as a message of a Telegram export. */
const telegram = (text: string, width: number) =>
  JSON.stringify(
    {
      name: 'Kit',
      messages: lines(text, width)
        .split('\n')
        .map((line, n) => ({
          id: 1000 + n,
          type: 'message',
          date: '2026-03-12T21:41:07',
          date_unixtime: String(1_773_351_667 + n * 37),
          from: 'Sam',
          from_id: 'user123456789',
          text: line,
          text_entities: [{ type: 'plain', text: line }],
        })),
    },
    null,
    1,
  );

/** Rows of 16 bytes as hex dump programs print them. */
function dump(bytes: Buffer, row: (bytes: Buffer) => string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16);
    const column = each(part, byte => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.'));
    text += `${hex(at, 8)}: ${row(part)}  ${column}\n`;
  }
  return text;
}

/** Ways of writing a file as text that no list of known beginnings finds. Each needs at most 9,400 bytes to be found. */
export const UNKNOWN_WRITINGS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'Ascii85 without its marks': bytes => lines(inAlphabet(bytes, ASCII_85), 75),
  'Ascii85 with its marks': bytes => `<~${lines(inAlphabet(bytes, ASCII_85), 75)}~>`,
  Z85: bytes => inAlphabet(bytes, Z85),
  base91: bytes => lines(inAlphabet(bytes, BASE91), 60),
  base62: bytes => lines(inAlphabet(bytes, LETTERS_AND_DIGITS), 50),
  base58: bytes => lines(inAlphabet(bytes, BASE58), 50),
  base36: bytes => lines(inAlphabet(bytes, LETTERS_AND_DIGITS.slice(0, 36)), 39),
  'base36 in groups of five': bytes => groups(inAlphabet(bytes, LETTERS_AND_DIGITS.slice(0, 36)), 5),
  'base32 in small letters': bytes => lines(inAlphabet(bytes, `${LOWER}234567`), 39),
  'letters only': bytes => lines(inAlphabet(bytes, LOWER), 39),
  'sixteen letters': bytes => lines(inAlphabet(bytes, LOWER.slice(0, 16)), 39),
  'base64 in lines of 39': bytes => lines(base64(bytes), 39),
  'base64 in groups of four': bytes => groups(base64(bytes), 4),
  'base64, each character on a line': bytes => base64(bytes).split('').join('\n'),
  'base64 in messages of 60': bytes => messages(base64(bytes), 60),
  'base64 in messages of 10': bytes => messages(base64(bytes), 10),
  'base64 in messages of a JSON export': bytes => telegram(base64(bytes), 60),
  'base64 in links': bytes => lines(base64(bytes), 80).replace(/^/gm, 'https://x.example/'),
  'base64 turned round, in lines of 30': bytes => lines(base64(bytes).split('').toReversed().join(''), 30),
  'base64 with letters moved by 13, in messages': bytes => messages(turned13(base64(bytes)), 39),
  'hex in messages of 32': bytes => messages(bytes.toString('hex'), 32),
  'a hex dump with places and characters': bytes => dump(bytes, row => groups(row.toString('hex'), 4)),
  'a hex dump of little-endian words': bytes => dump(bytes, row => groups(row.swap16().toString('hex'), 4)),
  'numbers with semicolons': bytes => each(bytes, String, ';'),
  'numbers one to a line, each with a label': bytes => each(bytes, (byte, n) => `byte ${n}: ${byte}`, '\n'),
  'numbers in messages': bytes => messages(each(bytes, String, ' '), 60),
  'numbers of three digits without anything between': bytes =>
    each(bytes, byte => String(byte).padStart(3, '0')),
  'octal numbers': bytes => each(bytes, byte => byte.toString(8).padStart(3, '0'), ' '),
  'octal escapes': bytes => each(bytes, byte => `\\${byte.toString(8).padStart(3, '0')}`),
  'zeros and ones': bytes => each(bytes, byte => byte.toString(2).padStart(8, '0'), ' '),
  'numbers of 16 bits': bytes => pairs(bytes).join(' '),
  'quoted-printable where needed': bytes =>
    each(bytes, byte =>
      byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${hex(byte, 2).toUpperCase()}`,
    ),
  'Latin letters, one for a byte': bytes => each(bytes, byte => String.fromCharCode(0x100 + byte)),
  'Latin letters, one for a byte, as escapes of JSON': bytes =>
    `{"text":"${each(bytes, byte => `\\u01${hex(byte, 2)}`)}"}`,
  'Cyrillic letters, one for a byte, in messages': bytes =>
    messages(
      each(bytes, byte => String.fromCharCode(0x400 + byte)),
      60,
    ),
  'Braille, one sign for a byte': bytes => each(bytes, byte => String.fromCharCode(0x2800 + byte)),
  'two bytes taken for one character': bytes =>
    pairs(bytes)
      .map(pair => String.fromCodePoint(0x10000 + pair))
      .join(''),
  '1,024 emoji': bytes => inSigns(bytes, 10, EMOJI),
  '2,048 letters of many scripts, in messages': bytes => messages(inSigns(bytes, 11, MANY_SCRIPTS), 50),
  '8,192 Chinese characters': bytes => inSigns(bytes, 13, HAN),
};
