import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import { type Disk, listOrNone, nodeDisk, readOrNull } from './disk.ts';
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
  /** Identities of before that a rotation has not finished with: something at rest may still be sealed to them alone. */
  readonly retiringIdentities: readonly string[];
  /** Those that a rotation has finished with. No process holds them; batches and backups of before are opened with them. */
  readonly retiredIdentities: readonly string[];
  readonly rolePasswords: Readonly<Record<string, string>>;
  /** Oldest first. Receipts of their time are checked with their keys. */
  readonly closedLogs: readonly ClosedLog[];
};

type Stored = {
  origin: string;
  logSecretKey: string;
  evidenceIdentity: string;
  retiringIdentities?: string[];
  rolePasswords: Record<string, string>;
  closedLogs?: readonly ClosedLog[];
};

/** How evidence keys are made; kept apart from where they rest. */
export type KeyMaker = {
  readonly newIdentity: () => Promise<string>;
  readonly recipientOf: (identity: string) => Promise<string>;
};

/** What a new key ring is for. */
export type NewKeyRing = { readonly originPrefix: string; readonly roles: readonly string[] };

const FILE = 'key-ring.json';
const RETIRED = 'retired';

/** Makes fresh keys for a new installation. Called once; the caller makes sure that there are none yet. */
export async function makeKeyRing(
  folder: string,
  { originPrefix, roles }: NewKeyRing,
  maker: KeyMaker,
  disk: Disk = nodeDisk,
): Promise<KeyRing> {
  const stored: Stored = {
    origin: `${originPrefix}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    evidenceIdentity: await maker.newIdentity(),
    rolePasswords: Object.fromEntries(roles.map(role => [role, randomBytes(24).toString('base64url')])),
  };
  await write(folder, stored, disk);
  return toKeyRing(stored, [], maker);
}

async function write(folder: string, stored: Stored, disk: Disk): Promise<void> {
  await replaceDurably(join(folder, FILE), encode(stored), disk);
}

function encode(stored: Stored): Buffer {
  return Buffer.from(`${JSON.stringify(stored, null, 2)}\n`);
}

/**
 * Makes a new evidence identity the one of today and keeps the old as retiring, at one stroke. While one is retiring it
 * does nothing: a rotation that was cut off goes on with the identity it made.
 */
export async function beginKeyRotation(
  folder: string,
  maker: KeyMaker,
  disk: Disk = nodeDisk,
): Promise<void> {
  const stored = await read(folder, disk);
  if (stored === null || (stored.retiringIdentities ?? []).length > 0) return;
  const evidenceIdentity = await maker.newIdentity();
  await write(folder, { ...stored, evidenceIdentity, retiringIdentities: [stored.evidenceIdentity] }, disk);
}

/**
 * Moves the retiring identities out of the key file into `retired/`, each a file that any age tool takes. Order: the copy
 * is durable first. Nothing deletes it: backups made before still need it.
 */
export async function retireIdentities(
  folder: string,
  maker: KeyMaker,
  disk: Disk = nodeDisk,
): Promise<void> {
  const stored = await read(folder, disk);
  if (stored === null) return;
  const { retiringIdentities = [], ...kept } = stored;
  for (const identity of retiringIdentities) {
    const recipient = await maker.recipientOf(identity);
    const text = `# public key: ${recipient}\n${identity}\n`;
    await replaceDurably(join(folder, RETIRED, `${recipient}.age-identity`), Buffer.from(text), disk);
  }
  await write(folder, kept, disk);
}

/**
 * Makes retired identities retiring again, for a restored database of before a rotation: what waits in it is sealed to them
 * alone. The next rotation wraps it anew and retires them again.
 */
export async function unretireIdentities(folder: string, disk: Disk = nodeDisk): Promise<void> {
  const stored = await read(folder, disk);
  if (stored !== null) await write(folder, await withRetired(stored, folder, disk), disk);
}

/** The key file as a copy that is kept elsewhere must be: in one piece, with the retired identities as retiring ones. */
export async function keyRingForKeeping(folder: string, disk: Disk = nodeDisk): Promise<Uint8Array> {
  const stored = await read(folder, disk);
  if (stored === null) throw new HandoverError('key-missing', 'the key file is gone');
  return encode(await withRetired(stored, folder, disk));
}

async function withRetired(stored: Stored, folder: string, disk: Disk): Promise<Stored> {
  const held = new Set([...(stored.retiringIdentities ?? []), ...(await readRetired(folder, disk))]);
  held.delete(stored.evidenceIdentity);
  return { ...stored, retiringIdentities: [...held] };
}

/**
 * Begins a new log beside a closed one: a new origin under the same address, and a new key. The closed log's secret key is
 * forgotten, so that nothing can be signed in its name again.
 */
export async function followLog(
  folder: string,
  closed: ClosedLog,
  maker: KeyMaker,
  disk: Disk = nodeDisk,
): Promise<KeyRing> {
  const stored = await read(folder, disk);
  if (stored?.origin !== closed.origin) throw new HandoverError('key-missing', 'the keys are of another log');
  const address = stored.origin.slice(0, stored.origin.lastIndexOf('/'));
  const followed: Stored = {
    ...stored,
    origin: `${address}/${randomBytes(8).toString('hex')}`,
    logSecretKey: randomBytes(32).toString('base64'),
    closedLogs: [...(stored.closedLogs ?? []), closed],
  };
  await write(folder, followed, disk);
  return toKeyRing(followed, await readRetired(folder, disk), maker);
}

/** The keys made earlier, or null in a new installation. Throws `key-missing` for a file that cannot be read. */
export async function readKeyRing(
  folder: string,
  maker: KeyMaker,
  disk: Disk = nodeDisk,
): Promise<KeyRing | null> {
  const stored = await read(folder, disk);
  return stored === null ? null : toKeyRing(stored, await readRetired(folder, disk), maker);
}

async function read(folder: string, disk: Disk): Promise<Stored | null> {
  try {
    const bytes = await readOrNull(disk, join(folder, FILE));
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as Stored);
  } catch (cause) {
    throw new HandoverError('key-missing', 'the key file cannot be read', { cause });
  }
}

async function readRetired(folder: string, disk: Disk): Promise<string[]> {
  const names = (await listOrNone(disk, join(folder, RETIRED))).filter(name =>
    name.endsWith('.age-identity'),
  );
  const texts = await Promise.all(names.map(name => readOrNull(disk, join(folder, RETIRED, name))));
  return texts.flatMap(text => (text?.toString('utf8') ?? '').match(/^AGE-SECRET-KEY-[A-Z0-9]+$/m) ?? []);
}

async function toKeyRing(stored: Stored, retired: readonly string[], maker: KeyMaker): Promise<KeyRing> {
  return {
    origin: stored.origin,
    logSecretKey: new Uint8Array(Buffer.from(stored.logSecretKey, 'base64')),
    evidenceIdentity: stored.evidenceIdentity,
    evidenceRecipient: await maker.recipientOf(stored.evidenceIdentity),
    retiringIdentities: stored.retiringIdentities ?? [],
    retiredIdentities: retired,
    rolePasswords: stored.rolePasswords,
    closedLogs: stored.closedLogs ?? [],
  };
}
