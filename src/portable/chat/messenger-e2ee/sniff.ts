import { sniffJsonSigns } from '../json/signs.ts';
import type { Sample, Sniff } from '../sample.ts';

const SIGNS = [
  [/"senderName"\s*:/, 'sender-name', 35],
  [/"isUnsent"\s*:/, 'unsent-marks', 20],
  [/"threadName"\s*:/, 'thread-name', 25],
  [/"participants"\s*:\s*\[\s*"/, 'participants-as-text', 10],
  [/"timestamp"\s*:\s*\d{13}\b/, 'times-in-milliseconds', 10],
] as const;
/** Less than this many other programs write too. */
const LEAST = 45;
const NAMED = /_\d+\.json$/i;

/** Looks for the members that only this download has, in the beginning and the end of the item. */
export function sniffMessengerE2ee(sample: Sample): Sniff {
  return sniffJsonSigns(sample, {
    signs: SIGNS,
    least: LEAST,
    named: [NAMED, 'file-name-with-number'],
  });
}
