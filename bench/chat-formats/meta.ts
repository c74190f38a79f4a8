import { chance, oneOf, PEOPLE, SENTENCES } from './chance.ts';

const LATEST = Date.UTC(2024, 0, 1);

/** Every character beyond ASCII as the escapes of its bytes, as Messenger and Instagram write it. */
function takenApart(text: string): string {
  return text.replace(/[^\0-\x7f]+/g, each =>
    [...Buffer.from(each)].map(byte => `\\u00${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** One file of a conversation, newest first. */
export function makeMeta(app: 'facebook' | 'instagram', count: number): string {
  const next = chance();
  const folder = `your_${app}_activity/messages/inbox/pond_1001`;
  let at = LATEST;
  const messages = Array.from({ length: count }, (_, n) => {
    at -= next(20 * 60_000);
    const hasPhoto = next(12) === 0;
    return {
      sender_name: oneOf(next, PEOPLE),
      timestamp_ms: at,
      ...(hasPhoto
        ? { photos: [{ uri: `${folder}/photos/${n}.jpg`, creation_timestamp: Math.floor(at / 1000) }] }
        : { content: oneOf(next, SENTENCES) }),
      ...(next(20) === 0 ? { reactions: [{ reaction: '❤', actor: oneOf(next, PEOPLE) }] } : {}),
      is_geoblocked_for_viewer: false,
    };
  });
  const participants = PEOPLE.map(name => ({ name }));
  const file = {
    participants,
    messages,
    title: 'Pond',
    is_still_participant: true,
    thread_path: 'inbox/pond_1001',
  };
  return takenApart(JSON.stringify({ ...file, magic_words: [] }, null, 2));
}

/** A conversation of the download of encrypted messages. */
export function makeE2ee(count: number): string {
  const next = chance();
  let at = LATEST;
  const messages = Array.from({ length: count }, (_, n) => {
    at += next(20 * 60_000);
    const hasFile = next(12) === 0;
    return {
      isUnsent: false,
      media: hasFile ? [{ uri: `./media/${n}.jpeg` }] : [],
      reactions: next(20) === 0 ? [{ actor: oneOf(next, PEOPLE), reaction: '❤' }] : [],
      senderName: oneOf(next, PEOPLE),
      text: hasFile ? '' : oneOf(next, SENTENCES),
      timestamp: at,
      type: hasFile ? 'media' : 'text',
    };
  });
  return JSON.stringify({ participants: PEOPLE, threadName: 'Pond_7', messages }, null, 2);
}
