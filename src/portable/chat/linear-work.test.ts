import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExportWalker } from './telegram/export-walk.ts';
import { parseMessage } from './telegram/message.ts';
import { sourceOf } from './source/byte-source.ts';
import { Batches } from './whatsapp/batches.ts';
import { ShapeTable } from './whatsapp/shape-table.ts';

const encoder = new TextEncoder();

function whatsappSteps(text: string): number {
  const bytes = encoder.encode(text);
  const batches = new Batches(sourceOf(bytes, bytes.length), new ShapeTable(), 0);
  while (batches.next());
  return batches.steps;
}

function telegramSteps(text: string): number {
  const walker = new ExportWalker(encoder.encode(text));
  walker.walk(0);
  for (let n = 0; n < walker.start.length; n++) {
    parseMessage(walker.scanner, [walker.start.at(n), walker.end.at(n)]);
  }
  return walker.scanner.steps;
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

for (const [what, input] of Object.entries(WHATSAPP_NASTY)) {
  test(`going through a WhatsApp export in small pieces takes linear work on ${what}`, () => {
    for (const times of [400, 800]) {
      const bytes = encoder.encode(input(times));
      const batches = new Batches(sourceOf(bytes, 64), new ShapeTable(), 0);
      while (batches.next());
      assert.ok(
        batches.steps <= bytes.length * 12 + 1000,
        `${batches.steps} steps for ${bytes.length} bytes`,
      );
    }
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
