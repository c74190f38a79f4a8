import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { HandoverError } from '#domain/error.ts';
import { type Disk, nodeDisk, readOrNull } from './disk.ts';
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

const FILE = 'key-ring.json';

/** Makes fresh keys for a new installation. Called once; the caller makes sure that there are none yet. */
export async function makeKeyRing(
  folder: string,
  originPrefix: string,
  roles: readonly string[],
  disk: Disk = nodeDisk,
): Promise<KeyRing> {
  const stored: Stored = {
    origin: `${originPrefix}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    evidenceIdentity: await generateX25519Identity(),
    rolePasswords: Object.fromEntries(roles.map(role => [role, randomBytes(24).toString('base64url')])),
  };
  await replaceDurably(join(folder, FILE), Buffer.from(`${JSON.stringify(stored, null, 2)}\n`), disk);
  return toKeyRing(stored);
}

/** The keys made earlier, or null in a new installation. Throws `key-missing` for a file that cannot be read. */
export async function readKeyRing(folder: string, disk: Disk = nodeDisk): Promise<KeyRing | null> {
  let stored: Stored;
  try {
    const bytes = await readOrNull(disk, join(folder, FILE));
    if (bytes === null) return null;
    stored = JSON.parse(bytes.toString('utf8')) as Stored;
  } catch (cause) {
    throw new HandoverError('key-missing', 'the key file cannot be read', { cause });
  }
  return toKeyRing(stored);
}

async function toKeyRing(stored: Stored): Promise<KeyRing> {
  return {
    origin: stored.origin,
    logSecretKey: new Uint8Array(Buffer.from(stored.logSecretKey, 'base64')),
    evidenceIdentity: stored.evidenceIdentity,
    evidenceRecipient: await identityToRecipient(stored.evidenceIdentity),
    rolePasswords: stored.rolePasswords,
  };
}
