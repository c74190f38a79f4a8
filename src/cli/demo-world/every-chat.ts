// For tests: the demo world made once, and every chat in it with the time it was handed in.
import { demoWorld } from './demo-world.ts';
import type { DemoChat } from './world-shape.ts';

export const WORLD = demoWorld();

/** Every chat of the six submissions and the ready export, in a fixed order. */
export function everyChat(): { chat: DemoChat; handedInAt: string }[] {
  const handedIn = WORLD.submissions.flatMap(({ chats, handedInAt }) =>
    chats.map(chat => ({ chat, handedInAt })),
  );
  return [...handedIn, { chat: WORLD.readyExport.chat, handedInAt: '2026-11-22T00:00:00Z' }];
}

/** One chat by its key. */
export function chatCalled(key: string): DemoChat {
  const found = everyChat().find(({ chat }) => chat.key === key);
  if (found === undefined) throw new Error(`no demo chat is called ${key}`);
  return found.chat;
}
