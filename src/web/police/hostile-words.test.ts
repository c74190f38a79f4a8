import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { PoliceDesk } from '#support/police-desk.ts';
import type { Seeded } from '#support/desk-seed.ts';

const SCRIPT = `"><script>alert(1)</script><img src=x onerror=alert(2)>' javascript:alert(3)`;
const BIDI = 'photo\u202Egpj.exe\u2066\u200B\u0000';
const LONG = 'w'.repeat(100_000);
const HOSTILE = [SCRIPT, BIDI, LONG, '=cmd|calc', '\ud800 lone', '<!--', '${7*7}{{7*7}}'];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every page that shows words of a submitter, with each kind of hostile words in every place they can choose. */
describe('words of a submitter aimed at the officer’s browser', () => {
  let desk: PoliceDesk;
  const seeded: Seeded[] = [];
  before(async () => {
    desk = await createPoliceDesk();
    for (const words of HOSTILE) {
      const stored = words.replaceAll('\u0000', '').toWellFormed();
      const line = `18/09/2026, 20:09 - ${words.replaceAll(/[\n:]/g, '')}: ${words}\n`;
      seeded.push(
        await desk.seed.submission({
          danger: { what: stored, where: stored, who: stored, safeNumber: stored.slice(0, 200) },
          items: [
            { bytes: encode(line.repeat(6)), name: stored, sourceClass: 'party-export' },
            { bytes: encode(words), name: stored },
            {
              kind: 'account',
              sourceClass: 'typed',
              name: 'answers.json',
              bytes: encode(JSON.stringify({ happened: stored, [stored.slice(0, 200)]: stored })),
            },
          ],
        }),
      );
    }
  });

  const addresses = ({ reference, items, dangerId }: Seeded): string[] => [
    `/submissions/${reference}`,
    `/submissions/${reference}?names=whole`,
    `/submissions/${reference}/safety`,
    `/danger/${dangerId}`,
    ...items
      .slice(0, 2)
      .flatMap(({ readingId }) => [
        `/conversations/${readingId}`,
        `/conversations/${readingId}?show=doubts`,
        `/conversations/${readingId}?m=2&panel=1`,
        `/conversations/${readingId}?q=${encodeURIComponent('<script>')}`,
      ]),
    `/conversations/${items[0]!.readingId}/messages/2`,
  ];

  test('are shown on every page as words, with no tag, no active address and no hidden character of theirs', async () => {
    const officer = await desk.signIn('priya-nandra');
    let pages = 0;
    for (const submission of seeded) {
      for (const url of [...addresses(submission), '/queue']) {
        const { statusCode, body } = await officer.get(url);
        assert.equal(statusCode, 200, url);
        assert.doesNotMatch(body, /<script>|<img|onerror=(?!alert\(2\)&gt;)|href="javascript/i, url);
        assert.doesNotMatch(body, /[\u202E\u2066\u200B\u0000]/, url);
        assert.equal(
          body.match(/<script /g)?.length,
          body.match(/<script type="module" src="\/assets\//g)?.length,
          url,
        );
        pages += 1;
      }
    }
    assert.ok(pages > 90, `${pages} pages`);
  });

  test('in an address are recorded as they are and shown nowhere as markup', async () => {
    const officer = await desk.signIn('priya-nandra');
    for (const words of HOSTILE) {
      const text = encodeURIComponent(words.toWellFormed().slice(0, 2_000));
      for (const url of [
        `/submissions/${text}`,
        `/queue?reference=${text}&stage=${text}`,
        `/danger/${text}`,
        `/conversations/${text}`,
      ]) {
        const { statusCode, body } = await officer.get(url);
        assert.ok([200, 404, 400, 414].includes(statusCode), `${statusCode} ${url.slice(0, 80)}`);
        assert.doesNotMatch(body, /<script>|<img/, url.slice(0, 80));
      }
    }
    const auditor = await desk.signIn('joan-whitlow');
    const { statusCode, body } = await auditor.get('/audit');
    assert.equal(statusCode, 200);
    assert.doesNotMatch(body, /<script>|<img|[\u202E\u2066\u200B]/);
  });

  test('in forms never become an error of ours, and what is kept is shown as words', async () => {
    const officer = await desk.signIn('priya-nandra');
    for (const [index, words] of HOSTILE.entries()) {
      const { reference, dangerId } = seeded[index]!;
      const text = words.slice(0, 30_000);
      const version =
        /name="version" value="(\d+)"/.exec((await officer.get(`/danger/${dangerId}`)).body)?.[1] ?? '';
      const posts: [string, Record<string, string>][] = [
        ['/sign-in', { officer: text, next: text }],
        [`/submissions/${reference}/stage`, { from: text, stage: text }],
        [`/submissions/${reference}/allocate`, { from: '', officer: text }],
        [`/danger/${dangerId}/take`, { version: text }],
        [`/danger/${dangerId}/take`, { version }],
        [`/danger/${dangerId}/close`, { version: text, how: 'reason', reason: text.slice(0, 400) }],
        [`/danger/${dangerId}/close`, { version, how: 'incident', incidentNumber: text.slice(0, 30) }],
      ];
      for (const [url, fields] of posts) {
        const { statusCode, body } = await officer.post(url, fields);
        assert.ok(statusCode < 500, `${statusCode} ${url}`);
        assert.doesNotMatch(body, /<script>|<img/);
      }
      const { body } = await officer.get(`/submissions/${reference}`);
      assert.match(body, /Danger report closed/);
      assert.doesNotMatch(body, /<script>|<img|[\u202E\u2066\u200B\u0000]/);
    }
  });

  test('of 100,000 characters leave the queue and the submission pages of readable size', async () => {
    const officer = await desk.signIn('priya-nandra');
    assert.ok((await officer.get('/queue')).body.length < 200_000);
    const long = seeded[HOSTILE.indexOf(LONG)]!;
    assert.ok((await officer.get(`/submissions/${long.reference}`)).body.length < 400_000);
  });
});
