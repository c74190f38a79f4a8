import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rawHtml, renderHtml } from '../html-value.ts';
import * as govuk from './index.ts';
import { GOVUK_FOLDER, renderMacro } from './macros.ts';

interface Fixture {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly html: string;
}

/** Fixtures of GOV.UK Frontend 6.6.0 by component: if a release brings more or fewer, somebody has to look. */
const EXPECTED = {
  'back-link': 7,
  button: 38,
  checkboxes: 42,
  'date-input': 50,
  details: 10,
  'error-message': 9,
  'error-summary': 19,
  'exit-this-page': 4,
  fieldset: 18,
  'file-upload': 22,
  input: 45,
  'inset-text': 6,
  'notification-banner': 21,
  pagination: 15,
  panel: 19,
  radios: 43,
  select: 19,
  'skip-link': 9,
  'summary-list': 30,
  table: 21,
  tag: 12,
  'task-list': 11,
  textarea: 18,
  'warning-text': 8,
} as const;

/** Declares the markup of the fixtures to be markup, as a caller would with an html template. */
function withHtml(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && /(^h|H)tml$/.test(name)) return rawHtml(value);
  if (Array.isArray(value)) return value.map(item => withHtml(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHtml(each, key)]));
}

function fixturesOf(component: string): readonly Fixture[] {
  const path = join(GOVUK_FOLDER, 'components', component, 'fixtures.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

for (const [component, count] of Object.entries(EXPECTED)) {
  test(`the component ${component} prints what each of its ${count} official fixtures says`, () => {
    const fixtures = fixturesOf(component);
    assert.equal(fixtures.length, count);
    for (const { name, options, html } of fixtures) {
      const printed = renderHtml(renderMacro(component, withHtml(options) as object));
      assert.equal(printed.trim(), html.trim(), `${component}: ${name}`);
    }
  });
}

test('every component that the facade offers is checked against official fixtures', () => {
  const names = Object.keys(govuk).map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));
  assert.deepEqual(names.sort(), Object.keys(EXPECTED).sort());
});
