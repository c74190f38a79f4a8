import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromHex, sha256, utf8 } from '../bytes/index.ts';
import { eventCommitment } from '../continuity/index.ts';
import { decodeReceipt, parseRecordCode, recordCode, recordCodeOf, verifyReceipt } from './index.ts';

type Vectors = {
  codes: { commitment: string; code: string }[];
  receipts: { receipt: string; code: string; outcome: string }[];
};

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { codes, receipts } = JSON.parse(read('vectors/continuity/record-codes.json')) as Vectors;
const [first = assert.fail()] = codes;

test('the fixed record codes made by another implementation are the same, and read back', () => {
  for (const { commitment, code } of codes) {
    assert.equal(recordCode(fromHex(commitment) ?? assert.fail()), code);
    assert.equal(parseRecordCode(code), code);
  }
});

test('a receipt holds the event whose code was written down, and no other; a cut one does not', () => {
  for (const { receipt, code, outcome } of receipts) {
    const { findings } = verifyReceipt(utf8(receipt), { policy: null, code });
    assert.equal(findings.find(({ check }) => check === 'record-code')?.outcome, outcome);
  }
  const decoded = decodeReceipt(utf8(receipts[0]?.receipt ?? ''));
  const [received = assert.fail()] = decoded.ok ? decoded.receipt.events : [];
  const code = recordCode(eventCommitment(received.salt, received.event));
  const other = verifyReceipt(utf8(receipts[0]?.receipt ?? ''), { policy: null, code });
  assert.equal(other.verdict, 'failed');
  const { verdict } = verifyReceipt(utf8(receipts[2]?.receipt ?? ''), {
    policy: null,
    code: receipts[2]?.code ?? '',
  });
  assert.equal(verdict, 'failed');
});

test('the record code of a receipt is that of the event that ended its sealing; a cut receipt has none', () => {
  const codesOf = receipts.map(({ receipt }) => {
    const decoded = decodeReceipt(utf8(receipt));
    return decoded.ok ? recordCodeOf(decoded.receipt) : assert.fail();
  });
  assert.deepEqual(codesOf, [receipts[0]?.code, receipts[1]?.code, receipts[0]?.code, null]);
});

test('a code is read as people write it', () => {
  const plain = first.code.replaceAll('-', '');
  for (const written of [plain, plain.toLowerCase(), plain.replaceAll(/(.{5})/g, '$1 '), ` ${first.code}.`])
    assert.equal(parseRecordCode(written), first.code);
  const withZero = Array.from({ length: 50 }, (_, n) => recordCode(sha256(utf8(`${n}`))));
  const zeros = withZero.find(code => /0/.test(code) && /1/.test(code)) ?? assert.fail();
  const lookalike = zeros.replaceAll('0', 'O').replaceAll('1', 'l');
  assert.equal(parseRecordCode(lookalike), zeros);
});

test('a code with any one character wrong, missing or added is not read', () => {
  const plain = first.code.replaceAll('-', '');
  for (let at = 0; at < plain.length; at += 1) {
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (letter === plain[at]) continue;
      assert.equal(parseRecordCode(plain.slice(0, at) + letter + plain.slice(at + 1)), null);
    }
    assert.equal(parseRecordCode(plain.slice(0, at) + plain.slice(at + 1)), null);
  }
  for (const other of ['', `${plain}0`, plain.replace(/.$/, 'U'), '!'.repeat(20)])
    assert.equal(parseRecordCode(other), null);
});

test('two neighbours exchanged are found out, but for 0 and Z', () => {
  for (const { code } of codes) {
    const plain = code.replaceAll('-', '');
    for (let at = 0; at + 1 < plain.length; at += 1) {
      const [a = '', b = ''] = [plain[at], plain[at + 1]];
      if (a === b || `${a}${b}` === '0Z' || `${a}${b}` === 'Z0') continue;
      assert.equal(parseRecordCode(plain.slice(0, at) + b + a + plain.slice(at + 2)), null, `${plain} ${at}`);
    }
  }
});

test('docs/formats/receipt.md sets out the first fixed record code', () => {
  const page = read('docs/formats/receipt.md');
  for (const figure of [first.code, first.commitment]) assert.ok(page.includes(figure), figure);
});
