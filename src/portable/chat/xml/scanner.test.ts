import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextNotes } from '../json/text.ts';
import { sourceOf } from '../source/byte-source.ts';
import { XmlScanner, type XmlToken } from './scanner.ts';
import { xmlText } from './text.ts';

const encoder = new TextEncoder();

function tokensOf(text: string, chunk?: number): XmlToken[] {
  const scanner = new XmlScanner(sourceOf(encoder.encode(text), chunk), { beginnings: ['row', '/row'], passOver: () => null }); // prettier-ignore
  const tokens: XmlToken[] = [];
  for (let token = scanner.next(); token !== null; token = scanner.next()) {
    tokens.push(token);
    if (token.what === 'broken' && !scanner.resume()) break;
  }
  return tokens;
}

function shapeOf(text: string): string[] {
  const whole = tokensOf(text).map(({ what, start, end }) => `${what} ${start}-${end}`);
  assert.deepEqual(tokensOf(text, 1).map(({ what, start, end }) => `${what} ${start}-${end}`), whole); // prettier-ignore
  return whole;
}

describe('an XML scanner', () => {
  test('gives tags, text, comments, instructions and declarations with their offsets', () => {
    const text = '<?x?><!DOCTYPE a [ <!ENTITY b "c"> ]>\n<row a="1"/><!-- > -->x</row >';
    assert.deepEqual(shapeOf(text), [
      'instruction 0-5',
      'doctype 5-37',
      'text 37-38',
      'open 38-50',
      'comment 50-60',
      'text 60-61',
      'close 61-68',
    ]);
  });

  test('goes on at the next tag it knows, also when that stands in a value without an end', () => {
    assert.deepEqual(shapeOf('<row a="x <row b="y"/>'), ['broken 0-10', 'open 10-22']);
    assert.deepEqual(shapeOf('<row a=x><b/><row b="y"/>'), ['broken 0-7', 'open 13-25']);
    assert.deepEqual(shapeOf('<row a="x < y <rows"/>'), ['open 0-22']);
  });

  test('finds a tag it knows also in a value that is stepped over', () => {
    const taken: number[] = [];
    const passOver = () => ({
      take: (_: Uint8Array, start: number, end: number) => void taken.push(end - start),
    });
    const scanner = new XmlScanner(sourceOf(encoder.encode('<row a="x<y<row b="z"/>'), 1), { beginnings: ['row'], passOver }); // prettier-ignore
    assert.deepEqual(scanner.next(), { what: 'broken', start: 0, end: 11 });
    assert.equal(taken.reduce((sum, each) => sum + each, 0), 3); // prettier-ignore
    assert.equal(scanner.next()?.what, 'open');
  });

  test('says when the item ends within markup', () => {
    for (const cut of ['<', '<row', '<row a', '<row a=', '<row a="', '</ro', '<!--x--', '<?x', '<!DOCTYPE x [ >', '<![CDATA[ ]>'])
      assert.deepEqual(tokensOf(cut).map(({ what }) => what), ['cut-off'], cut); // prettier-ignore
  });

  test('keeps the first of two values of one name, and the other beside it', () => {
    const [token] = tokensOf(`<row a="1" a='2' __proto__="3">`);
    assert.ok(token?.what === 'open');
    assert.deepEqual([...token.attributes.values], [['a', '1'], ['__proto__', '3']]); // prettier-ignore
    assert.deepEqual(token.attributes.repeated, [['a', '2']]);
  });
});

describe('the text of an XML value', () => {
  function read(written: string): { text: string; repairs: unknown[]; notes: TextNotes } {
    const notes = new TextNotes();
    const bytes = encoder.encode(written);
    return { text: xmlText(bytes, [0, bytes.length], 100, notes), repairs: notes.repairs, notes };
  }

  test('has the references of XML itself read, and no repair', () => {
    assert.deepEqual(
      read('&lt;a&gt; &amp;lt; &quot;&apos; &#233;&#xE9;&#128518; a\r\n\tb').text,
      '<a> &lt; "\' éé😆 a\r\n\tb',
    );
    assert.deepEqual(read('&lt;&#10;').repairs, []);
  });

  test('joins the halves of a character and says where', () => {
    assert.deepEqual(read('é&#xD83D;&#56838;').repairs, [
      { what: 'surrogate-pair', at: 102, before: '&#xD83D;&#56838;', after: '😆' },
    ]);
    const { text, notes } = read('&#56838;&#55357; &#55357;&#55357;');
    assert.equal(text, '\ufffd\ufffd \ufffd\ufffd');
    assert.ok(notes.loneSurrogate);
  });

  test('keeps what no XML has as it is written, and says so', () => {
    for (const odd of [
      '&x;',
      '&é;',
      '&',
      '& b;',
      '&#;',
      '&#x110000;',
      '&#1114112;',
      '&constructor;',
      `&${'x'.repeat(50)};`,
    ]) {
      const { text, repairs } = read(`a${odd}b`);
      assert.equal(text, `a${odd}b`);
      assert.equal(repairs.length, 1, odd);
    }
    assert.deepEqual(read('&#11;').repairs, [
      { what: 'forbidden-character', at: 100, before: '&#11;', after: '\v' },
    ]);
  });

  test('lists ten thousand steps at most, and then says from where on there are more', () => {
    const { text, repairs } = read('&'.repeat(10_050));
    assert.equal(text.length, 10_050);
    assert.equal(repairs.length, 10_001);
    assert.deepEqual(repairs.at(-1), { what: 'more-not-listed', at: 10_100, before: '', after: '' });
  });

  test('has bytes that are no text replaced and noted', () => {
    const notes = new TextNotes();
    assert.equal(xmlText(Uint8Array.of(0x61, 0xff), [0, 2], 0, notes), 'a\ufffd');
    assert.ok(notes.invalidUtf8);
  });
});
