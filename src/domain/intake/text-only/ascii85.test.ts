import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { TextScreen } from './text-screen.ts';

function isRefused(text: string, pieceBytes: number): boolean {
  const screen = new TextScreen();
  const bytes = utf8(`hello\n${text}`.padEnd(5000, ' bye'));
  for (let at = 0; at < bytes.length; at += pieceBytes)
    if (screen.push(bytes.subarray(at, at + pieceBytes)) !== null) return true;
  return screen.end() !== null;
}

test('a small file between the marks of Ascii85 is refused, also in lines and without its end', () => {
  const written = 's4IA0!"_qTz!!*\'"s4[O^!"_q';
  for (const piece of [1, 4999]) {
    assert.ok(isRefused(`<~${written}~>`, piece));
    assert.ok(isRefused(`<~${written.replace(/.{5}/g, '$&\r\n')}~>`, piece));
    assert.ok(isRefused(`<~${written.repeat(9)}`, piece));
  }
});

test('arrows, waves and hearts are not taken for Ascii85', () => {
  for (const text of [
    '<~ hello ~>',
    '<~~~~~~ so long ~~~~~>',
    '<~lol~>',
    'a <~b and c~> d',
    `<~${'~'.repeat(300)}>`,
  ])
    assert.ok(!isRefused(text, 7), text);
});
