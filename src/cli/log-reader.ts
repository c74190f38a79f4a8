import type pg from 'pg';
import { addLogReader, endLogReader, listLogReaders } from '#adapters/postgres/keep-log-readers.ts';
import { isProgramName } from '#adapters/postgres/program-token.ts';
import { ownerClient } from './owner-client.ts';

const LOG_READER_HELP = `Usage: npx handover log-reader add NAME | end NAME | list

Log readers are witnesses and other bodies that read the log's checkpoint, tiles and proofs at
/log/ of the police site (http://police.localhost:7402/log/ unless HANDOVER_POLICE_PORT says otherwise), with a token
and no session. Every read is in the audit.

  add NAME   makes a reader and prints its token once (NAME: a-z, 0-9 and hyphens)
  end NAME   ends its token at once; the name stays taken
  list       who there is

Handover must be running on this machine. HANDOVER_DATA_DIR says with which data folder.
`;

type LogReaderOutput = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Gives the exit status: 0 done, 1 not done and said why, 2 not understood. */
export async function runLogReader(args: readonly string[], output: LogReaderOutput): Promise<number> {
  const [verb = '', name = '', ...more] = args;
  if (verb === '--help' || verb === '-h') {
    output.out(LOG_READER_HELP);
    return 0;
  }
  const isWhole = verb === 'list' ? args.length === 1 : ['add', 'end'].includes(verb) && more.length === 0;
  if (!isWhole || (verb !== 'list' && !isProgramName(name))) {
    output.err(`Say add, end or list, and a name of a-z, 0-9 and hyphens.\n\n${LOG_READER_HELP}`);
    return 2;
  }
  const client = await ownerClient();
  if (client === null) {
    output.err('Handover is not running with this data folder. Start it, or set HANDOVER_DATA_DIR.\n');
    return 1;
  }
  try {
    return await runOver(client, verb, name, output);
  } finally {
    await client.end();
  }
}

/** The command over an open connection of the owner of the database. */
export async function runOver(
  owner: pg.ClientBase,
  verb: string,
  name: string,
  { out, err }: LogReaderOutput,
): Promise<number> {
  if (verb === 'list') {
    const readers = await listLogReaders(owner);
    for (const { name: each, made_at, ended_at } of readers)
      out(`${each}\tmade ${made_at.toISOString()}${ended_at ? `\tended ${ended_at.toISOString()}` : ''}\n`);
    if (readers.length === 0) out('There are no log readers.\n');
    return 0;
  }
  if (verb === 'end') {
    const ended = await endLogReader(owner, name);
    if (ended) out(`${name} can read no more.\n`);
    else err(`There is no log reader ${name} with a live token.\n`);
    return ended ? 0 : 1;
  }
  const token = await addLogReader(owner, name);
  if (token === null) {
    err(`There is a log reader ${name} already, or was. Take another name.\n`);
    return 1;
  }
  err(`The token of ${name}, shown this once. It goes into the header "Authorization: Bearer TOKEN".\n`);
  out(`${token}\n`);
  return 0;
}
