import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { DemoChat, DemoFacts, DemoSubmission, DemoWorld } from '../cli/demo-world/index.ts';
import {
  type Account,
  type EvidenceSealer,
  type IntakeDoor,
  newAccount,
  type StagedFileMeta,
} from '#domain/intake/index.ts';
import { encodeStagedMeta } from '#domain/sealing/index.ts';
import { encodeCanonicalJson, type CanonicalValue } from '#portable/bytes/index.ts';

export type SeedParts = {
  readonly world: DemoWorld;
  /** As the owner: officers and the desk's state. */
  readonly owner: pg.ClientBase;
  /** As the public role: hand-ins take the road that everybody's take. */
  readonly door: IntakeDoor;
  readonly sealer: EvidenceSealer;
  readonly boxRecipient: () => Promise<string>;
};

const SEGMENT_BYTES = 1 << 20;

/** Fills a new installation with the demo world. Runs once, before the processes start. */
export async function seedDemoWorld(parts: SeedParts): Promise<void> {
  for (const officer of parts.world.officers) {
    await parts.owner.query(
      'insert into handover.officers (id, name, rank, role, demo) values ($1, $2, $3, $4, true)',
      [officer.id, officer.name, officer.rank, officer.role],
    );
  }
  for (const submission of parts.world.submissions) await seedSubmission(parts, submission);
}

async function seedSubmission(parts: SeedParts, submission: DemoSubmission): Promise<void> {
  const draftId = randomBytes(32);
  await parts.door.putDraft(draftId, randomBytes(64), 1);
  if (submission.danger !== null) await parts.door.reportDanger(draftId, submission.danger);
  if (submission.state === 'danger-not-finished') return;
  const fileIds: Uint8Array[] = [];
  const stage = async (
    bytes: Uint8Array,
    meta: Pick<StagedFileMeta, 'kind' | 'name' | 'sourceClass' | 'extractOf'>,
  ) => {
    fileIds.push(await stageFile(parts, draftId, bytes, meta));
  };
  for (const chat of submission.chats) {
    await stage(chat.bytes, {
      kind: 'chat',
      name: chat.fileName,
      sourceClass: chat.sourceClass,
      extractOf: archiveOf(chat),
    });
  }
  await stage(encodeCanonicalJson(accountOf(submission) as unknown as CanonicalValue), {
    kind: 'account',
    name: 'account.json',
    sourceClass: 'typed',
    extractOf: null,
  });
  if (submission.fingerprints.length > 0) {
    const list = submission.fingerprints.map(({ name, sizeBytes, digestHex }) => ({
      name,
      sizeBytes,
      sha256Hex: digestHex,
    }));
    await stage(encodeCanonicalJson(list), {
      kind: 'fingerprints',
      name: 'fingerprints.json',
      sourceClass: 'typed',
      extractOf: null,
    });
  }
  const done = await parts.door.submit({
    draftId,
    boxId: randomBytes(32),
    boxRecipient: await parts.boxRecipient(),
    submitterType: submission.submitterType,
    fileIds,
  });
  if (done === null) throw new Error('a submission of the demo world was not taken');
  const stage_ = submission.state === 'received' ? 'new' : submission.state;
  await parts.owner.query(
    'update handover.submissions set stage = $1, allocated_to = $2 where reference = $3',
    [stage_, submission.withOfficerId, done.reference],
  );
}

async function stageFile(
  parts: SeedParts,
  draftId: Uint8Array,
  bytes: Uint8Array,
  about: Pick<StagedFileMeta, 'kind' | 'name' | 'sourceClass' | 'extractOf'>,
): Promise<Uint8Array> {
  const fileId = randomBytes(16);
  await parts.door.beginFile(draftId, fileId);
  let segments = 0;
  for (let start = 0; start < bytes.length || segments === 0; start += SEGMENT_BYTES) {
    await parts.door.stageSegment(
      fileId,
      segments,
      await parts.sealer.seal(bytes.subarray(start, start + SEGMENT_BYTES)),
    );
    segments += 1;
  }
  const sha256Hex = createHash('sha256').update(bytes).digest('hex');
  const meta: StagedFileMeta = { ...about, sizeBytes: bytes.length, sha256Hex };
  await parts.door.completeFile(fileId, segments, await parts.sealer.seal(encodeStagedMeta(meta)));
  return fileId;
}

function archiveOf(chat: DemoChat): StagedFileMeta['extractOf'] {
  if (chat.archive === null) return null;
  const { name, sizeBytes, digestHex, entryName } = chat.archive;
  return { name, sizeBytes, sha256Hex: digestHex, member: entryName, extractorVersion: 'demo' };
}

function accountOf(submission: DemoSubmission): Account {
  const { safeContact, facts } = submission;
  return newAccount({
    submitterType: submission.submitterType,
    danger: submission.danger,
    contact: {
      othersSeeDevice: safeContact.othersSeeDevice,
      reach: safeContact.way,
      name: '',
      phone: safeContact.way === 'phone' ? safeContact.value : '',
      email: safeContact.way === 'email' ? safeContact.value : '',
      whenAndAsWhom: safeContact.when,
    },
    happened: submission.account,
    ...(facts === null ? {} : factsOf(facts)),
  });
}

function factsOf({ platform, usernames, phoneNumbers, when, childAge }: DemoFacts) {
  const known = { platform, whose: '', howKnown: '' };
  return {
    accounts: [...usernames, ...phoneNumbers].map(name => ({ ...known, name })),
    facts: { firstContact: '', when, childAge, links: '' },
  };
}
