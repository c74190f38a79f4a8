import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  beginDraft,
  changeDraft,
  type Draft,
  EMPTY_DRAFT,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { type HeldBodies, provenanceOf } from '#web/guards/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { MarkOfMany } from './danger/many.ts';
import { FormFields } from './form-fields.ts';
import { firstUnanswered, isOnTheWay, neededBefore, pageAfter, pageBefore } from './journey.ts';
import { gonePage } from './gone/view.ts';
import { languageOf } from './language/language-of.ts';
import type { NoticeBoard } from './notice-board.ts';
import { pageForm, sendPage, type PageDetails } from './page.ts';
import { withTasks } from './tasks/link.ts';
import type { PublicParts } from './parts.ts';
import { admitPost, hasHandedIn, newVisitor, secretsOf, tokenIn, visitOf } from './visits.ts';

/** What a question's view is given. */
export type QuestionContext<Answers> = {
  readonly answers: Answers;
  readonly problems: readonly FormProblem[];
  readonly draft: Draft;
  readonly board: NoticeBoard;
  readonly language: Language;
  /** Asked for another set of fields beside those that are filled in. */
  readonly more: boolean;
  /** Puts the controls into the page's form, with its token. */
  readonly form: (controls: Html) => Html;
};

/** One question of the journey: how its form is read, kept and shown. */
export type Question<Answers> = {
  readonly path: string;
  /** Reads a posted form; with problems nothing is kept and the form is shown again as it was filled in. */
  readonly read: (form: FormFields) => {
    readonly answers: Answers;
    readonly problems: readonly FormProblem[];
    /** The answer is kept and the page shown again, with one more set of fields, at this id: "add another" without scripts. */
    readonly stay?: string;
  };
  readonly keep: (draft: Draft, answers: Answers) => Draft;
  readonly stored: (draft: Draft) => Answers;
  /** Done with an answer before it is kept. When it throws, nothing is kept. */
  readonly beforeKept?: (
    pages: Pages,
    given: {
      readonly secrets: VisitorSecrets;
      readonly draft: Draft;
      readonly answers: Answers;
      readonly request: FastifyRequest;
    },
  ) => Promise<void>;
  readonly view: (context: QuestionContext<Answers>) => Omit<PageDetails, 'problems' | 'backLink'>;
  /** The words in a posted form that it would hurt to lose, in plain text. */
  readonly words?: (answers: Answers) => string;
};

/** The pages ask this of the listener that carries them. */
export type Pages = {
  readonly app: FastifyInstance;
  readonly parts: PublicParts;
  readonly board: NoticeBoard;
  readonly markOfMany: MarkOfMany;
  /** What uploads hold in memory of this listener; forms are counted before their pages are called. */
  readonly bodies: HeldBodies;
};

/** Registers a question: shows it with what was answered, keeps the answer, goes on (or back to "check your answers"). */
export function askQuestion<Answers>(pages: Pages, question: Question<Answers>): void {
  const { app } = pages;
  app.get(question.path, (request, reply) => showQuestion(pages, question, { request, reply }));
  app.post(question.path, (request, reply) => takeAnswer(pages, question, { request, reply }));
}

export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Where a page was reached from: "check your answers" comes back there. */
export function cameFrom(text: unknown): '/check' | undefined {
  return text === 'check' ? '/check' : undefined;
}

/**
 * The visit, or null after a reply was sent instead: to somebody without answers the page that says so, to somebody who
 * has handed in their receipt, to somebody who came too early the page they missed.
 */
export async function requireVisit(
  { parts, board }: Pick<Pages, 'parts' | 'board'>,
  { request, reply }: Exchange,
  path: string,
): Promise<{ secrets: VisitorSecrets; draft: Draft } | null> {
  const visit = await visitOf(parts, request);
  if (visit !== null && (await hasHandedIn(parts, visit.secrets))) {
    void reply.redirect('/receipt', 303);
    return null;
  }
  if (visit === null || visit.draft === null) {
    void sendPage(
      reply.code(410),
      board,
      gonePage({ words: '', isKept: false, language: languageOf(request) }),
    );
    return null;
  }
  const needed = neededBefore(path, visit.draft);
  if (needed === null) return { secrets: visit.secrets, draft: visit.draft };
  void reply.redirect(needed, 303);
  return null;
}

