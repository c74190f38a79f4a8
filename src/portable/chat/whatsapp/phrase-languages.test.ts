import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyKind } from './body-kind.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { MEDIA_PHRASES } from './media-phrases.ts';

/** One phrase of each language of a list: `en  <Media omitted>; ?<File omitted>`. */
function phrasesOf(list: string): (readonly [language: string, phrase: string])[] {
  return list
    .trim()
    .split('\n')
    .map(line => {
      const [language, ...rest] = line.trim().split(/\s+/);
      return [language!, rest.join(' ').split(';')[0]!.trim().replace(/^\?/, '')] as const;
    });
}

function kindOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return bodyKind(bytes, 0, bytes.length).kind;
}

describe('the app’s own words are known', () => {
  const lists = { media: MEDIA_PHRASES.omitted, deleted: EVENT_PHRASES.deleted };
  for (const [kind, list] of Object.entries(lists))
    test(`of kind ${kind} in more than 50 languages, each read as that`, () => {
      const phrases = phrasesOf(list);
      assert.ok(new Set(phrases.map(([language]) => language)).size > 50);
      for (const [language, phrase] of phrases) assert.equal(kindOf(phrase), kind, `${language}: ${phrase}`);
    });

  for (const [phrase, kind] of [
    ['View once photo', 'other'],
    ['Waiting for this message', 'other'],
    ['null', 'other'],
  ] as const)
    test(`"${phrase}" is content that the export does not have`, () => assert.equal(kindOf(phrase), kind));
});
