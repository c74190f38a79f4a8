import { decodeCheckpoint, decodeNote, openNote } from '#portable/tlog/index.ts';
import type { VerifierKey } from '#portable/tlog/index.ts';

/** A checkpoint that this log's own key signed. */
export type SignedHead = { readonly size: number; readonly root: Uint8Array; readonly checkpoint: string };

/** The head in a checkpoint, or null unless this log's key signed it under this log's name. */
export function openSignedHead(checkpoint: string, key: VerifierKey): SignedHead | null {
  const note = decodeNote(checkpoint);
  if (!note.ok || !openNote(note.note, [key]).ok) return null;
  const decoded = decodeCheckpoint(note.note.text);
  if (!decoded.ok || decoded.checkpoint.origin !== key.name) return null;
  return { size: decoded.checkpoint.size, root: decoded.checkpoint.root, checkpoint };
}
