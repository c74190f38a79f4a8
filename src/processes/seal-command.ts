import { randomBytes } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ageStreams, createSealer, newIdentity, openAge, recipientOf } from '#adapters/age/index.ts';
import { type KeyRing, readKeyRing } from '#adapters/files/key-ring.ts';
import { openPool, openTables } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { dataLayout, readSettings, type Settings } from '#config';
import {
  ACCOUNT_NAME,
  encodeAccount,
  type IntakeDoor,
  isSubmitterType,
  newAccount,
  NO_CONTACT,
  SOURCE_CLASSES,
  type SourceClass,
  stageOwnBytes,
  SUBMITTER_TYPES,
  type SubmitterType,
} from '#domain/intake/index.ts';
import { decodeReceipt, recordCodeOf } from '#portable/receipt/index.ts';
import { evidenceKeysOf } from './child-specs.ts';
import { DATABASE, lockFolder, roleAddress } from './installation.ts';
import { storeGivenFile, storingFailure } from './store-given-file.ts';
import { writeNewFile } from './write-new-file.ts';

/** An extract is made by the program that takes it out of an archive, and by nobody else. */
const SOURCES = SOURCE_CLASSES.filter(name => name !== 'extract');

const HELP = `Usage: npx handover seal --from WHO --source CLASS [--giver NAME] [--chat] FILE...

Hands files of this machine in to the Handover that runs here, as one submission: each is encrypted, stored,
read back and sealed, and the receipt is written to the folder you are in. The files themselves are left as they are.

  --from WHO      who gave them: ${SUBMITTER_TYPES.join(', ')}
  --source CLASS  how they came to be: ${SOURCES.join(', ')}
  --giver NAME    the name of whoever gave them, sealed with them and shown to officers
  --chat          they are chats: they are read as such (each at most 64 MiB)
`;

type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

type Asked = {
  readonly from: SubmitterType;
  readonly source: SourceClass;
  readonly giver: string;
  readonly kind: 'chat' | 'file';
  readonly files: readonly string[];
};

const LARGEST_CHAT = 67_108_864;
const MOST_FILES = 39;
const RECEIPT_WITHIN_MS = 3_600_000;

/** `handover seal`. Exit code 0: sealed and receipted; 1: it cannot be done now; 2: the command is not understood. */
export async function sealCommand(args: readonly string[], { out, err }: Output): Promise<number> {
  if (args.includes('--help')) {
    out(HELP);
    return 0;
  }
  const asked = await understand(args);
  if (typeof asked === 'string') {
    err(`${asked}\n\n${HELP}`);
    return 2;
  }
  if (!(await isWritable(process.cwd()))) {
    err(
      'The receipt is written to the folder you are in, and that cannot be written to. Go to another folder first.\n',
    );
    return 1;
  }
  const read = readSettings();
  const keys = read.ok ? await readKeyRing(dataLayout(read.settings.dataFolder).keys, ageStreams) : null;
  if (!read.ok || keys === null || !isRunning(read.settings)) {
    err(
      read.ok
        ? 'Handover is not running here. Start it with "npm start" first.\n'
        : `${read.problems.join('\n')}\n`,
    );
    return 1;
  }
  const server = await startEmbeddedPostgres({
    folder: dataLayout(read.settings.dataFolder).postgres,
    durable: true,
  });
  try {
    return await handIn({ settings: read.settings, keys, server, out }, asked);
  } catch (error) {
    err(storingFailure(error));
    return 1;
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** What is asked, or a sentence that says what is wrong with it. */
async function understand(args: readonly string[]): Promise<Asked | string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        source: { type: 'string' },
        giver: { type: 'string' },
        chat: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : 'The command is not understood.';
  }
  const { from = '', source = '', giver = '', chat = false } = parsed.values;
  const sourceClass = SOURCES.find(name => name === source);
  if (!isSubmitterType(from)) return `Say with --from who gave the files: ${SUBMITTER_TYPES.join(', ')}.`;
  if (sourceClass === undefined) return `Say with --source how the files came to be: ${SOURCES.join(', ')}.`;
  const files = parsed.positionals;
  if (files.length === 0 || files.length > MOST_FILES) return `Name 1 to ${MOST_FILES} files.`;
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return `${file} is not a file that can be read.`;
    if (chat && found.size > LARGEST_CHAT) return `${file} is larger than a chat may be. Leave --chat out.`;
  }
  return { from, source: sourceClass, giver, kind: chat ? 'chat' : 'file', files };
}

