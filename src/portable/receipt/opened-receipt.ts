import { decodeEvent, decodeItemFacts, eventCommitment, itemCommitment } from '../continuity/index.ts';
import type { ContinuityEvent, ItemFacts } from '../continuity/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { decodeCheckpoint, decodeNote, decodeProofFile } from '../tlog/index.ts';
import type { Checkpoint, Note, ProofFile } from '../tlog/index.ts';
import type { Receipt, ReceiptEvent, ReceiptItem } from './receipt.ts';

/** A signed head of the log that proofs of the receipt stand under. */
export type Head = { note: Note; checkpoint: Checkpoint };

/** An event of the receipt taken apart; a part that cannot be read is null. `n` is its place in the file, from 1. */
export type OpenedEvent = {
  n: number;
  event: ContinuityEvent | null;
  commitment: Sha256;
  proof: ProofFile | null;
  head: Head | null;
};

/** An item of the receipt taken apart; `n` is its place in the file, from 1. */
export type OpenedItem = { n: number; facts: ItemFacts | null; content: Sha256 };

/** A receipt taken apart, with each different checkpoint text read once. */
export type OpenedReceipt = {
  reference: string;
  force: string;
  events: OpenedEvent[];
  items: OpenedItem[];
  heads: ReadonlyMap<string, Head | null>;
};

/** Takes a receipt apart. Nothing is judged here. */
export function openReceipt(receipt: Receipt): OpenedReceipt {
  const heads = new Map<string, Head | null>();
  const events = receipt.events.map((part, i) => openEvent(part, i + 1, heads));
  const { reference, force } = receipt;
  return { reference, force, events, items: receipt.items.map(openItem), heads };
}

function openEvent(
  { event, salt, proof: text }: ReceiptEvent,
  n: number,
  heads: Map<string, Head | null>,
): OpenedEvent {
  const decoded = decodeEvent(event);
  const decodedProof = decodeProofFile(text);
  const proof = decodedProof.ok ? decodedProof.proof : null;
  return {
    n,
    event: decoded.ok ? decoded.event : null,
    commitment: eventCommitment(salt, event),
    proof,
    head: proof === null ? null : headOf(proof.checkpoint, heads),
  };
}

function headOf(text: string, heads: Map<string, Head | null>): Head | null {
  const known = heads.get(text);
  if (known !== undefined) return known;
  const note = decodeNote(text);
  const checkpoint = note.ok ? decodeCheckpoint(note.note.text) : note;
  const head = note.ok && checkpoint.ok ? { note: note.note, checkpoint: checkpoint.checkpoint } : null;
  heads.set(text, head);
  return head;
}

function openItem({ facts, salt }: ReceiptItem, i: number): OpenedItem {
  const decoded = decodeItemFacts(facts);
  return { n: i + 1, facts: decoded.ok ? decoded.facts : null, content: itemCommitment(salt, facts) };
}
