import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { BASE32, BASE64, BYTES, HEX } from './alphabets.ts';
import { SIGNATURES } from './signatures.ts';
import { symbolPatterns } from './symbol-patterns.ts';
import { SymbolScanner } from './symbol-scanner.ts';

/** Texts that end a pattern at every character or begin one without end. */
const HOSTILE = [
  ...['A', 'a', '0', '\0', '=', '/9j/\n', 'UEsDB', 'H4sI', '1f8b', 'ffd8', 'iVBOR', 'data:', '\\u00', '&#x0'],
  ...['begin 644 ', '<!--', 'JVBERi', 'Qk0AAAA', 'AAAAIGZ0eX', '00000020', 'GIF8', '%PDF', 'ID3'],
];

test('texts made to end a pattern everywhere cost at most 40 comparisons a byte, and twice the text twice as many', () => {
  for (const alphabet of [BASE64, BASE32, HEX, BYTES]) {
    const patterns = symbolPatterns(alphabet, SIGNATURES);
    for (const unit of HOSTILE) {
      const [one = 0, two = 0] = [65_536, 131_072].map(bytes => {
        const scanner = new SymbolScanner(patterns);
        scanner.push(utf8(unit.repeat(Math.ceil(bytes / unit.length))));
        return scanner.compared;
      });
      assert.ok(one <= 65_536 * 40, `${unit}: ${one}`);
      assert.ok(two <= one * 2.1 + 1000, `${unit}: ${one}, then ${two}`);
    }
  }
});

test('a short beginning counts with what follows it, also when each character comes alone', () => {
  const patterns = symbolPatterns(BASE64, SIGNATURES);
  const written = '/9j/7gAOQWRvYmUAZMAAAAAB/9sAhAAbGhopHSlBJiZBQi8vL0JHPz4+P0dHR0dHR0dHR0dH';
  const inPieces = new SymbolScanner(patterns);
  const found = Array.from(written, character => inPieces.push(utf8(character)));
  assert.ok(found.includes('picture'));
  const words = new SymbolScanner(patterns);
  assert.equal(words.push(utf8('/9j/ and then we met the others at the station and went home again')), null);
});
