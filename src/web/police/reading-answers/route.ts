import type { FastifyRequest } from 'fastify';
import { findConversation } from '../conversation/find-conversation.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { actOf, field } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { answerForm } from './form.ts';
import type { AnswerWords } from './form.ts';
import { type AnswersVisit, answersPage } from './page.ts';
import { exampleIn } from './example.ts';

const PATH = '/conversations/:readingId/answers';

/** What a file leaves open, and the answers of whoever knows. */
export function readingAnswerRoutes(wall: PoliceWall): void {
  const thing = (request: FastifyRequest) => findConversation(request, wall.parts);
  policeRoute(wall, {
    method: 'GET',
    path: PATH,
    action: 'read-conversation',
    thing,
    detail: () => 'what the file leaves open',
    handler: visit => show(visit),
  });
  policeRoute(wall, { method: 'POST', path: PATH, action: 'answer-reading', thing, handler: answerQuestion });
}

type Typed = {
  readonly words: AnswerWords;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

async function show(visit: AnswersVisit, typed: Typed | null = null): Promise<Answer> {
  const { conversations } = visit.parts.desk;
  const { readingId } = visit.value;
  const [answers, example] = await Promise.all([
    conversations.answers(readingId),
    exampleIn(conversations, readingId),
  ]);
  if (example !== null) await visit.seen([[example.n, example.n]]);
  const page = answersPage(visit, { answers, example, typed });
  return { page, ...(typed === null ? {} : { status: 422 }) };
}

async function answerQuestion(visit: AnswersVisit): Promise<Answer> {
  const { request, value, parts } = visit;
  const question = field(request, 'question');
  const words = {
    question,
    answer: field(request, `${question}-answer`),
    reason: field(request, `${question}-reason`),
    isTakenBack: field(request, 'taken-back') === 'yes',
  };
  const form = answerForm(words);
  if (!form.ok) return show(visit, { words, problems: form.problems });
  const outcome = await parts.desk.acts.answerReading(value.readingId, form.given, actOf(visit));
  if (!outcome.ok && outcome.reason === 'same') {
    const message = 'This answer stands already';
    return show(visit, { words, problems: [{ field: `${question}-answer`, message }] });
  }
  return { redirect: `/conversations/${value.readingId}/answers` };
}
