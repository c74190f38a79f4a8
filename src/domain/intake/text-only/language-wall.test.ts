import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { drawing, mediaLike, UNKNOWN_WRITINGS } from './testing/written-media.ts';
import { TextScreen } from './text-screen.ts';

/** Bytes of the text that were read before it was refused; null when it was not. */
function readUntilRefused(text: string, pieceBytes = 1000): number | null {
  const bytes = utf8(text);
  const screen = new TextScreen();
  for (let at = 0; at < bytes.length; at += pieceBytes)
    if (screen.push(bytes.subarray(at, at + pieceBytes)) !== null) return at;
  return screen.end() === null ? null : bytes.length;
}

const next = drawing(27);
const from = <Each>(list: ArrayLike<Each>) => list[next(list.length)]!;
const many = (count: number, write: (n: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, n) => write(n)).join(between);

const HEX = '0123456789abcdef';
const DIGITS = '0123456789';
const BASE64URL = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}-_`;
const drawn = (count: number, alphabet: string) => many(count, () => from(alphabet), '');
const header = (n: number) =>
  `12/03/2026, ${10 + ((n >> 6) % 13)}:${String((n * 7) % 60).padStart(2, '0')} - ${from(['Sam', 'Kit', 'Alex'])}: `;
const messages = (count: number, write: (n: number) => string) => many(count, n => header(n) + write(n));

/** A few words of each of many languages and scripts. */
const WORDS: Readonly<Record<string, string>> = {
  English:
    'what are you doing after school do you want to meet at the park later maybe not sure yet my mum says',
  Welsh:
    'mae hi yn bwrw glaw eto heddiw wyt ti eisiau dod gyda fi i llanelli llwyd cwm ysgol bore fory gwell',
  Polish:
    'cześć co robisz dzisiaj po szkole przyjdziesz do mnie chrząszcz brzmi w trzcinie może później wszystko',
  Finnish:
    'mitä sinä teet tänään koulun jälkeen tuletko meille syömään en tiedä vielä ehkä myöhemmin huomenna',
  Turkish:
    'bugün okuldan sonra ne yapıyorsun bize gelir misin bilmiyorum belki daha sonra görüşürüz arkadaşım',
  Vietnamese: 'hôm nay bạn làm gì sau giờ học có muốn đến nhà mình không chưa biết nữa để mai nhé được rồi',
  Zulu: 'wenzani namhlanje emva kwesikole uyafuna ukuza ekhaya angazi okwamanje mhlawumbe kusasa ngiyabonga',
  'Arabic in Latin letters':
    'shu 3am ta3mel el yom ba3d el madrase bade 7ki ma3ak la2 ma ba3ref yalla bokra nshallah 7abibi',
  Pinyin: 'ni jintian xiawu zuo shenme yao bu yao lai wo jia chi fan wo hai bu zhidao mingtian zai shuo ba',
  Arabic: 'ماذا تفعل اليوم بعد المدرسة هل تريد أن تأتي إلى بيتنا لا أعرف بعد ربما غدا إن شاء الله',
  Hebrew: 'מה אתה עושה היום אחרי בית הספר אתה רוצה לבוא אלינו אני עוד לא יודע אולי מחר נתראה',
  Russian: 'что ты делаешь сегодня после школы придёшь к нам я ещё не знаю может быть завтра увидимся',
  Greek: 'τι κάνεις σήμερα μετά το σχολείο θέλεις να έρθεις σπίτι δεν ξέρω ακόμα ίσως αύριο τα λέμε',
  Hindi: 'आज स्कूल के बाद क्या कर रहे हो घर आओगे क्या अभी पता नहीं शायद कल मिलते हैं ठीक है',
  Thai: 'วันนี้หลังเลิกเรียนทำอะไร จะมาที่บ้านไหม ยังไม่รู้เลย พรุ่งนี้ก็ได้ แล้วเจอกันนะ ขอบคุณ',
  Amharic: 'ዛሬ ከትምህርት በኋላ ምን ታደርጋለህ ወደ ቤት ትመጣለህ እስካሁን አላውቅም ምናልባት ነገ እንገናኝ',
  Chinese: '你 今天 放学 以后 做 什么 要 不要 来 我 家 吃饭 还 不 知道 也许 明天 再说 吧 好 的 妈妈 说 可以',
  Japanese:
    '今日 は 学校 の あと 何 を する の うち に 来ない まだ 分からない たぶん 明日 ね またね ありがとう',
  Korean: '오늘 학교 끝나고 뭐 해 우리 집에 올래 아직 몰라 아마 내일 보자 고마워 엄마가 괜찮대',
};
const talk = (words: readonly string[], count: number) => many(count, () => from(words), ' ');
const english = WORDS['English']!.split(' ');

/** What people and their apps write, of kinds that come nearest to what is refused. */
const INNOCENT: Readonly<Record<string, string>> = {
  'links to videos': many(400, () => `https://www.youtube.com/watch?v=${drawn(11, BASE64URL)}`),
  'links to songs, in messages': messages(
    300,
    () => `https://open.spotify.com/track/${drawn(22, BASE64URL)}?si=${drawn(16, HEX)}`,
  ),
  'links to photos, in messages': messages(
    100,
    () => `https://photos.example/share/AF1Qip${drawn(60, BASE64URL)}?key=${drawn(32, BASE64URL)}`,
  ),
  'links with tracking': messages(
    200,
    () => `https://news.example/${talk(english, 5).replaceAll(' ', '-')}?fbclid=IwAR${drawn(57, BASE64URL)}`,
  ),
  'places on a map': messages(
    500,
    () => `https://maps.example/?q=5${next(9)}.${drawn(7, DIGITS)},-${next(3)}.${drawn(7, DIGITS)}`,
  ),
  'fingerprints of 60 files': many(60, n => `${drawn(64, HEX)}  IMG-20260312-WA00${n}.jpg`),
  'telephone numbers': many(1000, () => `07700 900${drawn(3, DIGITS)}`),
  'digits of a long number': drawn(5000, DIGITS),
  'one-time codes': messages(1000, () => drawn(6, DIGITS)),
  'codes to join a game': messages(500, () => drawn(6, 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789')),
  'lottery numbers': messages(300, () => many(6, () => String(1 + next(49)), ' ')),
  'a table of measurements': many(
    1000,
    n => `2026-03-12 21:41:${10 + (n % 50)},${next(100)}.${next(10)},${next(200)},${next(1000)}`,
  ),
  laughter: messages(2000, () => 'ha'.repeat(1 + next(20))),
  'a hand on the keyboard': messages(300, () => drawn(5 + next(30), 'asdfghjkl')),
  'one letter to a line': talk(english, 2000).split('').join('\n'),
  'letters with spaces': talk(english, 2000).split('').join(' '),
  shouting: talk(english, 5000).toUpperCase(),
  'letters that change their case': Array.from(talk(english, 5000), letter =>
    next(2) ? letter.toUpperCase() : letter,
  ).join(''),
  'digits for letters': talk(english, 5000).replaceAll('e', '3').replaceAll('a', '4').replaceAll('o', '0'),
  'words in zeros and ones': Array.from(talk(english, 300), letter =>
    letter.charCodeAt(0).toString(2).padStart(8, '0'),
  ).join(' '),
  'next to no words': messages(5000, () => from(['ok', 'k', 'K', '😂', '👍', '?'])),
  'emoji only': many(6000, () => from(Array.from('😂🤣😭❤🥰😍🔥👍🙏💀✨😊🥺😎🎉💯😢😡👀🤔🤡💅')), ''),
  'every face': many(5000, () => String.fromCodePoint(0x1f600 + next(80)), ''),
  'five guesses in squares': many(600, () => many(5, () => from(['🟩', '⬛', '🟨']), '')),
  'drawings in Braille': many(
    5000,
    () => from(['⣿', '⣿', '⠀', '⠀', String.fromCharCode(0x2800 + next(256))]),
    '',
  ),
  'letters under marks': Array.from(
    talk(english, 700),
    letter => letter + String.fromCharCode(0x300 + next(112), 0x300 + next(112)),
  ).join(''),
  'mathematical letters': Array.from(talk(english, 1500), letter =>
    /[a-z]/.test(letter) ? String.fromCodePoint(0x1d4d0 + letter.charCodeAt(0) - 71) : letter,
  ).join(''),
  'headers of mail': many(
    40,
    () =>
      `Received: from mx${next(99)}.mail.example by mail.example with ESMTPS id ${drawn(16, BASE64URL)};\nDKIM-Signature: v=1; a=rsa-sha256; d=mail.example; b=${many(5, () => drawn(64, BASE64URL), '\n  ')}\nSubject: ${talk(english, 6)}\n\n${talk(english, 80)}\n`,
  ),
  'an export with a number for everything': JSON.stringify({
    messages: Array.from({ length: 600 }, (_, n) => ({
      id: drawn(19, DIGITS),
      timestamp: 1_773_351_667_000 + n * 37_123,
      photos: [{ uri: `inbox/kit_${drawn(17, DIGITS)}/photos/${drawn(15, DIGITS)}.jpg` }],
      attachments: [
        `https://cdn.example/${drawn(19, DIGITS)}/image.png?ex=${drawn(8, HEX)}&hm=${drawn(64, HEX)}`,
      ],
      content: n % 3 ? 'ok' : talk(english, 4),
    })),
  }),
};

describe('the wall against what is no language', () => {
  test(`a media file is refused in each of ${Object.keys(UNKNOWN_WRITINGS).length} ways of writing it that no known beginning gives away`, () => {
    const media = mediaLike(16_000);
    for (const [way, write] of Object.entries(UNKNOWN_WRITINGS)) {
      const text = write(media);
      const read = readUntilRefused(text);
      assert.notEqual(read, null, way);
      const mediaBytes = ((read ?? 0) / Buffer.byteLength(text)) * media.length;
      assert.ok(mediaBytes <= 9400, `${way}: after ${Math.round(mediaBytes)} bytes of media`);
    }
  });

  test('a long honest talk in front of it, and pieces of any size, do not hide it', () => {
    const media = mediaLike(16_000);
    const before = messages(3000, () => talk(english, 8));
    for (const way of ['base64 in messages of 60', 'base36', 'numbers in messages', '1,024 emoji']) {
      const written = UNKNOWN_WRITINGS[way]?.(media) ?? assert.fail(way);
      for (const piece of [61, 65_536])
        assert.notEqual(readUntilRefused(`${before}\n${written}`, piece), null, way);
    }
  });

  test(`talk in ${Object.keys(WORDS).length} languages and scripts is text, bare, in messages, and in JSON with and without escapes`, () => {
    for (const [language, words] of Object.entries(WORDS)) {
      const list = words.split(' ');
      const chat = Array.from({ length: 500 }, () => talk(list, 12));
      const json = JSON.stringify({
        messages: chat.map((content, n) => ({ sender_name: 'Kit', n, content })),
      });
      const escaped = json.replace(
        /[^\0-\x7f]/g,
        unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const asBytes = Array.from(utf8(json), byte =>
        byte < 128 ? String.fromCharCode(byte) : `\\u00${byte.toString(16)}`,
      ).join('');
      const links = chat.slice(0, 100).map(line => `https://wiki.example/${encodeURIComponent(line)}`);
      const shapes = {
        bare: chat.join(' '),
        messages: messages(500, n => chat[n] ?? ''),
        json,
        escaped,
        asBytes,
        links: links.join('\n'),
        garbled: Buffer.from(chat.join('\n')).toString('latin1'),
      };
      for (const [shape, text] of Object.entries(shapes))
        assert.equal(readUntilRefused(text), null, `${language}, ${shape}`);
    }
  });

  test('20,000 ideographs as unevenly frequent as those of Chinese prose are text', () => {
    // The n-th most frequent has a share in proportion to 1 / (n + 4), which makes about 3,400 equal pairs in a block.
    const shares = Array.from({ length: 1500 }, (_, n) => 1 / (n + 5));
    const urn = shares.flatMap((share, n) =>
      Array.from({ length: Math.ceil(share * 2000) }, () => String.fromCodePoint(0x4e00 + n * 13)),
    );
    assert.equal(readUntilRefused(many(20_000, () => from(urn), '')), null);
  });

  test(`${Object.keys(INNOCENT).length} kinds of links, numbers, codes, laughter and signs are text`, () => {
    for (const [kind, text] of Object.entries(INNOCENT)) assert.equal(readUntilRefused(text), null, kind);
  });

  test('the documents of this project are text, each and all together', () => {
    const root = join(import.meta.dirname, '../../../..');
    const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).map(name =>
      readFileSync(join(root, name), 'utf8'),
    );
    assert.ok(documents.length > 20);
    for (const text of [...documents, documents.join('\n')])
      assert.equal(readUntilRefused(text), null, text.slice(0, 60));
  });

  test('what it lets through, as its documents say: a word for each byte, and a little at a time', () => {
    const media = mediaLike(16_000);
    const words = Array.from({ length: 256 }, () => `${from(english)}${from(english)}`);
    assert.equal(readUntilRefused(Array.from(media, byte => words[byte]).join(' ')), null);
    const thin = media.toString('base64').replace(/.{10}/g, part => `${part} ${talk(english, 20)}\n`);
    assert.equal(readUntilRefused(thin), null);
  });
});
