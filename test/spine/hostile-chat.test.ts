import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  hiddenCharacters,
  longDates,
  longMessage,
  longNames,
  manyDays,
  manyDoubts,
  manySpeakers,
} from '#support/hostile-chats.ts';
import { HostileDesk } from '#support/hostile-desk.ts';

describe('a page of the desk does not grow with a chat', () => {
  let desk: HostileDesk;
  before(async () => {
    desk = await HostileDesk.start();
  });

  test('of 5,000 speakers: two hundred are kept with the summary, all are counted, and each is named where they speak', async () => {
    const read = await desk.read(manySpeakers(5_000));
    const page = await desk.pages(read);
    assert.match(page, /4,988 more speakers are not in this key/);
    assert.match(page, /and 4,997 more/);
    assert.doesNotMatch(page, /without a day that is understood/);
    const late = await desk.page(`/conversations/${read.id}?m=4001`);
    assert.match(late, /P4000/);
    assert.match(await desk.page(`/submissions/${read.reference}`), /and 4,988 more/);
  });

  test('of 20,100 days: ten thousand are counted one by one, and how many are not is said', async () => {
    const page = await desk.pages(await desk.read(manyDays(20_100)));
    assert.match(page, /spread over 20,100 days, which is too many for one drawing/);
    assert.doesNotMatch(page, /without a day that is understood/);
  });

  test('of people with names of 100,000 characters', async () => {
    const page = await desk.pages(await desk.read(longNames(15, 100_000)));
    assert.match(page, /30 messages/);
  });

  test('with a message of 6 MB, which is read in pieces that lose no character', async () => {
    const read = await desk.read(longMessage(6_000_000));
    assert.match(await desk.pages(read), /A very long message, .*Open it alone/);
    const first = await desk.page(`/conversations/${read.id}/messages/2`);
    assert.match(first, /Piece 1 of 92/);
    let seen = 0;
    for (const part of [0, 1, 2, 91, 92, 999_999]) {
      const piece = await desk.page(`/conversations/${read.id}/messages/2?part=${part}`);
      assert.doesNotMatch(piece, /\uFFFD/);
      if (part < 92) seen += piece.match(/é/g)?.length ?? 0;
    }
    // The pieces hold every byte once; the first begins with the header of the message, the last is short.
    const bytes = 6_000_000 + '13/01/2020, 21:41 - Freya: \n'.length;
    const expected = (3 * 65_536 + (bytes - 91 * 65_536) - '13/01/2020, 21:41 - Freya: \n'.length) / 2;
    assert.equal(seen, Math.round(expected));
  });

  test('with a message of 100,000 characters, whose words are read in pieces', async () => {
    const read = await desk.read(longMessage(200_000));
    const at = `/conversations/${read.id}/messages/2`;
    let seen = 0;
    for (let part = 0; part < 5; part += 1)
      seen += (await desk.page(`${at}?part=${part}`)).match(/é/g)?.length ?? 0;
    assert.equal(seen, 100_000 + 0);
    assert.match(await desk.page(at), /Piece 1 of 5/);
  });

  test('of characters that are shown by their names: the page ends earlier and leads on', async () => {
    const read = await desk.read(hiddenCharacters(150, 5_000));
    const page = await desk.pages(read);
    assert.match(page, /rel="next">Later/);
  });

  test('whose three messages are dated by three megabytes each', async () => {
    const page = await desk.pages(await desk.read(longDates(3, 3_000_000)));
    assert.match(page, /date not understood; written as .{0,80}x{400}/);
  });

  test('with a doubt at every second message', async () => {
    await desk.pages(await desk.read(manyDoubts(3_000)));
  });
});
