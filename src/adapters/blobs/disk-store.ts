import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import type { BlobStore, BodyName, Created, ReadBytes, StoredBody } from '#domain/sealing/index.ts';
import { fromHex, toHex } from '#portable/bytes/index.ts';
import { createDurably, removeDurably, replaceDurably } from '../files/durable-write.ts';
import { splitHeaders } from './header-file.ts';

const BODY_ENDING = '.age-body';
const HEADERS_ENDING = '.age-headers';
const ONLY = 'only';

/**
 * Keeps bodies under `bodies/` and header files under `headers/` of one folder: `bodies/5f/5f…/0003.age-body`,
 * `headers/a0/a0….age-headers`. One version of each; nothing is retained against whoever owns the disk.
 */
export function createDiskStore(folder: string): BlobStore {
  const bodies = join(folder, 'bodies');
  const headers = join(folder, 'headers');
  const headersPath = (id: Uint8Array) => {
    const name = toHex(id);
    return join(headers, name.slice(0, 2), `${name}${HEADERS_ENDING}`);
  };
  return {
    createBody: (name, body) => create(bodyPath(bodies, name), body),
    readBody: (name, into) => readInto(bodyPath(bodies, name), into),
    async bodyFacts(name) {
      const found = await orNull(stat(bodyPath(bodies, name)));
      return found && { ...name, version: ONLY, sizeBytes: found.size, retainedUntil: null };
    },
    listBodies: (after, limit) => listBodies(bodies, after, limit),
    createHeaders: (id, all) => create(headersPath(id), Buffer.concat(all)),
    replaceHeaders: (id, all) => replaceDurably(headersPath(id), Buffer.concat(all)),
    async readHeaders(id) {
      const bytes = await orNull(readFile(headersPath(id)));
      return bytes && splitHeaders(bytes);
    },
    removeHeaders: id => removeDurably(headersPath(id)),
    listHeaders: (after, limit) => listHeaders(headers, after, limit),
  };
}

function bodyPath(folder: string, { blobId, n }: BodyName): string {
  const name = toHex(blobId);
  return join(folder, name.slice(0, 2), name, `${String(n).padStart(4, '0')}${BODY_ENDING}`);
}

async function create(path: string, bytes: Uint8Array): Promise<Created> {
  try {
    await createDurably(path, bytes);
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'log-disagrees')
      return { ok: false, reason: 'conflict' };
    throw error;
  }
  return { ok: true, version: ONLY };
}

async function readInto(path: string, into: Uint8Array): Promise<ReadBytes> {
  const file = await orNull(open(path, 'r'));
  if (file === null) return { ok: false, reason: 'missing' };
  try {
    const { size } = await file.stat();
    if (size > into.length) return { ok: false, reason: 'too-large' };
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(into, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { ok: true, bytes: into.subarray(0, filled) };
  } finally {
    await file.close();
  }
}

async function listBodies(folder: string, after: BodyName | null, limit: number): Promise<StoredBody[]> {
  const found: StoredBody[] = [];
  for await (const name of bodyNames(folder, after)) {
    const size = (await orNull(stat(bodyPath(folder, name))))?.size;
    if (size !== undefined) found.push({ ...name, version: ONLY, sizeBytes: size });
    if (found.length >= limit) break;
  }
  return found;
}

async function* bodyNames(folder: string, after: BodyName | null): AsyncGenerator<BodyName> {
  const from = after === null ? '' : toHex(after.blobId);
  for await (const { name, path } of shelved(folder, from)) {
    const blobId = idOf(name);
    if (blobId === null) continue;
    const past = after !== null && name === from ? after.n : -1;
    yield* (await segmentsIn(path)).filter(n => n > past).map(n => ({ blobId, n }));
  }
}

/** What stands in the folders that are named for the first two digits, in order, from `from` on. */
async function* shelved(folder: string, from: string): AsyncGenerator<{ name: string; path: string }> {
  for (const shelf of await namesIn(folder, from.slice(0, 2)))
    for (const name of await namesIn(join(folder, shelf), from))
      yield { name, path: join(folder, shelf, name) };
}

function idOf(hex: string): Uint8Array | null {
  return /^[0-9a-f]{32}$/.test(hex) ? fromHex(hex) : null;
}

async function segmentsIn(folder: string): Promise<number[]> {
  const names = await namesIn(folder, '');
  return names
    .filter(name => /^\d{4,}\.age-body$/.test(name))
    .map(name => Number.parseInt(name, 10))
    .toSorted((a, b) => a - b);
}

async function listHeaders(folder: string, after: Uint8Array | null, limit: number): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  const from = after === null ? '' : toHex(after);
  for await (const { name } of shelved(folder, from)) {
    const hex = name.slice(0, -HEADERS_ENDING.length);
    const id = name.endsWith(HEADERS_ENDING) ? idOf(hex) : null;
    if (id !== null && hex > from) found.push(id);
    if (found.length >= limit) break;
  }
  return found;
}

/** Names in order, those before `from` left out. */
async function namesIn(folder: string, from: string): Promise<string[]> {
  const names = (await orNull(readdir(folder))) ?? [];
  return names.filter(name => name >= from).toSorted();
}

/** Null for what is not there; any other failure of the disk is thrown. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}
