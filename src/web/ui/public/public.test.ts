import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, renderHtml } from '../html.ts';
import type { Html } from '../html.ts';
import {
  codeBox,
  doList,
  fileCard,
  noteBox,
  printButton,
  receivedBand,
  recordCodeLines,
  safeBox,
  steps,
} from './index.ts';

const HOSTILE = '"><script>alert(1)</script>';

/** The text of a piece of markup, as it reads. */
const words = (piece: Html): string =>
  renderHtml(piece)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('no hostile text becomes markup in any part of a public page', () => {
  const x = HOSTILE;
  const pieces = [
    codeBox({ heading: x, code: x, body: x }),
    doList([
      { do: true, text: x },
      { do: false, text: x },
    ]),
    fileCard({ name: html`${x}`, line: x, state: 'kept', steps: [{ text: x, isDone: true }] }),
    noteBox(x),
    printButton(x),
    recordCodeLines({ reference: x, code: x, body: x }),
    receivedBand({ title: x, reference: x, line: x }),
    safeBox(x, x),
    steps([{ heading: x, text: x }]),
  ];
  for (const piece of pieces) assert.doesNotMatch(renderHtml(piece), /<script/, words(piece));
});

test('a return code is shown in the groups it is written in, and stays whole when copied', () => {
  const box = codeBox({
    heading: 'Your return code',
    code: '7KQ4 M2XH-9TVB  R3EW',
    body: 'We show this once.',
  });
  assert.equal(words(box), 'Your return code We show this once. 7KQ4 M2XH 9TVB R3EW');
});

test('the steps of a file say in words which are done and which are not', () => {
  const card = fileCard({
    name: html`chat.txt`,
    line: '412 KB',
    state: 'working',
    steps: [
      { text: 'Words sent', isDone: true },
      { text: 'Check that nothing is missing', isDone: false },
    ],
  });
  assert.equal(words(card), 'chat.txt 412 KB Done: Words sent Not yet: Check that nothing is missing');
});

test('the received band holds the one heading of the page and the reference', () => {
  const band = receivedBand({ title: 'We have your evidence', reference: 'NS26-004209' });
  assert.match(renderHtml(band), /<h1>We have your evidence<\/h1>/);
  assert.match(words(band), /Your reference NS26-004209$/);
});