async function showQuestion<Answers>(
  pages: Pages,
  question: Question<Answers>,
  exchange: Exchange,
): Promise<FastifyReply> {
  const visit = await requireVisit(pages, exchange, question.path);
  if (visit === null) return exchange.reply;
  if (isElsewhere(question, visit.draft)) return exchange.reply.redirect(firstUnanswered(visit.draft), 303);
  const { from, more } = exchange.request.query as Record<string, unknown>;
  return sendQuestion(pages, question, {
    ...visit,
    reply: exchange.reply,
    answers: question.stored(visit.draft),
    problems: [],
    from: cameFrom(from),
    more: more === 'yes',
  });
}

/** A page of another branch: it neither opens nor takes anything. What is said of danger is taken from everybody. */
function isElsewhere<Answers>({ path }: Question<Answers>, draft: Draft): boolean {
  return path !== '/danger' && !isOnTheWay(path, draft);
}

type Shown<Answers> = {
  readonly reply: FastifyReply;
  readonly secrets: VisitorSecrets;
  readonly draft: Draft;
  readonly answers: Answers;
  readonly problems: readonly FormProblem[];
  readonly from: '/check' | undefined;
  readonly more?: boolean;
};

function sendQuestion<Answers>(
  pages: Pages,
  question: Question<Answers>,
  shown: Shown<Answers>,
): FastifyReply {
  const { secrets, draft, answers, problems, from } = shown;
  const language = languageOf(shown.reply.request);
  const form = (controls: Html) =>
    pageForm({ action: question.path, secrets, ...(from ? { from: 'check' } : {}) }, controls);
  const page = question.view({
    answers,
    problems,
    draft,
    board: pages.board,
    language,
    more: shown.more ?? false,
    form,
  });
  return sendPage(shown.reply, pages.board, {
    ...withTasks(page, language, neededBefore('/check', draft) === null),
    problems,
    backLink: from ?? pageBefore(question.path, draft),
  });
}

async function takeAnswer<Answers>(
  pages: Pages,
  question: Question<Answers>,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  const { parts } = pages;
  const form = FormFields.of(request);
  const secrets = secretsOf(request);
  admitPost(parts, request, { token: tokenIn(form), secrets });
  const { answers, problems, stay } = question.read(form);
  const from = cameFrom(form.raw('from'));
  const draft = secrets === null ? null : (await visitOf(parts, request))?.draft;
  if (secrets === null || draft === null || draft === undefined)
    return answerTooLate(pages, question, { request, reply, answers });
  if (isElsewhere(question, draft)) return reply.redirect(firstUnanswered(draft), 303);
  if (problems.length > 0)
    return sendQuestion(pages, question, { reply, secrets, draft, answers, problems, from });
  if (await hasHandedIn(parts, secrets)) return reply.redirect('/receipt', 303);
  await question.beforeKept?.(pages, { secrets, draft, answers, request });
  const kept = await changeDraft(parts, secrets.draft, now => question.keep(now, answers));
  if (kept === null) return answerTooLate(pages, question, { request, reply, answers });
  if (stay !== undefined) return reply.redirect(stayAt(question.path, stay, from), 303);
  return reply.redirect(from ?? pageAfter(question.path, kept), 303);
}

function stayAt(path: string, stay: string, from: '/check' | undefined): string {
  return `${path}?more=yes${from === undefined ? '' : '&from=check'}#${stay}`;
}

/**
 * The answers went between the page and the post (cleared, or the browser lost its key). What was just written is kept
 * under a new key when the post is certainly ours; in any case it is shown, so that it can be copied.
 */
async function answerTooLate<Answers>(
  pages: Pages,
  question: Question<Answers>,
  { request, reply, answers }: Exchange & { readonly answers: Answers },
): Promise<FastifyReply> {
  const { parts, board } = pages;
  const known = secretsOf(request);
  if (known !== null && (await hasHandedIn(parts, known))) return reply.redirect('/receipt', 303);
  const words = question.words?.(answers) ?? '';
  const isKept = words !== '' && provenanceOf(request.headers, parts.settings.origin()) === 'ours';
  if (isKept) {
    const secrets = newVisitor(parts, reply);
    const draft = question.keep(EMPTY_DRAFT, answers);
    await question.beforeKept?.(pages, { secrets, draft: EMPTY_DRAFT, answers, request });
    await beginDraft(parts, secrets.draft, draft);
  }
  return sendPage(reply.code(410), board, gonePage({ words, isKept, language: languageOf(request) }));
}
