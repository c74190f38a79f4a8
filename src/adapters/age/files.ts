import type { BoxOpener, EvidenceSealer } from '#domain/intake/index.ts';
import type { EvidenceOpener } from '#domain/sealing/index.ts';
import { equalBytes } from '#portable/bytes/index.ts';
import { openAge, sealAge, splitAge } from './age-file.ts';
import { headerFor, openHeader, pointsOf } from './file-keys.ts';
import { openAgeStream, sealAgeStream } from './age-stream.ts';
import { giveBack } from './chacha.ts';
import { identityFromSecret, newIdentity, recipientOf, secretOf } from './keys.ts';
import { NONCE_BYTES, openBody, plainSize } from './payload.ts';

/**
 * Seals bytes to every one of the recipients (`age1…`). Each call makes a complete age file under a file key of its own,
 * which is forgotten. Throws TypeError when one is not an X25519 recipient.
 */
export function createSealer(...recipients: readonly string[]): EvidenceSealer {
  pointsOf(recipients);
  return { seal: bytes => Promise.resolve(sealAge(recipients, bytes)) };
}

/** The evidence keys of one installation, as its worker holds them. */
export type EvidenceKeys = {
  /** The identity of today first; then those that are being retired, which still open what was sealed before. */
  readonly identities: readonly string[];
  /** Whom new headers are for: the recipient of today's identity, and escrow. */
  readonly recipients: readonly string[];
};

/** Opens, cuts and wraps anew what was sealed to the evidence recipients; the worker alone holds the identities. */
export function createEvidenceOpener({ identities, recipients }: EvidenceKeys): EvidenceOpener {
  const secrets = identities.map(secretOf);
  const points = pointsOf(recipients);
  return {
    open: file => openAge(file, ...identities),
    openPieces: (header, body) => openPieces(secrets, header, body),
    openInPassing: (header, body) => inPassing(openPieces(secrets, header, body)),
    split: splitAge,
    plainSize,
    rewrap(header) {
      const opened = openHeader(header, secrets);
      return opened.ok && opened.header.length === header.length ? headerFor(opened.fileKey, points) : null;
    },
    isSameKey(header, other) {
      const [one, two] = [openHeader(header, secrets), openHeader(other, secrets)];
      return one.ok && two.ok && equalBytes(one.fileKey, two.fileKey);
    },
  };
}

function* openPieces(
  secrets: readonly Uint8Array[],
  header: Uint8Array,
  body: Uint8Array,
): Generator<Buffer | null> {
  const opened = openHeader(header, secrets);
  if (opened.ok && opened.header.length === header.length && body.length >= NONCE_BYTES)
    yield* openBody(opened.fileKey, body);
  else yield null;
}

/** Gives each piece's memory back when the next is asked for, and does not leave that to the collector. */
function* inPassing(pieces: Iterable<Buffer | null>): Generator<Uint8Array | null> {
  for (const piece of pieces) {
    yield piece;
    if (piece !== null) giveBack(piece);
  }
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
