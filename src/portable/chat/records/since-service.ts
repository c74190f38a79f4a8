import type { ChatRecord } from './record.ts';

const DAY_MS = 86_400_000;

/**
 * The record without its time when every clock it has shows one before the service began, as where a program writes 0 for a
 * time it does not know. A day is left for zones. `writtenText` still says what was written.
 */
export function sinceService(record: ChatRecord, serviceBeganMs: number): ChatRecord {
  const latest = Math.max(record.localMs ?? -Infinity, record.utcMs ?? -Infinity);
  if (latest >= serviceBeganMs - DAY_MS || latest === -Infinity) return record;
  const doubts = record.doubts.filter(code => code !== 'instant-only');
  return { ...record, localMs: null, utcMs: null, precision: 'none', doubts };
}
