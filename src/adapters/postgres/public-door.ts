import type pg from 'pg';
import { HandoverError } from '#domain/error.ts';
import type {
  AddOutcome,
  AdditionKind,
  BoxMail,
  ReturnDoor,
  SentAddition,
} from '#domain/engagement/index.ts';
import type { Box, HandInState, IntakeDoor, UploadKey } from '#domain/intake/index.ts';

type Asker = {
  /** Runs one prepared query and gives its rows. */
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** The first row, or undefined. */
  readonly row: (text: string, values?: readonly unknown[]) => Promise<Row | undefined>;
};

/**
 * The intake door over a pool that is logged in as `handover_public`, which may execute the functions of schema
 * `public_door` and nothing else. Values travel as parameters of prepared queries. Throws HandoverError `storage-full`
 * (the disk is full, or the door says that it is low) and `storage-away` (no connection, too many of them, or the
 * server is stopping).
 */
export function createPublicDoor(pool: pg.Pool): IntakeDoor & ReturnDoor {
  const rows = (text: string, values: readonly unknown[] = []) => askDatabase(pool, text, values);
  const ask: Asker = { rows, row: async (text, values) => (await rows(text, values))[0] };
  return {
    ...drafts(ask),
    ...files(ask),
    ...uploads(ask),
    ...handingIn(ask),
    ...comingBack(ask),
    ...notices(ask),
  };
}

function drafts(
  ask: Asker,
): Pick<IntakeDoor, 'putDraft' | 'putTicket' | 'getDraft' | 'dropDraft' | 'reportDanger'> {
  return {
    async putDraft(id, sealed, version) {
      const text = 'select public_door.put_draft($1, $2, $3) as done';
      return (await ask.row(text, [buffer(id), buffer(sealed), version]))?.done === true;
    },
    async putTicket(id, sealed, version) {
      const text = 'select public_door.put_ticket($1, $2, $3) as done';
      return (await ask.row(text, [buffer(id), buffer(sealed), version]))?.done === true;
    },
    async getDraft(id) {
      const row = await ask.row('select sealed, version from public_door.get_draft($1)', [buffer(id)]);
      return row === undefined ? null : { sealed: row.sealed as Buffer, version: Number(row.version) };
    },
    async dropDraft(id) {
      await ask.rows('select public_door.drop_draft($1)', [buffer(id)]);
    },
    async reportDanger(draftId, { happening, what, where, who, safeNumber, mayRing }, source = null) {
      const words = [what, where, who, safeNumber].map(withoutNul);
      const from = source === null ? null : buffer(source);
      const text = 'select public_door.report_danger($1, $2, $3, $4, $5) as at';
      return {
        at: (await ask.row(text, [buffer(draftId), [...happening], words, mayRing, from]))?.at as Date,
      };
    },
  };
}

function files(ask: Asker): Pick<IntakeDoor, 'beginFile' | 'stageSegment' | 'completeFile' | 'dropFile'> {
  return {
    async beginFile(draftId, fileId) {
      await ask.rows('select public_door.begin_file($1, $2)', [buffer(draftId), buffer(fileId)]);
    },
    async stageSegment(fileId, n, segment) {
      await ask.rows('select public_door.stage_segment($1, $2, $3)', [buffer(fileId), n, buffer(segment)]);
    },
    async completeFile(fileId, segments, meta) {
      const text = 'select public_door.complete_file($1, $2, $3)';
      await ask.rows(text, [buffer(fileId), segments, buffer(meta)]);
    },
    async dropFile(draftId, fileId) {
      await ask.rows('select public_door.drop_file($1, $2)', [buffer(draftId), buffer(fileId)]);
    },
  };
}

type Uploads = Pick<
  IntakeDoor,
  'beginUpload' | 'findUpload' | 'takeUpload' | 'appendUpload' | 'keepUploadState'
>;

function uploads(ask: Asker): Uploads {
  const ids = ({ draftId, fileId }: UploadKey) => [buffer(draftId), buffer(fileId)];
  return {
    async beginUpload(key, length, state) {
      await ask.rows('select public_door.begin_upload($1, $2, $3, $4)', [...ids(key), length, buffer(state)]);
    },
    async findUpload(key) {
      const row = await ask.row('select * from public_door.find_upload($1, $2)', ids(key));
      if (row === undefined) return null;
      return {
        length: Number(row.length_bytes),
        offset: Number(row.offset_bytes),
        segments: row.segments as number,
        state: row.state as Buffer,
        complete: row.complete as boolean,
      };
    },
    async takeUpload(key, writer) {
      await ask.rows('select public_door.take_upload($1, $2, $3)', [...ids(key), buffer(writer)]);
    },
    async appendUpload(key, { writer, offset, sizeBytes, body, state }) {
      const text = 'select public_door.append_upload($1, $2, $3, $4, $5, $6, $7) as done';
      const values = [...ids(key), buffer(writer), offset, sizeBytes, buffer(body), buffer(state)];
      return (await ask.row(text, values))?.done === true;
    },
    async keepUploadState(key, offset, state) {
      const text = 'select public_door.keep_upload_state($1, $2, $3, $4) as done';
      return (await ask.row(text, [...ids(key), offset, buffer(state)]))?.done === true;
    },
  };
}

