import type { DateOrderName } from '#portable/chat/index.ts';
import type { BundleOrder, OrderedTranscript } from '#portable/bundle/index.ts';
import type { StoredItem } from '../sealing/index.ts';

/** What a bundle of a submission can hold now: its whole chain, each event with its place in the log. */
export type BundleMaterial = {
  readonly reference: string;
  readonly force: string;
  /** How many bundles of this submission were named before. */
  readonly earlier: number;
  readonly events: readonly {
    n: number;
    id: string;
    body: Uint8Array;
    salt: Uint8Array;
    logIndex: number | null;
  }[];
  readonly items: readonly (StoredItem & { readonly facts: Uint8Array; readonly salt: Uint8Array })[];
  /** Finished readings of chats, as the reader named them. */
  readonly transcripts: readonly {
    readonly readingId: Uint8Array;
    readonly itemId: Uint8Array;
    readonly reader: string;
    readonly sealedAt: Date;
    /** The order of day and month that its reader was told; null when none was declared. */
    readonly dateOrder: DateOrderName | null;
  }[];
};

export type AskedBundle = { readonly id: Uint8Array; readonly submissionId: Uint8Array };

export type PlannedBundle = AskedBundle & {
  readonly order: BundleOrder;
  readonly event: { readonly body: Uint8Array; readonly salt: Uint8Array; readonly logIndex: number | null };
};

/** The bundles that officers asked for. */
export interface BundleQueue {
  nextAsked(): Promise<AskedBundle | null>;
  material(submissionId: Uint8Array): Promise<BundleMaterial>;
  /**
   * One transaction: the `bundle-produced` event is appended as number `n` of the chain and the build order is stored.
   * False when the chain grew meanwhile: the bundle is planned anew.
   */
  recordPlan(
    asked: AskedBundle,
    plan: { order: BundleOrder; bundleId: string; n: number; at: Date },
  ): Promise<boolean>;
  /** A planned bundle whose event is in the log below `logSize`, or null. */
  nextPlanned(logSize: number): Promise<PlannedBundle | null>;
  recordReady(
    id: Uint8Array,
    ready: { proof: string; sizeBytes: number; key: string; at: Date },
  ): Promise<void>;
  recordFailure(id: Uint8Array, why: string): Promise<void>;
  transcriptLines(itemId: Uint8Array, transcript: OrderedTranscript): AsyncIterable<Uint8Array>;
  /** The stored items of a submission, by item id in hex. */
  storedItems(submissionId: Uint8Array): Promise<ReadonlyMap<string, StoredItem>>;
}

/** Finished bundles at rest: ciphertext under a key that is kept elsewhere. */
export interface BundleShelf {
  /** Writes the whole stream durably, or nothing. Returns the key that opens it. */
  put(id: Uint8Array, chunks: AsyncIterable<Uint8Array>): Promise<string>;
}
