import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { TextScreen, type TextRefusal } from './text-screen.ts';

/** What the screen says of bytes that arrive in pieces of one size. */
function judge(bytes: Uint8Array, pieceBytes = 65_536): TextRefusal | null {
  const screen = new TextScreen();
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const refusal = screen.push(bytes.subarray(at, at + pieceBytes));
    if (refusal !== null) return refusal;
  }
  return screen.end();
}

const reasonOf = (bytes: Uint8Array | string, pieceBytes?: number) =>
  judge(typeof bytes === 'string' ? utf8(bytes) : bytes, pieceBytes)?.reason ?? 'text';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Beginnings of real files, followed by bytes that look like a file's inside. Nothing in them is a picture of anything. */
const inside = Buffer.from(Array.from({ length: 300 }, (_, n) => (n * 73 + 41 + (n >> 3)) & 255));
const FILES: Readonly<Record<string, Buffer>> = {
  jpegJfif: Buffer.concat([hex('ffd8ffe0 0010 4a464946 0001 0100'), inside]),
  jpegExif: Buffer.concat([hex('ffd8ffe1 2fe4 457869660000'), inside]),
  jpegPlain: Buffer.concat([hex('ffd8ffdb 0043 00'), inside]),
  jpegOdd: Buffer.concat([hex('ffd8ffe7 0011'), inside]),
  png: Buffer.concat([hex('89504e470d0a1a0a 0000000d 49484452'), inside]),
  gif: Buffer.concat([Buffer.from('GIF89a'), inside]),
  webp: Buffer.concat([Buffer.from('RIFF'), hex('24190000'), Buffer.from('WEBPVP8 '), inside]),
  heic: Buffer.concat([hex('00000018'), Buffer.from('ftypheic'), inside]),
  mp4: Buffer.concat([hex('00000020'), Buffer.from('ftypisom'), inside]),
  webm: Buffer.concat([hex('1a45dfa3 9f428681'), inside]),
  ogg: Buffer.concat([Buffer.from('OggS'), hex('0002'), inside]),
  mp3: Buffer.concat([Buffer.from('ID3'), hex('04000000'), inside]),
  zip: Buffer.concat([hex('504b0304 1400 0000 0800'), inside]),
  gzip: Buffer.concat([hex('1f8b0800 00000000 0003'), inside]),
  pdf: Buffer.concat([Buffer.from('%PDF-1.7\n'), inside]),
  doc: Buffer.concat([hex('d0cf11e0a1b11ae1'), inside]),
};

const CHAT = Array.from(
  { length: 400 },
  (_, n) => `12/03/2026, 21:${String(n % 60).padStart(2, '0')} - Kit: message ${n}, see you at 8 🙂`,
).join('\n');

