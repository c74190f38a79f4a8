import type { EventOpener, EventSealer } from '#domain/history/index.ts';
import { concatBytes } from '#portable/bytes/index.ts';
import { splitAge } from './age-file.ts';
import { newFileKey, openHeader, type OpenedHeader } from './file-keys.ts';
import { secretOf } from './keys.ts';
import { NONCE_BYTES, openBody, sealBody } from './payload.ts';

/**
 * Seals many small payloads to the same recipients: one file key for this process, wrapped once, and for each payload a
 * nonce of its own. Each result is a complete age file, so `age -d` opens it. The file key lives in this process's memory
 * alone and is never written. Throws TypeError when one is not an X25519 recipient, or there is none.
 */
export function createEventSealer(recipients: readonly string[]): EventSealer {
  const { fileKey, header } = newFileKey(recipients);
  return { seal: payload => concatBytes(header, sealBody(fileKey, payload)) };
}

/**
 * Opens what the sealers of any number of processes sealed, with any of the identities; each header is unwrapped once.
 * Throws TypeError for an identity that is not one.
 */
export function createEventOpener(identities: readonly string[]): EventOpener {
  const secrets = identities.map(secretOf);
  const opened = new Map<string, OpenedHeader>();
  const unwrap = (header: Uint8Array) => {
    const name = Buffer.from(header).toString('latin1');
    const known = opened.get(name) ?? openHeader(header, secrets);
    opened.set(name, known);
    return known;
  };
  return {
    open(sealed) {
      const split = splitAge(sealed);
      const header = split === null ? null : unwrap(split.header);
      if (split === null || header === null || !header.ok || split.body.length < NONCE_BYTES) return null;
      const chunks: Uint8Array[] = [];
      for (const chunk of openBody(header.fileKey, split.body)) {
        if (chunk === null) return null;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    isForOthers(sealed) {
      const split = splitAge(sealed);
      const header = split === null ? null : unwrap(split.header);
      return header?.ok === false && header.reason === 'no-match';
    },
  };
}
