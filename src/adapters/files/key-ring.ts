import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { HandoverError } from '#domain/error.ts';
import { replaceDurably } from './durable-write.ts';

/** A log that was closed and is never signed again: its verifier key, and the newest checkpoint that anybody held. */
export type ClosedLog = { readonly origin: string; readonly vkey: string; readonly lastCheckpoint: string };

/** The keys of one installation. Each process is handed only its own. */
export type KeyRing = {
  /** `northshire.example/log/<random>`: the log's origin and key name; fresh for each installation. */
  readonly origin: string;
  readonly logSecretKey: Uint8Array;
  readonly evidenceIdentity: string;
  readonly evidenceRecipient: string;
  readonly rolePasswords: Readonly<Record<string, string>>;
  /** Oldest first. Receipts of their time are checked with their keys. */
  readonly closedLogs: readonly ClosedLog[];
};

type Stored = {
  origin: string;
  logSecretKey: string;
  evidenceIdentity: string;
  rolePasswords: Record<string, string>;
  closedLogs?: readonly ClosedLog[];
};

const FILE = 'key-ring.json';

/** Makes fresh keys for a new installation. Called once; the caller makes sure that there are none yet. */
export async function makeKeyRing(
  folder: string,
  originPrefix: string,
  roles: readonly string[],
): Promise<KeyRing> {
  const stored: Stored = {
    origin: `${originPrefix}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    evidenceIdentity: await generateX25519Identity(),
    rolePasswords: Object.fromEntries(roles.map(role => [role, randomBytes(24).toString('base64url')])),
  };
  return write(folder, stored);
}

/**
 * Begins a new log beside a closed one: a new origin under the same address, and a new key. The closed log's secret key is
 * forgotten, so that nothing can be signed in its name again.
 */
export async function followLog(folder: string, keys: KeyRing, closed: ClosedLog): Promise<KeyRing> {
  const address = keys.origin.slice(0, keys.origin.lastIndexOf('/'));
  return write(folder, {
    origin: `${address}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    evidenceIdentity: keys.evidenceIdentity,
    rolePasswords: { ...keys.rolePasswords },
    closedLogs: [...keys.closedLogs, closed],
  });
}

async function write(folder: string, stored: Stored): Promise<KeyRing> {
  await replaceDurably(join(folder, FILE), Buffer.from(`${JSON.stringify(stored, null, 2)}\n`));
  return toKeyRing(stored);
}

/** The keys made earlier, or null in a new installation. Throws `key-missing` for a file that cannot be read. */
export async function readKeyRing(folder: string): Promise<KeyRing | null> {
  let text: string;
  try {
    text = readFileSync(join(folder, FILE), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new HandoverError('key-missing', 'the key file cannot be read', { cause });
  }
  return toKeyRing(JSON.parse(text) as Stored);
}

async function toKeyRing(stored: Stored): Promise<KeyRing> {
  return {
    origin: stored.origin,
    logSecretKey: new Uint8Array(Buffer.from(stored.logSecretKey, 'base64')),
    evidenceIdentity: stored.evidenceIdentity,
    evidenceRecipient: await identityToRecipient(stored.evidenceIdentity),
    rolePasswords: stored.rolePasswords,
    closedLogs: stored.closedLogs ?? [],
  };
}
