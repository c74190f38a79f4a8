import { toHex } from '#portable/bytes/index.ts';
import { changeDraft, type Draft, type DraftFile, stageText } from '#domain/intake/index.ts';
import { pacedBody } from '#web/guards/index.ts';
import { fileNameOf } from '#web/public/chat/file-name.ts';
import { mostWaiting, throwAwayRest } from '#web/public/chat/receive.ts';
import { digestIn } from './digest.ts';
import { fileRefusal } from './file-refusal.ts';
import { requireOpen } from './hand-ins.ts';
import type { PartnerApiParts, PartnerVisit } from './parts.ts';
import { Refused } from './problem.ts';

/**
 * Takes one file of text into an open hand-in, its bytes looked at, sealed and staged as they come. The same name and bytes
 * again are the same file. Throws `file-refused`, `digest-differs`, `file-differs`, `too-many-files` and what `requireOpen`
 * throws; then nothing of it is kept.
 */
export async function putFile(
  parts: PartnerApiParts,
  visit: PartnerVisit,
): Promise<{ file: DraftFile; isNew: boolean }> {
  const { request } = visit;
  try {
    const asked = digestIn(request.headers);
    const draft = await requireOpen(parts, visit);
    const name = fileNameOf((request.params as { file: string }).file);
    if (draft.files.length >= parts.settings.mostFiles)
      throw new Refused('too-many-files', `A hand-in has at most ${parts.settings.mostFiles} files.`);
    const file = await stage(parts, visit, name);
    if (asked !== null && asked !== file.sha256Hex) {
      await drop(parts, visit, file);
      throw new Refused('digest-differs', 'Nothing was kept. Send the file again.');
    }
    return await note(parts, visit, file);
  } catch (error) {
    throwAwayRest(request, parts.settings.pace);
    throw error;
  }
}

async function stage(parts: PartnerApiParts, visit: PartnerVisit, name: string): Promise<DraftFile> {
  const { request, secrets } = visit;
  const { largestFileBytes: largestBytes, pace } = parts.settings;
  const staged = await parts.bodies.during(request, hold => {
    hold(mostWaiting(request));
    const about = { kind: 'chat', name, sourceClass: 'party-export', extractOf: null, largestBytes } as const;
    return stageText(parts, { draftId: secrets.draft.id, ...about }, pacedBody(request.raw, pace));
  });
  if (!staged.ok) throw fileRefusal(staged, largestBytes);
  const { id, sizeBytes, sha256Hex } = staged.file;
  const none = { archiveName: null, fingerprints: null };
  return { id: toHex(id), name, sizeBytes, sha256Hex, sourceClass: 'party-export', ...none };
}

/** The name is taken by the first of two requests at once, as the draft is changed one after the other. */
async function note(parts: PartnerApiParts, visit: PartnerVisit, file: DraftFile) {
  let there: DraftFile | undefined;
  const change = (draft: Draft): Draft => {
    there = draft.files.find(({ name }) => name === file.name);
    return there === undefined ? { ...draft, chat: 'files', files: [...draft.files, file] } : draft;
  };
  const kept = await changeDraft(parts, visit.secrets.draft, change).catch(async (error: unknown) => {
    await drop(parts, visit, file);
    throw error;
  });
  if (kept !== null && there === undefined) return { file, isNew: true };
  await drop(parts, visit, file);
  if (there === undefined) throw new Refused('not-found', 'It was removed meanwhile. Open it again.');
  if (there.sha256Hex !== file.sha256Hex)
    throw new Refused('file-differs', 'Remove the first, or send this one under another name.');
  return { file: there, isNew: false };
}

/** Takes a file out of an open hand-in. One that is not there is no problem: a request may be sent again. */
export async function removeFile(parts: PartnerApiParts, visit: PartnerVisit): Promise<void> {
  await requireOpen(parts, visit);
  const name = fileNameOf((visit.request.params as { file: string }).file);
  const removed: DraftFile[] = [];
  await changeDraft(parts, visit.secrets.draft, draft => {
    removed.splice(0, removed.length, ...draft.files.filter(file => file.name === name));
    return { ...draft, files: draft.files.filter(file => file.name !== name) };
  });
  for (const file of removed) await drop(parts, visit, file);
}

async function drop(parts: PartnerApiParts, { secrets }: PartnerVisit, { id }: DraftFile): Promise<void> {
  await parts.door.dropFile(secrets.draft.id, Buffer.from(id, 'hex'));
}