describe('the wall that lets text through and nothing else', () => {
  test('a chat is text, whole or in pieces of 1, 7 or 4,096 bytes', () => {
    for (const piece of [1, 7, 4096, 65_536]) assert.equal(reasonOf(CHAT, piece), 'text', String(piece));
  });

  test('every language, right-to-left marks and emoji are text', () => {
    for (const text of [
      'שלום \u200f‎ مرحبا',
      '你好，世界',
      'Ĝis la revido',
      '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      '\ufeffwith a byte order mark',
      'a\tb\r\nc\x0bd\x0c',
    ])
      assert.equal(reasonOf(text), 'text', text);
  });

  test('an empty file is refused, and so is one of blanks and line ends', () => {
    for (const text of ['', ' ', '\r\n\r\n\t', '\ufeff'])
      assert.equal(reasonOf(text), 'empty', JSON.stringify(text));
  });

  test('a file that begins like a picture, film, sound, archive or document is refused for what it is', () => {
    for (const [name, bytes] of Object.entries(FILES))
      for (const piece of [1, 3, 65_536])
        assert.equal(reasonOf(bytes, piece), 'not-text', `${name} in ${piece}`);
    assert.deepEqual(judge(FILES['png'] ?? hex('')), { reason: 'not-text', found: 'picture' });
    assert.deepEqual(judge(FILES['zip'] ?? hex('')), { reason: 'not-text', found: 'archive' });
    assert.deepEqual(judge(FILES['mp4'] ?? hex('')), { reason: 'not-text', found: 'video' });
    assert.deepEqual(judge(FILES['mp3'] ?? hex('')), { reason: 'not-text', found: 'audio' });
    assert.deepEqual(judge(FILES['pdf'] ?? hex('')), { reason: 'not-text', found: 'document' });
  });

  test('a tar archive, an MPEG sound without a tag, and a picture made of characters are refused', () => {
    const tar = Buffer.alloc(512);
    tar.write('_chat.txt');
    tar.write('ustar', 257);
    assert.deepEqual(judge(tar), { reason: 'not-text', found: 'archive' });
    assert.deepEqual(judge(Buffer.concat([hex('fffb9064'), inside])), { reason: 'not-text', found: 'audio' });
    for (const drawn of [
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '<?xml version="1.0"?>\n<!-- x -->\n<SVG width="1">',
      'P3\n# x\n2 2\n255\n',
      '/* XPM */\nstatic char',
    ])
      assert.deepEqual(judge(utf8(drawn)), { reason: 'not-text', found: 'picture' }, drawn);
  });

  test('UTF-16 is named for what it is', () => {
    assert.equal(reasonOf(Buffer.from('\ufeffhello', 'utf16le')), 'utf-16');
    assert.equal(reasonOf(hex('feff 0068 0069')), 'utf-16');
    assert.equal(reasonOf(Buffer.from('hello', 'utf16le')), 'control');
  });

  test('invalid UTF-8 is refused wherever it stands', () => {
    for (const bad of ['c328', 'a0', 'e28228', 'f0288cbc', 'c0af', 'eda080', 'f4908080', 'ff'])
      for (const place of ['', CHAT])
        assert.equal(reasonOf(Buffer.concat([utf8(`${place}a`), hex(bad), utf8('b')])), 'not-utf-8', bad);
  });

  test('a file that ends in the middle of a character is a text that was cut short', () => {
    const whole = utf8('21:41 - Kit: 🙂');
    for (const cut of [1, 2, 3])
      assert.equal(reasonOf(whole.subarray(0, whole.length - cut)), 'text', String(cut));
    assert.equal(reasonOf(Buffer.concat([whole, hex('ff')])), 'not-utf-8');
  });

  test('NUL and every other control character that no text has is refused, with about where it is', () => {
    for (let code = 0; code < 128; code += 1) {
      const isAllowed = (code >= 9 && code <= 13) || (code >= 32 && code < 127);
      const verdict = reasonOf(`a${String.fromCharCode(code)}b`);
      assert.equal(verdict, isAllowed ? 'text' : 'control', `character ${code}`);
    }
    assert.deepEqual(judge(utf8('one\ntwo\nthree\0')), { reason: 'control', line: 3 });
  });

  test('nothing is said against the sample chats of the project', () => {
    const folder = join(import.meta.dirname, '../../../../vectors/chat');
    const files = globSync('**/ok/**/*.{txt,json}', { cwd: folder });
    for (const name of files) assert.equal(reasonOf(readFileSync(join(folder, name))), 'text', name);
  });
});

const base64 = (bytes: Buffer) => bytes.toString('base64');
const lines = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? [])
    .map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)])
    .join('');
}

const each = (bytes: Buffer, write: (byte: number) => string, between = '') =>
  Array.from(bytes, write).join(between);
const hex2 = (byte: number) => byte.toString(16).padStart(2, '0');

