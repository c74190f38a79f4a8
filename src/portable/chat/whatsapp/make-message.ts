import type { Column } from '../column.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { Message } from '../reading.ts';
import { textOf } from '../written-text.ts';
import type { Findings } from './findings.ts';
import { bodyEndOf, spanOf } from './findings.ts';
import { NOBODY } from './speakers.ts';
import type { Verdict } from './verdict.ts';
import { judge, plainVerdict } from './verdict.ts';

/** Findings, and which messages need not be judged again. */
export interface Judged extends Findings {
  readonly plain: Column;
}

type Draft = { -readonly [Key in keyof Message]: Message[Key] };

/** Makes message `n`. The same findings give the same message. */
export function makeMessage(findings: Judged, n: number, ledger: DoubtLedger): Message {
  const { bytes, headers } = findings;
  const span = spanOf(findings, n);
  const bodyEnd = bodyEndOf(findings, n);
  const verdict = findings.plain.at(n) === 1 ? plainVerdict(findings, n) : judge(findings, n, bodyEnd);
  const { at, other, precision } = findings.clock.timesOf(n);
  const draft: Draft = {
    n,
    kind: verdict.kind,
    speaker: nameOf(findings, verdict.speaker),
    written: at === null ? null : findings.clock.written(at, precision),
    writtenText: textOf(bytes, headers.textStart.at(n), headers.textEnd.at(n)),
    instant: null,
    body: textOf(bytes, verdict.bodyStart, bodyEnd),
    span,
    doubts: ledger.codesOf(n),
    precision,
    rule: `whatsapp/${verdict.rule}`,
  };
  if (other !== null) draft.writtenOther = findings.clock.written(other, precision);
  if (verdict.body.rule !== 'text' || verdict.body.edited) addDetails(draft, verdict);
  addContinuation(draft, findings);
  addWrittenName(draft, findings, verdict);
  const pasted = findings.pasted.get(n);
  if (pasted) draft.otherReading = pasted;
  else if (verdict.other) {
    const { kind, speaker, bodyStart } = verdict.other;
    draft.otherReading = {
      kind,
      speaker: nameOf(findings, speaker),
      body: textOf(bytes, bodyStart, bodyEnd),
    };
  }
  return draft;
}

function nameOf({ lines }: Findings, id: number): string | null {
  return id === NOBODY ? null : lines.nameText(id);
}

function addDetails(draft: Draft, { kind, body }: Verdict): void {
  if (body.edited) draft.edited = { written: null, instant: null };
  if (kind === 'media' || kind === 'contact') {
    draft.attachments = [{ name: body.file, kind: body.what, included: body.file !== null, note: null }];
  }
  if (kind === 'call') {
    const media = body.what === 'video' ? 'video' : 'voice';
    const outcome = body.missed ? 'missed' : null;
    draft.call = { media, outcome, durationText: body.durationText, durationSeconds: null };
  }
}

/** The lines after the first, which carry no header of their own. */
function addContinuation(draft: Draft, { bytes, headers }: Findings): void {
  const [, end] = draft.span;
  let next = headers.lineEnd.at(draft.n);
  if (bytes[next] === 0x0d) next += 1;
  if (bytes[next] === 0x0a) next += 1;
  if (next < end) draft.continuations = [[next, end]];
}

/** The name with its marks, when some were left out. */
function addWrittenName(
  draft: Draft,
  { bytes, headers, lines }: Findings,
  { speaker, bodyStart }: Verdict,
): void {
  if (speaker === NOBODY) return;
  const from = headers.contentStart.at(draft.n);
  let colon = bodyStart - 1;
  while (colon > from && bytes[colon] !== 0x3a) colon -= 1;
  if (colon - from !== lines.names.bytesOf(speaker).length) draft.speakerWritten = textOf(bytes, from, colon);
}
