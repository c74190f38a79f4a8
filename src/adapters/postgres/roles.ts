import type pg from 'pg';

/** The four roles the processes log in as, each with its own password. */
export const ROLES = ['handover_public', 'handover_police', 'handover_worker', 'handover_sequencer'] as const;
export type Role = (typeof ROLES)[number];
export type RolePasswords = Readonly<Record<Role, string>>;

/** Connections each process may hold: its pool, and as many again while a restarted one takes over. */
const CONNECTIONS: Readonly<Record<Role, number>> = {
  handover_public: 30,
  handover_police: 24,
  handover_worker: 16,
  handover_sequencer: 6,
};

/** Bounds the connections of each role, so that a captured process cannot use up those of the others. */
export async function limitConnections(owner: pg.ClientBase): Promise<void> {
  for (const role of ROLES) await owner.query(`alter role ${role} connection limit ${CONNECTIONS[role]}`);
}

/**
 * Shuts the databases that PostgreSQL itself makes, which every role may otherwise enter, and makes this one open to the
 * four roles alone. For a server that is Handover's own.
 */
export async function shutToStrangers(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(datname) as name from pg_database where datname in ('postgres', 'template1', current_database())`,
  );
  for (const { name } of rows) await owner.query(`revoke all on database ${name} from public`);
}

/** Lets each role log in with its password. Passwords are made at the first start and kept with the keys. */
export async function setRolePasswords(owner: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) {
    if (!/^[A-Za-z0-9_-]{20,}$/.test(passwords[role]))
      throw new Error(`the password of ${role} is not one of ours`);
    await owner.query(`alter role ${role} login password '${passwords[role]}'`);
  }
}
