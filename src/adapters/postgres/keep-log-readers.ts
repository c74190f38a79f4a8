import type pg from 'pg';
import { newProgramToken } from './program-token.ts';

export type LogReaderRow = { readonly name: string; readonly made_at: Date; readonly ended_at: Date | null };

/** Makes a reader and gives its token, which is kept nowhere; null when there is one of that name, ended or not. */
export async function addLogReader(owner: pg.ClientBase, name: string): Promise<string | null> {
  const { token, hash } = newProgramToken();
  const { rowCount } = await owner.query(
    'insert into handover.log_readers (name, token_hash) values ($1, $2) on conflict (name) do nothing',
    [name, hash],
  );
  return rowCount === 1 ? token : null;
}

/** Ends a reader's token from the next request on; false when there is no live one of that name. The row stays. */
export async function endLogReader(owner: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    'update handover.log_readers set ended_at = now() where name = $1 and ended_at is null',
    [name],
  );
  return rowCount === 1;
}

export async function listLogReaders(owner: pg.ClientBase): Promise<LogReaderRow[]> {
  const { rows } = await owner.query<LogReaderRow>(
    'select name, made_at, ended_at from handover.log_readers order by name',
  );
  return rows;
}
