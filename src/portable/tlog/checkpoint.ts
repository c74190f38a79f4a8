import { fromBase64, toBase64 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { isNoteText } from './note.ts';
import { isTreeSize } from './ranges.ts';
import { isKeyName } from './verifier-key.ts';

/** A log's head: its origin (its name), how many entries it has, and their root hash. */
export type TreeHead = { origin: string; size: number; root: Sha256 };

/** A head as read, with the extension lines that another log may have added. Ours never has any. */
export type Checkpoint = TreeHead & { extensions: string[] };

/** The outcome of `decodeCheckpoint`; the reason is one sentence. */
export type DecodedCheckpoint = { ok: true; checkpoint: Checkpoint } | { ok: false; reason: string };

/**
 * The text of a checkpoint before it is signed: origin, decimal size, base64 root, a line each (C2SP tlog-checkpoint).
 * Throws TypeError for an origin that cannot be a key name too, RangeError for a size or root that cannot be one.
 */
export function encodeCheckpoint({ origin, size, root }: TreeHead): string {
  if (!isKeyName(origin)) throw new TypeError('An origin has no spaces, no plus and is not empty.');
  if (!isTreeSize(size) || root.length !== 32) throw new RangeError('This is no tree size and root.');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint, without its signatures. A size above 2^53 - 1 is refused. Never throws. */
export function decodeCheckpoint(text: string): DecodedCheckpoint {
  if (!isNoteText(text) || !text.endsWith('\n')) return refuse('It is not the text of a note.');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  const size = decodeDecimal(sizeText);
  const root = fromBase64(rootText);
  if (origin === '') return refuse('It names no log.');
  if (size === null) return refuse('Its tree size is not a whole number that can be counted to.');
  if (root?.length !== 32) return refuse('Its root is not a SHA-256 hash.');
  if (extensions.includes('')) return refuse('It has an empty extension line.');
  return { ok: true, checkpoint: { origin, size, root, extensions } };
}

/** The number that `text` spells in decimal without leading zeroes, or null; also null above 2^53 - 1. */
export function decodeDecimal(text: string): number | null {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

function refuse(reason: string): DecodedCheckpoint {
  return { ok: false, reason };
}
