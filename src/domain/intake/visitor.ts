import { hkdfSync } from 'node:crypto';
import { utf8 } from '#portable/bytes/index.ts';

/** The 32 random bytes in a visitor's cookie. Everything of theirs before submission is found and opened with them. */
export type VisitorKey = Uint8Array;

/** A place in storage that only one key finds and opens. */
export type SecretPlace = { readonly id: Uint8Array; readonly key: Uint8Array };

/** What a visitor key gives. Each part is independent of the others: knowing one tells nothing of the rest. */
export type VisitorSecrets = {
  /** Where the answers are kept as they are given. */
  readonly draft: SecretPlace;
  /** Where the way to the box of a submission is kept, until the visitor clears it. */
  readonly ticket: SecretPlace;
  /** The key of the tokens in this visitor's forms. */
  readonly formKey: Uint8Array;
};

const KEY_BYTES = 32;

/** Derives what belongs to a visitor key, by HKDF-SHA-256 (RFC 5869). Format: docs/formats/visitor-keys.md. */
export function visitorSecrets(key: VisitorKey): VisitorSecrets {
  const derive = (purpose: string) => deriveSecret(key, `handover/visitor/v1/${purpose}`);
  return {
    draft: { id: derive('draft-id'), key: derive('draft-key') },
    ticket: { id: derive('ticket-id'), key: derive('ticket-key') },
    formKey: derive('form-key'),
  };
}

/** 32 bytes for one purpose. `secret` must be uniformly random, so the salt is empty (RFC 5869, 3.1). */
export function deriveSecret(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), utf8(purpose), 32));
}

/** A visitor key as the value of a cookie: base64url without padding, 43 characters. */
export function encodeVisitorKey(key: VisitorKey): string {
  return Buffer.from(key).toString('base64url');
}

/** Reads the value of the cookie; null for anything that `encodeVisitorKey` does not write. */
export function decodeVisitorKey(text: string | undefined): VisitorKey | null {
  if (text === undefined || !/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const key = new Uint8Array(Buffer.from(text, 'base64url'));
  return key.length === KEY_BYTES && encodeVisitorKey(key) === text ? key : null;
}
