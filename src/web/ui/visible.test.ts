import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from './html.ts';
import { isolated, shortName, visible } from './visible.ts';

/** The text as it is shown, with each mark written as [U+…]. */
function shown(text: string): string {
  return renderHtml(visible(text)).replace(
    /<span class="ho-hidden-character" title="[^"]*">([^<]*)<\/span>/g,
    '[$1]',
  );
}

test('overrides, isolates and direction marks are shown as marks in their places', () => {
  assert.equal(shown('photo\u202Egpj.exe'), 'photo[U+202E]gpj.exe');
  assert.equal(shown('\u200Eimage omitted'), '[U+200E]image omitted');
  assert.equal(shown('a\u2066b\u2069c'), 'a[U+2066]b[U+2069]c');
});

test('a mark says what the character is called where officers meet it often', () => {
  assert.match(renderHtml(visible('\u202E')), /title="U\+202E, right-to-left override"/);
  assert.match(renderHtml(visible('\uE000')), /title="U\+E000"/);
});

test('controls, zero-width characters, blanks and private characters are shown as marks', () => {
  assert.equal(shown('a\0b\x1b[31m\x7f\r\u0085'), 'a[U+0000]b[U+001B][31m[U+007F][U+000D][U+0085]');
  assert.equal(
    shown('\u200B\u2060\uFEFF\u00AD\u3164\u2800\uE000'),
    '[U+200B][U+2060][U+FEFF][U+00AD][U+3164][U+2800][U+E000]',
  );
  assert.equal(shown('hi\u{E0068}\u{E0069}'), 'hi[U+E0068][U+E0069]');
  assert.equal(shown('\uD83D'), '[U+D83D]');
  assert.equal(shown('a\u2028b'), 'a[U+2028]b');
});

test('line feeds and tabs stay', () => {
  assert.equal(shown('a\n\tb'), 'a\n\tb');
});

test('joiners and selectors stay where an emoji or a script needs them, and nowhere else', () => {
  for (const honest of ['👨‍👩‍👧', '❤️', '❤️‍🔥', '👩🏽‍🚀', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', 'קמר', 'مرحبا']) {
    assert.equal(shown(honest), honest);
  }
  assert.equal(shown('a\u200Db'), 'a[U+200D]b');
  assert.equal(shown('a\u200Cb'), 'a[U+200C]b');
  assert.equal(shown('a\uFE0F'), 'a[U+FE0F]');
  assert.equal(shown('❤\uFE0F\uFE0F'), '❤\uFE0F[U+FE0F]');
});

test('a name is isolated from the text around it and escaped', () => {
  assert.equal(renderHtml(isolated('<b>قمر')), '<bdi>&lt;b&gt;قمر</bdi>');
});

test('a name of 100,000 characters is cut in the middle and says how much is left out', () => {
  const short = renderHtml(shortName('x'.repeat(100_000), '/whole'));
  assert.ok(short.length < 400);
  assert.match(short, /<a class="govuk-link" href="\/whole">99,928 characters left out<\/a>/);
  assert.equal(renderHtml(shortName('x'.repeat(80))), `<bdi>${'x'.repeat(80)}</bdi>`);
});

test('a cut never splits a character', () => {
  assert.ok(renderHtml(shortName('😀'.repeat(90))).isWellFormed());
  assert.ok(renderHtml(shortName(`a${'😀'.repeat(90)}`)).isWellFormed());
  assert.doesNotMatch(renderHtml(shortName(`a${'😀'.repeat(90)}`)), /U\+D/);
});

test('marks stacked on one letter are drawn as far as any script needs, and the others are counted', () => {
  const stack = '\u0300\u0301\u0302\u0303'.repeat(12);
  assert.match(shown(`z${stack}a`), /^z\u0300\u0301\u0302\u0303/);
  assert.match(renderHtml(visible(`z${stack}a`)), /title="44 more marks on this letter"/);
  for (const text of ['e\u0323\u0302\u0301', '1\ufe0f\u20e3', '\u05e9\u05bc\u05c1\u05b8', 'tho\u031b\u0300'])
    assert.doesNotMatch(renderHtml(visible(text)), /more marks/);
});
