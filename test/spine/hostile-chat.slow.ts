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
    const read = await desk.read(manySpeakers(700_000));
    assert.match(await desk.pages(read), /19,988 more speakers/);
    assert.match(
      await desk.page(`/conversations/${read.id}?show=doubts`),
      /More speakers are named than can be counted/,
    );
  });

  test('of a million days', async () => {
    const page = await desk.pages(await desk.read(manyDays(1_000_000, '2000-01-13')));
    assert.match(page, /too many for one drawing/);
  });

  test('of one message of 16 MB', async () => {
    const read = await desk.read(longMessage(16_000_000));
    await desk.pages(read);
    assert.match(await desk.page(`/conversations/${read.id}/messages/2?part=244`), /Piece 245 of 245/);
  });

  test('of one message of 60 MB, which is too large to be read', async () => {
    const read = await desk.read(longMessage(60_000_000));
    await desk.pages(read);
    assert.match(
      await desk.page(`/conversations/${read.id}?show=doubts`),
      /larger than any message of this app and was not read/,
    );
  });
});
