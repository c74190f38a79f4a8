import { createHash, randomBytes } from 'node:crypto';

/** A token for a program: shown once as 43 characters of base64url, and kept as the SHA-256 of those. */
export function newProgramToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: createHash('sha256').update(token).digest() };
}

/** The name of whoever holds one: words of a-z and 0-9 joined by single hyphens, as the tables require. */
export function isProgramName(name: string): boolean {
  return name.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
