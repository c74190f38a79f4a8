import { createHmac, timingSafeEqual } from 'node:crypto';

const LABEL = 'handover/form-token/v1';

/** The name of the hidden field that carries the token; it stands first in every form. */
export const FORM_TOKEN_FIELD = 'form_token';

/**
 * The token of every form shown to the holder of a key: proof that a post came from a page we made for them.
 * `key` is 32 secret bytes of one visitor or one session; nothing is stored.
 */
export function formToken(key: Uint8Array): string {
  return createHmac('sha256', key).update(LABEL).digest('base64url');
}

/** Tells whether `token`, from a form field, is the one made with `key`. Compares in constant time. */
export function isFormToken(key: Uint8Array, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const given = Buffer.from(token);
  const right = Buffer.from(formToken(key));
  return given.length === right.length && timingSafeEqual(given, right);
}
