import type { BoxOpener, EvidenceSealer } from '#domain/intake/index.ts';
import type { EvidenceOpener } from '#domain/sealing/index.ts';
import { openAge, sealAge, splitAge } from './age-file.ts';
import { pointsOf } from './file-keys.ts';
import { openAgeStream, sealAgeStream } from './age-stream.ts';
import { identityFromSecret, newIdentity, recipientOf, secretOf } from './keys.ts';

/**
 * Seals bytes to every one of the recipients (`age1…`). Each call makes a complete age file under a file key of its own,
 * which is forgotten. Throws TypeError when one is not an X25519 recipient.
 */
export function createSealer(...recipients: readonly string[]): EvidenceSealer {
  pointsOf(recipients);
  return { seal: bytes => Promise.resolve(sealAge(recipients, bytes)) };
}

/** Opens and cuts what was sealed to the evidence recipient; the worker alone holds its identity. */
export function createEvidenceOpener(...identities: readonly string[]): EvidenceOpener {
  identities.forEach(secretOf);
  return { open: file => openAge(file, ...identities), split: splitAge };
}

/** The keys and letters of visitors' boxes, whose identity is made of the secret behind a return code. */
export function createBoxOpener(): BoxOpener {
  return {
    async keysOf(secret) {
      const identity = identityFromSecret(secret);
      return { identity, recipient: await recipientOf(identity) };
    },
    open: openAge,
  };
}

/** Keys and streams of age, for whoever keeps files of any size under keys of their own. */
export const ageStreams = { newIdentity, recipientOf, seal: sealAgeStream, open: openAgeStream };
