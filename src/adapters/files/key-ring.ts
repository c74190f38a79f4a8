import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import { replaceDurably } from './durable-write.ts';

/** The keys of one installation. Each process is handed only its own. */
export type KeyRing = {
  /** `northshire.example/log/<random>`: the log's origin and key name; fresh for each installation. */
  readonly origin: string;
  readonly logSecretKey: Uint8Array;
  readonly evidenceIdentity: string;
  readonly evidenceRecipient: string;
  readonly rolePasswords: Readonly<Record<string, string>>;
};

type Stored = {
  origin: string;
  logSecretKey: string;
  evidenceIdentity: string;
  rolePasswords: Record<string, string>;
};

/** How evidence keys are made; kept apart from where they rest. */
export type EvidenceKeys = {
  readonly newIdentity: () => Promise<string>;
  readonly recipientOf: (identity: string) => Promise<string>;
};

const FILE = 'key-ring.json';

/** Makes fresh keys for a new installation. Called once; the caller makes sure that there are none yet. */
export async function makeKeyRing(
  folder: string,
  originPrefix: string,
  roles: readonly string[],
  evidence: EvidenceKeys,
): Promise<KeyRing> {
  const stored: Stored = {
    origin: `${originPrefix}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    evidenceIdentity: await evidence.newIdentity(),
    rolePasswords: Object.fromEntries(roles.map(role => [role, randomBytes(24).toString('base64url')])),
  };
  await replaceDurably(join(folder, FILE), Buffer.from(`${JSON.stringify(stored, null, 2)}\n`));
  return toKeyRing(stored, evidence);
}

/** The keys made earlier, or null in a new installation. Throws `key-missing` for a file that cannot be read. */
export async function readKeyRing(folder: string, evidence: EvidenceKeys): Promise<KeyRing | null> {
  let text: string;
  try {
    text = readFileSync(join(folder, FILE), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new HandoverError('key-missing', 'the key file cannot be read', { cause });
  }
  return toKeyRing(JSON.parse(text) as Stored, evidence);
}

async function toKeyRing(stored: Stored, evidence: EvidenceKeys): Promise<KeyRing> {
  return {
    origin: stored.origin,
    logSecretKey: new Uint8Array(Buffer.from(stored.logSecretKey, 'base64')),
    evidenceIdentity: stored.evidenceIdentity,
    evidenceRecipient: await evidence.recipientOf(stored.evidenceIdentity),
    rolePasswords: stored.rolePasswords,
  };
}
