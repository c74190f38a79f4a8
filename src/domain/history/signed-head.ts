import { equalBytes } from '#portable/bytes/index.ts';
import { decodeCheckpoint, decodeNote, openNote } from '#portable/tlog/index.ts';
import type { VerifierKey } from '#portable/tlog/index.ts';

type TreeHead = { readonly size: number; readonly root: Uint8Array };

/** A checkpoint that this log's own key signed. */
export type SignedHead = TreeHead & { readonly checkpoint: string };

/** The head in a checkpoint, or null unless this log's key signed it under this log's name. */
export function openSignedHead(checkpoint: string, key: VerifierKey): SignedHead | null {
  const note = decodeNote(checkpoint);
  if (!note.ok || !openNote(note.note, [key]).ok) return null;
  const decoded = decodeCheckpoint(note.note.text);
  if (!decoded.ok || decoded.checkpoint.origin !== key.name) return null;
  return { size: decoded.checkpoint.size, root: decoded.checkpoint.root, checkpoint };
}

/** Whether both are the same head, whatever signatures their checkpoints carry. */
export function isSameHead(a: TreeHead, b: TreeHead): boolean {
  return a.size === b.size && equalBytes(a.root, b.root);
}
