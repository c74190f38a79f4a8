import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ReceiptSheet } from '#domain/receipts/index.ts';
import { RECEIPT_STATEMENT } from '#portable/receipt/index.ts';
import { createDocumentPress } from './document-press.ts';
import { NO_POPPLER, poppler, wordsOfPdf } from './testing/poppler.ts';
import { HOSTILE_NAMES, sheetWithNames, vectorSheet } from './testing/sheets.ts';

const press = createDocumentPress();

async function pdfOf(sheet: ReceiptSheet): Promise<Buffer> {
  const made = await press.typeset(sheet);
  assert.ok(made.ok, JSON.stringify(made));
  return Buffer.from(made.pdf);
}

describe('the receipt as a PDF', { skip: NO_POPPLER }, () => {
  let pdf: Buffer;
  let hostile: Buffer;
  before(async () => {
    pdf = await pdfOf(vectorSheet());
    hostile = await pdfOf(sheetWithNames(HOSTILE_NAMES));
  });

  test('it says what the receipt file says: reference, codes, times on both clocks, items, log and the digest of the file', () => {
    const words = wordsOfPdf(pdf);
    for (const said of [
      'Northshire Police received what is listed here.',
      'Reference NS26-000001',
      'Record code Q19N-9JBB-6N5W-356X-FQTZ',
      'Monday 23 November 2026, 20:31:22, time in London Monday 23 November 2026, 20:31:22 UTC',
      'WhatsApp Chat with Sam – été.txt A chat saved from an app. 28 bytes.',
      '5884ec82 c20a6301 b6689e51 d3f73c2a f2f6dc5c 4ac08e00 34c978df a7bb4601',
      'Log northshire.example/log/5c2e8a10 Entries then 5 Root I2IOWCs4Ey1Jc2siif2jif916trbw4kIwH1piarueuA=',
      'Receipt file NS26-000001.handover-receipt Size 3,702 bytes',
      'SHA-256 b7da78b5 1fe2fecd f6197cf4 aa8ef088 748b48cd 5e0b09f8 49c5d554 b9bce6ae',
      'The proof is the receipt file.',
    ])
      assert.ok(words.includes(said), `${said}\nin\n${words}`);
  });

  test('the statement is on its first page word for word, above everything else', () => {
    const first = poppler('pdftotext', ['-raw', '-l', '1'], pdf).replaceAll(/\s+/g, ' ');
    assert.ok(first.includes(`What this receipt proves ${RECEIPT_STATEMENT} The hand-in`), first);
  });

  test('what is said of a table stands on the page of that table, however many items come before it', async () => {
    for (const items of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const names = Array.from({ length: items }, (_, n) => `chat ${n}.txt`);
      const made = await pdfOf(sheetWithNames(names));
      const pages = poppler('pdftotext', ['-raw'], made)
        .replaceAll(/[^\S\f]+/g, ' ')
        .split('\f');
      const page = pages.find(words => words.includes('The record in the log'));
      assert.match(page ?? '', /Root \S+[^]*The lines above are those of the checkpoint/, `${items} items`);
    }
  });

  test('it says where both files for checking are: on the site itself, on the page kept-safe', () => {
    assert.match(
      wordsOfPdf(pdf),
      /website where this was handed in[^]*\/kept-safe at its end[^]*force\.tlog-policy[^]*handover-verify\.html/,
    );
  });

  test('the reference and "Page 1 of 2" stand on every page', () => {
    for (const page of ['1', '2'])
      assert.match(
        poppler('pdftotext', ['-raw', '-f', page, '-l', page], pdf).replaceAll(/\s+/g, ' '),
        new RegExp(`Receipt NS26-000001 Page ${page} of 2`),
      );
  });

  test('it is a tagged A4 document with a title, in British English, that declares PDF/UA-1 and shows its title', () => {
    const info = poppler('pdfinfo', [], pdf);
    assert.match(info, /^Title: +Receipt NS26-000001$/m);
    assert.match(info, /^Tagged: +yes$/m);
    assert.match(info, /^JavaScript: +no$/m);
    assert.match(info, /^Page size: .*\(A4\)$/m);
    assert.match(poppler('pdfinfo', ['-meta'], pdf), /<pdfuaid:part>1<\/pdfuaid:part>/);
    const text = pdf.toString('latin1');
    assert.match(text.slice(text.lastIndexOf('/Type /Catalog')), /\/Lang \(en-GB\)/);
    assert.match(text.slice(text.lastIndexOf('/Type /Catalog')), /\/DisplayDocTitle true/);
  });

  test('its tags give a reader one title, the headings in order, and columns with header cells', () => {
    const tags = poppler('pdfinfo', ['-struct'], hostile);
    const headings = [...tags.matchAll(/^ *H(\d) "(.*?)"/gm)].map(([, level, words]) => `${level} ${words}`);
    assert.deepEqual(headings, [
      '1 Receipt',
      '2 What this receipt proves',
      '2 The hand-in',
      '2 What was received',
      '2 The record in the log',
      '2 How to check',
      '2 What it does not prove',
      '2 Keep it to yourself',
    ]);
    assert.equal([...tags.matchAll(/^ *Table/gm)].length, 4);
    assert.equal([...tags.matchAll(/\/Scope \/Column/g)].length, 2 + 3 + 2 + 2);
    assert.equal([...tags.matchAll(/^ *L /gm)].length, 2);
    assert.doesNotMatch(tags, /Figure/);
  });

  test('there is no image, and every font is inside the file with its characters named', () => {
    assert.doesNotMatch(hostile.toString('latin1'), /\/Subtype \/Image/);
    for (const line of poppler('pdffonts', [], hostile).trim().split('\n').slice(2))
      assert.match(line, /IBMPlex.* yes yes yes /);
  });

  test('the same receipt gives the same bytes', async () => {
    assert.ok((await pdfOf(vectorSheet())).equals(pdf));
    assert.match(pdf.toString('latin1'), /\/CreationDate \(D:20261123203123\+?Z?/);
  });

  test('a hostile name is shown as text and changes nothing around it', () => {
    const words = wordsOfPdf(hostile);
    for (const said of [
      'photo [U+202E] gpj.exe',
      '#set page(width: 1cm) *bold* $x^2$ `raw` <label> @ref // no /* c */ \\ #read("/etc/passwd")',
      'A [U+0000] [U+0007] [U+001B] [31m [U+000A] [U+0009] [U+000D] [U+2028] B [U+D83D]',
      '[U+4E0E] [U+674E] [U+96F7]',
      'Chat with [U+1F98A] Kit [U+1F468] [U+200D] [U+1F469]',
      'Ελληνικά, Кириллица, Tiếng Việt',
      '(no name)',
    ])
      assert.ok(words.includes(said), `${said}\nin\n${words}`);
    assert.match(words, /سامي/);
    assert.match(words, /שלום/);
    assert.doesNotMatch(words, /\u202E.*gpj|root:/);
    assert.match(words, /^Receipt Northshire Police received what is listed here\./);
    assert.doesNotMatch(words, /Eastmere Police received/);
  });

  test('no text runs out of its column, however long a word is', () => {
    const boxes = poppler('pdftotext', ['-bbox'], hostile);
    const right = [...boxes.matchAll(/xMax="([\d.]+)" yMax="[\d.]+">(?:x{12,}|W{12,})/g)].map(([, x]) =>
      Number(x),
    );
    assert.ok(right.length >= 6, boxes);
    assert.ok(Math.max(...right) < 400);
  });

  test('apart from what differs in the receipts, the words are the same for every submission', async () => {
    const other = await pdfOf({
      ...sheetWithNames(['Chat.txt']),
      reference: 'EM26-000077',
      force: 'Eastmere Police',
    });
    const plain = (one: Buffer) =>
      wordsOfPdf(one)
        .replaceAll(/Northshire Police|Eastmere Police/g, 'FORCE')
        .replaceAll(/NS26-000001|EM26-000077/g, 'REFERENCE')
        .replaceAll(/WhatsApp Chat with Sam – été\.txt|Chat\.txt/g, 'NAME')
        // The file's own name is of the sheet that both were made from.
        .replaceAll('EM26-000077.handover-receipt', 'REFERENCE.handover-receipt');
    assert.equal(plain(other), plain(pdf));
  });
});
