import type { FastifyReply } from 'fastify';
import { toHex } from '#portable/bytes/index.ts';
import {
  type ArchiveOfExtract,
  type DraftFile,
  isOnlyWords,
  type StageRefusal,
  stageText,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { HandoverError } from '#domain/error.ts';
import { FORM_TOKEN_FIELD, type Hold, pacedBody, wantsJson } from '#web/guards/index.ts';
import { languageOf } from '../language/language-of.ts';
import { type Exchange, type Pages, requireVisit } from '../question.ts';
import { admitPost, admitProvenance } from '../visits.ts';
import { readArchiveFields } from './archive-fields.ts';
import { fileNameOf } from './file-name.ts';
import { type IncomingFile, readMultipart } from './multipart.ts';
import {
  dropStaged,
  hasRoom,
  mostWaiting,
  noteFile,
  sendGone,
  sendRefusal,
  throwAwayRest,
} from './receive.ts';
import { pageRefusalWords, refusalWords } from './refusal-words.ts';
import { stageFingerprints } from './staged-fingerprints.ts';

/** One upload on its way. Owned by `takeUpload`; `taken` counts for nothing until it is noted in the draft. */
type Upload = {
  readonly pages: Pages;
  readonly exchange: Exchange;
  readonly secrets: VisitorSecrets;
  readonly hold: Hold;
  taken: DraftFile | null;
  archive: ArchiveOfExtract | null;
  refusal: StageRefusal | null;
  fileName: string;
};

/**
 * Takes one file of text, or the text our script took out of an archive and the fingerprints of what stayed behind.
 * Its bytes are looked at, sealed and staged as they come; no file is ever written. `showAgain` answers when no file
 * was chosen or there is no room.
 */
export async function takeUpload(
  pages: Pages,
  exchange: Exchange,
  showAgain: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  admitProvenance(pages.parts, request);
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return reply;
  if (!hasRoom(pages, visit.draft)) return showAgain();
  const { secrets } = visit;
  return pages.bodies.during(request, hold => {
    const upload = {
      pages,
      exchange,
      secrets,
      hold,
      taken: null,
      archive: null,
      refusal: null,
      fileName: '',
    };
    return readUpload(upload, showAgain);
  });
}

async function readUpload(
  upload: Upload,
  showAgain: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { pages, exchange, hold } = upload;
  const { request } = exchange;
  const { pace } = pages.parts.settings;
  try {
    hold(mostWaiting(request));
    const body = pacedBody(request.raw, pace);
    const end = await readMultipart(body, request.headers, file => takePart(upload, file));
    if (end === 'broken') upload.refusal ??= { reason: 'cut' };
  } catch (error) {
    throwAwayRest(request, pace);
    await dropTaken(upload);
    throw error;
  }
  return answer(upload, showAgain);
}

/** True when the form may be read on. */
async function takePart(upload: Upload, file: IncomingFile): Promise<boolean> {
  const { request } = upload.exchange;
  const token = file.fields.get(FORM_TOKEN_FIELD) ?? '';
  admitPost(upload.pages.parts, request, { token, secrets: upload.secrets });
  if (file.field === 'file' && upload.taken === null) return takeText(upload, file);
  if (file.field === 'fingerprints' && upload.taken !== null) return takeFingerprints(upload, file);
  return false;
}

async function takeText(upload: Upload, file: IncomingFile): Promise<boolean> {
  const { parts } = upload.pages;
  if (file.name === '') return false;
  upload.fileName = fileNameOf(file.name);
  const extractOf = readArchiveFields(file.fields);
  if (
    extractOf === undefined ||
    (extractOf !== null && !isOnlyWords(`${extractOf.name}\n${extractOf.member}`))
  )
    throw new HandoverError('forbidden', 'not the fields of our script');
  const staged = await stageText(
    parts,
    {
      draftId: upload.secrets.draft.id,
      kind: 'chat',
      name: upload.fileName,
      sourceClass: extractOf === null ? 'party-export' : 'extract',
      extractOf,
      largestBytes: parts.settings.largestFileBytes,
    },
    file.chunks,
  );
  if (!staged.ok) {
    upload.refusal = staged;
    return false;
  }
  upload.archive = extractOf;
  upload.taken = {
    id: toHex(staged.file.id),
    name: upload.fileName,
    sizeBytes: staged.file.sizeBytes,
    sha256Hex: staged.file.sha256Hex,
    sourceClass: extractOf === null ? 'party-export' : 'extract',
    archiveName: extractOf?.name ?? null,
    fingerprints: null,
  };
  return true;
}

async function takeFingerprints(upload: Upload, file: IncomingFile): Promise<boolean> {
  const { taken, archive, pages, secrets, hold } = upload;
  if (taken === null || archive === null) return false;
  const staged = await stageFingerprints(pages, { secrets, archive }, { chunks: file.chunks, hold });
  if (staged === null) {
    upload.refusal = { reason: 'cut' };
    return false;
  }
  if (staged !== 'none') upload.taken = { ...taken, fingerprints: staged };
  return true;
}

async function answer(
  upload: Upload,
  showAgain: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { pages, exchange, secrets, taken, refusal, fileName } = upload;
  if (refusal !== null) {
    await dropTaken(upload);
    const wordsFor = wantsJson(exchange.request) ? refusalWords : pageRefusalWords;
    const language = languageOf(exchange.request);
    const words = wordsFor(refusal, pages.parts.settings.largestFileBytes, language);
    pages.parts.log({ level: 'info', event: 'upload-refused', code: refusal.reason });
    return sendRefusal(pages, exchange, { words, fileName });
  }
  if (taken === null) return showAgain();
  if (!(await noteFile(pages, secrets, taken))) return sendGone(pages, exchange);
  return wantsJson(exchange.request)
    ? exchange.reply.send({ ok: true, next: '/chat' })
    : exchange.reply.redirect('/chat', 303);
}

async function dropTaken({ pages, secrets, taken }: Upload): Promise<void> {
  if (taken !== null) await dropStaged(pages, secrets, taken).catch(() => undefined);
}
