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
  /** Identities of before that a rotation has not finished with: something at rest may still be sealed to them alone. */
  readonly retiringIdentities: readonly string[];
  readonly rolePasswords: Readonly<Record<string, string>>;
};

type Stored = {
  origin: string;
  logSecretKey: string;
  evidenceIdentity: string;
  retiringIdentities?: string[];
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
  await write(folder, stored);
  return toKeyRing(stored, evidence);
}

async function write(folder: string, stored: Stored): Promise<void> {
  await replaceDurably(join(folder, FILE), Buffer.from(`${JSON.stringify(stored, null, 2)}\n`));
}

/**
 * Makes a new evidence identity the one of today and keeps the old as retiring, at one stroke. While one is retiring it
 * does nothing: a rotation that was cut off goes on with the identity it made.
 */
export async function beginKeyRotation(folder: string, evidence: EvidenceKeys): Promise<void> {
  const stored = read(folder);
  if (stored === null || (stored.retiringIdentities ?? []).length > 0) return;
  const evidenceIdentity = await evidence.newIdentity();
  await write(folder, { ...stored, evidenceIdentity, retiringIdentities: [stored.evidenceIdentity] });
}

/**
 * Moves the retiring identities out of the key file into `retired/`, each a file that any age tool takes. Order: the copy
 * is durable first. Nothing deletes it: backups made before still need it.
 */
export async function retireIdentities(folder: string, evidence: EvidenceKeys): Promise<void> {
  const stored = read(folder);
  if (stored === null) return;
  const { retiringIdentities = [], ...kept } = stored;
  for (const identity of retiringIdentities) {
    const recipient = await evidence.recipientOf(identity);
    const text = `# public key: ${recipient}\n${identity}\n`;
    await replaceDurably(join(folder, 'retired', `${recipient}.age-identity`), Buffer.from(text));
  }
  await write(folder, kept);
}

/** The keys made earlier, or null in a new installation. Throws `key-missing` for a file that cannot be read. */
export async function readKeyRing(folder: string, evidence: EvidenceKeys): Promise<KeyRing | null> {
  const stored = read(folder);
  return stored === null ? null : toKeyRing(stored, evidence);
}

function read(folder: string): Stored | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Stored;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new HandoverError('key-missing', 'the key file cannot be read', { cause });
  }
}

async function toKeyRing(stored: Stored, evidence: EvidenceKeys): Promise<KeyRing> {
  return {
    origin: stored.origin,
    logSecretKey: new Uint8Array(Buffer.from(stored.logSecretKey, 'base64')),
    evidenceIdentity: stored.evidenceIdentity,
    evidenceRecipient: await evidence.recipientOf(stored.evidenceIdentity),
    retiringIdentities: stored.retiringIdentities ?? [],
    rolePasswords: stored.rolePasswords,
  };
}
