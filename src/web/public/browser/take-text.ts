import { readFileStart, START_BYTES } from '#domain/intake/text-only/file-start.ts';
import type { ScriptWords } from '../chat/script-words.ts';
import { EXTRACTOR_VERSION } from './archive-limits.ts';
import { digestOf } from './file-digest.ts';
import { filled } from './filled.ts';
import { fingerprintMember, type Member, openArchive, readText } from './open-archive.ts';

/** What will be sent of a chosen file: fields in order, the first file `file`. Nothing else leaves the device. */
export type Outgoing = readonly (readonly [name: string, value: string | { blob: Blob; fileName: string }])[];

/** The one file of what will be sent. */
export function fileOf(outgoing: Outgoing): { blob: Blob; fileName: string } {
  const file = outgoing.find(([name]) => name === 'file')?.[1];
  if (file === undefined || typeof file === 'string') throw new Error('nothing to send');
  return file;
}

/** What is ready to leave the device, and of which archive it was taken; null for a file that goes as it is. */
export type Prepared = {
  readonly outgoing: Outgoing;
  readonly archive: { readonly name: string; readonly others: number } | null;
};

/** What happens on the device, as it happens. */
export type Watcher = {
  readonly words: ScriptWords['steps'];
  /** A step begins; `share` of the whole is done, 0 to 1. */
  readonly step: (text: string, share: number) => void;
  /** Which of several chats; null when the person gives up. */
  readonly choose: (names: readonly string[]) => Promise<number | null>;
};

/** Whether the first bytes are those of a zip. */
export async function isZip(file: Blob): Promise<boolean> {
  const head = await firstBytes(file, 4);
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** What the first bytes of a file say it is when it is not text; null when nothing speaks against text. */
export async function foreignKind(file: Blob) {
  const start = readFileStart(await firstBytes(file, START_BYTES));
  return start === null ? null : start.found;
}

async function firstBytes(file: Blob, count: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, count).arrayBuffer());
}

/**
 * Opens a zip on the device: its chat is taken out, and everything else in it is fingerprinted and stays. Null when the
 * person gave up. Throws ArchiveError, or the abort.
 */
export async function takeText(file: File, signal: AbortSignal, watcher: Watcher): Promise<Prepared | null> {
  watcher.step(watcher.words.opening, 0);
  const zip = await import('@zip.js/zip.js');
  const archive = await openArchive(zip, file);
  try {
    const chosen = await chooseChat(archive.chats, signal, watcher);
    if (chosen === null) return null;
    const text = await readText(zip, chosen, signal);
    const others = archive.members.filter(member => member !== chosen);
    const work = measured(watcher, file.size * 2);
    const sha256Hex = await digestOf(file, signal, bytes => work(watcher.words.zipFingerprint, bytes));
    const fingerprints = [];
    for (const [n, other] of others.entries()) {
      const count = { done: String(n + 1), all: String(others.length) };
      work(filled(watcher.words.fingerprints, count).join(''), other.compressedSize);
      fingerprints.push(await fingerprintMember(zip, other, signal));
    }
    const leaving = outgoing({ file, chosen, text, sha256Hex, fingerprints });
    return { outgoing: leaving, archive: { name: file.name, others: fingerprints.length } };
  } finally {
    await archive.close();
  }
}

async function chooseChat(
  chats: readonly Member[],
  signal: AbortSignal,
  watcher: Watcher,
): Promise<Member | null> {
  if (chats.length === 1) return chats[0] ?? null;
  const choice = watcher.choose(chats.map(({ filename }) => filename));
  const index = await Promise.race([choice, untilAborted(signal)]);
  return index === null ? null : (chats[index] ?? null);
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

function measured(watcher: Watcher, wholeBytes: number): (text: string, bytes: number) => void {
  let doneBytes = 0;
  return (text, bytes) => {
    doneBytes += bytes;
    watcher.step(text, Math.min(1, doneBytes / wholeBytes));
  };
}

type Taken = {
  readonly file: File;
  readonly chosen: Member;
  readonly text: Blob;
  readonly sha256Hex: string;
  readonly fingerprints: readonly { name: string; sizeBytes: number; sha256Hex: string }[];
};

function outgoing({ file, chosen, text, sha256Hex, fingerprints }: Taken): Outgoing {
  const fileName = chosen.filename.split('/').at(-1) ?? chosen.filename;
  const list = new Blob([JSON.stringify(fingerprints)], { type: 'application/json' });
  return [
    ['archiveName', file.name],
    ['archiveSizeBytes', String(file.size)],
    ['archiveSha256Hex', sha256Hex],
    ['archiveMember', chosen.filename],
    ['extractorVersion', EXTRACTOR_VERSION],
    ['file', { blob: text, fileName }],
    ['fingerprints', { blob: list, fileName: 'fingerprints.json' }],
  ];
}
