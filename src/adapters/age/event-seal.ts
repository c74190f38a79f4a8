import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import type { EventOpener, EventSealer } from '#domain/history/index.ts';
import { splitAge } from './split.ts';

const NONCE_BYTES = 16;
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;

/**
 * Seals many small payloads to the same recipients: one file key for this process, wrapped once, and for each payload a
 * nonce and the encrypted chunks. Each result is a complete age file (header, nonce, payload), so `age -d` opens it.
 * The file key lives in this process's memory alone and is never written. Source: age specification, "Payload".
 */
export async function createEventSealer(recipients: readonly string[]): Promise<EventSealer> {
  if (recipients.length === 0) throw new TypeError('there is nobody to seal events to');
  const { header, fileKey } = await makeHeader(recipients);
  return {
    seal(payload) {
      const nonce = randomBytes(NONCE_BYTES);
      return Buffer.concat([header, nonce, ...encryptChunks(payloadKey(fileKey, nonce), payload)]);
    },
  };
}

/** Opens what the sealers of any number of processes sealed; each header is unwrapped once. Throws on a bad identity. */
export function createEventOpener(identity: string): EventOpener {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKeys = new Map<string, Promise<Uint8Array | null>>();
  return {
    async open(sealed) {
      const split = splitAge(sealed);
      if (split === null) return null;
      const name = Buffer.from(split.header).toString('latin1');
      const unwrapped = fileKeys.get(name) ?? decrypter.decryptHeader(split.header).catch(() => null);
      fileKeys.set(name, unwrapped);
      const fileKey = await unwrapped;
      return fileKey === null ? null : openBody(fileKey, split.body);
    },
  };
}

/** The library wraps the file key and writes the header; a recipient without a stanza is shown the key as it passes. */
async function makeHeader(recipients: readonly string[]): Promise<{ header: Uint8Array; fileKey: Buffer }> {
  const encrypter = new Encrypter();
  let seen: Buffer | null = null;
  encrypter.addRecipient({
    wrapFileKey(fileKey) {
      seen = Buffer.from(fileKey);
      return [];
    },
  });
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const split = splitAge(await encrypter.encrypt(new Uint8Array()));
  if (split === null || seen === null) throw new Error('the age library wrote no header');
  return { header: split.header, fileKey: seen };
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** STREAM: chunks of 64 KiB, the nonce an 11-byte counter and a last byte that is 1 for the last chunk. */
function chunkNonce(counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function encryptChunks(key: Buffer, payload: Uint8Array): Buffer[] {
  const count = Math.max(1, Math.ceil(payload.length / CHUNK_BYTES));
  return Array.from({ length: count }, (_, n) => {
    const cipher = createCipheriv('chacha20-poly1305', key, chunkNonce(n, n === count - 1), {
      authTagLength: TAG_BYTES,
    });
    const chunk = cipher.update(payload.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
    return Buffer.concat([chunk, cipher.final(), cipher.getAuthTag()]);
  });
}

function openBody(fileKey: Uint8Array, body: Uint8Array): Buffer | null {
  if (body.length < NONCE_BYTES + TAG_BYTES) return null;
  const key = payloadKey(fileKey, body.subarray(0, NONCE_BYTES));
  const sealed = body.subarray(NONCE_BYTES);
  const step = CHUNK_BYTES + TAG_BYTES;
  const count = Math.ceil(sealed.length / step);
  const opened: Buffer[] = [];
  for (let n = 0; n < count; n += 1) {
    const chunk = openChunk(key, chunkNonce(n, n === count - 1), sealed.subarray(n * step, (n + 1) * step));
    // Only an empty payload may end in an empty chunk.
    if (chunk === null || (chunk.length === 0 && n > 0)) return null;
    opened.push(chunk);
  }
  return Buffer.concat(opened);
}

function openChunk(key: Buffer, nonce: Buffer, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}
