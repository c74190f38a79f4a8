import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areOnlyNames, isOnlyWords } from './only-words.ts';
import { drawing, mediaLike } from './testing/written-media.ts';

test('names that apps made up of random digits are names, also 5,000 of them', () => {
  const next = drawing(5);
  const drawn = (count: number, alphabet: string) =>
    Array.from({ length: count }, () => alphabet[next(alphabet.length)]).join('');
  const ids = Array.from(
    { length: 5000 },
    () =>
      `${drawn(8, '0123456789ABCDEF')}-${drawn(4, '0123456789ABCDEF')}-${drawn(12, '0123456789ABCDEF')}.jpeg`,
  );
  const numbers = Array.from(
    { length: 5000 },
    () => `photos/${drawn(15, '0123456789')}_n_${drawn(17, '0123456789')}.jpg`,
  );
  assert.ok(areOnlyNames(ids));
  assert.ok(areOnlyNames(numbers));
});

test('a written file is found among names and in what somebody typed', () => {
  const picture = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), mediaLike(300)]);
  const parts = picture.toString('base64').match(/.{1,60}/g) ?? [];
  assert.ok(!areOnlyNames(['a.txt', ...parts]));
  assert.ok(!isOnlyWords(`look ${parts.join(' ')}`));
  assert.ok(isOnlyWords('BM is a bank, P3 2 2 was the seat'));
});
