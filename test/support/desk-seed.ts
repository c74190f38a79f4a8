import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { openTables } from '#adapters/postgres/connection.ts';
import { appendEvent } from '#adapters/postgres/event-chain.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import type { ArchiveOfExtract } from '#domain/intake/index.ts';
import { ReadingTally } from '#domain/reading/reading-tally.ts';
import type { StoredLine } from '#domain/reading/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { decodeReadingLine, encodeReadingLines, readChat } from '#portable/chat/index.ts';
import { encodeItemFacts, itemCommitment } from '#portable/continuity/index.ts';
import type { ItemFacts } from '#portable/continuity/index.ts';
import type { TestDatabase } from './database.ts';
import { forgottenSealer } from './event-sealer.ts';

/** One officer of each role, by the id that tests sign in with. */
export const DESK_OFFICERS = [
  ['tom-fairley', 'Tom Fairley', 'PC', 'intake-officer'],
  ['ida-lund', 'Ida Lund', 'PC', 'intake-officer'],
  ['priya-nandra', 'Priya Nandra', 'Sgt', 'supervisor'],
  ['amara-okoro', 'Amara Okoro', 'DC', 'investigator'],
  ['edith-vance', 'Edith Vance', 'DC', 'disclosure-officer'],
  ['rhys-calder', 'Rhys Calder', 'DS', 'deconfliction-officer'],
  ['una-price', 'Una Price', '', 'data-protection-officer'],
  ['joan-whitlow', 'Joan Whitlow', '', 'auditor'],
  ['petra-lowe', 'Petra Lowe', '', 'statistician'],
  ['samir-holt', 'Samir Holt', '', 'administrator'],
] as const;

export type SeededDanger = {
  readonly happening?: readonly string[];
  readonly what?: string;
  readonly where?: string;
  readonly who?: string;
  readonly safeNumber?: string;
  readonly mayRing?: boolean | null;
  readonly givenAt?: Date;
  /** The mark of many reports from one connection, 16 bytes. */
  readonly source?: Buffer;
};

export type SeededItem = {
  readonly kind?: 'chat' | 'account' | 'fingerprints';
  readonly sourceClass?: string;
  readonly name?: string;
  readonly bytes: Uint8Array;
  readonly extractOf?: ArchiveOfExtract;
};

export type SeededSubmission = {
  readonly submitterType?: string;
  readonly receivedAt?: Date;
  readonly stage?: 'new' | 'triage' | 'assessment' | 'decision' | 'investigation' | 'closed';
  readonly allocatedTo?: string | null;
  readonly danger?: SeededDanger;
  readonly items?: readonly SeededItem[];
  /** False leaves the events waiting for the log. */
  readonly isLogged?: boolean;
};

export type Seeded = {
  readonly id: Buffer;
  readonly reference: string;
  readonly items: readonly { readonly id: Buffer; readonly readingId: string }[];
  readonly dangerId: string | null;
};

/** Puts rows where the worker and the public door would have put them, as the owner of the database. */
export class DeskSeed {
  readonly tables: Kysely<Tables>;
  #references = 0;
  #logIndex = 0;

  constructor(database: TestDatabase) {
    this.tables = openTables(database.pool('owner'));
  }

  async officers(): Promise<void> {
    await this.tables
      .insertInto('handover.officers')
      .values(DESK_OFFICERS.map(([id, name, rank, role]) => ({ id, name, rank, role, demo: true })))
      .execute();
  }

