import { deriveSecret } from './visitor.ts';

/** 32 characters that are told apart in print, by hand and read aloud: no I, L, O or U (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 15;
const CODE_CHARACTERS = 24;

/** What a return code gives: where the box of a submission is, and the secret of the key its letters are sealed to. */
export type BoxSecrets = { readonly boxId: Uint8Array; readonly boxSecret: Uint8Array };

/** Random bytes a return code is made of: 120 bits. */
export const RETURN_CODE_BYTES = CODE_BYTES;

/** Writes 15 random bytes as a return code: 24 characters in groups of four, such as `7KQ4 M2XH 9TVB R3EW C6PD 4JNA`. */
export function encodeReturnCode(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new TypeError('a return code is made of 15 bytes');
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let code = '';
  for (let n = 0; n < CODE_CHARACTERS; n += 1) {
    code = ALPHABET[Number(number & 31n)]! + code;
    number >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * Reads a return code as a person types it: in either case, with any spaces, hyphens or dots, with O for 0 and I or L
 * for 1. Null when it is not 24 characters of the alphabet.
 */
export function parseReturnCode(text: string): Uint8Array | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s.\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = Array.from(plain, character => ALPHABET.indexOf(character));
  if (values.length !== CODE_CHARACTERS || values.includes(-1)) return null;
  const number = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  return new Uint8Array(Buffer.from(number.toString(16).padStart(CODE_BYTES * 2, '0'), 'hex'));
}

/** Derives the box from the 15 bytes of a return code, by HKDF-SHA-256. Format: docs/formats/visitor-keys.md. */
export function boxSecrets(code: Uint8Array): BoxSecrets {
  return {
    boxId: deriveSecret(code, 'handover/return-code/v1/box-id'),
    boxSecret: deriveSecret(code, 'handover/return-code/v1/box-secret'),
  };
}
