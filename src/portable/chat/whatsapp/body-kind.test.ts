import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyKind } from './body-kind.ts';

function kindOf(text: string) {
  const bytes = new TextEncoder().encode(`before${text}after`);
  return bodyKind(bytes, 6, bytes.length - 5);
}

const LRM = '\u200e';

const KINDS: readonly (readonly [text: string, kind: string, what: string | null])[] = [
  ['<Media omitted>', 'media', null],
  ['<Medien ausgeschlossen>', 'media', null],
  ['<Médias omis>', 'media', null],
  ['<Без медиафайлов>', 'media', null],
  ['<省略多媒体文件>', 'media', null],
  ['<تم استبعاد الوسائط>', 'media', null],
  [`${LRM}image omitted`, 'media', 'photo'],
  [`${LRM}Bild weggelassen`, 'media', 'photo'],
  [`${LRM}vidéo absente`, 'media', 'video'],
  [`${LRM}<attached: 00000035-PHOTO-2022-03-27-21-41-55.jpg>`, 'media', 'photo'],
  [`${LRM}<allegato: 00000036-AUDIO-2022-03-27-21-41-55.opus>`, 'media', 'audio'],
  [`${LRM}<wording nobody knows: 00000036-VIDEO-2022-03-27-21-41-55.mp4>`, 'media', 'video'],
  [`My timetable look ${LRM}<attached: 00000035-PHOTO-2022-03-27-21-41-55.jpg>`, 'media', 'photo'],
  [`two\nlines ${LRM}<attached: 00000035-PHOTO-2022-03-27-21-41-55.jpg>`, 'media', 'photo'],
  [`Doc.pdf • ${LRM}2 pages ${LRM}<attached: 00000036-Doc.pdf>`, 'media', 'document'],
  [`Doc ${LRM}<wording nobody knows: 00000036-VIDEO-2022-03-27-21-41-55.mp4>`, 'media', 'video'],
  [`${'long '.repeat(300)}${LRM}<attached: 00000036-Doc.pdf>`, 'media', 'document'],
  ['IMG-20220323-WA0000.jpg (file attached)\ncaption', 'media', 'photo'],
  ['IMG-20220323-WA0000.jpg (wording nobody knows)', 'media', 'photo'],
  ['STK-20220323-WA0001.webp (file attached)', 'media', 'sticker'],
  ['Homework 7.pdf (file attached)', 'media', 'document'],
  ['Auntie.vcf (file attached)', 'contact', 'contact'],
  ['This message was deleted', 'deleted', null],
  [`${LRM}You deleted this message.`, 'deleted', null],
  ['Diese Nachricht wurde gelöscht.', 'deleted', null],
  ['Missed voice call', 'call', 'voice'],
  [`${LRM}Missed video call`, 'call', 'video'],
  [`Missed voice call. ${LRM}Tap to call back`, 'call', 'voice'],
  [`${LRM}Missed video call. ${LRM}Tap to call back`, 'call', 'video'],
  [`${LRM}Video call, ${LRM}5 min`, 'call', 'video'],
  ['<Voice call, 42 sec>', 'call', 'voice'],
  ['location: https://maps.google.com/?q=51.5,-0.12', 'location', null],
  ['Standort: https://maps.google.com/?q=51.5,-0.12', 'location', null],
  ['live location shared', 'location', null],
  ['POLL:\nWhich day?\nOPTION: Friday (2 votes)', 'poll', null],
  [`${LRM}POLL:\r\nWhich day?`, 'poll', null],
];

for (const [text, kind, what] of KINDS) {
  test(`the body ${JSON.stringify(text.slice(-100))} is of kind ${kind}`, () => {
    const found = kindOf(text);
    assert.equal(found.kind, kind);
    assert.equal(found.what, what);
  });
}

const PLAIN = [
  '',
  'hello',
  'I added sugar to the list',
  'This message was deleted by mistake, sorry',
  '<Media omitted> was what it said',
  'Voice call',
  'video call, 5 of us?',
  'Party, 5 people',
  'letter.pdf (see attached)',
  'see https://maps.google.com/ for it',
  'location: maybe, 3 places',
  'look <attached: 00000035-PHOTO-2022-03-27-21-41-55.jpg>',
  `look ${LRM}<nothing known: Doc.pdf>`,
  `look${LRM}<attached: Doc.pdf>`,
  `look ${LRM}<attached: Doc.pdf> and more`,
  'Missed voice call. Tap to call back',
  `Missed lunch. ${LRM}Tap to call back`,
  'poll: who is in',
  '>',
  '<',
  '<>',
  ')',
  `${'x'.repeat(2000)} (file attached)`,
];

for (const text of PLAIN) {
  test(`the body ${JSON.stringify(text.slice(0, 50))} is what a person wrote`, () => {
    assert.equal(kindOf(text).kind, 'text');
    assert.equal(kindOf(text).edited, false);
  });
}

test('an edited message keeps its kind and carries the mark', () => {
  assert.deepEqual(
    [kindOf('new text <This message was edited>').kind, kindOf('new text <This message was edited>').edited],
    ['text', true],
  );
  assert.equal(kindOf(`line\nnew ${LRM}<This message was edited>`).edited, true);
  assert.equal(kindOf('<Diese Nachricht wurde bearbeitet.>').edited, true);
  assert.deepEqual(
    [
      kindOf(`IMG-20220323-WA0000.jpg (file attached) <This message was edited>`).kind,
      kindOf(`x <This message was edite>`).edited,
    ],
    ['media', false],
  );
});

test('words that a person could have typed are not sure, words with the mark of the app are', () => {
  assert.equal(kindOf('image omitted').sure, false);
  assert.equal(kindOf(`${LRM}image omitted`).sure, true);
  assert.equal(kindOf('<Media omitted>').sure, true);
  assert.equal(kindOf('This message was deleted').sure, false);
  assert.equal(kindOf(`${LRM}This message was deleted.`).sure, true);
});

test('the name of a file and the duration of a call are as written', () => {
  assert.equal(kindOf('Homework 7.pdf (file attached)').file, 'Homework 7.pdf');
  assert.equal(kindOf(`${LRM}Video call, ${LRM}5 min`).durationText, '5 min');
  assert.equal(kindOf('Missed voice call').missed, true);
  assert.equal(kindOf(`Missed voice call. ${LRM}Tap to call back`).missed, true);
  assert.equal(kindOf(`Missed voice call. ${LRM}Tap to call back`).durationText, null);
  assert.equal(kindOf(`Doc.pdf • ${LRM}2 pages ${LRM}<attached: 00000036-Doc.pdf>`).file, '00000036-Doc.pdf');
});
