import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from './source/byte-source.ts';
import { ExportWalk } from './telegram/export-walk.ts';
import { MessageReader } from './telegram/message.ts';
import { PageReader } from './telegram-html/message.ts';
import { PageWalk } from './telegram-html/page-walk.ts';
import { scanHeaders } from './whatsapp/scan.ts';

const encoder = new TextEncoder();

function whatsappSteps(text: string): number {
  return scanHeaders(encoder.encode(text), 0).steps;
}

function telegramSteps(text: string): number {
  const walk = new ExportWalk(sourceOf(encoder.encode(text)));
  const { json } = walk;
  const reader = new MessageReader(json, false);
  while (walk.next()) reader.read(walk.start, walk.end, walk.chat);
  return json.steps;
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

function telegramHtmlSteps(text: string): number {
  const walk = new PageWalk(sourceOf(encoder.encode(text)));
  const reader = new PageReader();
  while (walk.next()) reader.read(walk.window.bytes, [walk.start, walk.end], walk.window.base);
  return walk.steps + walk.window.steps;
}

const MESSAGE = '<div class="message default clearfix" id="message1">';
const TELEGRAM_HTML_NASTY: Record<string, (times: number) => string> = {
  'messages that never end': times => MESSAGE.repeat(times),
  'elements that never end': times => MESSAGE + '<div>'.repeat(times * 10),
  'elements that end and never began': times => MESSAGE + '</a>'.repeat(times * 10),
  'tags that are none': times => MESSAGE + '<'.repeat(times * 40),
  'tags without end': times => MESSAGE + '<a b="'.repeat(times * 8),
  'comments without end': times => '<!-- > '.repeat(times * 8),
  'words outside of messages': times => `${MESSAGE}</div>${'x <b> '.repeat(times * 8)}`,
  'one endless word': times => 'x'.repeat(times * 40),
  'many references': times => `${MESSAGE}<div class="text">${'&#x'.repeat(times * 10)}</div></div>`,
};

for (const [what, input] of Object.entries(TELEGRAM_HTML_NASTY)) {
  test(`reading a Telegram HTML export takes linear work on ${what}`, () => {
    assertLinear(telegramHtmlSteps, input, 12);
  });
}
