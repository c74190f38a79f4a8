import type { BlobStore, BodyName, StoredBody } from '#domain/sealing/index.ts';
import { fromHex, toHex } from '#portable/bytes/index.ts';
import { splitHeaders } from '../../src/adapters/blobs/header-file.ts';

const ONLY = 'only';

/**
 * A store of objects by name, as object storage is: a put is there whole or not at all, a put that must be new is refused
 * where the name is taken, and names come back in order. `objects` is what is there, `step` is called around each request:
 * where a test kills whoever asks, before it is done or after.
 */
export function createObjectStore(
  objects: Map<string, Buffer>,
  step: () => void = () => undefined,
): BlobStore {
  const request = async <T>(work: () => T): Promise<T> => {
    step();
    const answer = work();
    await Promise.resolve();
    step();
    return answer;
  };
  const putNew = (key: string, bytes: Uint8Array) =>
    request(() => {
      const there = objects.get(key);
      if (there !== undefined && !there.equals(bytes)) return { ok: false, reason: 'conflict' } as const;
      objects.set(key, Buffer.from(bytes));
      return { ok: true, version: ONLY } as const;
    });
  const keysAfter = (prefix: string, after: string, limit: number) =>
    [...objects.keys()]
      .filter(key => key.startsWith(prefix) && key > after)
      .toSorted()
      .slice(0, limit);
  return {
    createBody: (name, body) => putNew(bodyKey(name), body),
    readBody: (name, into) =>
      request(() => {
        const body = objects.get(bodyKey(name));
        if (body === undefined) return { ok: false, reason: 'missing' };
        if (body.length > into.length) return { ok: false, reason: 'too-large' };
        into.set(body);
        return { ok: true, bytes: into.subarray(0, body.length) };
      }),
    bodyFacts: name =>
      request(() => {
        const body = objects.get(bodyKey(name));
        return body === undefined
          ? null
          : { ...name, version: ONLY, sizeBytes: body.length, retainedUntil: null };
      }),
    listBodies: (after, limit) =>
      request(() =>
        keysAfter('bodies/', after === null ? '' : bodyKey(after), limit).map(key => bodyOf(key, objects)),
      ),
    createHeaders: (id, all) => putNew(headersKey(id), Buffer.concat(all)),
    replaceHeaders: (id, all) => request(() => void objects.set(headersKey(id), Buffer.concat(all))),
    readHeaders: id =>
      request(() => {
        const bytes = objects.get(headersKey(id));
        return bytes === undefined ? null : splitHeaders(bytes);
      }),
    removeHeaders: id => request(() => objects.delete(headersKey(id))),
    // A put that was cut off is no object.
    removeUnfinishedHeaders: () => request(() => undefined),
    listHeaders: (after, limit) =>
      request(() =>
        keysAfter('headers/', after === null ? '' : headersKey(after), limit).map(key => idOf(key.slice(8))),
      ),
  };
}

function headersKey(id: Uint8Array): string {
  return `headers/${toHex(id)}`;
}

function bodyKey({ blobId, n }: BodyName): string {
  return `bodies/${toHex(blobId)}/${String(n).padStart(8, '0')}`;
}

function bodyOf(key: string, objects: Map<string, Buffer>): StoredBody {
  const [, blob = '', n = ''] = key.split('/');
  return { blobId: idOf(blob), n: Number(n), version: ONLY, sizeBytes: objects.get(key)?.length ?? 0 };
}

function idOf(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array(0);
}
