import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackupWalk } from './sms-backup/walk.ts';
import { sourceOf } from './source/byte-source.ts';
import { ExportWalker } from './telegram/export-walk.ts';
import { parseMessage } from './telegram/message.ts';
import { scanHeaders } from './whatsapp/scan.ts';

const encoder = new TextEncoder();

function whatsappSteps(text: string): number {
  return scanHeaders(encoder.encode(text), 0).steps;
}

function telegramSteps(text: string): number {
  const walker = new ExportWalker(encoder.encode(text));
  walker.walk(0);
  for (let n = 0; n < walker.start.length; n++) {
    parseMessage(walker.scanner, [walker.start.at(n), walker.end.at(n)]);
  }
  return walker.scanner.steps;
}

function smsBackupSteps(text: string): number {
  const walk = new BackupWalk(sourceOf(encoder.encode(text)), 'messages');
  for (const _record of walk.records(0));
  return walk.scanner.steps;
}

/** Doubling the input may at most double the work, and each byte is looked at a bounded number of times. */
function assertLinear(
  work: (text: string) => number,
  input: (times: number) => string,
  perByte: number,
): void {
  const [small, large] = [400, 800].map(times => ({ steps: work(input(times)), bytes: input(times).length }));
  assert.ok(small && large);
  assert.ok(large.steps <= small.steps * 2.1 + 1000, `${small.steps} steps became ${large.steps}`);
  assert.ok(large.steps <= large.bytes * perByte + 1000, `${large.steps} steps for ${large.bytes} bytes`);
}

const WHATSAPP_NASTY: Record<string, (times: number) => string> = {
  'lines that are nearly headers': times =>
    '27/03/2022, 21:41 p p p p p p p p p p p p p p p p p p p p p p p p\n'.repeat(times),
  'one endless line of digits': times => '1'.repeat(times * 40),
  'one endless line of marks': times => '\u200e'.repeat(times * 40),
  'many headers': times => '27/03/2022, 21:41 - a: b\n'.repeat(times),
  'dates without end': times => '1/1/2022, '.repeat(times * 4),
};

for (const [what, input] of Object.entries(WHATSAPP_NASTY)) {
  test(`finding WhatsApp headers takes linear work on ${what}`, () => {
    assertLinear(whatsappSteps, input, 4);
  });
}

const START = '{"messages":[';
const TELEGRAM_NASTY: Record<string, (times: number) => string> = {
  'arrays that never end': times => START + '['.repeat(times * 20),
  'objects that never end': times => START + '{"id":'.repeat(times * 10),
  'strings that never end': times => START + '{"id":"'.repeat(times * 10),
  'broken messages one after the other': times => START + '{"id":1,"type":"message",?},'.repeat(times),
  'messages that end too early': times => START + '{"id":1,"text":"x"'.repeat(times),
  'messages with many fields': times => `${START}{${'"a":[{"b":[1,2,{}]}],'.repeat(times)}"z":0}]}`,
  'rich text of many pieces': times =>
    `${START}{"id":1,"text":[${'{"type":"bold","text":"x"},'.repeat(times)}""]}]}`,
  'chats inside chats': times => '{"chats":{"list":['.repeat(times * 5),
  'many chats': times => `{"chats":{"list":[${'{"messages":[{"id":1}]},'.repeat(times)}{}]}}`,
};

for (const [what, input] of Object.entries(TELEGRAM_NASTY)) {
  test(`reading a Telegram export takes linear work on ${what}`, () => {
    assertLinear(telegramSteps, input, 8);
  });
}

const SMS = '<sms address="1" date="1710440000123" type="1" body="x"';
const SMS_BACKUP_NASTY: Record<string, (times: number) => string> = {
  'tags that never end': times => '<sms '.repeat(times * 10),
  'values that never end': times => '<sms body="'.repeat(times * 10),
  'values with signs of tags in them': times => `<sms body="${'<sm '.repeat(times * 10)}" />`,
  'quotes of the other kind': times => `<sms body="x' <sms body='x" `.repeat(times * 4),
  'messages that end too early': times => `${SMS} `.repeat(times),
  'messages with many attributes': times => `${SMS} ${'a="b" '.repeat(times * 4)} />`,
  'references without end': times =>
    `<sms body="${'&'.repeat(times * 10)}${'&#55358;'.repeat(times * 4)}" />`,
  'picture messages inside picture messages': times => '<mms date="1"><parts>'.repeat(times),
  'parts without end': times => `<mms>${'<part ct="text/plain" text="x" />'.repeat(times)}`,
  'contents without end': times => `<mms><part data="${'QUJD'.repeat(times * 10)}`,
  'comments that never end': times => '<!--'.repeat(times * 5),
  'declarations inside declarations': times => '<!DOCTYPE x [<!ENTITY y "'.repeat(times),
  'breaks between messages': times => `${SMS}/> x <`.repeat(times),
};

for (const [what, input] of Object.entries(SMS_BACKUP_NASTY)) {
  test(`reading an SMS backup takes linear work on ${what}`, () => {
    assertLinear(smsBackupSteps, input, 6);
  });
}
