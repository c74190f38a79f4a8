import type pg from 'pg';
import { newProgramToken } from './program-token.ts';

export type PartnerRow = {
  readonly name: string;
  readonly is_sandbox: boolean;
  readonly made_at: Date;
  readonly ended_at: Date | null;
};

/** Makes a partner and gives its key, which is kept nowhere; null when there is one of that name, ended or not. */
export async function addPartner(
  owner: pg.ClientBase,
  { name, isSandbox }: { readonly name: string; readonly isSandbox: boolean },
): Promise<string | null> {
  const { token: key, hash } = newProgramToken();
  const { rowCount } = await owner.query(
    'insert into handover.partners (name, key_hash, is_sandbox) values ($1, $2, $3) on conflict (name) do nothing',
    [name, hash, isSandbox],
  );
  return rowCount === 1 ? key : null;
}

/** Ends a partner's key from the next request on; false when there is no live one of that name. The row stays. */
export async function endPartner(owner: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    'update handover.partners set ended_at = now() where name = $1 and ended_at is null',
    [name],
  );
  return rowCount === 1;
}

export async function listPartners(owner: pg.ClientBase): Promise<PartnerRow[]> {
  const { rows } = await owner.query<PartnerRow>(
    'select name, is_sandbox, made_at, ended_at from handover.partners order by name',
  );
  return rows;
}
