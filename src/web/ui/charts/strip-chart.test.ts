import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from '../html.ts';
import { barsOf } from './strip-bars.ts';
import type { StripDay } from './strip-bars.ts';
import { stripChart } from './strip-chart.ts';

function days(count: number, make: (index: number) => Partial<StripDay> = () => ({})): readonly StripDay[] {
  return Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.UTC(2026, 8, 9 + index)).toISOString().slice(0, 10),
    up: 1,
    down: 2,
    ...make(index),
  }));
}

const chart = (all: readonly StripDay[], upName = 'Jay R'): string =>
  renderHtml(stripChart({ id: 's', days: all, upName, downName: 'Elle' }));

const count = (page: string, text: string): number => page.split(text).length - 1;

test('a conversation of up to 400 days has a bar a day, and a longer one says how many days a bar is', () => {
  assert.equal(barsOf(days(400), 400).bars.length, 400);
  const eleven = barsOf(days(4018), 400);
  assert.equal(eleven.daysInBar, 11);
  assert.ok(eleven.bars.length <= 400);
  assert.match(chart(days(4018)), /A bar for every 11 days/);
  assert.match(chart(days(66)), /A bar a day/);
});

test('putting days together loses no message and no doubt', () => {
  const all = days(4018, index => ({ up: index % 7, down: index % 5, doubts: index % 2 }));
  const { bars } = barsOf(all, 400);
  const sum = (each: readonly { up: number; down: number; doubts?: number | undefined }[]): number[] =>
    [each.map(one => one.up), each.map(one => one.down), each.map(one => one.doubts ?? 0)].map(list =>
      list.reduce((a, b) => a + b, 0),
    );
  assert.deepEqual(sum(bars), sum(all));
});

test('each day with an address is a link in the drawing and in the table, and a day without is neither', () => {
  const page = chart(days(10, index => (index === 3 ? { up: 0, down: 0 } : { href: `/c/1?day=${index}` })));
  assert.equal(count(page, 'tabindex="-1"'), 9);
  assert.equal(count(page, 'href="/c/1?day=4"'), 2);
  assert.match(page, /<th scope="row">\s*12 September 2026/);
});

test('neighbouring days of a gap are one hatched box of their width', () => {
  const page = chart(days(10, index => ({ isGap: index >= 2 && index < 5 })));
  assert.equal(count(page, 'class="ho-strip__gap"'), 1);
  assert.match(page, /fill="url\(#s-hatch\)"\s+x="20\.000%"\s+y="4"\s+width="30\.000%"/);
});

test('days together are a gap only when all of them are', () => {
  const { bars } = barsOf(
    days(4, index => ({ isGap: index !== 3 })),
    2,
  );
  assert.deepEqual(
    bars.map(bar => bar.isGap),
    [true, false],
  );
});

test('the tallest bar fills its half and a day with one message is never nothing', () => {
  const page = chart(days(2, index => (index === 0 ? { up: 10_000, down: 0 } : { up: 1, down: 0 })));
  assert.match(page, /y="4" height="32"/);
  assert.match(page, /y="34.5" height="1\.5"/);
  assert.equal(count(page, 'class="ho-strip__bar-down"'), 0);
});

test('one day, and no day at all, are drawn too', () => {
  assert.match(chart(days(1)), /width="80\.000%"/);
  assert.match(chart([]), /No message carries a date/);
  assert.doesNotMatch(chart(days(3, () => ({ up: 0, down: 0 }))), /NaN|Infinity/);
});

test('the name of a speaker cannot change the drawing', () => {
  assert.doesNotMatch(chart(days(2), '\u202E</svg><script>'), /<script>|\u202E/);
});
