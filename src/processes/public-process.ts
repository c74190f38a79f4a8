import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { receiveHandshake, reportReady, stopOnce } from './handshake.ts';

export type PublicHandshake = {
  readonly database: DatabaseAddress;
  readonly evidenceRecipient: string;
  readonly port: number;
};

/** The public side. */
export async function runPublic(): Promise<void> {
  const end = stopOnce(async () => undefined);
  await receiveHandshake<PublicHandshake>(end);
  reportReady();
}
