import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { html, renderHtml } from '../html.ts';
import type { Html } from '../html.ts';
import * as govuk from './index.ts';
import { GOVUK_FOLDER, renderMacro } from './macros.ts';

const HOSTILE = `'"><script>alert(1)</script><img src=x onerror=alert(1)>`;
const COMPONENTS = Object.keys(govuk).map(name =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
);

interface Fixture {
  readonly options: Record<string, unknown>;
}

/** Options that choose a tag name or a keyword; their types are unions of literals. */
const KEYWORDS = new Set(['titleHeadingLevel', 'headingLevel', 'element']);

/** Every text of a fixture replaced by a hostile one; its markup left out. */
function hostile(value: unknown, name = ''): unknown {
  if (/(^h|H)tml$/.test(name) || KEYWORDS.has(name)) return undefined;
  if (typeof value === 'string') return HOSTILE;
  if (Array.isArray(value)) return value.map(item => hostile(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each, key)]));
}

test('no text option of any component lets a hostile text become markup', () => {
  let checked = 0;
  for (const component of COMPONENTS) {
    const path = join(GOVUK_FOLDER, 'components', component, 'fixtures.json');
    const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] };
    for (const { options } of fixtures) {
      const printed = renderHtml(renderMacro(component, hostile(options) as object));
      assert.doesNotMatch(printed, /<script|<img/, `${component} ${JSON.stringify(options)}`);
      checked += 1;
    }
  }
  assert.equal(checked, 496);
});

test('an html option takes nothing but markup, and a text option takes no markup, whatever the types were told', () => {
  const text = '<b>x</b>' as unknown as Html;
  assert.throws(() => govuk.insetText({ html: text }), /takes Html only/);
  assert.throws(
    () => govuk.summaryList({ rows: [{ key: { text: 'a' }, value: { html: text } }] }),
    /takes Html only/,
  );
  assert.throws(() => govuk.tag({ text: html`<b>x</b>` as unknown as string }), /takes text/);
  assert.match(renderHtml(govuk.insetText({ html: html`<b>${'<'}</b>` })), /<b>&lt;<\/b>/);
});

test('attributes are an object of plain names without handlers', () => {
  const attributes = (value: unknown): Html =>
    govuk.tag({ text: 'x', attributes: value as Record<string, string> });
  assert.throws(() => attributes(' onclick="alert(1)"'), /takes an object/);
  for (const name of ['onclick', 'style', 'a b', 'x><script', ''])
    assert.throws(() => attributes({ [name]: 'x' }), /cannot be set/);
  assert.match(
    renderHtml(attributes({ 'data-x': '"', 'aria-hidden': true, id: undefined })),
    /data-x="&quot;" aria-hidden="true">/,
  );
});

test('an option that is misspelt, or markup where text belongs, is a type error', () => {
  // @ts-expect-error misspelt
  govuk.button({ text: 'x', clases: 'y' });
  // @ts-expect-error neither text nor html
  assert.ok(govuk.button({}));
  // @ts-expect-error a string is not markup
  assert.throws(() => govuk.insetText({ html: '<b>' }));
  // @ts-expect-error both text and html
  assert.ok(govuk.tag({ text: 'x', html: html`x` }));
  // @ts-expect-error misspelt in a nested option
  govuk.input({ name: 'a', label: { text: 'A', isPageHeadng: true } });
  // @ts-expect-error without a label
  assert.ok(govuk.textarea({ name: 'a' }));
  // @ts-expect-error not a kind of button
  assert.ok(govuk.button({ text: 'x', type: 'sumbit' }));
  // @ts-expect-error misspelt in a row
  govuk.summaryList({ rows: [{ key: { text: 'a' }, value: { text: 'b' }, action: {} }] });
  // @ts-expect-error misspelt in a choice
  govuk.radios({ name: 'a', items: [{ value: 'x', text: 'X', cheked: true }] });
});

test('our types know every option that the official macros document', () => {
  const sources = ['options.ts', 'controls.ts', 'blocks.ts']
    .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  const known = new Set([...sources.matchAll(/readonly (\w+)\??:/g)].map(found => found[1]!));
  interface Option {
    readonly name: string;
    readonly params?: readonly Option[];
  }
  const names = (options: readonly Option[]): string[] =>
    options.flatMap(option => [option.name, ...names(option.params ?? [])]);
  let seen = 0;
  for (const component of COMPONENTS) {
    const path = join(GOVUK_FOLDER, 'components', component, 'macro-options.json');
    for (const name of names(JSON.parse(readFileSync(path, 'utf8')) as Option[])) {
      seen += 1;
      assert.ok(name === 'caller' || known.has(name), `${component}: ${name}`);
    }
  }
  assert.ok(seen > 300, `${seen} options`);
});
