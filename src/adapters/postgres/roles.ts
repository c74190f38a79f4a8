import type pg from 'pg';

/** The four roles the processes log in as, each with its own password. */
export const ROLES = ['handover_public', 'handover_police', 'handover_worker', 'handover_sequencer'] as const;
export type Role = (typeof ROLES)[number];
export type RolePasswords = Readonly<Record<Role, string>>;

/** Lets each role log in with its password. Passwords are made at the first start and kept with the keys. */
export async function setRolePasswords(owner: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) {
    if (!/^[A-Za-z0-9_-]{20,}$/.test(passwords[role]))
      throw new Error(`the password of ${role} is not one of ours`);
    await owner.query(`alter role ${role} login password '${passwords[role]}'`);
  }
}
