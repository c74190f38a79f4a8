import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encodeReadingLines, decodeReadingLine, readChat } from '#portable/chat/index.ts';
import type { Message, ReadingHead } from '#portable/chat/index.ts';
import { renderHtml } from '#web/ui/index.ts';
import { meaningOf, orderLabel, reasonsOf } from './meaning.ts';

function read(text: string): { head: ReadingHead; messages: Message[] } {
  const result = readChat(new TextEncoder().encode(text));
  assert.ok(result.ok);
  const [first] = encodeReadingLines(result.reading);
  const decoded = decodeReadingLine(first!);
  assert.ok(decoded.ok && decoded.line.type === 'reading');
  return { head: decoded.line, messages: [...result.reading.messages] };
}

const means = (text: string): string => {
  const { head, messages } = read(text);
  return renderHtml(meaningOf(messages[0]!, head));
};

describe('what a written time means', () => {
  test('without a zone is every instant it could be, and London’s with its "if"', () => {
    const words = means('18/09/2026, 20:10 - Jay R: a\n18/09/2026, 20:10 - Elle: b\n');
    assert.match(words, /Between 18 September 2026, 06:10:00 and 19 September 2026, 08:10:59 UTC/);
    assert.match(words, /If the phone was on London time: 18 September 2026, 19:10:00 UTC/);
  });

  test('in the hour that autumn repeats has two readings', () => {
    assert.match(
      means('25/10/2026, 01:30 - Jay R: a\n25/10/2026, 01:31 - Elle: b\n'),
      /25 October 2026, 01:30:00 UTC or 25 October 2026, 00:30:00 UTC/,
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
    const reasons = reasonsOf(messages[0]!, head);
    assert.equal(reasons[0], 'The file writes minutes.');
    assert.match(reasons[1] ?? '', /day, month, year/);
    assert.match(reasons[2] ?? '', /zone/);
  });
});
