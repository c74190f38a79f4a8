import type { FastifyReply, FastifyRequest } from 'fastify';
import { utf8 } from '#portable/bytes/index.ts';
import { addText, addWords, type Added, type Adding } from '#domain/engagement/index.ts';
import { FormFields } from '../form-fields.ts';
import type { Exchange, Pages } from '../question.ts';
import { refusalWords } from '../chat/refusal-words.ts';
import { admitPost, tokenIn } from '../visits.ts';
import type { READERS } from './read-forms.ts';
import { type OpenVisit, requireReturn, sendHandIn } from './show.ts';
import type { ReturnForm, Typed } from './typed.ts';
import { endedPage } from './view.ts';
import { secretsOfReturn } from './visiting.ts';
import { languageOf } from '../language/language-of.ts';
import { returnWords } from './words.ts';

/** Where a post goes on once it was taken. */
export const AFTER_SENDING = '/return/hand-in?sent=1';

/** Who adds what by which showing of a form. */
export function addingOf({ secrets, visit }: OpenVisit, shown: string): Adding {
  return { boxId: visit.boxId, draftId: secrets.draft.id, shown: shown.slice(0, 64) };
}

/** Takes pasted text as an item of its own, exactly as the form posted it. */
export async function sendText(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  const text = form.raw('text');
  const open = await admit(pages, exchange, { form, written: text });
  if (open === null) return reply;
  const words = returnWords(request);
  const n = 1 + open.content.additions.filter(({ kind }) => kind === 'added').length;
  const added = await addText(pages.parts, addingOf(open, form.raw('shown')), {
    name: words.add.name(n),
    sourceClass: 'typed',
    largestBytes: pages.parts.settings.largestFileBytes,
    chunks: piecesOf(utf8(text.toWellFormed())),
  });
  if (added.ok) return reply.redirect(AFTER_SENDING, 303);
  // What was refused as a file written out in letters is not sent back into the page either.
  const values = { text: isShownAgain(added) ? text : '' };
  const message = problemWords(pages, request, { added, empty: words.add.empty });
  return again(pages, exchange, open, { form: 'words', values, problems: [{ field: 'text', message }] });
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const PIECE = 65_536;
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Takes one of the forms of words. */
export async function sendForm(
  pages: Pages,
  exchange: Exchange,
  read: (typeof READERS)[keyof typeof READERS],
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  const open = await admit(pages, exchange, { form, written: writtenIn(form) });
  if (open === null) return reply;
  const filled = read(form, returnWords(request), open.content.questions);
  if (!filled.ok)
    return filled.typed === null
      ? reply.redirect('/return/hand-in', 303)
      : again(pages, exchange, open, filled.typed);
  const added = await addWords(pages.parts, addingOf(open, form.raw('shown')), filled.sealed);
  if (added.ok) return reply.redirect(AFTER_SENDING, 303);
  const typed = refusedForm(
    filled.sealed.kind,
    filled.sealed.answers,
    problemWords(pages, request, { added, empty: '' }),
  );
  return again(pages, exchange, open, { ...typed, ...questionOf(filled.sealed.question) });
}

function questionOf(question: { readonly id: string } | null) {
  return question === null ? {} : { question: question.id };
}

const FORM_OF = {
  answer: 'answer',
  correction: 'correct',
  'contact-resumed': 'contacted',
  published: 'published',
  'contact-withdrawn': 'withdraw',
} as const;

const FIRST_FIELD: Readonly<Record<ReturnForm, string>> = {
  ...{ answer: 'asked', words: 'text', file: 'file', correct: 'correction' },
  ...{ contacted: 'contacted', published: 'link', withdraw: 'withdraw' },
};

/** A form that was right and could not be taken: its words come back under the names of its fields. */
function refusedForm(
  kind: keyof typeof FORM_OF,
  answers: Readonly<Record<string, string>>,
  message: string,
): Typed {
  const form = FORM_OF[kind];
  const { happened = '', when = '' } = answers;
  const values = {
    ...answers,
    contacted: happened,
    contactedWhen: when,
    publishedWhen: when,
    which: 'first',
  };
  return { form, values, problems: [{ field: FIRST_FIELD[form], message }] };
}

/** The words of a form of ours, to be copied by whoever sent it too late. */
function writtenIn(form: FormFields): string {
  const fields = ['words', 'correction', 'contacted', 'contactedWhen', 'link', 'publishedWhen', 'shows'];
  return fields
    .map(name => form.text(name))
    .filter(text => text !== '')
    .join('\n');
}

async function admit(
  pages: Pages,
  exchange: Exchange,
  { form, written }: { readonly form: FormFields; readonly written: string },
): Promise<OpenVisit | null> {
  const secrets = secretsOfReturn(exchange.request);
  admitPost(pages.parts, exchange.request, { token: tokenIn(form), secrets });
  return requireReturn(pages, exchange, () => endedPage(returnWords(exchange.request), written));
}

function again(pages: Pages, exchange: Exchange, open: OpenVisit, typed: Typed): FastifyReply {
  return sendHandIn(pages, exchange, { open, typed });
}

function isShownAgain(added: Added & { readonly ok: false }): boolean {
  return added.why !== 'refused' || !['written-file', 'empty'].includes(added.refusal.reason);
}

/** Why something was not added, in one message. */
export function problemWords(
  { parts }: Pages,
  request: FastifyRequest,
  { added, empty }: { readonly added: Added & { readonly ok: false }; readonly empty: string },
): string {
  const { full, fullToday, file, unknown } = returnWords(request);
  if (added.why !== 'refused') return { full, 'full-today': fullToday, gone: unknown }[added.why];
  if (added.refusal.reason === 'empty') return empty;
  const { title, why } = refusalWords(added.refusal, parts.settings.largestFileBytes, languageOf(request));
  return `${title.replace(file.this, file.thisText)}. ${why.join(' ')}`;
}
