import type { AccountStore, AuditTrail } from '#domain/accounts/index.ts';
import type { ScrubHistory } from '#domain/checking/index.ts';
import type { ConversationStore } from '#domain/conversations/index.ts';
import type { BundleFiles, DeskActs, QueueStore, ServiceState, SubmissionStore } from '#domain/desk/index.ts';
import type { TileReader } from '#portable/tlog/index.ts';
import type { Log } from '#web/guards/index.ts';

/** What officers see and change. */
export type Desk = {
  readonly queue: QueueStore;
  readonly submissions: SubmissionStore;
  readonly conversations: ConversationStore;
  readonly acts: DeskActs;
  readonly service: ServiceState;
};

/** Log readers: witnesses and other bodies that hold a token. */
export interface LogReaders {
  /** The name of the reader whose token has this SHA-256; null for none, and for one that was ended. */
  nameOf(tokenHash: Uint8Array): Promise<string | null>;
}

/** The files of the log that stand open to its readers. */
export type PublishedLogFiles = {
  readonly checkpoint: () => Promise<string | null>;
  readonly readTile: TileReader;
};

export type PoliceSettings = {
  /** The force's name as people know it. Read once at the start: pages must work while the database is away. */
  readonly forceName: string;
  /** True only when the force is a demonstration; without it nobody can sign in as a demo officer. */
  readonly demo: boolean;
  /** The one address these pages answer at: `http://police.localhost:7402`. */
  readonly origin: () => string;
  /** Proxies whose word for where a request comes from is taken. */
  readonly trustedProxies: readonly string[];
};

/** What the police side is made of; `app.ts` gets it whole. */
export type PoliceParts = {
  readonly desk: Desk;
  readonly audit: AuditTrail;
  readonly accounts: AccountStore;
  readonly bundles: BundleFiles;
  readonly readers: LogReaders;
  readonly scrubs: ScrubHistory;
  readonly logFiles: PublishedLogFiles;
  readonly settings: PoliceSettings;
  readonly clock: () => Date;
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly log: Log;
};
