import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectChat, reasonSentence } from './index.ts';

const encoder = new TextEncoder();
const TELEGRAM =
  '{"name":"Lee","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date_unixtime":"1","text":"x"}]}';

test('content decides and the name does not', () => {
  const asText = detectChat(
    encoder.encode('27/03/2022, 21:41 - Mina: a\n27/03/2022, 21:42 - Jo: b\n'),
    'result.json',
  );
  assert.equal(asText.format, 'whatsapp-text');
  assert.equal(detectChat(encoder.encode(TELEGRAM), '_chat.txt').format, 'telegram-json');
});

test('the name adds to the confidence and to the reasons', () => {
  const bytes = encoder.encode('27/03/2022, 21:41 - Mina: a\n');
  const [plain, named] = [detectChat(bytes), detectChat(bytes, 'WhatsApp Chat with Mina.txt')];
  assert.ok(plain.format && named.format);
  assert.equal(named.reasons.length, plain.reasons.length + 1);
});

test('not mine and mine but broken are different answers', () => {
  const other = detectChat(encoder.encode('{"messages":[]}'));
  assert.ok(other.format === null);
  assert.equal(other.found, 'other-json');
  const broken = detectChat(encoder.encode(TELEGRAM.slice(0, -20)));
  assert.ok(broken.format);
  assert.equal(broken.broken, 'cut-off');
  const whole = detectChat(encoder.encode(TELEGRAM));
  assert.ok(whole.format);
  assert.equal(whole.broken, null);
});

test('programs that write nearly the same header are told apart', () => {
  const detect = (text: string, name = '') => {
    const { format, runnersUp } = detectChat(encoder.encode(text), name);
    return [format, ...runnersUp.map(other => other.format)];
  };
  const [signal, whatsapp] = ['signal-export-md', 'whatsapp-text'];
  const old = '[2022-03-27, 21:41] Mina: a\n[2022-03-27, 21:42] Jo: b\n';
  assert.deepEqual(detect(old), [signal, whatsapp]);
  const recent = '[2022-03-27 21:41:00] Me: a  \n\n[2022-03-27 21:42:00] Jo: b  \n(- Me: 👍 -)\n\n';
  assert.deepEqual(detect(recent, 'chat.md'), [signal, whatsapp]);
  assert.deepEqual(detect(recent), [signal, whatsapp]);
  const ios = '[2022-03-27, 21:41:00] Mina: a\r\n[2022-03-27, 21:42:00] Jo: b\r\n';
  assert.deepEqual(detect(ios, '_chat.txt'), [whatsapp, signal]);
  assert.deepEqual(detect(ios), [whatsapp, signal]);
  assert.deepEqual(detect(ios.replace('a', '\u200eimage omitted')), [whatsapp]);
});

test('a reason is a code, with what is counted or in which form it is written, and has a sentence', () => {
  const { reasons } = detectChat(encoder.encode('27/03/2022, 21:41 - Mina: a\n27/03/2022, 21:42 - Jo: b\n'));
  assert.deepEqual(reasons, [
    { code: 'line-headers', count: 2, form: '00/00/yyyy, 00:00 - ' },
    { code: 'first-line-is-header' },
  ]);
  assert.deepEqual(reasons.map(reasonSentence), [
    '2 lines begin with a date and time in the way of this format, such as "00/00/yyyy, 00:00 -".',
    'The first line is one of them.',
  ]);
});

test('no reason holds words of the item', () => {
  const text = '[2022-03-27, 21:41] Mina: secret\n[2022-03-27, 21:42] Jo: b\n';
  assert.doesNotMatch(JSON.stringify(detectChat(encoder.encode(text), 'Mina.txt')), /Mina|secret|Jo|2022/);
});

test('an account whose chats begin behind the first 64 KiB is recognised by its end', () => {
  const contacts = JSON.stringify({
    list: Array.from({ length: 3000 }, (_, i) => ({ first_name: `Name ${i}` })),
  });
  const account = `{"contacts":${contacts},"chats":{"list":[${TELEGRAM}]}}`;
  assert.ok(account.length > 70_000);
  assert.equal(detectChat(encoder.encode(account)).format, 'telegram-json');
});

test('a format that also fits is named as runner-up', () => {
  const both = `{"type":"message","messages":[\n27/03/2022, 21:41 - Mina: a\n27/03/2022, 21:42 - Jo: b\n]}`;
  const detection = detectChat(encoder.encode(both));
  assert.ok(detection.format);
  assert.equal(detection.format, 'whatsapp-text');
  assert.deepEqual(
    detection.runnersUp.map(({ format }) => format),
    ['telegram-json'],
  );
});

test('a message with a CR in its text is read where the file has no other line end', () => {
  const detection = detectChat(encoder.encode('27/03/2022, 21:41 - Mina: a\rb'));
  assert.equal(detection.format, 'whatsapp-text');
});
