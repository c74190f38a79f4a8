import type { FastifyReply, FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import {
  beginDraft,
  changeDraft,
  type DangerAnswers,
  type Draft,
  EMPTY_DRAFT,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { provenanceOf, refuseOver } from '#web/guards/index.ts';
import type { Html } from '#web/ui/index.ts';
import { FormFields } from '../form-fields.ts';
import { firstUnanswered, isInDanger, pageAfter } from '../journey.ts';
import { languageOf } from '../language/language-of.ts';
import { pageForm, sendPage } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { admitPost, hasHandedIn, newVisitor, secretsOf, tokenIn, type Visit, visitOf } from '../visits.ts';
import { readStart, type StartAnswers } from './form.ts';
import { cannotKeepPage, cannotTellPage } from './trouble.ts';
import { type Earlier, startPage } from './view.ts';

/**
 * New hand-ins that one address may begin without a danger: a school behind one address stays below it, a script that
 * fills storage with drafts does not.
 */
const NEW_LIMIT = { max: 120, timeWindow: 60_000 };

/** The start page, open to browsers that refuse cookies. A danger is never limited. */
export function startRoutes(pages: Pages): void {
  const limited = pages.app.createRateLimit(NEW_LIMIT);
  pages.app.get('/', (request, reply) => show(pages, { request, reply }));
  pages.app.post('/', (request, reply) =>
    take(pages, { request, reply }, () => refuseOver(limited, request)),
  );
}

async function show(pages: Pages, { request, reply }: Exchange): Promise<FastifyReply> {
  // The question has to open even while storage is away; then nothing is known of an earlier visit.
  const visit = await visitOf(pages.parts, request).catch(() => null);
  const earlier = await earlierOf(pages, visit).catch(() => null);
  const happening = visit?.draft?.danger?.happening ?? [];
  const none = visit?.draft?.danger != null && happening.length === 0;
  return send(pages, reply, { visit, earlier, answers: { happening, none }, problems: [] });
}

async function earlierOf({ parts }: Pages, visit: Visit | null): Promise<Earlier> {
  if (visit === null) return null;
  if (await hasHandedIn(parts, visit.secrets)) return { kind: 'handedIn' };
  if (visit.draft === null || visit.draft.danger === null) return null;
  return { kind: 'begun', href: firstUnanswered(visit.draft) };
}

type Shown = {
  readonly visit: Visit | null;
  readonly earlier: Earlier;
  readonly answers: StartAnswers;
  readonly problems: ReturnType<typeof readStart>['problems'];
};

function send({ board, parts }: Pages, reply: FastifyReply, shown: Shown): FastifyReply {
  const secrets = shown.visit?.secrets ?? null;
  const language = languageOf(reply.request);
  const page = startPage({
    answers: shown.answers,
    problems: shown.problems,
    deskSentence: board.deskSentence(language),
    forceName: board.force.name,
    earlier: shown.earlier,
    draftDays: parts.settings.draftDays,
    language,
    form: (controls: Html) => pageForm({ action: '/', secrets }, controls),
  });
  return sendPage(reply, board, page);
}

async function take(
  pages: Pages,
  { request, reply }: Exchange,
  refuseFlood: () => Promise<void>,
): Promise<FastifyReply> {
  const form = FormFields.of(request);
  const { answers, problems } = readStart(form);
  const known = await knownVisit(pages, { request, reply }, form);
  if (problems.length > 0) return send(pages, reply, { visit: known, earlier: null, answers, problems });
  if (known === null && answers.happening.length === 0) await refuseFlood();
  const secrets = known?.secrets ?? newVisitor(pages.parts, reply);
  const told = await tellDesk(pages, request, { secrets, draft: known?.draft ?? null, answers }).catch(
    (error: unknown) => {
      if (error instanceof HandoverError) return 'failed' as const;
      throw error;
    },
  );
  if (told === 'failed') return sendPage(reply.code(503), pages.board, cannotTellPage(languageOf(request)));
  try {
    const draft = await keep(pages, { secrets, draft: known?.draft ?? null }, { answers, told });
    return reply.redirect(pageAfter('/', draft), 303);
  } catch (error) {
    if (!(error instanceof HandoverError) || told === null) throw error;
    return sendPage(reply.code(507), pages.board, cannotKeepPage(told, languageOf(request)));
  }
}

/**
 * The visit to go on with: none when there are no answers yet, or they are handed in already (then a new hand-in begins).
 * A post that is certainly ours is taken with a stale token too: nothing may stand between a danger and the desk.
 */
async function knownVisit(
  { parts }: Pages,
  { request }: Exchange,
  form: FormFields,
): Promise<{ secrets: VisitorSecrets; draft: Draft } | null> {
  const isOurs = provenanceOf(request.headers, parts.settings.origin()) === 'ours';
  const secrets = secretsOf(request);
  if (!isOurs) admitPost(parts, request, { token: tokenIn(form), secrets });
  const visit = await visitOf(parts, request).catch(() => null);
  if (visit === null || visit.draft === null) return null;
  const isDone = await hasHandedIn(parts, visit.secrets).catch(() => false);
  return isDone ? null : { secrets: visit.secrets, draft: visit.draft };
}

type Keeping = { readonly secrets: VisitorSecrets; readonly draft: Draft | null };

/** A "yes" reaches the desk before anything else is tried. What was told is never taken back by a later "none of these". */
async function tellDesk(
  { parts, markOfMany }: Pages,
  request: FastifyRequest,
  { secrets, draft, answers: { happening } }: Keeping & { readonly answers: StartAnswers },
): Promise<Date | null> {
  if (happening.length === 0) return null;
  const mark = isInDanger(draft ?? EMPTY_DRAFT) ? null : await markOfMany(request);
  return (await parts.door.reportDanger(secrets.draft.id, dangerOf(draft, happening), mark)).at;
}

function dangerOf(draft: Draft | null, happening: StartAnswers['happening']): DangerAnswers {
  const none = { what: '', where: '', who: '', safeNumber: '', mayRing: null };
  return { ...none, ...draft?.danger, happening };
}

async function keep(
  { parts }: Pages,
  { secrets, draft }: Keeping,
  { answers, told }: { readonly answers: StartAnswers; readonly told: Date | null },
): Promise<Draft> {
  const change = (now: Draft): Draft => ({
    ...now,
    danger: dangerOf(now, answers.happening),
    dangerGivenAt: now.dangerGivenAt || (told?.toISOString() ?? ''),
    submitterType: answers.happening.includes('submitter-under-18') ? 'child' : now.submitterType,
  });
  const changed = draft === null ? null : await changeDraft(parts, secrets.draft, change);
  if (changed !== null) return changed;
  const begun = change(EMPTY_DRAFT);
  await beginDraft(parts, secrets.draft, begun);
  return begun;
}