/** Ways in which somebody, or an app, writes a file as text. */
const WRITINGS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'base64 in one line': base64,
  'base64 in lines of 76': bytes => lines(base64(bytes), 76),
  'base64 in lines of 4': bytes => lines(base64(bytes), 4),
  'base64 with a space between any two characters': bytes => base64(bytes).split('').join(' '),
  'base64 of the web': bytes => bytes.toString('base64url'),
  'base64 after one other byte': bytes => base64(Buffer.concat([Buffer.from('x'), bytes])),
  'base64 after two other bytes': bytes => base64(Buffer.concat([Buffer.from('xy'), bytes])),
  'base64 in a JSON text with escaped slashes': bytes => `{"a":"${base64(bytes).replaceAll('/', '\\/')}"}`,
  'base64 in a JSON text with escaped line ends': bytes =>
    `{"a":"${lines(base64(bytes), 3).replaceAll('\n', '\\n')}"}`,
  'base64 with every character escaped': bytes =>
    each(Buffer.from(base64(bytes)), byte => `\\u00${hex2(byte)}`),
  'base64 in a percent-encoded form': bytes => encodeURIComponent(base64(bytes)),
  'base64 in HTML references': bytes => each(Buffer.from(base64(bytes)), byte => `&#${byte};`),
  'base64 in quoted strings that are joined': bytes =>
    `"${lines(base64(bytes), 20).trim().replaceAll('\n', '" + "')}"`,
  'base64 in a quoted e-mail': bytes => lines(base64(bytes), 60).replaceAll('\n', '\n> '),
  hex: bytes => bytes.toString('hex'),
  'hex in capitals with spaces': bytes => each(bytes, byte => hex2(byte).toUpperCase(), ' '),
  'hex as numbers of a program': bytes => each(bytes, byte => `0x${hex2(byte)}`, ', '),
  'hex with colons': bytes => each(bytes, hex2, ':'),
  'escapes of JavaScript': bytes => each(bytes, byte => `\\x${hex2(byte)}`),
  'escapes of JSON': bytes => each(bytes, byte => `\\u00${hex2(byte)}`),
  'percent-encoding': bytes => each(bytes, byte => `%${hex2(byte).toUpperCase()}`),
  'quoted-printable': bytes =>
    each(bytes, byte => `=${hex2(byte).toUpperCase()}`).replace(/(.{72})/g, '$1=\r\n'),
  'HTML references': bytes => each(bytes, byte => `&#x${hex2(byte)};`),
  'JSON of bytes taken for Latin-1': bytes => JSON.stringify(bytes.toString('latin1')),
  'bytes taken for Latin-1, in percent-encoding': bytes => encodeURIComponent(bytes.toString('latin1')),
  'a list of numbers': bytes => `{"type":"Buffer","data":[${each(bytes, String, ',')}]}`,
  'a list of signed numbers': bytes => each(bytes, byte => String((byte << 24) >> 24), ', '),
};

