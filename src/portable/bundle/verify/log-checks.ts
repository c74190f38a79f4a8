import { fromHex, toHex } from '../../bytes/index.ts';
import { encodeEntry } from '../../continuity/index.ts';
import {
  decodeCheckpoint,
  decodeNote,
  decodeProofFile,
  leafHash,
  verifyConsistency,
  verifyInclusion,
} from '../../tlog/index.ts';
import type { Checkpoint, Note, ProofFile } from '../../tlog/index.ts';
import * as paths from '../paths.ts';
import type { RecordLine } from '../record-lines.ts';
import { readText } from './contents.ts';
import type { Contents } from './contents.ts';
import type { OpenBundle } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { submissionOf } from './record-checks.ts';

/** A signed head as it stands in the bundle: the text that was signed, and what it says. */
export type Head = { note: Note; checkpoint: Checkpoint };

/** The head in a signed note; null when the text is not one in its own spelling. */
export function readHead(text: string): Head | null {
  const decoded = decodeNote(text);
  if (!decoded.ok) return null;
  const head = decodeCheckpoint(decoded.note.text);
  return head.ok ? { note: decoded.note, checkpoint: head.checkpoint } : null;
}

/** Every entry of the record is in the log under the head that bundle.json names. */
export async function checkLogEntries(bundle: OpenBundle, { cover, record }: Contents): Promise<Outcome> {
  if (!cover.ok || !record.ok) {
    return notChecked('log-entries', 'bundle.json or the continuity record cannot be read.');
  }
  const head = readHead(cover.value.checkpoint);
  if (!head) return outcomeOf('log-entries', ['The head of the log in bundle.json cannot be read.']);
  const faults: string[] = [];
  let lastIndex = -1;
  // Entries of one number or id share a path: its file is read once, however often a record names it.
  const used = new Set<string>();
  for (const line of record.value) {
    const path = paths.proofPath({ n: line.n, id: line.event?.id ?? null });
    const proof = used.has(path) ? null : await readProof(bundle, path);
    used.add(path);
    const fault = entryFault(line, proof, { text: cover.value.checkpoint, head, lastIndex });
    if (fault) faults.push(`Entry ${line.n} of the record: ${fault}`);
    lastIndex = proof?.index ?? lastIndex;
  }
  return outcomeOf('log-entries', faults, { count: record.value.length });
}

async function readProof(bundle: OpenBundle, path: string): Promise<ProofFile | null> {
  const text = await readText(bundle, path);
  const decoded = text === null ? null : decodeProofFile(text);
  return decoded?.ok ? decoded.proof : null;
}

type Under = { text: string; head: Head; lastIndex: number };

function entryFault(line: RecordLine, proof: ProofFile | null, under: Under): string | null {
  if (!proof || proof.extra) return 'its proof is missing or cannot be read.';
  if (proof.checkpoint !== under.text) return 'its proof is under another head of the log.';
  if (proof.index <= under.lastIndex) return 'it stands before an earlier entry in the log.';
  return isIncluded(line.commitment, proof, under.head)
    ? null
    : 'its proof does not lead to the head of the log.';
}

function isIncluded(commitmentHex: string, proof: ProofFile, head: Head): boolean {
  const commitment = fromHex(commitmentHex);
  if (!commitment) return false;
  const { size: treeSize, root } = head.checkpoint;
  const leaf = leafHash(encodeEntry(commitment));
  return verifyInclusion({ leafHash: leaf, index: proof.index, treeSize, proof: proof.hashes, root });
}

/** The force sealed this list of files: the event that follows the record commits to the tag manifest. */
export function checkSealedList(bundle: OpenBundle, { cover, record, produced }: Contents): Outcome {
  if (!produced.ok) return outcomeOf('sealed-list', produced.faults);
  const { event, facts } = produced.value;
  const list = bundle.files.get(paths.TAG_MANIFEST_PATH);
  const faults: string[] = [];
  if (!list || toHex(list.digests.sha256) !== facts.bundle) {
    faults.push(`The list that was sealed has the SHA-256 ${facts.bundle}. The one here is another.`);
  }
  if (cover.ok && facts.name !== cover.value.name)
    faults.push('The sealed list is that of a bundle of another name.');
  if (record.ok && !follows(event.submission, record.value)) {
    faults.push('The making of the bundle does not follow the last entry of the record.');
  }
  return outcomeOf('sealed-list', faults, { word: event.at });
}

function follows(
  place: { id: string; n: number; previous: string | null } | null,
  record: readonly RecordLine[],
): boolean {
  const last = record.at(-1);
  return (
    place !== null &&
    last !== undefined &&
    place.n === last.n + 1 &&
    place.previous === last.commitment &&
    (submissionOf(record) ?? place.id) === place.id
  );
}

/** The making of the bundle is in the same log, under a later head. */
export function checkSealedListInLog({ cover, produced }: Contents): Outcome {
  if (!produced.ok) return outcomeOf('sealed-list-in-log', produced.faults);
  const { proof, commitment } = produced.value;
  const later = readHead(proof.checkpoint);
  if (!later) return outcomeOf('sealed-list-in-log', ['The later head of the log cannot be read.']);
  const faults: string[] = [];
  if (!isIncluded(toHex(commitment), proof, later)) {
    faults.push('The proof of the making of the bundle does not lead to the later head of the log.');
  }
  const earlier = cover.ok ? readHead(cover.value.checkpoint)?.checkpoint : undefined;
  if (earlier && earlier.origin !== later.checkpoint.origin)
    faults.push('The two heads are of different logs.');
  if (earlier && proof.index < earlier.size) {
    faults.push('The bundle is said to have been made before the head that it was made under.');
  }
  return outcomeOf('sealed-list-in-log', faults, { count: proof.index });
}

/** The later head of the log holds everything that the earlier one did: nobody is shown two histories in one bundle. */
export function checkLogExtends({ cover, produced }: Contents): Outcome {
  const earlier = cover.ok ? readHead(cover.value.checkpoint)?.checkpoint : undefined;
  const later = produced.ok ? readHead(produced.value.proof.checkpoint)?.checkpoint : undefined;
  if (!earlier || !later || !produced.ok) {
    return notChecked('log-extends', 'One of the two heads of the log cannot be read.');
  }
  const grew = verifyConsistency({
    ...{ size1: earlier.size, root1: earlier.root, size2: later.size, root2: later.root },
    proof: produced.value.consistency,
  });
  return outcomeOf(
    'log-extends',
    grew ? [] : ['The proof does not lead from the earlier head to the later.'],
  );
}
