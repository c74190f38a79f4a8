import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '#portable/bytes/index.ts';
import { DataUris } from './data-uri.ts';

/** The same question asked of the whole text at once. */
function holdsAddress(text: string): boolean {
  const kept = text.replace(/[\0- \\]|[^\0-~]/g, '');
  return /data:(?:(?:image|audio|video|font|application|model|multipart|message)\/[\w.+-]{1,80}(?:;[\w.+-]{1,60}(?:=[\w.+-]{0,60})?){0,4},|[\w/;=.+-]{0,200};base64,)/i.test(
    kept,
  );
}

const parts = fc.constantFrom(
  ...['data:', 'da', 'ta:', 'DATA', ':', 'image/png', 'text/plain', ';base64', ';name=a', ';', '=', ','],
  ...[
    '/',
    'audio/',
    'x',
    ' ',
    '\n',
    '\\',
    'é',
    '"',
    ';bas',
    'e64',
    ',;base64,',
    'data:image/',
    'data:;',
    ';base64,',
    'png,',
  ],
);

test('one open address at a time finds every address that a look at the whole text finds', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), fc.integer({ min: 1, max: 9 }), (list, piece) => {
      const text = list.join('');
      const bytes = utf8(text);
      const addresses = new DataUris();
      let isFound = false;
      for (let at = 0; at < bytes.length && !isFound; at += piece)
        isFound = addresses.push(bytes.subarray(at, at + piece));
      found += isFound ? 1 : 0;
      assert.equal(isFound, holdsAddress(text), JSON.stringify(text));
    }),
    { seed: 27, numRuns: 20_000 },
  );
  assert.ok(found > 400, `only ${found} texts held an address`);
});

test('however many addresses 1 MiB opens, no byte is compared with the pattern more than once', () => {
  for (const unit of ['data:', 'data:a', 'data:a;', 'data:image/png', 'data:x;a=,', 'data:;base64', 'data:,'])
    for (const bytes of [1_048_576, 2_097_152]) {
      const addresses = new DataUris();
      const text = utf8(unit.repeat(Math.ceil(bytes / unit.length)));
      assert.equal(addresses.push(text), false, unit);
      assert.ok(addresses.compared <= text.length, `${unit}: ${addresses.compared}`);
    }
});