describe('files written out as text', () => {
  test('a media file is found in each of 27 ways of writing it, anywhere in a chat, however the pieces fall', () => {
    assert.equal(Object.keys(WRITINGS).length, 27);
    for (const [way, write] of Object.entries(WRITINGS)) {
      for (const [name, bytes] of Object.entries(FILES)) {
        const text = `${CHAT}\n${write(bytes)}\n${CHAT}`;
        assert.equal(reasonOf(text), 'written-file', `${name} as ${way}`);
        assert.equal(reasonOf(text, 997), 'written-file', `${name} as ${way}, in pieces`);
      }
    }
  });

  test('media is found in base32 where its beginning is long enough to be sure', () => {
    for (const name of ['jpegJfif', 'jpegExif', 'png', 'gif', 'webp', 'heic', 'mp4', 'doc'])
      assert.equal(reasonOf(`${CHAT}\n${base32(FILES[name] ?? hex(''))}`), 'written-file', name);
  });

  test('a small picture is found in a dump of little-endian words of 16 and of 32 bits', () => {
    for (const name of ['jpegJfif', 'jpegExif', 'jpegPlain', 'png']) {
      const bytes = FILES[name]?.subarray(0, 160) ?? hex('');
      for (const words of [Buffer.from(bytes).swap16(), Buffer.from(bytes).swap32()]) {
        const rows = words.toString('hex').match(/.{1,32}/g) ?? [];
        const dump = rows.map(
          (row, n) => `${n.toString(8).padStart(6, '0')}0 ${row.replace(/.{4}/g, '$& ')}`,
        );
        assert.equal(reasonOf(`${CHAT}\n${dump.join('\n')}\n`), 'written-file', name);
      }
    }
  });

  test('fingerprints with colons, 3,000 of them, are text', () => {
    let state = 7;
    const digest = () =>
      Array.from({ length: 20 }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return hex2(state >>> 24);
      }).join(':');
    const text = Array.from({ length: 3000 }, (_, n) => `the certificate of computer ${n} says ${digest()}`);
    assert.equal(reasonOf(text.join('\n')), 'text');
  });

  test('the short beginning of a small picture is enough, without anything after it', () => {
    const tiny = FILES['png']?.subarray(0, 20) ?? hex('');
    assert.equal(reasonOf(`look: ${base64(tiny)}`), 'written-file');
    assert.equal(reasonOf(`look: ${tiny.toString('hex')}`), 'written-file');
  });

  test('a data address with a file is refused in any case and spacing, whatever it holds', () => {
    const addresses = [
      'data:image/png;base64,AAAA',
      'DATA:IMAGE/PNG;BASE64,AAAA',
      'da ta:im\nage/jpeg;ba se64 ,AAAA',
      'data:image\\/gif;base64,AAAA',
      'data:image/svg+xml,%3Csvg%3E',
      'data:image/png;charset=utf-8;name=a.png;base64,AA',
      'data:;base64,AAAA',
      'data:application/octet-stream,%00%01',
      'data:video/mp4,x',
      'd\\u0061ta:image/png;base64,AA',
      '%64ata%3Aimage%2Fpng%3Bbase64%2CAA',
      `data:text/plain;${'x'.repeat(100)};base64,AA`,
    ];
    for (const address of addresses)
      for (const piece of [1, 5, 65_536])
        assert.equal(reasonOf(`hello ${address} bye`, piece), 'written-file', `${address} in ${piece}`);
  });

  test('a uuencoded file is refused by its first line', () => {
    assert.equal(reasonOf(`hi\nbegin 644 photo.jpg\nM_]C_X\n`), 'written-file');
    assert.equal(reasonOf(`hi\r\nbegin-base64 644 a.bin\r\nAAAA\r\n`, 3), 'written-file');
    assert.equal(reasonOf('when we begin 100 things at once\n'), 'text');
  });

  test('a long block of written bytes is refused even when no signature knows it', () => {
    const unknown = Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 197 + (n >> 4) * 31 + 7) & 255));
    assert.equal(reasonOf(base64(unknown)), 'written-file');
    assert.equal(reasonOf(lines(base64(unknown), 76)), 'written-file');
    assert.equal(reasonOf(lines(unknown.toString('hex'), 64), 100), 'written-file');
    assert.equal(reasonOf(base64(unknown).split('').toReversed().join('')), 'written-file');
  });

  test('what people write is not taken for a file', () => {
    const innocent = [
      'ha'.repeat(20_000),
      `${'='.repeat(9000)}\n${'-'.repeat(9000)}\n${'_'.repeat(9000)}`,
      '1234567890'.repeat(2000),
      'a GIF89a, a %PDF-1.4, an ID3 tag, {\\rtf1, RIFFs and an OggS walk into a bar',
      `my pokedex\nis full, ${'and so is yours '.repeat(9)}`,
      'data: image quality was bad, and base64 too, whatever that is',
      '{"data":"image/png","x":1}',
      'H4sI went to the shops and then we met the others at the station there',
      'see /9j/ and then we met the others at the station and went home again',
      `https://example.example/${'path/'.repeat(300)}?token=${'aB3'.repeat(500)}`,
      'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'my number is 07700 900123, or +44 7700 900123; meet 00:00 on 01/01/2000',
      Array.from({ length: 3000 }, (_, n) => `${n % 256}`).join(' / '),
      Array.from({ length: 3000 }, (_, n) => `0${n % 10}:0${(n * 7) % 10} 00 00 01 00 0${n % 8} 00`).join(
        '\n',
      ),
    ];
    for (const text of innocent) assert.equal(reasonOf(text), 'text', text.slice(0, 60));
  });

  test('prose of 2,000,000 letters and digits, drawn from a fixed seed, is not taken for a file', () => {
    let state = 20_261_123;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % below;
    };
    const words =
      'and the meet you ok me at cafe off bad d8 FF ade 4u L8r B4 fab 2moro http id3 riff zip jpg'.split(' ');
    const text = Array.from(
      { length: 400_000 },
      () => `${words[next(words.length)]}${next(9) === 0 ? next(300) : ''}`,
    );
    assert.equal(reasonOf(text.join(' ')), 'text');
  });
});