function isRunning(settings: Settings): boolean {
  const lock = lockFolder(dataLayout(settings.dataFolder).lock, settings.demoPort);
  if (lock.ok) lock.release();
  return !lock.ok;
}

type Here = {
  readonly settings: Settings;
  readonly keys: KeyRing;
  readonly server: EmbeddedServer;
  readonly out: Output['out'];
};

async function handIn(here: Here, asked: Asked): Promise<number> {
  const { keys, server, out } = here;
  const pool = openPool(roleAddress(server, 'handover_public', keys), 2);
  const ownerPool = openPool(
    {
      host: '127.0.0.1',
      port: server.port,
      database: DATABASE,
      user: 'handover_owner',
      password: server.ownerPassword,
    },
    2,
  );
  try {
    const door = createPublicDoor(pool);
    const draftId = randomBytes(32);
    await door.putDraft(draftId, randomBytes(40), 1);
    const fileIds: Uint8Array[] = [];
    const evidence = evidenceKeysOf(keys, here.settings);
    const place = { storeFolder: dataLayout(here.settings.dataFolder).store, evidence, say: out };
    for (const path of asked.files) {
      const given = { draftId, path, kind: asked.kind, sourceClass: asked.source };
      fileIds.push(await storeGivenFile(place, openTables(ownerPool), given));
      out(`Stored ${basename(path)}\n`);
    }
    fileIds.push(await stageAccount(here, door, { asked, draftId }));
    return await submit(here, door, { asked, draftId, fileIds });
  } finally {
    await Promise.all([pool.end(), ownerPool.end()]);
  }
}

/** Who gave the files goes with them as any submitter's answers do. */
async function stageAccount(
  { settings, keys }: Here,
  door: IntakeDoor,
  { asked, draftId }: { readonly asked: Asked; readonly draftId: Uint8Array },
): Promise<Uint8Array> {
  const account = encodeAccount(
    newAccount({ submitterType: asked.from, contact: { ...NO_CONTACT, name: asked.giver } }),
  );
  const sealer = createSealer(...evidenceKeysOf(keys, settings).recipients);
  const staged = await stageOwnBytes(
    { door, sealer, random: n => randomBytes(n) },
    { draftId, kind: 'account', name: ACCOUNT_NAME, sourceClass: 'typed', extractOf: null },
    account,
  );
  return staged.id;
}

async function submit(
  { out }: Here,
  door: IntakeDoor,
  { asked, draftId, fileIds }: { asked: Asked; draftId: Uint8Array; fileIds: readonly Uint8Array[] },
): Promise<number> {
  const boxId = randomBytes(32);
  const identity = await newIdentity();
  const boxRecipient = await recipientOf(identity);
  const submitted = await door.submit({ draftId, boxId, boxRecipient, submitterType: asked.from, fileIds });
  if (submitted === null) throw new Error('the draft is gone');
  const { reference } = submitted;
  out(`Received as ${reference}. Sealing.\n`);
  for (const until = Date.now() + RECEIPT_WITHIN_MS; Date.now() < until; await sleep(500)) {
    const letter = (await door.readBox(boxId))?.letters[0];
    const receipt = letter === undefined ? null : await openAge(letter, identity);
    if (receipt === null) continue;
    const path = await writeNewFile(resolve(), { name: reference, extension: 'handover-receipt' }, receipt);
    out(`Sealed. The receipt is ${path}\n`);
    out(codeLine(receipt));
    return 0;
  }
  out(`It is not sealed yet; look at ${reference} on the desk.\n`);
  return 1;
}

/** To write down by hand: it finds the event of this sealing in the log also when the file is lost. */
function codeLine(receipt: Uint8Array): string {
  const decoded = decodeReceipt(receipt);
  const code = decoded.ok ? recordCodeOf(decoded.receipt) : null;
  return code === null ? 'It names no record code.\n' : `Record code: ${code}\n`;
}
