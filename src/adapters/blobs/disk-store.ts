import { basename, dirname, join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import type { BlobStore, BodyName, Created, ReadBytes, StoredBody } from '#domain/sealing/index.ts';
import { fromHex, toHex } from '#portable/bytes/index.ts';
import { type Disk, listOrNone, nodeDisk, readOrNull } from '../files/disk.ts';
import { createDurableWriter, type DurableWriter } from '../files/durable-write.ts';
import { splitHeaders } from './header-file.ts';

const BODY_ENDING = '.age-body';
const HEADERS_ENDING = '.age-headers';
const ONLY = 'only';

/**
 * Keeps bodies under `bodies/` and header files under `headers/` of one folder: `bodies/5f/5f…/0003.age-body`,
 * `headers/a0/a0….age-headers`. One version of each; nothing is retained against whoever owns the disk. A disk that
 * cannot be read is `storage-away`: it may pass, and says nothing of an item.
 */
export function createDiskStore(folder: string, disk: Disk = nodeDisk): BlobStore {
  const writer = createDurableWriter(disk);
  const bodies = join(folder, 'bodies');
  const headers = join(folder, 'headers');
  const headersPath = (id: Uint8Array) => {
    const name = toHex(id);
    return join(headers, name.slice(0, 2), `${name}${HEADERS_ENDING}`);
  };
  return {
    createBody: (name, body) => create(writer, bodyPath(bodies, name), body),
    readBody: (name, into) => readInto(disk, bodyPath(bodies, name), into),
    async bodyFacts(name) {
      const sizeBytes = await reading(disk.sizeOf(bodyPath(bodies, name)));
      return sizeBytes === null ? null : { ...name, version: ONLY, sizeBytes, retainedUntil: null };
    },
    listBodies: (after, limit) => listBodies({ disk, folder: bodies }, after, limit),
    createHeaders: (id, all) => create(writer, headersPath(id), Buffer.concat(all)),
    replaceHeaders: (id, all) => writer.replace({ path: headersPath(id), bytes: Buffer.concat(all) }),
    async readHeaders(id) {
      const bytes = await reading(readOrNull(disk, headersPath(id)));
      return bytes && splitHeaders(bytes);
    },
    async removeHeaders(id) {
      const path = headersPath(id);
      for (const left of await unfinishedIn(disk, dirname(path), basename(path))) await writer.remove(left);
      return writer.remove(path);
    },
    async removeUnfinishedHeaders() {
      for (const shelf of await namesIn(disk, headers, ''))
        for (const left of await unfinishedIn(disk, join(headers, shelf), '')) await writer.remove(left);
    },
    listHeaders: (after, limit) => listHeaders({ disk, folder: headers }, after, limit),
  };
}

type Shelves = { readonly disk: Disk; readonly folder: string };

function bodyPath(folder: string, { blobId, n }: BodyName): string {
  const name = toHex(blobId);
  return join(folder, name.slice(0, 2), name, `${String(n).padStart(4, '0')}${BODY_ENDING}`);
}

async function create(writer: DurableWriter, path: string, bytes: Uint8Array): Promise<Created> {
  try {
    await writer.create([{ path, bytes }]);
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'log-disagrees')
      return { ok: false, reason: 'conflict' };
    throw error;
  }
  return { ok: true, version: ONLY };
}

async function readInto(disk: Disk, path: string, into: Uint8Array): Promise<ReadBytes> {
  const size = await reading(disk.readInto(path, into));
  if (size === null) return { ok: false, reason: 'missing' };
  return size > into.length
    ? { ok: false, reason: 'too-large' }
    : { ok: true, bytes: into.subarray(0, size) };
}

/** Temporary files of header files whose names begin so: a writer that was killed leaves them, whole or not. */
async function unfinishedIn(disk: Disk, folder: string, name: string): Promise<string[]> {
  const names = await namesIn(disk, folder, '');
  return names
    .filter(one => one.startsWith(`.${name}`) && one.includes(`${HEADERS_ENDING}.`))
    .map(one => join(folder, one));
}

async function listBodies(shelves: Shelves, after: BodyName | null, limit: number): Promise<StoredBody[]> {
  const found: StoredBody[] = [];
  for await (const name of bodyNames(shelves, after)) {
    const sizeBytes = await reading(shelves.disk.sizeOf(bodyPath(shelves.folder, name)));
    if (sizeBytes !== null) found.push({ ...name, version: ONLY, sizeBytes });
    if (found.length >= limit) break;
  }
  return found;
}

async function* bodyNames(shelves: Shelves, after: BodyName | null): AsyncGenerator<BodyName> {
  const from = after === null ? '' : toHex(after.blobId);
  for await (const { name, path } of shelved(shelves, from)) {
    const blobId = idOf(name);
    if (blobId === null) continue;
    const past = after !== null && name === from ? after.n : -1;
    yield* (await segmentsIn(shelves.disk, path)).filter(n => n > past).map(n => ({ blobId, n }));
  }
}

/** What stands in the folders that are named for the first two digits, in order, from `from` on. */
async function* shelved(
  { disk, folder }: Shelves,
  from: string,
): AsyncGenerator<{ name: string; path: string }> {
  for (const shelf of await namesIn(disk, folder, from.slice(0, 2)))
    for (const name of await namesIn(disk, join(folder, shelf), from))
      yield { name, path: join(folder, shelf, name) };
}

function idOf(hex: string): Uint8Array | null {
  return /^[0-9a-f]{32}$/.test(hex) ? fromHex(hex) : null;
}

async function segmentsIn(disk: Disk, folder: string): Promise<number[]> {
  const names = await namesIn(disk, folder, '');
  return names
    .filter(name => /^\d{4,}\.age-body$/.test(name))
    .map(name => Number.parseInt(name, 10))
    .toSorted((a, b) => a - b);
}

async function listHeaders(shelves: Shelves, after: Uint8Array | null, limit: number): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  const from = after === null ? '' : toHex(after);
  for await (const { name } of shelved(shelves, from)) {
    const hex = name.slice(0, -HEADERS_ENDING.length);
    const id = name.endsWith(HEADERS_ENDING) ? idOf(hex) : null;
    if (id !== null && hex > from) found.push(id);
    if (found.length >= limit) break;
  }
  return found;
}

/** Names in order, those before `from` left out. */
async function namesIn(disk: Disk, folder: string, from: string): Promise<string[]> {
  const names = await reading(listOrNone(disk, folder));
  return names.filter(name => name >= from).toSorted();
}

/** What was asked of the disk, or `storage-away` when it cannot be read. */
async function reading<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw new HandoverError('storage-away', 'the store cannot be read', { cause });
  }
}
