import { sha256, toBase64, toHex } from '#portable/bytes/index.ts';
import { decodeEvent, decodeItemFacts, type ItemFacts } from '#portable/continuity/index.ts';
import {
  decodeReceipt,
  type Receipt,
  RECEIPT_STATEMENT,
  recordCodeOf,
  SUBMISSION_RECEIVED,
  SUBMISSION_SEALED,
} from '#portable/receipt/index.ts';
import { decodeCheckpoint, decodeNote, decodeProofFile, type Checkpoint } from '#portable/tlog/index.ts';
import {
  awareIn,
  FINGERPRINT_LIST_WORDS,
  isAccountName,
  isFingerprintList,
  sourceWords,
} from '../intake/index.ts';
import { digestGroups, sheetSize, sheetTime, type SheetTime } from './sheet-words.ts';

/** A name from outside, whole or its two ends; never to be taken for anything but text. */
export type SheetName = { readonly whole: string } | CutName;
type CutName = { readonly beginning: string; readonly end: string; readonly characters: string };

export type SheetItem = {
  readonly name: SheetName;
  readonly source: string;
  readonly size: string;
  readonly sha256: readonly string[];
  /** The archive that an extract was taken from, which stayed with the person. */
  readonly archive: { readonly name: SheetName; readonly sha256: readonly string[] } | null;
};

/** What a document for people says of one receipt file: nothing that is not in the file, and the digest of the file itself. */
export type ReceiptSheet = {
  readonly reference: string;
  readonly force: string;
  readonly statement: string;
  readonly recordCode: string;
  readonly received: SheetTime;
  readonly sealed: SheetTime;
  /** The instant of sealing, `YYYY-MM-DDTHH:MM:SS.mmmZ`: the date that the document bears. */
  readonly sealedAt: string;
  readonly items: readonly SheetItem[];
  readonly log: { readonly origin: string; readonly size: string; readonly root: string };
  readonly file: { readonly name: string; readonly size: string; readonly sha256: readonly string[] };
};

/** Characters of a name that a document shows whole, and of a longer one from its beginning and its end. */
const CUT = { longest: 160, beginning: 100, end: 40 } as const;

/** The sheet of a receipt file. Throws TypeError for bytes that are no receipt of a sealed submission: we wrote them. */
export function receiptSheet(file: Uint8Array): ReceiptSheet {
  const decoded = decodeReceipt(file);
  if (!decoded.ok) throw new TypeError(decoded.reason);
  const { receipt } = decoded;
  const sealedAt = timeOf(receipt, SUBMISSION_SEALED);
  const { origin, size, root } = checkpointOf(receipt);
  return {
    reference: receipt.reference,
    force: receipt.force,
    statement: RECEIPT_STATEMENT,
    recordCode: known(recordCodeOf(receipt)),
    received: sheetTime(timeOf(receipt, SUBMISSION_RECEIVED)),
    sealed: sheetTime(sealedAt),
    sealedAt,
    items: receipt.items.map(({ facts }) => sheetItem(factsOf(facts))),
    log: { origin, size: size.toLocaleString('en-GB'), root: toBase64(root) },
    file: {
      name: `${receipt.reference}.handover-receipt`,
      size: sheetSize(file.length),
      sha256: digestGroups(toHex(sha256(file))),
    },
  };
}

function timeOf({ events }: Receipt, type: string): string {
  const decoded = events.map(({ event }) => decodeEvent(event));
  const found = decoded.find(each => each.ok && each.event.type === type);
  return known(found?.ok ? found.event.at : null);
}

/** The checkpoint of the last proof; a receipt is issued under one. */
function checkpointOf({ events }: Receipt): Checkpoint {
  const proof = decodeProofFile(known(events.at(-1)).proof);
  const note = proof.ok ? decodeNote(proof.proof.checkpoint) : proof;
  const checkpoint = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!checkpoint.ok) throw new TypeError(checkpoint.reason);
  return checkpoint.checkpoint;
}

function factsOf(facts: Uint8Array): ItemFacts {
  const decoded = decodeItemFacts(facts);
  if (!decoded.ok) throw new TypeError(decoded.reason);
  return decoded.facts;
}

function sheetItem(item: ItemFacts): SheetItem {
  const { sizeBytes, sha256: digest, extractOf } = item;
  const { name, source } = itemWords(item);
  return {
    name: sheetName(name),
    source,
    size: sheetSize(sizeBytes),
    sha256: digestGroups(digest),
    archive:
      extractOf === undefined
        ? null
        : { name: sheetName(extractOf.name), sha256: digestGroups(extractOf.sha256) },
  };
}

/** Which thing of theirs an item is: two of them are files that this service made. */
function itemWords(item: ItemFacts): { readonly name: string; readonly source: string } {
  const aware = awareIn(item.name);
  if (aware !== null)
    return {
      name: `Your answers, aware ${aware.day} ${aware.time}`.trim(),
      source: 'What you wrote on the pages',
    };
  if (isAccountName(item.name)) return { name: 'Your answers', source: 'What you wrote on the pages' };
  if (isFingerprintList(item)) return FINGERPRINT_LIST_WORDS;
  return { name: item.name, source: sourceWords(item.sourceClass) ?? 'Another kind of item' };
}

function sheetName(name: string): SheetName {
  const characters = Array.from(name);
  if (characters.length <= CUT.longest) return { whole: name };
  return {
    beginning: characters.slice(0, CUT.beginning).join(''),
    end: characters.slice(-CUT.end).join(''),
    characters: characters.length.toLocaleString('en-GB'),
  };
}

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined)
    throw new TypeError('The receipt does not reach the end of sealing.');
  return value;
}
