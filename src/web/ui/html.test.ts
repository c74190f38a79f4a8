import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, html, isHtml, joinHtml, NOTHING, renderHtml } from './html.ts';
import type { Html, Printable } from './html.ts';

const HOSTILE = `"><script>alert('1')</script>&`;
const ESCAPED = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';

/** Another name for the tag, under which the formatter leaves templates as they are written here. */
const markup = html;

const rendered = (page: Html): string => renderHtml(page);

test('a hostile text is escaped between tags and inside a quoted value', () => {
  assert.equal(
    rendered(markup`<p title="${HOSTILE}">${HOSTILE}</p>`),
    `<p title="${ESCAPED}">${ESCAPED}</p>`,
  );
  assert.equal(rendered(markup`<p title='a ${HOSTILE}'></p>`), `<p title='a ${ESCAPED}'></p>`);
});

test('a template prints numbers, joins lists and nested markup, and prints nothing for nothing', () => {
  const nested = markup`<i>${1n}</i>`;
  const page = markup`<p>${0}${[nested, '<', [2]]}${null}${undefined}${false}${NOTHING}</p>`;
  assert.equal(rendered(page), '<p>0<i>1</i>&lt;2</p>');
  assert.equal(rendered(joinHtml(['a', nested], ', ')), 'a, <i>1</i>');
  assert.equal(rendered(joinHtml([nested, nested], markup`<br>`)), '<i>1</i><br><i>1</i>');
});

test('an address with a scheme that can run is refused, however it is disguised', () => {
  for (const address of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:1',
    'data:text/html,x',
    'vbscript:x',
    '\u0001javascript:x',
  ]) {
    assert.equal(rendered(markup`<a href="${address}">x</a>`), '<a href="#refused">x</a>', address);
    assert.equal(
      rendered(markup`<a ${attributes({ href: address })}>x</a>`),
      '<a href="#refused">x</a>',
      address,
    );
  }
  for (const address of ['/desk?a=b:c', '#m1', 'https://a.example/', 'tel:999', 'page', 'a/b:c', '']) {
    assert.equal(rendered(markup`<a href="${address}">x</a>`), `<a href="${address}">x</a>`);
  }
});

test('a value after the beginning of an address stays inside it', () => {
  assert.equal(rendered(markup`<a href="/item/${'javascript:'}">x</a>`), '<a href="/item/javascript:">x</a>');
  assert.throws(() => markup`<a href="java${'script:1'}">x</a>`, /after "java"/);
  assert.throws(() => markup`<a href="${'java'}${'script:1'}">x</a>`, /joins two values/);
  assert.throws(() => markup`<a href="${'javascript'}:alert(1)">x</a>`, /after an address/);
});

test('a template with a hole where no text is safe throws', () => {
  const x = 'x';
  const unsafe: (() => Html)[] = [
    () => markup`<a href=${x}>x</a>`,
    () => markup`<a title=a${x}>x</a>`,
    () => markup`<${x}></${x}>`,
    () => markup`</${x}>`,
    () => markup`<a${x}></a${x}>`,
    () => markup`<a ${x}="1"></a>`,
    () => markup`<a data-${x}="1"></a>`,
    () => markup`<a onclick="${x}"></a>`,
    () => markup`<a ONCLICK="${x}"></a>`,
    () => markup`<a style="${x}"></a>`,
    () => markup`<iframe srcdoc="${x}"></iframe>`,
    () =>
      markup`<script>
        ${x};
      </script>`,
    () =>
      markup`<style>
        ${x}
      </style>`,
    () => markup`<!-- ${x} -->`,
    () => markup`<p title="${x}`,
    () => markup`<p title="${markup`x`}"></p>`,
    () => markup`<p ${markup`x`}></p>`,
  ];
  for (const make of unsafe) assert.throws(make, TypeError, make.toString());
});

test('a template that ends inside a tag, a value, a comment or a script throws', () => {
  for (const make of [
    () => markup`<p`,
    () => markup`<p title="`,
    () => markup`<!-- a`,
    () => markup`<script>a`,
    () => markup`<`,
  ]) {
    assert.throws(make, /ends inside/);
  }
});

test('attributes are escaped, booleans print the bare name or nothing, and handlers are refused', () => {
  const list = attributes({ id: HOSTILE, hidden: true, open: false, title: undefined, 'data-n': 0 });
  assert.equal(rendered(markup`<p ${list}></p>`), `<p id="${ESCAPED}" hidden data-n="0"></p>`);
  for (const name of ['onclick', 'OnLoad', 'style', 'srcdoc', 'a b', 'a>', '"', '']) {
    assert.throws(() => attributes({ [name]: 'x' }), TypeError, name);
  }
});

test('a value of a type that nobody meant to print throws', () => {
  for (const value of [{}, { markup: '<b>' }, () => '', Symbol('x'), true, new Date(0)]) {
    assert.throws(() => markup`<p>${value as unknown as Printable}</p>`, TypeError);
  }
});

test('nothing that merely looks like markup is markup', () => {
  const real = markup`<b></b>`;
  for (const fake of [
    JSON.parse(JSON.stringify(real)),
    Object.assign({}, real),
    Object.create(Object.getPrototypeOf(real) as object),
  ]) {
    assert.equal(isHtml(fake), false);
    assert.throws(() => markup`<p>${fake as Html}</p>`, TypeError);
  }
  assert.equal(isHtml(real), true);
});

test('markup joined to a string throws instead of losing its escaping', () => {
  assert.throws(() => `<p>${markup`<b></b>` as unknown as string}`, /joined to a string/);
});

test('the indentation of a template is left out, and that of a value is kept', () => {
  const page = markup`<div>
    <p>${'one\n  two'}</p>
  </div>`;
  assert.equal(rendered(page), '<div>\n<p>one\n  two</p>\n</div>');
});

test('a NUL, which no HTML can carry, is printed as the replacement character', () => {
  assert.equal(rendered(markup`<p>${'a\0b'}</p>`), '<p>a\uFFFDb</p>');
});
