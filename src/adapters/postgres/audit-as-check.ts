import type { Kysely } from 'kysely';
import { type Check, CHECK_TITLES } from '#domain/checking/index.ts';
import { checkAuditMinutes } from './audit-check.ts';
import type { Tables } from './tables.ts';

/** The check of the audit's minutes as one of the checks of the whole record. */
export function auditCheck(tables: Kysely<Tables>): Check {
  return {
    id: 'audit',
    ...CHECK_TITLES.audit,
    async slice() {
      const { minutes, faults, waiting } = await checkAuditMinutes(tables);
      return {
        next: null,
        seen: minutes,
        faults: faults.map(({ minute, sentence }) => ({
          where: minute === null ? 'audit' : `minute ${minute}`,
          what: sentence,
        })),
        notes: waiting > 1 ? [`${waiting} minutes of the audit wait for their root.`] : [],
      };
    },
  };
}
