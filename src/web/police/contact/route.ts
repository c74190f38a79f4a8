import type { FastifyRequest } from 'fastify';
import type { ActOutcome } from '#domain/desk/index.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { findSubmission } from '../submission/submission.ts';
import type { SubmissionVisit } from '../submission/submission-page.ts';
import { actOf, field, parameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { questionForm } from './form.ts';
import { contactPage } from './page.ts';
import type { ContactContent } from './page.ts';

const PATH = '/submissions/:reference/contact';
const LONGEST_REASON = 500;

/** What is asked of a submitter and what they sent since. Nothing here goes out: a question waits in their box. */
export function contactRoutes(wall: PoliceWall): void {
  const thing = (request: FastifyRequest) => findSubmission(request, wall.parts);
  policeRoute(wall, {
    method: 'GET',
    path: PATH,
    action: 'see-submission',
    thing,
    detail: () => 'contact',
    handler: visit => show(visit, {}),
  });
  policeRoute(wall, { method: 'POST', path: PATH, action: 'ask-submitter', thing, handler: ask });
  policeRoute(wall, {
    method: 'POST',
    path: `${PATH}/:question/release`,
    action: 'decide-question',
    thing,
    handler: release,
  });
  policeRoute(wall, {
    method: 'POST',
    path: `${PATH}/:question/withhold`,
    action: 'decide-question',
    thing,
    handler: withhold,
  });
}

async function show(
  visit: SubmissionVisit,
  { typed = null, refused = null }: Partial<Pick<ContactContent, 'typed' | 'refused'>>,
): Promise<Answer> {
  const { submissions } = visit.parts.desk;
  const [engagement, items] = await Promise.all([
    submissions.engagement(visit.value.id),
    submissions.items(visit.value.id),
  ]);
  const status = typed !== null ? 422 : refused !== null ? 409 : 200;
  return { page: contactPage(visit, { engagement, items, typed, refused }), status };
}

async function ask(visit: SubmissionVisit): Promise<Answer> {
  const { request, parts, value } = visit;
  const words = {
    template: field(request, 'template'),
    item: field(request, 'item'),
    text: field(request, 'text'),
  };
  const form = questionForm(words, value, await parts.desk.submissions.items(value.id));
  if (!form.ok) return show(visit, { typed: { words, problems: form.problems } });
  return answer(visit, await parts.desk.acts.askSubmitter(value.id, form.given, actOf(visit)));
}

async function release(visit: SubmissionVisit): Promise<Answer> {
  const question = parameter(visit.request, 'question');
  return answer(visit, await visit.parts.desk.acts.releaseQuestion(visit.value.id, question, actOf(visit)));
}

async function withhold(visit: SubmissionVisit): Promise<Answer> {
  const { request, parts, value } = visit;
  const question = parameter(request, 'question');
  const reason = field(request, 'reason').slice(0, LONGEST_REASON).toWellFormed();
  if (reason === '') return show(visit, { refused: 'changed' });
  return answer(visit, await parts.desk.acts.withholdQuestion(value.id, question, reason, actOf(visit)));
}

function answer(visit: SubmissionVisit, outcome: ActOutcome): Answer | Promise<Answer> {
  return outcome.ok
    ? { redirect: `/submissions/${visit.value.reference}/contact` }
    : show(visit, { refused: outcome.reason });
}
