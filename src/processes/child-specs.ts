import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceKeys } from '#adapters/age/index.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import type { KeyRing } from '#adapters/files/key-ring.ts';
import { dataLayout, type Settings } from '#config';
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
const READER = 'handover-chat/1';

/** What opens everything at rest, and whom it is sealed to: this force first, then escrow. */
export function evidenceKeysOf(keys: KeyRing, { escrowRecipients }: Settings): EvidenceKeys {
  return {
    identities: [keys.evidenceIdentity, ...keys.retiringIdentities],
    recipients: [keys.evidenceRecipient, ...escrowRecipients],
  };
}

/** What each process is told, and what it may touch: nobody gets a key or a folder that is not its own. */
export function childSpecs(settings: Settings, server: EmbeddedServer, keys: KeyRing): ChildSpec[] {
  const layout = dataLayout(settings.dataFolder);
  const logFolder = join(settings.dataFolder, 'logs');
  mkdirSync(logFolder, { recursive: true, mode: 0o700 });
  const spec = <T extends object>(role: string, handshake: T, flags: readonly string[] = []): ChildSpec => ({
    role,
    handshake,
    flags,
    logFolder,
  });
  return [
    spec<SequencerHandshake>('sequencer', {
      database: roleAddress(server, 'handover_sequencer', keys),
      logFolder: layout.log,
      origin: keys.origin,
      logSecretKey: Buffer.from(keys.logSecretKey).toString('base64'),
      publishEveryMs: PUBLISH_EVERY_MS,
    }),
    spec<WorkerHandshake>('worker', {
      database: roleAddress(server, 'handover_worker', keys),
      evidence: evidenceKeysOf(keys, settings),
      storeFolder: layout.store,
      bundlesFolder: layout.bundles,
      logFolder: layout.log,
      policy: policyText(keys),
      verifierPath: join(VERIFIER, 'handover-verify.mjs'),
      software: softwareName(),
      reader: READER,
      reserveMegabytes: RESERVE_MEGABYTES,
      draftDays: settings.draftDays,
    }),
    spec<PublicHandshake>('public', publicHandshake(settings, server, keys), confined([])),
    spec<PoliceHandshake>(
      'police',
      policeHandshake(settings, server, keys),
      confined([layout.bundles, layout.log]),
    ),
    spec<DemoHandshake>(
      'demo',
      {
        ports: { demo: settings.demoPort, public: settings.publicPort, police: settings.policePort },
        filesFolder: layout.demo,
        policy: policyText(keys),
        verifierFolder: VERIFIER,
      },
      confined([layout.demo, VERIFIER]),
    ),
  ];
}

function publicHandshake(settings: Settings, server: EmbeddedServer, keys: KeyRing): PublicHandshake {
  const { publicPort, draftDays, trustedProxies } = settings;
  return {
    database: roleAddress(server, 'handover_public', keys),
    evidenceRecipients: evidenceKeysOf(keys, settings).recipients,
    port: publicPort,
    draftDays,
    trustedProxies,
  };
}

function policeHandshake(
  { dataFolder, policePort, trustedProxies }: Settings,
  server: EmbeddedServer,
  keys: KeyRing,
): PoliceHandshake {
  return {
    database: roleAddress(server, 'handover_police', keys),
    bundlesFolder: dataLayout(dataFolder).bundles,
    logFolder: dataLayout(dataFolder).log,
    port: policePort,
    trustedProxies,
  };
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
