import { sniffJsonSigns } from '../json/signs.ts';
import type { Sample, Sniff } from '../sample.ts';

const SIGNS = [
  [/"senderName"\s*:/, 'Its entries carry "senderName".', 35],
  [/"isUnsent"\s*:/, 'Its entries say whether they were unsent.', 20],
  [/"threadName"\s*:/, 'It has a "threadName".', 25],
  [/"participants"\s*:\s*\[\s*"/, 'It names participants, each as a plain text.', 10],
  [/"timestamp"\s*:\s*\d{13}\b/, 'Its times are counts of milliseconds.', 10],
] as const;
/** Less than this many other programs write too. */
const LEAST = 45;
const NAMED = /_\d+\.json$/i;

/** Looks for the members that only this download has, in the beginning and the end of the item. */
export function sniffMessengerE2ee(sample: Sample): Sniff {
  return sniffJsonSigns(sample, {
    signs: SIGNS,
    least: LEAST,
    named: [NAMED, 'The file name ends in a number, as this app gives it.'],
  });
}
