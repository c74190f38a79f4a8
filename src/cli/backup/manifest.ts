import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotFacts } from '#adapters/postgres/database-copy.ts';
import {
  decodeNote,
  encodeNote,
  openNote,
  type Signer,
  signNote,
  type VerifierKey,
} from '#portable/tlog/index.ts';

/** How long a backup is kept. What is disposed of is gone for good when the last backup that holds it has expired. */
export const LIFE_DAYS = 30;

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
/** The signature of the manifest, and through it of every file, by the log's key. */
export const SIGNATURE = 'manifest.note';
const LABEL = 'handover/backup/v1\n';
const UNFINISHED = '.unfinished-';

/** Where a backup holds files, besides `keys.age`: nothing else is ever taken out of one, whatever its list names. */
const FOLDERS = [
  'database/',
  'store/bodies/',
  'store/headers/',
  'store/batches/',
  'log/',
  'closed-logs/',
  'bundles/',
  'policy/',
];
export const KEYS = 'keys.age';

/** What a finished backup says of itself (docs/formats/backup.md). It is written last; its folder is named last of all. */
export type Manifest = {
  readonly v: 1;
  readonly id: string;
  readonly origin: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly database: SnapshotFacts & { readonly rows: Readonly<Record<string, number>> };
  readonly files: number;
  readonly sizeBytes: number;
  /** SHA-256 of the file SHA256SUMS, which names every other file. */
  readonly sumsSha256: string;
};

/** The files of a backup by their paths, with their SHA-256. */
export type Sums = ReadonlyMap<string, string>;

export type FoundBackup = { readonly folder: string; readonly manifest: Manifest };

/** The name of a backup's folder: which log, and when. */
export function backupName(origin: string, madeAt: Date): string {
  return `${originTail(origin)}-${madeAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** The name it has until it is finished: nothing else takes such a folder for a backup. */
export function unfinishedName(origin: string, idHex: string): string {
  return `${UNFINISHED}${originTail(origin)}-${idHex}`;
}

/** The ids of backups of this log that were begun in a folder and never finished, with the names of their folders. */
export async function unfinishedIn(
  folder: string,
  origin: string,
): Promise<{ name: string; idHex: string }[]> {
  const prefix = `${UNFINISHED}${originTail(origin)}-`;
  const names = await readdir(folder);
  return names
    .filter(name => name.startsWith(prefix))
    .map(name => ({ name, idHex: name.slice(prefix.length) }));
}

function originTail(origin: string): string {
  return (origin.split('/').at(-1) ?? origin).replaceAll(/[^A-Za-z0-9]/g, '');
}

/** In the form of `sha256sum`, so that `sha256sum -c SHA256SUMS` checks a backup without this program. */
export function encodeSums(sums: Sums): string {
  return [...sums].map(([path, sha256Hex]) => `${sha256Hex}  ${path}\n`).join('');
}

function isBackupPath(path: string): boolean {
  if (path.split('/').some(part => part === '' || part === '.' || part === '..')) return false;
  return path === KEYS || FOLDERS.some(folder => path.startsWith(folder));
}

/** Null for any other form, and when it names a file that a backup does not hold. */
export function decodeSums(text: string): Sums | null {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256Hex = '', path = ''] = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/.exec(line) ?? [];
    if (!isBackupPath(path)) return null;
    sums.set(path, sha256Hex);
  }
  return text.endsWith('\n') || text === '' ? sums : null;
}

/** A backup as it was read: `bytes` are those of the manifest, so that what is proved is what was read. */
export type ReadBackup = { readonly manifest: Manifest; readonly bytes: Uint8Array; readonly sums: Sums };

/** A backup with its list of files, or a sentence that says what is wrong with it. */
export async function readBackup(folder: string): Promise<ReadBackup | string> {
  let manifest: Manifest | null;
  let bytes: Buffer;
  let text: string;
  try {
    bytes = await readFile(join(folder, MANIFEST));
    manifest = JSON.parse(bytes.toString('utf8')) as Manifest | null;
    text = await readFile(join(folder, SUMS), 'utf8');
  } catch {
    return `${folder} holds no finished backup: it has no ${MANIFEST} and ${SUMS} that can be read.`;
  }
  if (manifest?.v !== 1) return 'This backup was made by another version of Handover than this one can read.';
  // Not proved yet: what a list of backups is sorted and named by must at least be words.
  const named: unknown[] = [manifest.id, manifest.origin, manifest.madeAt, manifest.expiresAt];
  const sums = named.every(word => typeof word === 'string') ? decodeSums(text) : null;
  if (sums === null || createHash('sha256').update(text).digest('hex') !== manifest.sumsSha256)
    return `The list of files of this backup (${SUMS}) is damaged. Use another backup.`;
  return { manifest, bytes, sums };
}

/** Signs the bytes of a manifest: docs/formats/backup.md. */
export function signManifest(bytes: Uint8Array, signer: Signer): string {
  return encodeNote(signNote(statementOf(bytes), signer));
}

/** Whether this log's key signed the manifest: whoever can write the folder of backups could otherwise make one up. */
export async function isSigned(folder: string, manifest: Uint8Array, key: VerifierKey): Promise<boolean> {
  const note = await readFile(join(folder, SIGNATURE), 'utf8').catch(() => null);
  if (note === null) return false;
  const decoded = decodeNote(note);
  return decoded.ok && decoded.note.text === statementOf(manifest) && openNote(decoded.note, [key]).ok;
}

/** A note's text that is no checkpoint: its second line is 64 hexadecimal digits, which is no tree size. */
function statementOf(bytes: Uint8Array): string {
  return `${LABEL}${createHash('sha256').update(bytes).digest('hex')}\n`;
}

/** The finished backups in a folder, the newest first. Not proved to be ours: see `isSigned`. */
export async function backupsIn(folder: string): Promise<FoundBackup[]> {
  const found: FoundBackup[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith('.')) continue;
    const read = await readBackup(join(folder, name));
    if (typeof read !== 'string') found.push({ folder: join(folder, name), manifest: read.manifest });
  }
  return found.toSorted((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt));
}
