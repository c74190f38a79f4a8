import type * as Zip from '@zip.js/zip.js';
import { ARCHIVE_LIMITS } from './archive-limits.ts';
import { ArchiveError, type ArchiveProblem } from './archive-problem.ts';
import { FileDigest } from './file-digest.ts';

type ZipLibrary = typeof Zip;

/** A file inside an archive, not yet unpacked. */
export type Member = Zip.FileEntry;

/** An archive whose directory has been read and found sound. */
export type OpenArchive = {
  readonly members: readonly Member[];
  /** Members that may be a chat, the likeliest kinds only. */
  readonly chats: readonly Member[];
  readonly close: () => Promise<void>;
};

/**
 * Reads the directory of a zip on the device. Strict: an archive that two programs could read in two ways, or that would
 * write outside its folder, is not opened. Throws ArchiveError.
 */
export async function openArchive(zip: ZipLibrary, file: Blob): Promise<OpenArchive> {
  // Workers would need scripts from `blob:` addresses, which our policy does not allow; streams unpack off this thread anyway.
  zip.configure({ useWebWorkers: false });
  const reader = new zip.ZipReader(new zip.BlobReader(file), {
    strictness: 'strict',
    filenameValidation: 'balanced',
    checkOverlappingEntry: true,
    checkCrc32: true,
  });
  try {
    const members = (await readDirectory(reader)).filter((entry): entry is Member => !entry.directory);
    checkMembers(members, file.size);
    const chats = pickChats(members);
    if (chats.length === 0) throw new ArchiveError('no-chat');
    return { members, chats, close: () => reader.close() };
  } catch (error) {
    await reader.close().catch(() => undefined);
    throw problemOf(zip, error);
  }
}

async function readDirectory(reader: Zip.ZipReader<unknown>): Promise<readonly Zip.Entry[]> {
  const entries: Zip.Entry[] = [];
  // One by one, so that a directory of a million entries is given up after the first ten thousand.
  for await (const entry of reader.getEntriesGenerator()) {
    if (entries.length >= ARCHIVE_LIMITS.mostMembers) throw new ArchiveError('too-many-members');
    entries.push(entry);
  }
  return entries;
}

function checkMembers(members: readonly Member[], archiveBytes: number): void {
  if (members.some(({ encrypted }) => encrypted)) throw new ArchiveError('encrypted');
  const unpacked = members.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isDense =
    unpacked > ARCHIVE_LIMITS.ratioCountsFromBytes &&
    unpacked > archiveBytes * ARCHIVE_LIMITS.mostUnpackedPerByte;
  if (isDense || unpacked > ARCHIVE_LIMITS.largestUnpackedBytes) throw new ArchiveError('bomb');
  const names = new Set(members.map(({ filename }) => filename));
  if (names.size < members.length) throw new ArchiveError('duplicate-names');
}

/** Names that apps give a chat, likeliest first. */
const CHAT_NAMES = [
  /(^|\/)_chat\.txt$/,
  /(^|\/)WhatsApp[^/]*\.txt$/i,
  /(^|\/)result\.json$/,
  /\.(txt|json)$/i,
];

/** Members that the system of the device adds, beside those of the app. */
const NOT_OF_APP = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/;

function pickChats(members: readonly Member[]): readonly Member[] {
  const texts = members.filter(({ filename }) => !NOT_OF_APP.test(filename));
  for (const name of CHAT_NAMES) {
    const found = texts.filter(({ filename }) => name.test(filename));
    if (found.length > 0) return found;
  }
  return [];
}

/** Unpacks a member as text, in memory; never more than it may be. Throws ArchiveError. */
export async function readText(zip: ZipLibrary, member: Member, signal: AbortSignal): Promise<Blob> {
  if (member.uncompressedSize > ARCHIVE_LIMITS.largestTextBytes) throw new ArchiveError('chat-too-large');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await unpack(zip, member, { signal, take: piece => void pieces.push(Uint8Array.from(piece)) });
  return new Blob(pieces, { type: 'text/plain' });
}

/** Unpacks a member and keeps its size and SHA-256 only. Throws ArchiveError. */
export async function fingerprintMember(
  zip: ZipLibrary,
  member: Member,
  signal: AbortSignal,
): Promise<{ name: string; sizeBytes: number; sha256Hex: string }> {
  const digest = new FileDigest();
  await unpack(zip, member, { signal, take: piece => digest.update(piece) });
  return { name: member.filename, sizeBytes: digest.sizeBytes, sha256Hex: digest.hex() };
}

type Unpacking = { readonly signal: AbortSignal; readonly take: (piece: Uint8Array) => void };

async function unpack(zip: ZipLibrary, member: Member, { signal, take }: Unpacking): Promise<void> {
  let unpackedBytes = 0;
  const writable = new WritableStream<Uint8Array>({
    write(piece) {
      unpackedBytes += piece.length;
      // The size in the directory is the member's own word; what comes out is what counts.
      if (unpackedBytes > member.uncompressedSize) throw new ArchiveError('bomb');
      take(piece);
    },
  });
  try {
    await member.getData(writable, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw problemOf(zip, error);
  }
}

function problemOf(zip: ZipLibrary, error: unknown): Error {
  if (error instanceof ArchiveError) return error;
  const message = error instanceof Error ? error.message : '';
  const reason = error instanceof Error && 'reason' in error ? String(error.reason) : '';
  const known: readonly (readonly [string, ArchiveProblem])[] = [
    [zip.ERR_AMBIGUOUS_ARCHIVE, /duplicate/i.test(reason) ? 'duplicate-names' : 'disagrees'],
    [zip.ERR_UNSAFE_FILENAME, 'unsafe-name'],
    [zip.ERR_OVERLAPPING_ENTRY, 'bomb'],
    [zip.ERR_ENCRYPTED, 'encrypted'],
    [zip.ERR_ENCRYPTED_CENTRAL_DIRECTORY, 'encrypted'],
    [zip.ERR_EOCDR_NOT_FOUND, 'damaged'],
    [zip.ERR_BAD_FORMAT, 'not-a-zip'],
  ];
  const problem = known.find(([text]) => text === message)?.[1] ?? 'damaged';
  return new ArchiveError(problem, { cause: error });
}