function handingIn(ask: Asker): Pick<IntakeDoor, 'submit' | 'readBox'> {
  return {
    async submit({ draftId, boxId, boxRecipient, submitterType, fileIds }) {
      const row = await ask.row('select * from public_door.submit($1, $2, $3, $4, $5)', [
        buffer(draftId),
        buffer(boxId),
        boxRecipient,
        submitterType,
        fileIds.map(buffer),
      ]);
      if (row === undefined) return null;
      const { reference, received_at: receivedAt, again } = row;
      return { reference: reference as string, receivedAt: receivedAt as Date, again: again as boolean };
    },
    async readBox(boxId) {
      const row = await ask.row('select * from public_door.read_box($1)', [buffer(boxId)]);
      return row === undefined ? null : boxOf(row);
    },
  };
}

function comingBack(ask: Asker): ReturnDoor {
  return {
    async add({ boxId, draftId, fileId, token, kind, about }) {
      const row = await ask.row('select public_door.add($1, $2, $3, $4, $5, $6) as outcome', [
        ...[buffer(boxId), buffer(draftId), buffer(fileId), buffer(token)],
        ...[kind, about === null ? null : buffer(about)],
      ]);
      return row?.outcome as AddOutcome;
    },
    async readAdditions(boxId) {
      return (await ask.rows('select * from public_door.read_additions($1)', [buffer(boxId)])).map(sentOf);
    },
    async readMail(boxId) {
      return (await ask.rows('select * from public_door.read_mail($1)', [buffer(boxId)])).map(mailOf);
    },
  };
}

function sentOf(row: Row): SentAddition {
  return {
    id: (row.id as Buffer).toString('hex'),
    kind: row.kind as AdditionKind,
    about: row.about === null ? null : (row.about as Buffer).toString('hex'),
    receivedAt: row.received_at as Date,
    state: row.state as SentAddition['state'],
  };
}

function mailOf(row: Row): BoxMail {
  return {
    kind: row.kind as BoxMail['kind'],
    thing: (row.thing_id as Buffer).toString('hex'),
    releasedAt: row.released_at as Date,
    body: row.body as Buffer,
  };
}

type Notices = Pick<IntakeDoor, 'forceNotice' | 'partner' | 'publishedCheckpoint' | 'consistencyProof'>;

function notices(ask: Asker): Notices {
  return {
    async partner(keyHash) {
      const row = await ask.row('select name, is_sandbox from public_door.partner($1)', [buffer(keyHash)]);
      return row === undefined ? null : { name: row.name as string, isSandbox: row.is_sandbox as boolean };
    },
    async forceNotice() {
      const row = await ask.row('select * from public_door.force_notice()');
      if (row === undefined) throw new HandoverError('storage-away', 'the force is not set up yet');
      return {
        forceName: row.force_name as string,
        deskStaffed: row.desk_staffed as string,
        demo: row.demo as boolean,
      };
    },
    async publishedCheckpoint() {
      const row = await ask.row('select public_door.published_checkpoint() as checkpoint');
      return (row?.checkpoint as string | null | undefined) ?? null;
    },
    async consistencyProof(from, to) {
      const row = await ask.row('select proof, is_none from public_door.consistency($1, $2)', [from, to]);
      if (row === undefined || row.is_none === true) return 'none';
      return typeof row.proof === 'string' ? { proof: row.proof } : 'later';
    },
  };
}

type Row = Readonly<Record<string, unknown>>;

function boxOf(row: Row): Box {
  return {
    reference: row.reference as string,
    receivedAt: row.received_at as Date,
    state: row.state as HandInState,
    letters: row.letters as Buffer[],
  };
}

async function askDatabase(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  try {
    return (await pool.query<Row>(text, [...values])).rows;
  } catch (cause) {
    throw failureOf(cause);
  }
}

/**
 * SQLSTATE classes: 08 connection, 53 resources, 57P operator (shutting down, cannot connect now), 58 system. 53100 is a
 * full disk; 58030 is an I/O error, which is how PostgreSQL meets a full disk at some writes. 57014, 55P03, 25P03 and
 * 25P04 are the time limits of the role (migration 0003): something holds the database up.
 */
function failureOf(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === '53100' || code === '58030')
    return new HandoverError('storage-full', 'no room to store', { cause });
  if (isSqlState(code) && !/^(08|53|57P|57014|55P03|25P0[34])/.test(code)) return cause;
  return new HandoverError('storage-away', 'the database cannot be reached', { cause });
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /[0-9]/.test(code);
}

/** PostgreSQL text cannot hold U+0000; the sign for it stays visible in its place. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\u2400');
}

/** node-postgres sends a Buffer as bytea; a plain Uint8Array too, but only from version 8.12 on, so we do not rely on it. */
function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
