import type { Officer } from './officer.ts';

/** A session is over after half an hour without a request, and after twelve hours in any case. */
export const IDLE_TIMEOUT_MS = 30 * 60_000;
export const ABSOLUTE_TIMEOUT_MS = 12 * 60 * 60_000;

/** A session as the database keeps it: never the token, only its SHA-256. */
export type StoredSession = {
  readonly officer: Officer;
  readonly formKey: Uint8Array;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
};

/** Whether a stored session still counts. A time that lies ahead (a clock was put back) counts as no time passed. */
export function sessionIsLive(session: StoredSession, now: Date): boolean {
  if (session.endedAt !== null) return false;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  const ageMs = now.getTime() - session.createdAt.getTime();
  return idleMs < IDLE_TIMEOUT_MS && ageMs < ABSOLUTE_TIMEOUT_MS;
}

export type NewSession = {
  readonly officerId: string;
  /** SHA-256 of the token in the cookie, 32 bytes. */
  readonly tokenHash: Uint8Array;
  /** 32 random bytes from which the token in this session's forms is made. */
  readonly formKey: Uint8Array;
  readonly at: Date;
};

/** Officers and their sessions. */
export interface AccountStore {
  /** The invented officers anybody may sign in as; none unless the force is a demonstration. */
  demoOfficers(): Promise<readonly Officer[]>;
  /** Begins a session for one of `demoOfficers`. False for anybody else: nothing was begun. */
  openDemoSession(session: NewSession): Promise<boolean>;
  findSession(tokenHash: Uint8Array): Promise<StoredSession | null>;
  touchSession(tokenHash: Uint8Array, at: Date): Promise<void>;
  endSession(tokenHash: Uint8Array, at: Date): Promise<void>;
}
