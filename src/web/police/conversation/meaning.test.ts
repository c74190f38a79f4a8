import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DeclaredZoneAnswer } from '#domain/conversations/index.ts';
import { encodeReadingLines, decodeReadingLine, readChat } from '#portable/chat/index.ts';
import type { Message, ReadingHead } from '#portable/chat/index.ts';
import { renderHtml } from '#web/ui/index.ts';
import { meaningOf, orderLabel, reasonsOf, zoneLabel } from './meaning.ts';

function read(text: string): { head: ReadingHead; messages: Message[] } {
  const result = readChat(new TextEncoder().encode(text));
  assert.ok(result.ok);
  const [first] = encodeReadingLines(result.reading);
  const decoded = decodeReadingLine(first!);
  assert.ok(decoded.ok && decoded.line.type === 'reading');
  return { head: decoded.line, messages: [...result.reading.messages] };
}

const means = (text: string, declared: DeclaredZoneAnswer | null = null): string => {
  const { head, messages } = read(text);
  return renderHtml(meaningOf(messages[0]!, head, declared));
};

const at = (written: string) => `${written} - Jay R: a\n${written} - Elle: b\n`;
const zoneOf = (zone: string): DeclaredZoneAnswer => ({
  zone,
  by: 'Sam Okafor',
  reason: 'The phone was seen.',
});

describe('what a written time means', () => {
  test('without a zone is every instant it could be, and London’s with its "if"', () => {
    const words = means('18/09/2026, 20:10 - Jay R: a\n18/09/2026, 20:10 - Elle: b\n');
    assert.match(words, /Between 18 September 2026, 06:10:00 and 19 September 2026, 08:10:59 UTC/);
    assert.match(words, /If the phone was on London time:\s+18 September 2026, 19:10:00 UTC/);
  });

  test('in the hour that autumn repeats has two readings', () => {
    assert.match(
      means('25/10/2026, 01:30 - Jay R: a\n25/10/2026, 01:31 - Elle: b\n'),
      /25 October 2026, 00:30:00 UTC or 25 October 2026, 01:30:00 UTC/,
    );
  });

  test('in the hour that spring leaves out has none', () => {
    assert.match(
      means('29/03/2026, 01:30 - Jay R: a\n29/03/2026, 01:31 - Elle: b\n'),
      /London had no such time/,
    );
  });

  test('with day and month open is said both ways', () => {
    const text = '03/04/2026, 20:10 - Jay R: a\n03/04/2026, 20:11 - Elle: b\n';
    const { head, messages } = read(text);
    if (messages[0]?.writtenOther !== undefined) assert.match(means(text), /the other way round/);
    assert.match(orderLabel(head), /not decided|inferred/);
  });

  test('rests on reasons: how fine the clock is, the order of the date, the zone', () => {
    const { head, messages } = read('18/09/2026, 20:10 - Jay R: a\n18/09/2026, 20:10 - Elle: b\n');
    const reasons = reasonsOf(messages[0]!, head, null);
    assert.equal(reasons[0], 'The file writes minutes.');
    assert.match(reasons[1] ?? '', /day, month, year/);
    assert.match(reasons[2] ?? '', /zone/);
  });
});

describe('what a written time means by a zone that an officer declared', () => {
  test('is one moment, and says whose word the zone is', () => {
    const words = means(at('18/09/2026, 20:10'), zoneOf('Europe/Paris'));
    assert.match(
      words,
      /18 September 2026, 18:10:00 UTC, by the clock of .*Europe\/Paris.*, which Sam Okafor declared/,
    );
    assert.doesNotMatch(words, /Between|London/);
  });

  test('is two moments in an hour that the clock showed twice', () => {
    assert.match(
      means(at('25/10/2026, 02:30'), zoneOf('Europe/Paris')),
      /25 October 2026, 00:30:00 UTC or 25 October 2026, 01:30:00 UTC.*showed this hour twice/s,
    );
  });

  test('is no moment in an hour that the clock left out', () => {
    assert.match(means(at('29/03/2026, 02:30'), zoneOf('Europe/Paris')), /No moment.*left this hour out/s);
  });

  test('is not known where no zone has that name', () => {
    assert.match(means(at('18/09/2026, 20:10'), zoneOf('Mars/Olympus')), /no zone is called/);
  });

  test('gives the reason that the officer gave, and the label names the zone', () => {
    const { head, messages } = read(at('18/09/2026, 20:10'));
    const declared = zoneOf('Europe/Paris');
    assert.ok(
      reasonsOf(messages[0]!, head, declared).includes('Sam Okafor on the zone: The phone was seen.'),
    );
    assert.equal(zoneLabel(head, declared), 'Zone: Europe/Paris, declared');
    assert.notEqual(zoneLabel(head, null), zoneLabel(head, declared));
  });
});