  /** A danger report of a hand-in that was never finished, or of a draft. */
  async danger(given: SeededDanger, draftId: Buffer = randomBytes(32)): Promise<string> {
    const row = await this.tables
      .insertInto('handover.danger_reports')
      .values({
        draft_id: draftId,
        happening: [...(given.happening ?? ['child-in-danger'])],
        what: given.what ?? '',
        where_text: given.where ?? '',
        who: given.who ?? '',
        safe_number: given.safeNumber ?? '',
        may_ring: given.mayRing ?? null,
        given_at: given.givenAt ?? new Date(),
        changed_at: given.givenAt ?? new Date(),
        ...(given.source === undefined ? {} : { source: given.source }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id.toString('hex');
  }

  async submission(given: SeededSubmission = {}): Promise<Seeded> {
    const id = randomBytes(16);
    const draftId = randomBytes(32);
    this.#references += 1;
    const reference = `NS26-${String(this.#references).padStart(6, '0')}`;
    const receivedAt = given.receivedAt ?? new Date();
    const isSealed = given.items !== undefined;
    await this.tables
      .insertInto('handover.submissions')
      .values({
        id,
        reference,
        draft_id: draftId,
        state: isSealed ? 'sealed' : 'received',
        submitter_type: given.submitterType ?? 'parent-or-carer',
        received_at: receivedAt,
        sealed_at: isSealed ? new Date(receivedAt.getTime() + 2_000) : null,
        box_id: randomBytes(32),
        box_recipient: 'age1invented',
        stage: given.stage ?? 'new',
        allocated_to: given.allocatedTo ?? null,
      })
      .execute();
    const dangerId = given.danger === undefined ? null : await this.danger(given.danger, draftId);
    const items = isSealed ? await this.#seal(id, reference, given) : [];
    if (given.isLogged !== false) await this.log();
    return { id, reference, items, dangerId };
  }

  async #seal(id: Buffer, reference: string, given: SeededSubmission) {
    const at = given.receivedAt ?? new Date();
    const items = given.items ?? [];
    await this.event(
      id,
      'submission-received',
      { reference, submitterType: given.submitterType ?? 'parent-or-carer', items: items.length },
      at,
    );
    const sealed = [];
    for (const [index, item] of items.entries()) sealed.push(await this.#item(id, index + 1, item, at));
    await this.event(id, 'submission-sealed', { items: items.length }, at);
    return sealed;
  }

  event(
    submissionId: Buffer,
    type: string,
    facts: Record<string, string | number>,
    at: Date,
  ): Promise<unknown> {
    return this.tables
      .transaction()
      .execute(trx =>
        appendEvent(
          trx,
          { type, actor: { kind: 'worker', id: 'seal' }, submissionId, at, facts },
          forgottenSealer,
        ),
      );
  }

  /** Gives every waiting event its place in the log. */
  async log(): Promise<void> {
    const waiting = await this.tables
      .selectFrom('handover.log_entries')
      .select('commitment')
      .where('log_index', 'is', null)
      .orderBy('queued_at')
      .execute();
    for (const { commitment } of waiting) {
      await this.tables
        .updateTable('handover.log_entries')
        .set({ log_index: String(this.#logIndex), logged_at: new Date() })
        .where('commitment', '=', commitment)
        .execute();
      this.#logIndex += 1;
    }
  }

  async #item(submissionId: Buffer, number: number, item: SeededItem, at: Date) {
    const id = randomBytes(16);
    const { bytes, name = 'WhatsApp Chat with Elle.txt', sourceClass = 'party-export', kind = 'chat' } = item;
    const sha256 = createHash('sha256').update(bytes).digest();
    const sha512 = createHash('sha512').update(bytes).digest();
    const facts = encodeItemFacts({
      item: toHex(id),
      name,
      sha256: toHex(sha256),
      sha512: toHex(sha512),
      sizeBytes: bytes.length,
      sourceClass,
      ...(item.extractOf === undefined ? {} : { extractOf: extractFacts(item.extractOf) }),
    });
    const salt = randomBytes(32);
    await this.tables
      .insertInto('handover.items')
      .values({
        id,
        submission_id: submissionId,
        number,
        kind,
        source_class: sourceClass,
        name: name.replaceAll('\u0000', '\u2400'),
        size_bytes: String(bytes.length),
        sha256,
        sha512,
        facts: Buffer.from(facts),
        facts_salt: salt,
        blob_id: randomBytes(16),
        segments: 1,
        extract_of: item.extractOf === undefined ? null : JSON.stringify(item.extractOf),
        sealed_at: at,
      })
      .execute();
    await this.event(
      submissionId,
      'item-sealed',
      { item: toHex(id), content: toHex(itemCommitment(salt, facts)) },
      at,
    );
    return { id, readingId: await this.#read(id, kind, bytes, name) };
  }

  /** Reads an item with the real reader and keeps the lines as the worker keeps them. */
  async #read(itemId: Buffer, kind: string, bytes: Uint8Array, name: string): Promise<string> {
    if (kind !== 'chat') return this.reading(itemId, answerLines(bytes), { format: 'handover-account' });
    const result = readChat(bytes, { name });
    if (!result.ok) {
      const line = JSON.stringify({ type: 'unread', span: [0, bytes.length] });
      const lines =
        bytes.length === 0 ? [] : [{ seq: 0, line, n: null, day: null, sought: null, raw: bytes }];
      return this.reading(itemId, lines, {
        state: 'refused',
        reason: result.detail,
        detection: JSON.stringify(result.detection),
      });
    }
    const tally = new ReadingTally(itemInMemory(bytes));
    const lines: StoredLine[] = [];
    for (const text of encodeReadingLines(result.reading, result.detection)) {
      const decoded = decodeReadingLine(text);
      if (!decoded.ok)
        throw new Error(`the reader wrote a line that is not of its contract: ${decoded.reason}`);
      const line = await tally.take(decoded.line, text);
      if (line !== null) lines.push(line);
    }
    lines.push(...tally.end());
    const { days, leftOut, detection, ...columns } = tally.finished();
    return this.reading(itemId, lines, {
      ...{ format: columns.format, messages: columns.messages, summary: columns.summary },
      days: JSON.stringify(days),
      left_out: JSON.stringify(leftOut),
      detection: JSON.stringify(detection),
    });
  }

  /** A reading with these lines, in any state. */
  async reading(
    itemId: Buffer,
    lines: readonly StoredLine[],
    columns: {
      readonly state?: 'reading' | 'read' | 'refused' | 'failed';
      readonly format?: string | null;
      readonly reason?: string;
      readonly messages?: number;
      readonly summary?: string | null;
      readonly days?: string;
      readonly left_out?: string;
      readonly detection?: string | null;
    },
  ): Promise<string> {
    const id = randomBytes(16);
    await this.tables
      .insertInto('handover.readings')
      .values({
        id,
        item_id: itemId,
        reader: `handover-chat/${toHex(id).slice(0, 6)}`,
        state: 'read',
        read_at: new Date(),
        ...columns,
      })
      .execute();
    if (lines.length > 0) await this.#addLines(id, lines);
    return id.toString('hex');
  }

  async #addLines(id: Buffer, lines: readonly StoredLine[]): Promise<void> {
    await sql`select handover.make_lines(${id})`.execute(this.tables);
    for (let from = 0; from < lines.length; from += 5_000) {
      const some = lines.slice(from, from + 5_000);
      const raw = some.map(line => (line.raw === null ? null : Buffer.from(line.raw)));
      await sql`insert into ${sql.table(`handover_readings.r_${id.toString('hex')}`)} (seq, n, day, sought, line, raw)
        select * from unnest(${some.map(line => line.seq)}::integer[], ${some.map(line => line.n)}::integer[],
          ${some.map(line => line.day)}::date[], ${some.map(line => line.sought)}::text[],
          ${some.map(line => line.line)}::text[], ${raw}::bytea[])`.execute(this.tables);
    }
    await sql`select handover.index_lines(${id})`.execute(this.tables);
    await sql`select handover.attach_lines(${id})`.execute(this.tables);
  }
}

/** An item that is in memory, as it is asked for piece by piece. */
export function itemInMemory(bytes: Uint8Array): {
  sizeBytes: number;
  slice: (from: number, to: number) => Promise<Uint8Array>;
} {
  return { sizeBytes: bytes.length, slice: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}

function extractFacts({
  name,
  sizeBytes,
  sha256Hex,
  member,
  extractorVersion,
}: ArchiveOfExtract): NonNullable<ItemFacts['extractOf']> {
  return { name, sizeBytes, sha256: sha256Hex, member, extractor: extractorVersion };
}

function answerLines(bytes: Uint8Array): StoredLine[] {
  const answers = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  return Object.entries(answers).map(([field, text], n) => ({
    seq: n,
    line: JSON.stringify({ type: 'answer', n, field, text: String(text) }),
    n,
    day: null,
    sought: null,
    raw: null,
  }));
}

/** A WhatsApp export of `count` messages between two people, with days, gaps and runs, the same at every call. */
export function whatsappChat(
  count: number,
  options: { readonly perDay?: number; readonly gapAfterDay?: number } = {},
): Uint8Array {
  const { perDay = 60, gapAfterDay = 7 } = options;
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const dayNumber = Math.floor(n / perDay);
    const day = dayNumber + (dayNumber > gapAfterDay ? 4 : 0);
    const minute = 8 * 60 + Math.floor(((n % perDay) * 13 * 60) / perDay);
    const at = new Date(Date.UTC(2024, 0, 14 + day, 0, minute));
    const pad = (part: number): string => String(part).padStart(2, '0');
    const date = `${pad(at.getUTCDate())}/${pad(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
    const speaker = (n * 7) % 11 < 6 ? 'Jay R' : 'Elle';
    lines.push(
      `${date}, ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())} - ${speaker}: ${SAYINGS[n % SAYINGS.length]!} ${n}`,
    );
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const SAYINGS = [
  'you there?',
  'hi. had football then tea',
  'nice one. did u score',
  'no im in goal haha',
  'keeper! so how was it',
  'we won 3-1 \u26bd',
  'orrenby bus station by the cafe',
  'maybe. mill lane park is near mine',
];
