import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  decodeUtf8,
  encodeCanonicalJson,
  fromBase64,
  fromHex,
  sha256,
  toBase64,
  toHex,
  u64be,
  utf8,
} from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { SENTENCE_WORDS, countWords } from '../findings/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import { RECEIPT_STATEMENT, decodeReceipt, encodeReceipt, verifyReceipt } from './index.ts';
import type { Receipt, VerifiedReceipt } from './index.ts';
import { RECEIPT_WORDS, finding } from './words.ts';
import type { ReceiptCheck } from './words.ts';

type Case = {
  name: string;
  receipt: string;
  policy: string | null;
  filesHex: string[];
  verdict: string;
  outcomes: { [check: string]: string };
};
/** The JSON of a receipt, to be changed by a test. */
type Draft = {
  [key: string]: CanonicalValue | object;
  events: { event: string; salt: string; proof: string }[];
  items: { facts: string; salt: string }[];
};

const url = new URL('../../../vectors/continuity/receipts.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { cases: Case[] };
const [good = assert.fail()] = cases;
const file = fromHex(good.filesHex[0] ?? '') ?? assert.fail();

function policyOf(text: string | null) {
  if (text === null) return null;
  const decoded = decodePolicy(text);
  return decoded.ok ? decoded.policy : assert.fail(decoded.reason);
}

/** The good receipt after a change to its JSON, checked under the good policy with the good file. */
function changed(change: (draft: Draft) => void): VerifiedReceipt {
  const draft = JSON.parse(good.receipt) as Draft;
  change(draft);
  const json = decodeUtf8(encodeCanonicalJson(draft as CanonicalValue)) ?? '';
  return verifyReceipt(utf8(`${json}\n`), { policy: policyOf(good.policy), files: [file] });
}

function failures({ findings }: VerifiedReceipt): [string, string | undefined][] {
  return findings.flatMap(({ check, outcome, where }) =>
    outcome === 'failed' ? [[check, where] as [string, string | undefined]] : [],
  );
}

function edited(base64: string, from: string, to: string): string {
  const text = decodeUtf8(fromBase64(base64) ?? assert.fail()) ?? assert.fail();
  assert.ok(text.includes(from));
  return toBase64(utf8(text.replace(from, to)));
}

for (const { name, receipt, policy, filesHex, verdict, outcomes } of cases) {
  test(`a fixed receipt made by another implementation: ${name}`, () => {
    const files = filesHex.map(hex => fromHex(hex) ?? assert.fail());
    const result = verifyReceipt(utf8(receipt), { policy: policyOf(policy), files });
    assert.equal(result.verdict, verdict);
    assert.deepEqual(
      Object.fromEntries(result.findings.map(({ check, outcome }) => [check, outcome])),
      outcomes,
    );
  });
}

test('a receipt is written as it was read, to the byte', () => {
  const decoded = decodeReceipt(utf8(good.receipt));
  assert.ok(decoded.ok);
  assert.equal(decodeUtf8(encodeReceipt(decoded.receipt)), good.receipt);
  assert.equal(decoded.receipt.reference, 'NS26-000001');
  assert.equal(decoded.receipt.events.length, 3);
});

test('the statement says what a receipt does not prove and what posting it may do', () => {
  assert.match(RECEIPT_STATEMENT, /proves only that these bytes were received by the times recorded in it/);
  assert.match(RECEIPT_STATEMENT, /anyone is suspected/);
  assert.match(RECEIPT_STATEMENT, /may harm a child or a trial/);
  assert.ok(good.receipt.includes(RECEIPT_STATEMENT));
});

test('docs/formats/receipt.md sets out the first fixed receipt', () => {
  const page = readFileSync(new URL('../../../docs/formats/receipt.md', import.meta.url), 'utf8');
  const [event = ''] = (JSON.parse(good.receipt) as Draft).events.map(part => part.event);
  const bytes = fromBase64(event) ?? assert.fail();
  const quoted = [
    toHex(sha256(utf8(good.receipt))),
    RECEIPT_STATEMENT,
    `(${bytes.length} bytes)`,
    toHex(u64be(bytes.length)),
  ];
  for (const figure of [...quoted, ...(good.policy ?? '').trimEnd().split('\n')])
    assert.ok(page.includes(figure), figure);
});

test('a receipt that could not be read back is not written', () => {
  const decoded = decodeReceipt(utf8(good.receipt));
  assert.ok(decoded.ok);
  const { receipt } = decoded;
  const [first = assert.fail()] = receipt.events;
  const bad: Receipt[] = [
    { ...receipt, events: [] },
    { ...receipt, reference: '' },
    { ...receipt, force: 'two\nlines' },
    { ...receipt, events: [{ ...first, salt: new Uint8Array(31) }] },
    { ...receipt, events: [{ ...first, event: utf8('{}') }] },
    { ...receipt, events: [{ ...first, proof: 'x' }] },
    { ...receipt, items: [{ facts: utf8('{}'), salt: new Uint8Array(32) }] },
  ];
  for (const one of bad) assert.throws(() => encodeReceipt(one), TypeError);
});

test('a file that is not a receipt in its one spelling is unusable, with the reason', () => {
  const others: [string, string][] = [
    ['', 'The file does not end in a line feed.'],
    [good.receipt.slice(0, -1), 'The file does not end in a line feed.'],
    [`${good.receipt}\n`, 'It is JSON, but not in its one canonical spelling.'],
    [` ${good.receipt}`, 'It is JSON, but not in its one canonical spelling.'],
    ['hello\n', 'It is not JSON.'],
    ['{}\n', 'It does not have exactly the members of a receipt.'],
    [good.receipt.replace('receipt/v1', 'receipt/v2'), 'It is not version 1 of the receipt format.'],
    [
      good.receipt.replace('Northshire', 'North\u202eshire'),
      'Its reference or its force is not one line of text.',
    ],
    [good.receipt.replace('"salt":"0', '"salt":"'), 'Its list of events is malformed or empty.'],
    [good.receipt.replace('"facts":"', '"facts":"!'), 'Its list of items is malformed.'],
  ];
  for (const [text, reason] of others) {
    const { verdict, findings, receipt } = verifyReceipt(utf8(text), { policy: policyOf(good.policy) });
    assert.equal(verdict, 'unusable');
    assert.deepEqual(
      findings.map(({ check, outcome, where }) => [check, outcome, where]),
      [['readable', 'failed', reason]],
    );
    assert.equal(receipt, null);
  }
  const large = new Uint8Array(16 * 1024 * 1024 + 1).fill(0x0a);
  assert.equal(decodeReceipt(large).ok, false);
});

test('an event whose words were changed is not in the log, and does not follow', () => {
  const result = changed(({ events }) => {
    for (const part of events.slice(0, 1)) part.event = edited(part.event, '20:31:22', '20:31:21');
  });
  assert.equal(result.verdict, 'failed');
  assert.deepEqual(failures(result), [
    ['events-in-log', 'event 1: its proof does not lead to its checkpoint'],
    ['chain-complete', 'the event numbered 2 does not follow from the one before it'],
  ]);
});

test('an event that is no longer an event is named, and the checks that need it are not made', () => {
  const result = changed(({ events }) => {
    for (const part of events.slice(1, 2)) part.event = edited(part.event, '"v":1', '"v":2');
  });
  assert.deepEqual(failures(result), [
    ['events-readable', 'event 2'],
    ['events-in-log', 'event 2: its proof does not lead to its checkpoint'],
  ]);
  const states = Object.fromEntries(result.findings.map(({ check, outcome }) => [check, outcome]));
  for (const check of ['chain-complete', 'sealed-whole', 'items-sealed'])
    assert.equal(states[check], 'not-checked');
});

test('an event left out of the middle is a gap', () => {
  const result = changed(draft => {
    draft.events.splice(1, 1);
    draft.items = [];
  });
  assert.deepEqual(failures(result), [
    ['chain-complete', 'event 2 is missing'],
    [
      'sealed-whole',
      'event 1: it counts items: 1, but sealed here: 0, listed here: 0; event 2: it counts items: 1, but sealed here: 0, listed here: 0',
    ],
    ['files-match', 'file 1'],
  ]);
});

test('the first event left out is a gap, and leaves the reference and force without proof', () => {
  const result = changed(({ events }) => events.shift());
  assert.deepEqual(failures(result), [
    ['chain-complete', 'event 1 is missing'],
    ['sealed-whole', 'no event says that the submission was received'],
  ]);
  const labels = result.findings.filter(({ check }) => check === 'reference' || check === 'force');
  assert.deepEqual(
    labels.map(({ outcome }) => outcome),
    ['not-checked', 'not-checked'],
  );
});

test('events in another order are in the wrong place in the record and in the log', () => {
  const result = changed(draft => (draft.events = draft.events.toReversed()));
  assert.deepEqual(
    failures(result).map(([check]) => check),
    ['one-log', 'chain-complete', 'sealed-whole'],
  );
});

test('another salt, index or proof is not a proof', () => {
  const wrong = ['event 1: its proof does not lead to its checkpoint'];
  const changes: ((part: Draft['events'][number]) => void)[] = [
    part => (part.salt = part.salt.replace('00', '01')),
    part => (part.proof = part.proof.replace('index 0', 'index 1')),
    part => (part.proof = part.proof.replace(/index 0\n.*\n/, 'index 0\n')),
  ];
  for (const change of changes) {
    const result = changed(({ events }) => events.slice(0, 1).forEach(change));
    assert.deepEqual(failures(result)[0], ['events-in-log', wrong[0]]);
  }
});

test('a proof that is malformed, carries data of its own or has no checkpoint is refused', () => {
  const changes: [(proof: string) => string, string][] = [
    [() => 'x', 'its proof cannot be read'],
    [proof => proof.replace('index 0', 'extra eA==\nindex 0'), 'its proof carries data that nobody signed'],
    [proof => proof.slice(0, -2), 'its checkpoint cannot be read'],
    [proof => proof.replace('\n5\n', '\n05\n'), 'its checkpoint cannot be read'],
  ];
  for (const [change, fault] of changes) {
    const result = changed(({ events }) =>
      events.slice(0, 1).forEach(part => (part.proof = change(part.proof))),
    );
    assert.equal(result.verdict, 'failed');
    assert.deepEqual(failures(result)[0], ['events-in-log', `event 1: ${fault}`]);
  }
});

test('checkpoints of different logs, or two heads of one size, are not one log', () => {
  const origin = changed(({ events }) =>
    events.slice(0, 1).forEach(part => (part.proof = part.proof.replace('\n\nnorthshire', '\n\neastmere'))),
  );
  const [, where] = failures(origin).find(([check]) => check === 'one-log') ?? [];
  assert.equal(where, 'the checkpoints are of different logs');
  const fork = changed(({ events }) =>
    events.slice(0, 1).forEach(part => (part.proof = part.proof.replace(/\n5\n.{4}/, '\n5\nAAAA'))),
  );
  const [, split] = failures(fork).find(([check]) => check === 'one-log') ?? [];
  assert.equal(split, 'two checkpoints of 5 entries differ');
});

test('a checkpoint with a signature that is bad is not signed by the log', () => {
  const result = changed(({ events }) => {
    for (const part of events) part.proof = `${part.proof.slice(0, -5)}AAA=\n`;
  });
  const [check, where] = failures(result)[0] ?? [];
  assert.equal(check, 'checkpoint-signed');
  assert.equal(where, 'checkpoint of 5 entries: the signature of the log is bad');
});

test('items changed, added, doubled or left out are named', () => {
  const item = (change: (draft: Draft) => void) =>
    failures(changed(change)).find(([check]) => check === 'items-sealed')?.[1];
  const nameless = item(({ items }) =>
    items.slice(0, 1).forEach(part => (part.facts = edited(part.facts, '.txt', '.TXT'))),
  );
  assert.equal(nameless, 'item 1: no event sealed it with these facts');
  const salted = item(({ items }) => items.slice(0, 1).forEach(part => (part.salt = '00'.repeat(32))));
  assert.equal(salted, 'item 1: no event sealed it with these facts');
  const unreadable = item(({ items }) =>
    items.slice(0, 1).forEach(part => (part.facts = toBase64(utf8('{}')))),
  );
  assert.equal(
    unreadable,
    'item 1: its facts cannot be read; event 2: the item that it sealed is not listed',
  );
  const doubled = item(({ items }) => items.push(...items));
  assert.equal(doubled, 'item 2: no event sealed it with these facts');
  assert.equal(
    item(draft => (draft.items = [])),
    'event 2: the item that it sealed is not listed',
  );
});

test('files given as digests are compared by every figure', () => {
  const policy = policyOf(good.policy);
  const decoded = decodeReceipt(utf8(good.receipt));
  assert.ok(decoded.ok);
  const facts = decodeUtf8(decoded.receipt.items[0]?.facts ?? utf8('')) ?? '';
  const { sha256, sha512, sizeBytes } = JSON.parse(facts) as {
    sha256: string;
    sha512: string;
    sizeBytes: number;
  };
  const right = { sha256, sha512, sizeBytes };
  assert.equal(verifyReceipt(utf8(good.receipt), { policy, files: [right] }).verdict, 'verified');
  const zeros = '0'.repeat(64);
  for (const wrong of [
    { ...right, sha256: zeros },
    { ...right, sha512: zeros + zeros },
    { ...right, sizeBytes: 1 },
  ]) {
    const result = verifyReceipt(utf8(good.receipt), { policy, files: [right, wrong] });
    assert.deepEqual(failures(result), [['files-match', 'file 2']]);
  }
});

const STATED = /^[A-Z\d].*\.$/s;

test(`every sentence a receipt's findings can have is at most ${SENTENCE_WORDS} words and ends in a stop`, () => {
  let sentences = 0;
  for (const [check, states] of Object.entries(RECEIPT_WORDS)) {
    for (const state of Object.keys(states)) {
      for (const count of [0, 1, 2, 64, 10_000]) {
        const { sentence, means, doesNotProve } = finding(check as ReceiptCheck, state as 'failed', {
          count,
        });
        assert.ok(countWords(sentence) <= SENTENCE_WORDS, sentence);
        assert.match(sentence, STATED);
        assert.match(means, STATED);
        assert.match(doesNotProve, STATED);
        sentences += 1;
      }
    }
  }
  assert.equal(sentences, 5 * 56);
});

test('a state that a check does not have is a fault of the program', () => {
  assert.throws(() => finding('reference', 'no-files' as 'failed'), /has no state/);
});
