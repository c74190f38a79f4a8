import type pg from 'pg';
import { addPartner, endPartner, listPartners } from '#adapters/postgres/keep-partners.ts';
import { isProgramName } from '#adapters/postgres/program-token.ts';
import { ownerClient } from './owner-client.ts';

const PARTNER_HELP = `Usage: npx handover partner add NAME [--sandbox] | end NAME | list

Partners are bodies whose systems hand in through the partner interface: other forces, national and regional units,
school safeguarding systems. It is at /api/v1/ of the public site (http://public.localhost:7401/api/v1/openapi.json
unless HANDOVER_PUBLIC_PORT says otherwise).

  add NAME   makes a partner and prints its key once (NAME: a-z, 0-9 and hyphens)
  --sandbox  a key for trying: everything is checked, nothing is handed in or kept
  end NAME   ends its key at once; the name stays taken, and what was handed in stays
  list       who there is

Handover must be running on this machine. HANDOVER_DATA_DIR says with which data folder.
`;

type PartnerOutput = { readonly out: (text: string) => void; readonly err: (text: string) => void };
type Asked = { readonly verb: string; readonly name: string; readonly isSandbox: boolean };

/** Gives the exit status: 0 done, 1 not done and said why, 2 not understood. */
export async function runPartner(args: readonly string[], output: PartnerOutput): Promise<number> {
  if (args[0] === '--help' || args[0] === '-h') {
    output.out(PARTNER_HELP);
    return 0;
  }
  const asked = askedBy(args);
  if (asked === null) {
    output.err(`Say add, end or list, and a name of a-z, 0-9 and hyphens.\n\n${PARTNER_HELP}`);
    return 2;
  }
  const client = await ownerClient();
  if (client === null) {
    output.err('Handover is not running with this data folder. Start it, or set HANDOVER_DATA_DIR.\n');
    return 1;
  }
  try {
    return await runPartnerOver(client, asked, output);
  } finally {
    await client.end();
  }
}

function askedBy(args: readonly string[]): Asked | null {
  const isSandbox = args.includes('--sandbox');
  const [verb = '', name = '', ...more] = args.filter(arg => arg !== '--sandbox');
  if (more.length > 0 || (isSandbox && verb !== 'add')) return null;
  if (verb === 'list') return name === '' ? { verb, name, isSandbox } : null;
  return ['add', 'end'].includes(verb) && isProgramName(name) ? { verb, name, isSandbox } : null;
}

/** The command over an open connection of the owner of the database. */
export async function runPartnerOver(
  owner: pg.ClientBase,
  { verb, name, isSandbox }: Asked,
  { out, err }: PartnerOutput,
): Promise<number> {
  if (verb === 'list') {
    const partners = await listPartners(owner);
    for (const { name: each, is_sandbox: sandbox, made_at, ended_at } of partners)
      out(
        `${each}\t${sandbox ? 'sandbox' : 'live'}\tmade ${made_at.toISOString()}${ended_at ? `\tended ${ended_at.toISOString()}` : ''}\n`,
      );
    if (partners.length === 0) out('There are no partners.\n');
    return 0;
  }
  if (verb === 'end') {
    const ended = await endPartner(owner, name);
    if (ended) out(`${name} can hand in no more.\n`);
    else err(`There is no partner ${name} with a live key.\n`);
    return ended ? 0 : 1;
  }
  const key = await addPartner(owner, { name, isSandbox });
  if (key === null) {
    err(`There is a partner ${name} already, or was. Take another name.\n`);
    return 1;
  }
  err(`The key of ${name}, shown this once. It goes into the header "Authorization: Bearer KEY".\n`);
  out(`${key}\n`);
  return 0;
}
