import { purposeCanBeStated, statutory } from '#domain/accounts/index.ts';
import type { Action, AuditTrail, Purpose, Ranges, Thing } from '#domain/accounts/index.ts';
import { HandoverError } from '#domain/error.ts';

/** What is asked, by whom, and what came of it; enough for its audit row. */
export type Asked = {
  readonly officerId: string;
  /** The session whose stated purpose counts; null for those who have none. */
  readonly tokenHash: Uint8Array | null;
  readonly action: Action;
  readonly thing: Thing;
  readonly submission: string | null;
  readonly purpose: Purpose;
  readonly allowed: boolean;
  readonly detail: string;
  readonly ranges: Ranges;
};

/** What stands in the audit row, as the page says it to the officer. */
export type Recorded = {
  readonly purpose: Purpose;
  readonly submission: string | null;
  readonly canBeStated: boolean;
};

/**
 * Writes the audit row and resolves once it is durable: a view into its row of five minutes, everything else (acts,
 * refusals, what does not exist) as a row of its own. Throws `storage-away` when it cannot be written: then nothing may
 * be shown or done.
 */
export async function noteAsked(audit: AuditTrail, asked: Asked): Promise<Recorded> {
  const { action, thing, allowed, detail, submission } = asked;
  const isMissing = 'missing' in thing;
  const purpose = await durably(() =>
    isView(asked)
      ? audit.noteView({ ...recordOf(asked), part: detail, ranges: asked.ranges, isMore: false })
      : audit.noteAct({
          ...recordOf(asked),
          allowed,
          detail: isMissing ? `there is none. ${detail}`.trim() : detail,
        }),
  );
  return { purpose, submission, canBeStated: submission !== null && purposeCanBeStated(action) };
}

/** Adds to the row what became known only when it was found, for example which messages match. Throws as `noteAsked`. */
export async function noteMore(audit: AuditTrail, asked: Asked, ranges: Ranges): Promise<void> {
  if (ranges.length === 0 || !isView(asked)) return;
  await durably(() => audit.noteView({ ...recordOf(asked), part: asked.detail, ranges, isMore: true }));
}

function isView({ action, allowed, thing }: Asked): boolean {
  return allowed && !('missing' in thing) && statutory(action).as === 'view';
}

function recordOf({ officerId, tokenHash, action, thing, submission, purpose }: Asked) {
  return {
    officerId,
    action,
    thing: { kind: thing.kind, id: thing.id },
    submission,
    purpose,
    tokenHash: purposeCanBeStated(action) ? tokenHash : null,
  };
}

async function durably<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw new HandoverError('storage-away', 'the audit row could not be written', { cause });
  }
}
