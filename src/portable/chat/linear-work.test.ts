import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonRows } from './json/rows.ts';
import { E2eeWalk } from './messenger-e2ee/walk.ts';
import { MetaWalk } from './meta-json/walk.ts';
import type { RecordPass } from './records/record.ts';
import { SnapWalk } from './snapchat/walk.ts';
import { type ByteSource, sourceOf } from './source/byte-source.ts';
import { ArrayWalk } from './discord/array-walk.ts';
import { CsvWalk } from './lines/csv-walk.ts';
import { BackupWalk } from './sms-backup/walk.ts';
import { ExportWalk } from './telegram/export-walk.ts';
import { MessageReader } from './telegram/message.ts';
import { PageReader } from './telegram-html/message.ts';
import { PageWalk } from './telegram-html/page-walk.ts';
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
  const walk = new ExportWalk(sourceOf(encoder.encode(text)));
  const { json } = walk;
  const reader = new MessageReader(json, false);
  while (walk.next()) reader.read(walk.start, walk.end, walk.chat);
  return json.steps;
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

type RowsPass = RecordPass & { readonly rows: JsonRows };

/** The work of one pass that makes every message. */
function rowsSteps(passOver: (source: ByteSource) => RowsPass): (text: string) => number {
  return text => {
    const pass = passOver(sourceOf(encoder.encode(text)));
    for (const { span } of pass.records) assert.ok(span[0] < span[1]);
    return pass.rows.walker.steps;
  };
}

const MESSAGE_LISTS: Record<string, readonly [steps: (text: string) => number, start: string, row: string]> =
  {
    'a Messenger or Instagram file': [
      rowsSteps(source => new MetaWalk(source, 'instagram')),
      '{"messages":[',
      '"sender_name":"Zo\\u00c3\\u00ab"',
    ],
    'a download of encrypted messages': [
      rowsSteps(source => new E2eeWalk(source)),
      '{"messages":[',
      '"senderName":"x"',
    ],
    'a Snapchat file': [rowsSteps(source => new SnapWalk(source)), '{"Sent Chat History":[', '"From":"x"'],
  };

const ROWS_NASTY: Record<string, (start: string, row: string, times: number) => string> = {
  'arrays that never end': (start, _row, times) => start + '['.repeat(times * 20),
  'objects that never end': (start, row, times) => start + `{${row},"z":`.repeat(times),
  'strings that never end': (start, _row, times) => start + '{"'.repeat(times * 20),
  'broken rows one after the other': (start, row, times) => start + `{${row},?},`.repeat(times),
  'rows that end too early': (start, row, times) => start + `{${row}`.repeat(times),
  'rows that are none': (start, _row, times) => start + '7,'.repeat(times * 10),
  'a row with many members': (start, row, times) =>
    `${start}{${row},${'"a":[{"uri":[1]}],'.repeat(times)}"z":0}]}`,
  'a row with many files': (start, row, times) =>
    `${start}{${row},"photos":[${'{"uri":"a","b":1},'.repeat(times)}0],"media":[${'{"uri":"a"},'.repeat(times)}0]}]}`,
  'a row with many reactions': (start, row, times) =>
    `${start}{${row},"reactions":[${'{"reaction":"x","actor":"y","z":{}},'.repeat(times)}{}]}]}`,
  'many participants': (start, row, times) =>
    `{"participants":[${'{"name":"x"},"y",'.repeat(times)}0],${start.slice(1)}{${row}}]}`,
  'many lists': (start, row, times) => `{${`"a":[{${row}}],`.repeat(times)}${start.slice(1)}]}`,
};

for (const [format, [steps, start, row]] of Object.entries(MESSAGE_LISTS)) {
  for (const [what, input] of Object.entries(ROWS_NASTY))
    test(`reading ${format} takes linear work on ${what}`, () => {
      assertLinear(steps, times => input(start, row, times), 16);
    });
}

function csvSteps(text: string): number {
  const walk = new CsvWalk(sourceOf(encoder.encode(text)), /^\d{18},/);
  while (walk.next() !== null);
  return walk.steps;
}

const NUMBER = '469641856024576000';
const CSV_NASTY: Record<string, (times: number) => string> = {
  'a quote in every row that is never closed': times =>
    `${NUMBER},"never closed\n${NUMBER},x\n`.repeat(times),
  'a quote that is closed rows later': times => `${NUMBER},"${`\n${NUMBER},x`.repeat(times)}"y\n`,
  'a quote in every row that stays open to the end': times => `${NUMBER},b",""",\n`.repeat(times),
  'quotes alone': times => '"'.repeat(times * 40),
  'pairs of quotes in an open field': times => `${NUMBER},"a${'""'.repeat(times)}\nb,""c`.repeat(20),
  'quotes with text behind them': times => `"a"b,"c\n"d,`.repeat(times * 4),
  'rows that begin in every line of an open field': times => `"${`\n${NUMBER},""`.repeat(times * 2)}`,
  'empty rows': times => '\n'.repeat(times * 40),
};

for (const [what, input] of Object.entries(CSV_NASTY)) {
  test(`reading rows takes linear work on ${what}`, () => {
    assertLinear(csvSteps, input, 10);
  });
}

function discordSteps(text: string): number {
  const walk = new ArrayWalk(sourceOf(encoder.encode(text)));
  walk.begin();
  for (const _ of walk.objects(/^\{"id"/)) continue;
  return walk.json.steps;
}

const LIST_NASTY: Record<string, (times: number) => string> = {
  'objects that never end': times => '[' + '{"id":'.repeat(times * 10),
  'broken objects one after the other': times => '[' + '{"id":1,?},'.repeat(times),
  'objects that end too early': times => '[' + '{"id":1,"x":"y"'.repeat(times),
};

for (const [what, input] of Object.entries(LIST_NASTY)) {
  test(`reading a list of Discord messages takes linear work on ${what}`, () => {
    assertLinear(discordSteps, input, 12);
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
