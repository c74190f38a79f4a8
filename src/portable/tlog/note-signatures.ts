import { concatBytes, u64be, utf8 } from '../bytes/index.ts';
import { publicKeyOf, signEd25519, verifyEd25519 } from './ed25519.ts';
import { encodeNote } from './note.ts';
import type { Note, NoteSignature } from './note.ts';
import { ED25519, ED25519_COSIGNATURE, verifierKey } from './verifier-key.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Who signs: a key name and a 32-byte Ed25519 secret key. It signs what it is given: its holder keeps the rules. */
export type Signer = {
  name: string;
  secretKey: Uint8Array;
  /** The public key and signatures of the same secret key, made by a faster implementation of RFC 8032. */
  native?: { publicKey: Uint8Array; sign: (message: Uint8Array) => Uint8Array };
};

/** A known key that signed the note; for a cosignature also when, in seconds since 1970, by the witness's own clock. */
export type VerifiedSignature = { key: VerifierKey; timeUnixSeconds: number | null };

/**
 * A note whose every signature by a known key is good, with those keys, each once; or why it must not be believed:
 * no known key signed it, or a signature line of a known key is bad.
 */
export type OpenedNote =
  | { ok: true; text: string; signedBy: VerifiedSignature[] }
  | { ok: false; reason: 'no-known-signature' }
  | { ok: false; reason: 'bad-signature'; key: VerifierKey };

/** Signs a text that ends in a newline (C2SP signed-note, Ed25519). Throws TypeError when it cannot be a note. */
export function signNote(text: string, signer: Signer): Note {
  const publicKey = signer.native?.publicKey ?? publicKeyOf(signer.secretKey);
  const { name, keyId } = verifierKey(signer.name, publicKey, ED25519);
  const message = utf8(text);
  const signature = signer.native?.sign(message) ?? signEd25519(message, signer.secretKey);
  const note = { text, signatures: [{ name, keyId, signature }] };
  encodeNote(note);
  return note;
}

/** A witness's cosignature of the note's text at that time (C2SP tlog-cosignature, Ed25519), to add to its lines. */
export function cosignNote(note: Note, signer: Signer, timeUnixSeconds: number): NoteSignature {
  const { name, keyId } = verifierKey(signer.name, publicKeyOf(signer.secretKey), ED25519_COSIGNATURE);
  const signature = signEd25519(cosignedMessage(note.text, timeUnixSeconds), signer.secretKey);
  return { name, keyId, signature: concatBytes(u64be(timeUnixSeconds), signature) };
}

/**
 * Checks a note against the keys one knows. Lines of other keys are passed over; one bad line of a known key makes the
 * whole note bad (C2SP signed-note, "Signatures"). A key that signed several times counts once, with its first line.
 */
export function openNote(note: Note, verifiers: readonly VerifierKey[]): OpenedNote {
  const signedBy = new Map<VerifierKey, VerifiedSignature>();
  for (const line of note.signatures) {
    for (const key of verifiers.filter(known => known.name === line.name && known.keyId === line.keyId)) {
      const verified = verifySignature(note.text, line.signature, key);
      if (verified === null) return { ok: false, reason: 'bad-signature', key };
      if (!signedBy.has(key)) signedBy.set(key, verified);
    }
  }
  if (signedBy.size === 0) return { ok: false, reason: 'no-known-signature' };
  return { ok: true, text: note.text, signedBy: [...signedBy.values()] };
}

function verifySignature(text: string, signature: Uint8Array, key: VerifierKey): VerifiedSignature | null {
  if (key.type === ED25519_COSIGNATURE) return verifyCosignature(text, signature, key);
  return verifyEd25519(signature, utf8(text), key.publicKey) ? { key, timeUnixSeconds: null } : null;
}

/** The payload is eight bytes of time, then the signature of a message that names that time and the note's text. */
function verifyCosignature(text: string, payload: Uint8Array, key: VerifierKey): VerifiedSignature | null {
  if (payload.length !== 72) return null;
  const time = new DataView(payload.buffer, payload.byteOffset, 8).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const timeUnixSeconds = Number(time);
  const message = cosignedMessage(text, timeUnixSeconds);
  return verifyEd25519(payload.subarray(8), message, key.publicKey) ? { key, timeUnixSeconds } : null;
}

function cosignedMessage(text: string, timeUnixSeconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${timeUnixSeconds}\n${text}`);
}
