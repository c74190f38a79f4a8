import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, renderHtml } from '../html.ts';
import { errorPage, EXIT_ADDRESS, policePage, publicPage } from './index.ts';
import type { PolicePage, PublicPage } from './index.ts';

const FORCE = { name: 'Northshire Police' };
const SECTIONS = [{ id: 'queue', text: 'Queue', href: '/queue' }];
const BODY = html`<h1>How can we reach you?</h1>`;
const PROBLEMS = [
  { field: 'phone', message: 'Enter a phone number, like 07700 900123' },
  { field: 'name', message: 'Enter <b>a name</b>' },
];

function publicText(more: Partial<PublicPage> = {}): string {
  return renderHtml(
    publicPage({ title: 'How can we reach you?', force: FORCE, body: BODY, exit: true, ...more }),
  );
}

function policeText(more: Partial<PolicePage> = {}): string {
  const officer = { name: 'PC Tom Fairley', role: 'Intake officer' };
  return renderHtml(
    policePage({
      title: 'Queue',
      force: FORCE,
      body: BODY,
      officer,
      sections: SECTIONS,
      section: 'queue',
      ...more,
    }),
  );
}

/** The order in which things stand in a page. */
function order(page: string, ...marks: readonly string[]): void {
  const places = marks.map(mark => page.indexOf(mark));
  assert.ok(!places.includes(-1), `${marks[places.indexOf(-1)] ?? ''} is missing`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    marks.join(' before '),
  );
}

test('999 stands above the title on every public page, whatever its kind', () => {
  for (const danger of ['ask', 'now', 'strip', undefined] as const) {
    order(publicText({ danger }), 'href="tel:999"', '<main', '<h1>');
  }
});

test('the way out is a plain link to an everyday page, before the content and among the first things a keyboard reaches', () => {
  const page = publicText();
  order(page, 'Skip to main content', '<header', 'Exit this page', 'govuk-exit-this-page__button', '<main');
  assert.equal(page.split(`href="${EXIT_ADDRESS}"`).length - 1, 2);
  assert.match(page, /rel="nofollow noreferrer"/);
  assert.doesNotMatch(publicText({ exit: false }), /Exit this page/);
});

test('a public page names the helplines at its foot', () => {
  assert.match(publicText(), /Childline.*0800 1111/s);
  assert.match(publicText(), /Samaritans.*116 123/s);
});

test('a page without mistakes says what it is, and with mistakes says so first', () => {
  assert.match(publicText(), /<title>How can we reach you\? - Handover - Northshire Police<\/title>/);
  assert.doesNotMatch(publicText({ problems: [] }), /There is a problem|Error:/);
  for (const page of [publicText({ problems: PROBLEMS }), policeText({ problems: PROBLEMS })]) {
    assert.match(page, /<title>Error: /);
    order(page, '<main', 'There is a problem', '<h1>');
    assert.match(page, /<a href="#phone">Enter a phone number, like 07700 900123<\/a>/);
    assert.match(page, /<a href="#name">Enter &lt;b&gt;a name&lt;\/b&gt;<\/a>/);
  }
});

test('a demonstration says on every page that nobody is real, and the real thing never does', () => {
  const force = { ...FORCE, demonstration: true };
  const body = { audience: 'public', title: 'x', body: BODY } as const;
  for (const page of [
    publicText({ force }),
    policeText({ force }),
    renderHtml(errorPage({ ...body, force })),
  ]) {
    assert.match(page, /Demonstration: nobody here is real/);
  }
  for (const page of [publicText(), policeText()]) assert.doesNotMatch(page, /Demonstration/);
});

test('no page offers another language before there is one', () => {
  assert.doesNotMatch(publicText(), /Cymraeg|hreflang/);
  assert.match(publicText(), /<html lang="en"/);
});

test('scripts are added as modules by address, and there are no others but our own', () => {
  const scripts = [...publicText({ scripts: ['/assets/archive-0123.js'] }).matchAll(/<script[^>]*>/g)].map(
    found => found[0],
  );
  assert.deepEqual(
    scripts.map(tag => tag.replace(/-[0-9a-f]{16}/, '')),
    [
      '<script type="module" src="/assets/enhance.js">',
      '<script type="module" src="/assets/archive-0123.js">',
    ],
  );
});

test('the bar of a police page marks the section, its count and who is signed in, and shows nothing to nobody', () => {
  const page = policeText({ counts: { queue: 1234 } });
  assert.match(page, /aria-current="page"[^>]*>Queue\s+<span class="ho-count">1,234</);
  assert.match(page, /<bdi>PC Tom Fairley<\/bdi>/);
  assert.doesNotMatch(policeText({ counts: { queue: 0 } }), /ho-count/);
  assert.doesNotMatch(policeText({ officer: undefined }), /<nav|Intake officer/);
});

test('an officer’s name cannot change the page around it', () => {
  const page = policeText({ officer: { name: '\u202E<script>x</script>', role: '</nav><b>' } });
  assert.doesNotMatch(page, /<script>x|\u202E|<\/nav><b>/);
});

test('an error page says what happened and gives the number of the log line', () => {
  const error = {
    force: FORCE,
    title: 'You cannot open this case',
    body: html`<p>You are still signed in.</p>`,
    reference: 'E-7K2Q',
  };
  for (const audience of ['public', 'police'] as const) {
    const page = renderHtml(
      errorPage({ ...error, audience, officer: { name: 'PC Lund', role: 'Intake officer' } }),
    );
    order(page, '<h1', 'You are still signed in.', 'E-7K2Q');
    assert.equal(page.includes('PC Lund'), audience === 'police');
  }
});
