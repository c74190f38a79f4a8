import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceKeys } from '#adapters/age/index.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { dataLayout, type Settings } from '#config';
import { ALL_READERS } from '#portable/chat/index.ts';
import type { ChildSpec } from './child.ts';
import type { DemoHandshake } from './demo-process.ts';
import { policyText, roleAddress } from './installation.ts';
import type { PoliceHandshake } from './police-process.ts';
import type { PublicHandshake } from './public-process.ts';
import type { SequencerHandshake } from './sequencer-process.ts';
import type { WorkerHandshake } from './worker-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const VERIFIER = join(ROOT, 'verifier', 'dist');
const RESERVE_MEGABYTES = 300;
const PUBLISH_EVERY_MS = 10_000;

/**
 * What opens batches and backups, of whatever age: those of before a rotation are sealed to identities that no process
 * holds any more. Only a start and a person's command look that far back.
 */
export function everyIdentityOf(keys: KeyRing): string[] {
  return [keys.evidenceIdentity, ...keys.retiringIdentities, ...keys.retiredIdentities];
}

/** What opens everything at rest, and whom it is sealed to: this force first, then escrow. */
export function evidenceKeysOf(keys: KeyRing, { escrowRecipients }: Settings): EvidenceKeys {
  return {
    identities: [keys.evidenceIdentity, ...keys.retiringIdentities],
    recipients: [keys.evidenceRecipient, ...escrowRecipients],
  };
}

/** What each process is told, and what it may touch: nobody gets a key or a folder that is not its own. */
export function childSpecs(settings: Settings, server: EmbeddedServer, keys: KeyRing): ChildSpec[] {
  mkdirSync(logsFolder(settings), { recursive: true, mode: 0o700 });
  return [...keepers(settings, server, keys), ...doors(settings, server, keys)];
}

function logsFolder({ dataFolder }: Settings): string {
  return join(dataFolder, 'logs');
}

/** Those who log and seal. They face nobody. */
function keepers(settings: Settings, server: EmbeddedServer, keys: KeyRing): ChildSpec[] {
  const layout = dataLayout(settings.dataFolder);
  const sequencer: SequencerHandshake = {
    database: roleAddress(server, 'handover_sequencer', keys),
    logFolder: layout.log,
    batchesFolder: layout.batches,
    headFolder: settings.headFolder,
    origin: keys.origin,
    logSecretKey: Buffer.from(keys.logSecretKey).toString('base64'),
    publishEveryMs: PUBLISH_EVERY_MS,
  };
  const worker: WorkerHandshake = {
    database: roleAddress(server, 'handover_worker', keys),
    evidence: evidenceKeysOf(keys, settings),
    headFolder: settings.headFolder,
    storeFolder: layout.store,
    bundlesFolder: layout.bundles,
    logFolder: layout.log,
    policy: policyText(keys),
    verifierPath: join(VERIFIER, 'handover-verify.mjs'),
    software: softwareName(),
    reader: ALL_READERS,
    reserveMegabytes: RESERVE_MEGABYTES,
    draftDays: settings.draftDays,
  };
  const logFolder = logsFolder(settings);
  return [
    { role: 'sequencer', handshake: sequencer, flags: [], logFolder },
    { role: 'worker', handshake: worker, flags: [], logFolder },
  ];
}

/** Those who face people: each confined to the program's own text and the folders it shows. */
function doors(settings: Settings, server: EmbeddedServer, keys: KeyRing): ChildSpec[] {
  const layout = dataLayout(settings.dataFolder);
  const { recipients: evidenceRecipients } = evidenceKeysOf(keys, settings);
  const publicDoor: PublicHandshake = {
    database: roleAddress(server, 'handover_public', keys),
    evidenceRecipients,
    port: settings.publicPort,
    draftDays: settings.draftDays,
    welshReview: settings.welshReview,
    trustedProxies: settings.trustedProxies,
    policy: policyText(keys),
    closedLogs: keys.closedLogs.map(closedLogOf),
    verifierFolder: VERIFIER,
  };
  const police: PoliceHandshake = {
    database: roleAddress(server, 'handover_police', keys),
    evidenceRecipients,
    bundlesFolder: layout.bundles,
    logFolder: layout.log,
    port: settings.policePort,
    trustedProxies: settings.trustedProxies,
  };
  const demo: DemoHandshake = {
    ports: { demo: settings.demoPort, public: settings.publicPort, police: settings.policePort },
    filesFolder: layout.demo,
    policy: policyText(keys),
    verifierFolder: VERIFIER,
  };
  const logFolder = logsFolder(settings);
  return [
    { role: 'public', handshake: publicDoor, flags: confined([VERIFIER]), logFolder },
    { role: 'police', handshake: police, flags: confined([layout.bundles, layout.log]), logFolder },
    { role: 'demo', handshake: demo, flags: confined([layout.demo, VERIFIER]), logFolder },
  ];
}

function closedLogOf({ origin, lastCheckpoint }: KeyRing['closedLogs'][number]) {
  return { name: origin.split('/').at(-1) ?? origin, checkpoint: lastCheckpoint };
}

/** Node.js's permission model: the program's own text and the named folders can be read; nothing can be written or started. */
export function confined(readable: readonly string[]): string[] {
  const paths = [join(ROOT, 'src'), join(ROOT, 'node_modules'), join(ROOT, 'package.json'), ...readable];
  return ['--permission', '--allow-net', ...paths.map(path => `--allow-fs-read=${path}`)];
}

function softwareName(): { name: string; version: string } {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version };
}
