import type { GivenMark } from '#domain/conversations/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { conversationAddress, MESSAGES_ANCHOR } from '../conversation/conversation-query.ts';
import { findConversation } from '../conversation/find-conversation.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { actOf, field } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { markForm } from './form.ts';
import { MOST_SEARCHES, whoReadPage } from './page.ts';
import type { TypedMark, WhoReadVisit } from './page.ts';

const PATH = '/conversations/:readingId/read';

/** Who has read what of a conversation, which searches were run over it, and what nobody has read. */
export function whoReadRoutes(wall: PoliceWall): void {
  const { parts } = wall;
  policeRoute(wall, {
    method: 'GET',
    path: PATH,
    action: 'read-conversation',
    thing: request => findConversation(request, parts),
    detail: () => 'who has read what',
    handler: visit => show(visit),
  });
  policeRoute(wall, {
    method: 'POST',
    path: PATH,
    action: 'mark-read',
    thing: request => findConversation(request, parts),
    handler: mark,
  });
}

async function show(visit: WhoReadVisit, typed: TypedMark | null = null): Promise<Answer> {
  const { conversations } = visit.parts.desk;
  const { readingId } = visit.value;
  const [marks, searches] = await Promise.all([
    conversations.marks(readingId),
    conversations.searches(readingId, MOST_SEARCHES),
  ]);
  const page = whoReadPage(visit, { marks, searches, typed });
  return { page, ...(typed === null ? {} : { status: 422 }) };
}

async function mark(visit: WhoReadVisit): Promise<Answer> {
  const { request, value, parts } = visit;
  const words = {
    first: field(request, 'first'),
    last: field(request, 'last'),
    mark: field(request, 'mark'),
  };
  const form = markForm(words, value.messages);
  if (!form.ok) return show(visit, { words, problems: form.problems });
  const outcome = await parts.desk.acts.markRead(value.readingId, form.given, actOf(visit));
  if (!outcome.ok && outcome.reason === 'changed') {
    const problems: FormProblem[] = [
      { field: 'first', message: 'Nothing was marked: this conversation cannot be marked now' },
    ];
    return show(visit, { words, problems });
  }
  return {
    redirect: nextAddress(value.readingId, form.given, {
      go: field(request, 'go'),
      c: chatOf(field(request, 'c')),
    }),
  };
}

/** Where the officer goes on: at the next page, at the same page, or at the list that the form stood on. */
function nextAddress(
  readingId: string,
  { first, last }: GivenMark,
  { go, c }: { readonly go: string; readonly c: number | null },
): string {
  if (go === 'next') return `${conversationAddress(readingId, { c, from: last + 1 })}#${MESSAGES_ANCHOR}`;
  if (go === 'here') return `${conversationAddress(readingId, { c, from: first })}#read`;
  return `/conversations/${readingId}/read`;
}

/** The one of several conversations that the page showed, from 1 in the form. */
function chatOf(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) - 1 : null;
}
