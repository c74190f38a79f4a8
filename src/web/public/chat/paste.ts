import type { FastifyReply } from 'fastify';
import { toHex, utf8 } from '#portable/bytes/index.ts';
import {
  type Draft,
  type DraftFile,
  type StageOutcome,
  stageText,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { FormFields } from '../form-fields.ts';
import { gonePage } from '../gone/view.ts';
import { languageOf } from '../language/language-of.ts';
import { sendPage } from '../page.ts';
import { type Exchange, type Pages, requireVisit } from '../question.ts';
import { admitPost, secretsOf, tokenIn, visitOf } from '../visits.ts';
import { pastePage } from './paste-view.ts';
import { PASTE_WORDS } from './paste-words.ts';
import { hasRoom, noteFile } from './receive.ts';
import { refusalWords } from './refusal-words.ts';

/** What a form post of pasted text may hold: 2 MiB of words, up to three times as long in the encoding of forms. */
export const PASTE_BODY_BYTES = 6 * 1024 * 1024;

export async function showPaste(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return exchange.reply;
  if (!hasRoom(pages, visit.draft)) return exchange.reply.redirect('/chat', 303);
  const language = languageOf(exchange.request);
  const page = pastePage({ secrets: visit.secrets, text: '', problems: [], language });
  return sendPage(exchange.reply, pages.board, page);
}

/** Takes pasted text as an item of its own, exactly as the form posted it: browsers send every line end as CR LF. */
export async function takePaste(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const { parts, board } = pages;
  const form = FormFields.of(request);
  const secrets = secretsOf(request);
  admitPost(parts, request, { token: tokenIn(form), secrets });
  const text = form.raw('text');
  const draft = (await visitOf(parts, request))?.draft ?? null;
  if (secrets === null || draft === null)
    return sendPage(
      reply.code(410),
      board,
      gonePage({ words: text, isKept: false, language: languageOf(request) }),
    );
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return reply;
  if (!hasRoom(pages, draft)) return reply.redirect('/chat', 303);
  const { outcome, name } = await stagePasted(pages, { secrets, draft, language: languageOf(request) }, text);
  if (!outcome.ok) return refuse(pages, exchange, { secrets, text, outcome });
  await noteFile(pages, secrets, pastedFile(name, outcome));
  return reply.redirect('/chat', 303);
}

async function stagePasted(
  { parts }: Pages,
  {
    secrets,
    draft,
    language,
  }: { readonly secrets: VisitorSecrets; readonly draft: Draft; readonly language: Language },
  text: string,
): Promise<{ readonly outcome: StageOutcome; readonly name: string }> {
  const number = 1 + draft.files.filter(({ sourceClass }) => sourceClass === 'typed').length;
  const name = PASTE_WORDS.in(language).name(number);
  const file = {
    draftId: secrets.draft.id,
    kind: 'chat',
    name,
    sourceClass: 'typed',
    extractOf: null,
    largestBytes: parts.settings.largestFileBytes,
  } as const;
  return { name, outcome: await stageText(parts, file, piecesOf(utf8(text.toWellFormed()))) };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const PIECE = 65_536;
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function pastedFile(name: string, { file }: StageOutcome & { ok: true }): DraftFile {
  const { id, sizeBytes, sha256Hex } = file;
  return {
    id: toHex(id),
    name,
    sizeBytes,
    sha256Hex,
    sourceClass: 'typed',
    archiveName: null,
    fingerprints: null,
  };
}

type Refused = {
  readonly secrets: VisitorSecrets;
  readonly text: string;
  readonly outcome: StageOutcome & { ok: false };
};

function refuse(
  { parts, board }: Pages,
  { request, reply }: Exchange,
  { secrets, text, outcome }: Refused,
): FastifyReply {
  const language = languageOf(request);
  const words = PASTE_WORDS.in(language);
  const { title, why } = refusalWords(outcome, parts.settings.largestFileBytes, language);
  const isEmpty = outcome.reason === 'empty';
  const message = isEmpty ? words.empty : `${words.refused(title)}. ${why.join(' ')}`;
  // What was refused as a file written out in letters is not sent back into the page either.
  const shown = isEmpty ? '' : outcome.reason === 'written-file' ? '' : text;
  const problems = [{ field: 'text', message }];
  return sendPage(reply, board, pastePage({ secrets, text: shown, problems, language }));
}
