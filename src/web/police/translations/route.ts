import type { ConversationFacts } from '#domain/conversations/index.ts';
import type { ActOutcome } from '#domain/desk/index.ts';
import { HandoverError } from '#domain/error.ts';
import { messageAddress, messageParameter } from '../conversation/conversation-query.ts';
import { findConversation } from '../conversation/find-conversation.ts';
import { showMessage } from '../conversation/show-message.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { actOf, field, parameter } from '../visit.ts';
import type { Answer, Visit } from '../visit.ts';
import { remarkForm, translationForm } from './form.ts';
import type { TypedTranslation } from './section.ts';

const PATH = '/conversations/:readingId/messages/:n/translations';

type TranslationVisit = Visit<ConversationFacts>;

/** Translations beside a message: put on record, disputed, taken back. They are shown with the message. */
export function translationRoutes(wall: PoliceWall): void {
  const { parts } = wall;
  policeRoute(wall, {
    method: 'POST',
    path: PATH,
    action: 'translate',
    thing: request => findConversation(request, parts),
    handler: add,
  });
  policeRoute(wall, {
    method: 'POST',
    path: `${PATH}/:translation/remarks`,
    action: 'translate',
    thing: request => findConversation(request, parts),
    handler: remark,
  });
}

function numberOf({ request }: TranslationVisit): number {
  const n = messageParameter(request, 'n');
  if (n === null) throw new HandoverError('not-found', 'there is no such message');
  return n;
}

async function add(visit: TranslationVisit): Promise<Answer> {
  const { request, parts, value } = visit;
  const n = numberOf(visit);
  const words = {
    from: field(request, 'from'),
    into: field(request, 'into'),
    by: field(request, 'by'),
    how: field(request, 'how'),
    text: field(request, 'text'),
  };
  const form = translationForm(words);
  if (!form.ok) return showMessage(visit, { words, problems: form.problems });
  const outcome = await parts.desk.acts.translate(value.readingId, n, form.given, actOf(visit));
  return answer(visit, outcome, { words, problems: [{ field: 'text', message: refusalOf(outcome) }] });
}

async function remark(visit: TranslationVisit): Promise<Answer> {
  const { request, parts, value } = visit;
  const n = numberOf(visit);
  const translation = parameter(request, 'translation');
  const words = {
    kind: field(request, 'kind'),
    translation,
    reason: field(request, `reason-${translation}`),
  };
  const form = remarkForm(words);
  if (!form.ok) return showMessage(visit, { remark: words, problems: form.problems });
  const outcome = await parts.desk.acts.remarkOnTranslation(value.readingId, n, form.given, actOf(visit));
  const problems = [{ field: 'translations', message: refusalOf(outcome) }];
  return answer(visit, outcome, { remark: words, problems });
}

function refusalOf(outcome: ActOutcome): string {
  return !outcome.ok && outcome.reason === 'same'
    ? 'This translation stands already'
    : 'Nothing was put on record: this is how it stands now';
}

function answer(
  visit: TranslationVisit,
  outcome: ActOutcome,
  typed: TypedTranslation,
): Answer | Promise<Answer> {
  if (!outcome.ok) return showMessage(visit, typed);
  return { redirect: `${messageAddress(visit.value.readingId, numberOf(visit))}#translations` };
}
