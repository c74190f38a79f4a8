import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountFlags } from './account-flags.ts';

const kinds = (...args: Parameters<typeof accountFlags>) => accountFlags(...args).map(({ kind }) => kind);

describe('what an officer looks at first in a submission', () => {
  test('a child, and somebody who was named, are flagged by who they are', () => {
    assert.deepEqual(kinds('child', []), ['child']);
    assert.deepEqual(kinds('named-person-or-family', []), ['named-person']);
    assert.deepEqual(kinds('parent-or-carer', []), []);
  });

  test('contact that goes on is flagged with the words it was told in, also when nobody is sure', () => {
    const told = [
      { field: 'contactNow.answer', text: 'yes' },
      { field: 'contactNow.words', text: 'From my own account' },
    ];
    assert.deepEqual(accountFlags('activist-group-member', told), [
      { kind: 'contact-goes-on', field: 'contactNow.answer', words: 'From my own account' },
    ]);
    const unsure = [{ field: 'contactNow.answer', text: 'unsure' }];
    assert.deepEqual(kinds('activist-group-member', unsure), ['contact-goes-on']);
    assert.deepEqual(kinds('activist-group-member', [{ field: 'contactNow.answer', text: 'no' }]), []);
  });

  test('each kind is flagged once, however many answers raise it', () => {
    const told = [
      { field: 'conduct.kinds.0', text: 'confronted' },
      { field: 'conduct.kinds.1', text: 'detained' },
      { field: 'conduct.kinds.2', text: 'filmed' },
      { field: 'publications.0.link', text: 'https://video.example/1' },
    ];
    assert.deepEqual(kinds('activist-group-member', told), ['confrontation', 'made-public']);
  });

  test('answers of an older account, or of none, raise nothing', () => {
    assert.deepEqual(kinds('platform', [{ field: 'facts.usernames', text: 'jay_r' }]), []);
  });
});
