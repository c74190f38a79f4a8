import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { longMessage, manyDays, manySpeakers } from '#support/hostile-chats.ts';
import { HostileDesk } from '#support/hostile-desk.ts';

describe('a page of the desk does not grow with the largest chats that are taken', () => {
  let desk: HostileDesk;
  before(async () => {
    desk = await HostileDesk.start();
  });

  test('of 700,000 speakers', async () => {
    assert.match(await desk.pages(await desk.read(manySpeakers(700_000))), /699,988 more speakers/);
  });

  test('of a million days', async () => {
    const page = await desk.pages(await desk.read(manyDays(1_000_000, '2000-01-13')));
    assert.match(page, /too many for one drawing/);
  });

  test('of one message of 60 MB', async () => {
    const read = await desk.read(longMessage(60_000_000));
    await desk.pages(read);
    assert.match(await desk.page(`/conversations/${read.id}/messages/1?part=915`), /Piece 916 of 916/);
  });
});
