import { chance, oneOf, PEOPLE, SENTENCES } from './chance.ts';

const LATEST = Date.UTC(2024, 0, 1);
const IN_ONE_CHAT = 5000;

/** A file of chats, each newest first. */
export function makeSnapchat(count: number): string {
  const next = chance();
  const chats: Record<string, object[]> = {};
  for (let made = 0; made < count; made += IN_ONE_CHAT) {
    let at = LATEST;
    chats[`pond_friend_${made}`] = Array.from({ length: Math.min(IN_ONE_CHAT, count - made) }, () => {
      at -= next(20 * 60_000);
      const hasMedia = next(6) === 0;
      return {
        From: oneOf(next, PEOPLE),
        'Media Type': hasMedia ? 'MEDIA' : 'TEXT',
        Created: `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
        Content: hasMedia ? '' : oneOf(next, SENTENCES),
        'Conversation Title': null,
        IsSender: next(2) === 0,
        'Created(microseconds)': at,
        IsSaved: true,
        'Media IDs': hasMedia ? `b~EiQSFTM0${at} | b~EiQSFTM1${at}` : '',
      };
    });
  }
  return JSON.stringify(chats, null, 2);
}
