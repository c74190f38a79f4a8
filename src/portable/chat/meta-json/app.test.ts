import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detectChat, encodeReadingLines, readChat } from '../index.ts';

const encoder = new TextEncoder();

function fileOf(message: object, more: object = {}): Uint8Array {
  const row = { sender_name: 'Jo', timestamp_ms: 1700000000000, ...message };
  return encoder.encode(
    JSON.stringify({ participants: [{ name: 'Jo' }], messages: [row], title: 'Jo', ...more }),
  );
}

const SIGNS: readonly (readonly [what: string, app: string, message: object, more?: object])[] = [
  ['the folder of Instagram', 'instagram', { photos: [{ uri: 'your_instagram_activity/messages/inbox/a/1.jpg' }] }],
  ['the owner of shared content', 'instagram', { share: { link: 'https://a.example', original_content_owner: 'jo' } }],
  ['the sentence for a like', 'instagram', { content: 'Liked a message' }],
  ['the folder of Messenger', 'messenger', { photos: [{ uri: 'your_facebook_activity/messages/inbox/a/1.jpg' }] }],
  ['a sticker of Messenger', 'messenger', { sticker: { uri: 'messages/stickers_used/1.png' } }],
  ['the type of a conversation', 'messenger', {}, { thread_type: 'Regular' }],
]; // prettier-ignore

describe('Messenger and Instagram are told apart', () => {
  for (const [what, app, message, more] of SIGNS)
    test(`by ${what}, and the other is named as runner-up`, () => {
      const bytes = fileOf(message, more);
      const detection = detectChat(bytes, 'message_1.json');
      assert.equal(detection.format, `${app}-json`);
      const [second] = detection.runnersUp;
      assert.equal(second?.format, app === 'messenger' ? 'instagram-json' : 'messenger-json');
      assert.ok(second.reasons.some(({ code }) => code === 'nothing-of-this-app-alone'));
      const result = readChat(bytes);
      assert.ok(result.ok && !result.reading.doubts.some(({ code }) => code === 'app-not-stated'));
    });

  test('where nothing tells them apart the confidence is less and the reading says so', () => {
    const bytes = fileOf({ content: 'x' }, { thread_path: 'inbox/jo_1' });
    const detection = detectChat(bytes);
    assert.ok(detection.format === 'messenger-json' && detection.confidence === 'fair');
    const result = readChat(bytes);
    assert.ok(result.ok && result.reading.doubts.some(({ code }) => code === 'app-not-stated'));
  });

  test('a number in the name is said, and the name decides nothing', () => {
    const bytes = fileOf({ content: 'Liked a message' });
    const [plain, named] = [detectChat(bytes), detectChat(bytes, 'inbox/jo_1/message_12.json')];
    assert.ok(plain.format === 'instagram-json' && named.format === 'instagram-json');
    assert.deepEqual(named.reasons.slice(plain.reasons.length), [{ code: 'file-name-of-part' }]);
  });

  test('the reading is of the bytes alone: a name changes nothing in it', () => {
    const bytes = fileOf({ content: 'x' }, { thread_path: 'inbox/jo_1' });
    const [plain, named] = [
      readChat(bytes),
      readChat(bytes, { name: 'your_instagram_activity/message_2.json' }),
    ];
    assert.ok(plain.ok && named.ok);
    assert.deepEqual([...encodeReadingLines(named.reading)], [...encodeReadingLines(plain.reading)]);
  });

  test('other JSON is neither', () => {
    const other = detectChat(encoder.encode('{"participants":[{"name":"Jo"}],"messages":[{"text":"x"}]}'));
    assert.equal(other.format, null);
  });
});
