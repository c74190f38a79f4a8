import type { Kysely } from 'kysely';
import type { AccountStore, AuditTrail } from '#domain/accounts/index.ts';
import type { ScrubHistory } from '#domain/checking/index.ts';
import type { ConversationStore } from '#domain/conversations/index.ts';
import type { DeskActs, QueueStore, ServiceState, SubmissionStore } from '#domain/desk/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { createScrubHistory } from '../scrub-store.ts';
import type { Tables } from '../tables.ts';
import { createAccountStore } from './accounts.ts';
import { createDeskActs } from './acts.ts';
import { createAuditTrail } from './audit.ts';
import { createConversationStore } from './conversations.ts';
import { createLogReaders } from './log-readers.ts';
import { createQueueStore } from './queue.ts';
import { createServiceState } from './service-state.ts';
import { createSubmissionStore } from './submissions.ts';

/** Everything the police side asks of the database, over tables reached as the role handover_police. */
export function createPostgresDesk(
  tables: Kysely<Tables>,
  sealer: EventSealer,
): {
  readonly accounts: AccountStore;
  readonly audit: AuditTrail;
  readonly readers: ReturnType<typeof createLogReaders>;
  readonly scrubs: ScrubHistory;
  readonly desk: {
    readonly queue: QueueStore;
    readonly submissions: SubmissionStore;
    readonly conversations: ConversationStore;
    readonly acts: DeskActs;
    readonly service: ServiceState;
  };
} {
  return {
    accounts: createAccountStore(tables),
    audit: createAuditTrail(tables),
    readers: createLogReaders(tables),
    scrubs: createScrubHistory(tables),
    desk: {
      queue: createQueueStore(tables),
      submissions: createSubmissionStore(tables),
      conversations: createConversationStore(tables),
      acts: createDeskActs(tables, sealer),
      service: createServiceState(tables),
    },
  };
}
