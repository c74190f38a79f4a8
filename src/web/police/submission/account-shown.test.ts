import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const GROUP = {
  format: 'handover-account/v2',
  submitterType: 'activist-group-member',
  happened: 'We had a decoy account.',
  'contactNow.answer': 'yes',
  'contactNow.words': 'From my own account',
  'people.own.0': 'typed',
  'firstRaised.age': 'Our side, on the first day',
  'conduct.kinds.0': 'confronted',
  'conduct.kinds.1': 'filmed',
  'accounts.0.platform': 'A chat app',
  'accounts.0.name': 'mossy.pebble',
  'accounts.0.whose': '',
  'accounts.0.howKnown': 'Saw it',
  'publications.0.link': 'https://video.example/1',
  'publications.0.when': 'Saturday',
  'publications.0.what': '<b>A stream</b>',
  'leftOut.answer': '',
  harm: '',
  awareness: '',
};

describe('an account at the desk', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('priya-nandra');
  });

  const pageOf = async (submitterType: string, answers: object): Promise<string> => {
    const bytes = new TextEncoder().encode(JSON.stringify(answers));
    const item = { kind: 'account', sourceClass: 'typed', name: 'answers.json', bytes } as const;
    const { reference } = await desk.seed.submission({ submitterType, items: [item] });
    const { body } = await officer.get(`/submissions/${reference}`);
    return body.replaceAll(/<(?!a |\/a)[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  test('stands under plain headings, each account and publication whole, and a link is text', async () => {
    const page = await pageOf('activist-group-member', GROUP);
    assert.match(
      page,
      /Accounts Account 1 App or site: A chat app Name there: mossy\.pebble How the submitter knows: Saw it/,
    );
    assert.match(page, /Publication 1 Link: https:\/\/video\.example\/1 When: Saturday/);
    assert.doesNotMatch(page, /href="https:\/\/video/);
    assert.match(page, /&lt;b&gt;A stream/);
    assert.match(page, /The group Contact goes on Yes/);
    assert.match(
      page,
      /Who first wrote of age\. Their word, as somebody who typed Our side, on the first day/,
    );
    assert.match(page, /1 question not answered Something is not handed in/);
    assert.doesNotMatch(page, /Became aware|What was done to a named person|Another field/);
  });

  test('has its flags above everything, each with its reason and the words it was told in', async () => {
    const page = await pageOf('activist-group-member', GROUP);
    const flags = page.slice(page.indexOf('Look at first'), page.indexOf('Items'));
    assert.match(flags, /Contact may go on Asked whether contact goes on, the submitter did not say no\./);
    assert.match(flags, /From my own account/);
    assert.match(flags, /Confrontation/);
    assert.match(flags, /Made public/);
    assert.match(flags, /Nothing here is a score/);
  });

  test('of somebody who was named says that a different officer takes it, on its page and in the queue', async () => {
    const page = await pageOf('named-person-or-family', {
      format: 'handover-account/v2',
      'harm.kinds.0': 'threatened',
      'harm.words': 'A brick through the window',
    });
    assert.match(page, /Different officer[^]*The same officer must not take both/);
    assert.match(page, /Threats or violence[^]*A brick through the window/);
    assert.match((await officer.get('/queue')).body, /Different officer/);
  });

  test('of a child says that nothing more is asked through these pages', async () => {
    const page = await pageOf('child', { format: 'handover-account/v2', happened: 'He asked for money.' });
    assert.match(page, /Child The submitter is under 18\. A short free account and nothing more/);
  });
});
