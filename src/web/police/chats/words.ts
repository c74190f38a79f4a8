import type { ConversationFacts } from '#domain/conversations/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import { html, shortName } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import type { ChoiceLink } from '#web/ui/police/index.ts';
import { counted } from '../words.ts';

/** Whether a reading tells several conversations apart. */
export function isOfSeveral(head: ReadingHead | null): head is ReadingHead {
  return head !== null && head.conversations.length > 1;
}

/** The name of one of several conversations, or its number where the file gives none. */
export function chatName(head: ReadingHead, place: number): Html {
  const name = head.conversations[place]?.name;
  const number = `Conversation ${(place + 1).toLocaleString('en-GB')}`;
  return name == null || name === '' ? html`${number}, without a name` : shortName(name);
}

export function chatsAddress(readingId: string): string {
  return `/conversations/${readingId}/chats`;
}

/** The way to the list of all of them, for the bar of parts. */
export function chatsPart({ readingId, head, leftOut }: ConversationFacts): ChoiceLink {
  const count = (head?.conversations.length ?? 0) + leftOut.conversations;
  return { text: 'Conversations', href: chatsAddress(readingId), count };
}

/** That a page shows one of several, or all of them as they stand in the file; nothing where there is one. */
export function ofSeveral(
  { readingId, head, leftOut }: ConversationFacts,
  c: number | null,
): Html | undefined {
  if (!isOfSeveral(head)) return undefined;
  const count = head.conversations.length + leftOut.conversations;
  const known = c === null ? undefined : head.conversations[c];
  return html`<strong
      >${known === undefined ? `All ${counted(count, 'conversation')} of the item, in the order of the file.` : `One of ${counted(count, 'conversation')} of the item: ${counted(known.messages, 'message')}.`}</strong
    >
    <a href="${chatsAddress(readingId)}">Choose another</a>.`;
}
